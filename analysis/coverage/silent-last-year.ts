import { compareIds } from "~/analysis/compare-ids";
import type { PairedRating, PriorityInput } from "../priorities/paired-rating";
import { buildRatingMatrix } from "../priorities/rating-matrix";
import type { Figure, Provenance } from "../result";
import { silentMembers } from "./topic-rows";

/** Last year's mean discrepancy of two groups of members. */
export interface GroupsLastYear {
  /** Members that answered this year and gave both ratings last year. */
  readonly answeredNow: { readonly n: number; readonly gap: Figure };
  /** Members that are silent this year and gave both ratings last year. */
  readonly silentNow: { readonly n: number; readonly gap: Figure };
  /** Mean gap of the silent minus that of the others, scale points: positive if the silent had the greater need. */
  readonly difference: Figure;
}

export interface SilentLastYear {
  readonly provenance: Provenance;
  /** Over all topics that are still asked; each member counts once, by the mean over its topics. */
  readonly overall: GroupsLastYear;
  /** By id. */
  readonly topics: readonly (GroupsLastYear & { readonly topic: string })[];
}

/**
 * How the members that are silent this year answered last year, beside those that answered again: the best evidence
 * there is on whether silence has to do with need.
 *
 * @param previous last year's ratings, of any members and topics; pairs only are used
 * @param breaks topics whose wording or scale changed, left out
 * @throws {RangeError} as `buildRatingMatrix`
 * @see docs/methods/silent-last-year.md
 */
export function silentLastYear(
  input: PriorityInput,
  { previous, breaks = [] }: { readonly previous: readonly PairedRating[]; readonly breaks?: readonly string[] },
): SilentLastYear {
  const matrix = buildRatingMatrix(input);
  const silent = new Set(silentMembers(matrix, input.members));
  const asked = new Set(input.members.map(({ member }) => member));
  const changed = new Set(breaks);
  const kept = new Set(matrix.topics.filter((topic) => !changed.has(topic)));
  // The same checks as for this year's answers, over whoever and whatever was asked then.
  buildRatingMatrix({
    members: [...new Set(previous.map(({ member }) => member))].map((member) => ({ member })),
    topics: [...new Set(previous.map(({ topic }) => topic))],
    ratings: previous,
  });
  const gaps = previous.flatMap(({ member, topic, importance, capability }) =>
    typeof importance === "number" && typeof capability === "number" && asked.has(member) && kept.has(topic)
      ? [{ member, topic, gap: importance - capability }]
      : [],
  );
  const byMember = new Map<string, number[]>();
  for (const { member, gap } of gaps) byMember.set(member, [...(byMember.get(member) ?? []), gap]);
  const memberMeans = [...byMember].map(([member, own]) => ({ member, gap: mean(own) }));
  return {
    provenance: {
      n: byMember.size,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : byMember.size / matrix.N,
      method: "coverage/silent-last-year",
      version: 1,
      parameters: { breaks: [...changed].sort(compareIds) },
      seed: null,
    },
    overall: compareGroups(memberMeans, silent),
    topics: [...kept].sort(compareIds).map((topic) => ({
      topic,
      ...compareGroups(
        gaps.filter((row) => row.topic === topic),
        silent,
      ),
    })),
  };
}

function compareGroups(
  rows: readonly { readonly member: string; readonly gap: number }[],
  silent: ReadonlySet<string>,
): GroupsLastYear {
  const quiet = rows.filter(({ member }) => silent.has(member)).map(({ gap }) => gap);
  const heard = rows.filter(({ member }) => !silent.has(member)).map(({ gap }) => gap);
  return {
    answeredNow: { n: heard.length, gap: meanFigure(heard) },
    silentNow: { n: quiet.length, gap: meanFigure(quiet) },
    difference:
      quiet.length > 0 && heard.length > 0
        ? { value: mean(quiet) - mean(heard) }
        : { value: null, reason: "noRespondents" },
  };
}

function meanFigure(values: readonly number[]): Figure {
  return values.length > 0 ? { value: mean(values) } : { value: null, reason: "noRespondents" };
}

function mean(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}
