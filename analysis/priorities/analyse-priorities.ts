import { checkQuality, type QualityReport } from "../quality/check-quality";
import type { ExpertOffer } from "../quality/member-quality";
import type { Flag, OnProgress, Provenance, ShouldStop } from "../result";
import { bootstrapRanks, type RankUncertainty } from "../uncertainty/bootstrap-ranks";
import { type ConcordanceCurve, concordanceCurve } from "../uncertainty/concordance-curve";
import {
  type RoundDetectableDifference,
  roundDetectableDifference,
} from "../uncertainty/minimum-detectable-difference";
import { type RankSets, rankSets } from "../uncertainty/rank-sets";
import { type CompositeOptions, type CompositeRanking, compositeRanking } from "./composite-ranking";
import { type CopelandScore, copeland } from "./copeland";
import { type FragilityResult, fragility } from "./fragility";
import { KEMENY_LIMIT, type KemenyOrders, kemeny } from "./kemeny";
import { type MemberInfluence, memberInfluence } from "./member-influence";
import { type MethodsSideBySide, methodsSideBySide } from "./methods-side-by-side";
import type { PriorityInput } from "./paired-rating";
import { listPreferences, type PairwisePreferences, ratingPreferences } from "./pairwise-preferences";
import type { PriorityMethod } from "./priority-method";
import { rankMatrix, type TopicRanking } from "./rank-topics";
import { buildRatingMatrix } from "./rating-matrix";

export interface AnalysePrioritiesOptions {
  readonly seed: number;
  readonly method?: PriorityMethod;
  /** Resamples of the places; default 10,000. */
  readonly replicates?: number;
  readonly confidence?: number;
  /** Resample within strata and post-stratify; default no. */
  readonly stratified?: boolean;
  /** Parts and weights of the composite; default half ratings, half lists. */
  readonly compositeWeights?: CompositeOptions["weights"];
  /** Experts offered, to be held against own capability. */
  readonly offers?: readonly ExpertOffer[];
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}

/** Orders of the first ten to twelve topics by pairwise preferences of the members. */
export interface PairwiseOrders {
  readonly provenance: Provenance;
  /** Members' lists, or members' discrepancies. */
  readonly source: "lists" | "ratings";
  readonly topics: readonly string[];
  readonly above: PairwisePreferences["above"];
  readonly copeland: readonly CopelandScore[];
  readonly kemeny: KemenyOrders;
  /** "multipleOptima" if several orders are as good. */
  readonly flags: readonly Flag[];
}

/** Everything that a page or report about a round's priorities shows; plain data, to be stored as it is. */
export interface PriorityAnalysis {
  readonly provenance: Provenance;
  readonly ranking: TopicRanking;
  readonly uncertainty: RankUncertainty;
  readonly rankSets: RankSets;
  readonly detectable: RoundDetectableDifference;
  readonly concordance: ConcordanceCurve;
  readonly methods: MethodsSideBySide;
  readonly composite: CompositeRanking;
  readonly pairwise: readonly PairwiseOrders[];
  /** Names members: for the office only. */
  readonly fragility: FragilityResult;
  /** Names members: for the office only. */
  readonly influence: readonly MemberInfluence[];
  /** Names members: for the office only. */
  readonly quality: QualityReport;
  /** `false` if it was stopped; the parts say how far they came. */
  readonly complete: boolean;
}

const STAGES = 6;

/**
 * The whole analysis of one round's priorities: ranking, how sure it is, other ways of counting, who decides it, and
 * the quality of the answers. A pure function of input and options: the same give the same bytes.
 *
 * @throws {RangeError} as `buildRatingMatrix` and `bootstrapRanks`
 * @see docs/methods/rank-topics.md
 */
export function analysePriorities(input: PriorityInput, options: AnalysePrioritiesOptions): PriorityAnalysis {
  const { seed, method = "meanWeightedDiscrepancy", replicates = 10_000, confidence = 0.9 } = options;
  const stratified = options.stratified ?? false;
  const matrix = buildRatingMatrix(input);
  const stage = (number: number, note: string) => ({
    onProgress: ({ done, total }: { done: number; total: number }) =>
      options.onProgress?.({ done: number + done / Math.max(1, total), total: STAGES, note }),
    ...(options.shouldStop ? { shouldStop: options.shouldStop } : {}),
  });

  const ranking = rankMatrix(matrix, { method });
  const resampling = { seed, replicates, method, confidence, stratified, ...stage(0, "uncertainty") };
  const uncertainty = bootstrapRanks(matrix, resampling);
  const concordance = concordanceCurve(matrix, { seed, method, ...stage(1, "concordance") });
  const composite = compositeRanking(matrix, {
    seed,
    ...(options.compositeWeights ? { weights: options.compositeWeights } : {}),
    ...stage(2, "composite"),
  });
  const decided = fragility(matrix, { method, ...stage(3, "fragility") });
  const leading = ranking.topics
    .filter(({ rank }) => rank.value !== null && rank.value <= 10)
    .slice(0, KEMENY_LIMIT)
    .map(({ topic }) => topic);
  const pairwise: PairwiseOrders[] = [
    ...(ranking.lists > 0 ? [orderBy("lists", listPreferences(matrix, leading), matrix.N, ranking.lists)] : []),
    ...(leading.length > 0
      ? [orderBy("ratings", ratingPreferences(matrix, leading), matrix.N, ranking.provenance.n)]
      : []),
  ];
  const stopped = options.shouldStop?.() ?? false;
  options.onProgress?.({ done: 4, total: STAGES, note: "methods" });
  const result = {
    provenance: {
      ...ranking.provenance,
      method: "priorities/analyse-priorities",
      version: 1,
      parameters: {
        method,
        replicates,
        confidence,
        stratified,
        compositeWeights: composite.provenance.parameters.weights,
      },
      seed,
    },
    ranking,
    uncertainty,
    rankSets: rankSets(matrix, { method, confidence }),
    detectable: roundDetectableDifference(matrix),
    concordance,
    methods: methodsSideBySide(matrix),
    composite,
    pairwise,
    fragility: decided,
    influence: memberInfluence(matrix, method),
    quality: checkQuality(input, { method, ...(options.offers ? { offers: options.offers } : {}) }),
    complete: !stopped,
  };
  options.onProgress?.({ done: STAGES, total: STAGES });
  return result;
}

function orderBy(
  source: PairwiseOrders["source"],
  preferences: PairwisePreferences,
  N: number,
  n: number,
): PairwiseOrders {
  const orders = kemeny(preferences);
  return {
    provenance: {
      n,
      N,
      coverage: N === 0 ? null : n / N,
      method: `priorities/pairwise-preferences/${source}`,
      version: 1,
      parameters: { topics: preferences.topics, limit: KEMENY_LIMIT },
      seed: null,
    },
    source,
    ...preferences,
    copeland: copeland(preferences),
    kemeny: orders,
    flags: orders.optima > 1 ? ["multipleOptima"] : [],
  };
}
