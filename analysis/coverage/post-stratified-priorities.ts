import { compareIds } from "~/analysis/compare-ids";
import { competitionRanks } from "../numeric/competition-ranks";
import { MINIMUM_FOR_RANK, MINIMUM_FOR_SCORE, tooFew } from "../priorities/minimum-answers";
import type { PriorityInput } from "../priorities/paired-rating";
import { scoreFromSums } from "../priorities/priority-method";
import type { Figure, Flag, Provenance } from "../result";
import type { RatingMethod } from "./score-bounds";
import { type MergedStratum, mergeTargets, stratumWeights } from "./stratum-weights";
import { answersByTopic, type TopicAnswers } from "./topic-rows";

/** Places between the raw and the weighted rank from which a topic is pointed out. */
export const MOVES_WORTH_A_MARK = 3;

export interface PostStratifiedTopic {
  readonly topic: string;
  readonly n: number;
  readonly notApplicable: number;
  readonly raw: { readonly score: Figure; readonly rank: number | null };
  readonly weighted: { readonly score: Figure; readonly rank: number | null };
  /** Mean ratings with the same weights. */
  readonly importance: Figure;
  readonly capability: Figure;
  /** Raw rank minus weighted rank: positive if weighting lifts the topic; `null` without both. */
  readonly moved: number | null;
  /** At least three places either way. */
  readonly movedFar: boolean;
  /** Kish's factor and largest over smallest weight of this topic's answers; `null` if refused. */
  readonly designEffect: number | null;
  readonly weightRatio: number | null;
  readonly emptyStrata: readonly string[];
  readonly flags: readonly Flag[];
}

export interface PostStratifiedPriorities {
  readonly provenance: Provenance;
  /** By id. */
  readonly topics: readonly PostStratifiedTopic[];
}

/**
 * Scores and places with every stratum counting the members that it has, beside the raw ones.
 *
 * Weighted per topic: an answer (a pair or "not applicable") stands for N_h / n_h members of its stratum, n_h counted on
 * that topic. Importance and discrepancy both carry the weights. A topic that a whole stratum left out has no weighted
 * score ("emptyStratum"); both rankings take the same topics where they can, and only those with a weighted score have a
 * weighted place.
 *
 * @throws {RangeError} as `buildRatingMatrix`, if members have no stratum, or a merger is impossible
 * @see docs/methods/post-stratified-mean.md
 */
export function postStratifiedPriorities(
  input: PriorityInput,
  {
    method = "meanWeightedDiscrepancy",
    merges = [],
  }: { readonly method?: RatingMethod; readonly merges?: readonly MergedStratum[] } = {},
): PostStratifiedPriorities {
  const { matrix, topics } = answersByTopic(input);
  if (!matrix.stratified) throw new RangeError("the members have no strata to weight by");
  const asked = input.members.map(({ stratum }) => stratum ?? "");
  const target = mergeTargets(asked, merges);
  const scored = topics.map((topic) => scoreTopic(topic, { method, merges, asked, target }));
  const rankable = (score: Figure, n: number) => (n >= MINIMUM_FOR_RANK ? score.value : null);
  const rawRanks = competitionRanks(scored.map(({ raw, n }) => rankable(raw, n)));
  const weightedRanks = competitionRanks(scored.map(({ weighted, n }) => rankable(weighted, n)));
  return {
    provenance: {
      n: matrix.respondents.length,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : matrix.respondents.length / matrix.N,
      method: "coverage/post-stratified-priorities",
      version: 1,
      parameters: {
        method,
        merges: [...merges].sort((a, b) => compareIds(a.from, b.from)),
        minimumForScore: MINIMUM_FOR_SCORE,
        minimumForRank: MINIMUM_FOR_RANK,
      },
      seed: null,
    },
    topics: scored.map(({ raw, weighted, ...topic }, index) => {
      const before = rawRanks[index] ?? null;
      const after = weightedRanks[index] ?? null;
      const moved = before === null || after === null ? null : before - after;
      return {
        ...topic,
        raw: { score: raw, rank: before },
        weighted: { score: weighted, rank: after },
        moved,
        movedFar: moved !== null && Math.abs(moved) >= MOVES_WORTH_A_MARK,
      };
    }),
  };
}

function scoreTopic(
  { topic, rows }: TopicAnswers,
  {
    method,
    merges,
    asked,
    target,
  }: {
    readonly method: RatingMethod;
    readonly merges: readonly MergedStratum[];
    readonly asked: readonly string[];
    readonly target: ReadonlyMap<string, string>;
  },
) {
  const answers = rows.flatMap(({ stratum, answer }) =>
    answer.kind === "missing" ? [] : [{ stratum: target.get(stratum) ?? stratum, answer }],
  );
  const weights = stratumWeights(
    answers.map(({ stratum }) => stratum),
    asked,
    merges,
  );
  const weightOf = new Map(weights.strata.map(({ stratum, weight }) => [stratum, weight ?? 0]));
  const plain = sumAnswers(answers, () => 1, method);
  const sums = sumAnswers(answers, (stratum) => weightOf.get(stratum) ?? 0, method);
  const n = plain.raters;
  const reason = tooFew(n, MINIMUM_FOR_SCORE);
  const raw: Figure = reason
    ? { value: null, reason }
    : { value: scoreFromSums(method, plain.high, plain.low, n, plain.notApplicable) };
  const refused = reason ?? weights.refused;
  const weighted = (compute: () => number): Figure =>
    refused ? { value: null, reason: refused } : { value: compute() };
  return {
    topic,
    n,
    notApplicable: plain.notApplicable,
    raw,
    weighted: weighted(() => scoreFromSums(method, sums.high, sums.low, sums.raters, sums.notApplicable)),
    importance: weighted(() => sums.importance / sums.raters),
    capability: weighted(() => sums.capability / sums.raters),
    designEffect: weights.designEffect,
    weightRatio: weights.weightRatio,
    emptyStrata: weights.empty,
    flags: weights.flags,
  };
}

function sumAnswers(
  answers: readonly { readonly stratum: string; readonly answer: TopicAnswers["rows"][number]["answer"] }[],
  weightOf: (stratum: string) => number,
  method: RatingMethod,
) {
  const sums = { raters: 0, notApplicable: 0, importance: 0, capability: 0, high: 0, low: 0 };
  for (const { stratum, answer } of answers) {
    const weight = weightOf(stratum);
    if (answer.kind === "notApplicable") sums.notApplicable += weight;
    if (answer.kind !== "pair") continue;
    const { importance, capability } = answer;
    const direction = Math.sign(importance - capability);
    sums.raters += weight;
    sums.importance += weight * importance;
    sums.capability += weight * capability;
    sums.high += weight * (method === "rankedDiscrepancy" ? Math.max(0, direction) : importance);
    sums.low += weight * (method === "rankedDiscrepancy" ? Math.max(0, -direction) : capability);
  }
  return sums;
}
