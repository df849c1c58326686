import { compareIds } from "~/analysis/compare-ids";
import type { PairedRating, PriorityInput } from "../priorities/paired-rating";
import { buildRatingMatrix } from "../priorities/rating-matrix";
import type { Flag, Provenance } from "../result";
import { silentMembers } from "./topic-rows";

export interface CarriedForward {
  readonly provenance: Provenance;
  /** The round with last year's ratings of silent members added, for a ranking that carries the flag. */
  readonly input: PriorityInput;
  /** Silent members that last year's answers stand in for, by id. */
  readonly members: readonly string[];
  /** Silent members without a usable answer of last year, by id. */
  readonly stillSilent: readonly string[];
  /** Every rating that is not of this year. */
  readonly carried: readonly PairedRating[];
  /** Topics left out because their wording changed since, by id. */
  readonly breaks: readonly string[];
  readonly flags: readonly Flag[];
}

/**
 * Last year's answers put in for members that are silent this year: an option that is always labelled, never the
 * default, since it takes for granted that nothing changed where nobody answered.
 *
 * Only topics that are still asked in the same words; top-five lists are never carried forward.
 *
 * @param previous last year's ratings, of any members and topics
 * @param breaks topics whose wording or scale changed
 * @throws {RangeError} as `buildRatingMatrix`, for last year's rows too
 * @see docs/methods/carry-forward.md
 */
export function carryForward(
  input: PriorityInput,
  { previous, breaks = [] }: { readonly previous: readonly PairedRating[]; readonly breaks?: readonly string[] },
): CarriedForward {
  const matrix = buildRatingMatrix(input);
  const silent = silentMembers(matrix, input.members);
  const topics = new Set(input.topics);
  const changed = new Set(breaks);
  const isSilent = new Set(silent);
  const carried = previous
    .filter(({ member, topic }) => isSilent.has(member) && topics.has(topic) && !changed.has(topic))
    .filter(({ importance, capability }) => importance === "notApplicable" || isRating(importance, capability))
    .map(({ member, topic, importance, capability }) => ({ member, topic, importance, capability }))
    .sort((a, b) => compareIds(a.member, b.member) || compareIds(a.topic, b.topic));
  // What a silent member left behind this year (an untouched draft) gives way to last year's answer as a whole.
  const replaced = new Set(carried.map(({ member }) => member));
  const combined: PriorityInput = {
    ...input,
    ratings: [...input.ratings.filter(({ member }) => !replaced.has(member)), ...carried],
  };
  buildRatingMatrix(combined);
  return {
    provenance: {
      n: matrix.respondents.length + replaced.size,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : (matrix.respondents.length + replaced.size) / matrix.N,
      method: "coverage/carry-forward",
      version: 1,
      parameters: { breaks: [...changed].sort(compareIds), answeredThisYear: matrix.respondents.length },
      seed: null,
    },
    input: combined,
    members: [...replaced],
    stillSilent: silent.filter((member) => !replaced.has(member)),
    carried,
    breaks: [...changed].filter((topic) => topics.has(topic)).sort(compareIds),
    flags: carried.length > 0 ? ["carriedForward"] : [],
  };
}

function isRating(importance: PairedRating["importance"], capability: PairedRating["capability"]): boolean {
  return typeof importance === "number" && typeof capability === "number";
}
