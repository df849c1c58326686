import { competitionRanks } from "../numeric/competition-ranks";
import type { Figure, Flag, Provenance, UndefinedReason } from "../result";
import { channelScores } from "./channel-scores";
import { kendallTauB } from "./kendall-tau-b";
import { PRIORITY_METHODS, type PriorityMethod } from "./priority-method";
import { PLACES_WORTH_A_FLAG } from "./rank-topics";
import type { RatingMatrix } from "./rating-matrix";
import { scoreChannels } from "./score-channels";
import { topOverlap } from "./top-overlap";

export type Weighting = "raw" | "postStratified";

/** One way to count the same answers. */
export interface RankingColumn {
  readonly method: PriorityMethod;
  readonly weighting: Weighting;
  /** Why this way gives no order, or `null`. */
  readonly reason: UndefinedReason | null;
  /** Places of `topics`, `null` where this way has none. */
  readonly ranks: readonly (number | null)[];
  /** Agreement with the default order. */
  readonly tauB: Figure;
  readonly topTenShared: number;
  readonly topTenJaccard: number;
}

export interface MethodsSideBySide {
  readonly provenance: Provenance;
  /** Topics that have a place in the default order, by id. */
  readonly topics: readonly string[];
  /** The default first: mean weighted discrepancy, raw. */
  readonly columns: readonly RankingColumn[];
  /** Per topic: best and worst place over all columns; more than five apart is "methodDependent". */
  readonly ranges: readonly {
    readonly topic: string;
    readonly best: number;
    readonly worst: number;
    readonly flags: readonly Flag[];
  }[];
}

const TOP = 10;

/**
 * The same answers ordered in every way that could be defended: four scores, raw and post-stratified.
 *
 * Only topics with a place in the default order are ordered, by all methods alike, so that places can be compared.
 * Without strata, or with a stratum in which nobody answered, the post-stratified columns are empty and say why.
 *
 * @see docs/methods/methods-side-by-side.md
 */
export function methodsSideBySide(matrix: RatingMatrix): MethodsSideBySide {
  const { topics, respondents } = scoreChannels(matrix, "meanWeightedDiscrepancy");
  const columns = PRIORITY_METHODS.flatMap((method) =>
    (["raw", "postStratified"] as const).map((weighting) => ({
      method,
      weighting,
      ...ranksBy(matrix, topics, method, weighting),
    })),
  );
  const standard = columns[0]?.ranks ?? [];
  return {
    provenance: {
      n: respondents.length,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : respondents.length / matrix.N,
      method: "priorities/methods-side-by-side",
      version: 1,
      parameters: { methods: PRIORITY_METHODS, weightings: ["raw", "postStratified"], top: TOP },
      seed: null,
    },
    topics,
    columns: columns.map((column) => {
      const { shared, jaccard } = topOverlap(standard, column.ranks, TOP);
      return {
        ...column,
        tauB: column.reason ? { value: null, reason: column.reason } : kendallTauB(standard, column.ranks),
        topTenShared: shared,
        topTenJaccard: jaccard,
      };
    }),
    ranges: topics.map((topic, index) => {
      const places = columns.flatMap(({ ranks }) => ranks[index] ?? []);
      const best = Math.min(...places);
      const worst = Math.max(...places);
      return { topic, best, worst, flags: worst - best > PLACES_WORTH_A_FLAG ? ["methodDependent"] : [] };
    }),
  };
}

/** Places of the given topics by one method; `reason` if it cannot order them. */
export function ranksBy(
  matrix: RatingMatrix,
  topics: readonly string[],
  method: PriorityMethod,
  weighting: Weighting,
): { readonly reason: UndefinedReason | null; readonly ranks: (number | null)[] } {
  const channels = scoreChannels(matrix, method);
  const none = topics.map(() => null);
  if (channels.topics.length === 0) return { reason: "tooFewAnswers", ranks: none };
  if (weighting === "postStratified") {
    if (!matrix.stratified) return { reason: "notTested", ranks: none };
    const answering = new Set(channels.stratumOf);
    if (answering.size < channels.strata.length) return { reason: "emptyStratum", ranks: none };
  }
  const scores = channelScores(channels, { weighted: weighting === "postStratified" });
  const column = new Map(channels.topics.map((topic, index) => [topic, scores[index] ?? Number.NaN]));
  const ranks = competitionRanks(
    topics.map((topic) => {
      const score = column.get(topic) ?? Number.NaN;
      return Number.isNaN(score) ? null : score;
    }),
  );
  return { reason: null, ranks };
}
