import { competitionRanks } from "../numeric/competition-ranks";
import { createRandom, type Random } from "../numeric/random";
import { MINIMUM_FOR_BOOTSTRAP, tooFew } from "../priorities/minimum-answers";
import type { PriorityMethod } from "../priorities/priority-method";
import type { RatingMatrix } from "../priorities/rating-matrix";
import { scoreChannels } from "../priorities/score-channels";
import type { Flag, OnProgress, Provenance, ShouldStop, UndefinedReason } from "../result";
import { type Band, bandOf } from "./bands";
import { type CorrectedScore, correctScores } from "./corrected-scores";
import { createRankDraws, type RankDraws } from "./rank-draws";
import { createRaoWuScorer } from "./rao-wu-scorer";
import { type ResamplingStrata, resamplingStrata, singleStratum } from "./resampling-strata";

export interface BootstrapOptions {
  readonly seed: number;
  /** Default 10,000: a chance is then known to half a percentage point (one standard error). */
  readonly replicates?: number;
  readonly method?: PriorityMethod;
  /** Resample within strata and post-stratify each resample; default no. */
  readonly stratified?: boolean;
  /** Share of resamples between the ends of an interval; default 0.9. */
  readonly confidence?: number;
  /** Count for every pair who stands above whom; default yes. */
  readonly pairs?: boolean;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}

/** Where one topic came out over the resamples of one view. */
export interface RankView {
  /** Ends of the rank interval and the middle rank. */
  readonly low: number;
  readonly high: number;
  readonly median: number;
  /** Share of resamples with rank 5 (10) or better; ties at the place all count, so shares may add up to more. */
  readonly topFive: number;
  readonly topTen: number;
  /** Resamples in which the topic had a score. */
  readonly draws: number;
}

export interface TopicUncertainty {
  readonly topic: string;
  /** Place and score of the answers as they came (post-stratified if asked). */
  readonly rank: number | null;
  readonly score: number | null;
  /** Share of the members asked that answered on this topic; 1 is a census: the score has no sampling error. */
  readonly fraction: number;
  /** What all members would have said. `null` where every topic is a census. */
  readonly withCorrection: RankView | null;
  /** Whether a new survey would agree. */
  readonly withoutCorrection: RankView | null;
  /** Band of the chance to be among the first ten. */
  readonly band: Band | null;
}

export interface RankUncertainty {
  readonly provenance: Provenance;
  /** Why nothing was resampled, or `null`. */
  readonly reason: UndefinedReason | null;
  /** Every topic was rated by all members: intervals with correction are not there, not narrow. */
  readonly census: boolean;
  /** Resamples made; fewer than asked for if the calculation was stopped. */
  readonly replicates: number;
  readonly complete: boolean;
  /** Topics with a place, by id. */
  readonly topics: readonly TopicUncertainty[];
  /** `drawsAbove[i][j]`: resamples (with correction) in which `topics[i]` stood above `topics[j]`; empty if not asked. */
  readonly drawsAbove: readonly (readonly number[])[];
  /** Scores of the first ten places without the winner's curse. */
  readonly correctedScores: readonly CorrectedScore[];
  readonly flags: readonly Flag[];
}

const STEP = 250;

/**
 * How sure the places are: Rao-Wu rescaled bootstrap over members (Rao & Wu 1988), whole members redrawn so that their
 * topics stay together, each topic with its own finite-population correction, once more without any.
 *
 * An interval runs from the (1 - confidence)/2 to the (1 + confidence)/2 quantile of the competition ranks (type 1, so
 * an attained place). Fewer than eight respondents: nothing is resampled. Same seed and answers, same result, in
 * whatever order the answers come.
 *
 * @throws {RangeError} if `replicates` is no positive whole number, `confidence` not between 0 and 1, the seed none
 * @see docs/methods/bootstrap-ranks.md
 */
export function bootstrapRanks(matrix: RatingMatrix, options: BootstrapOptions): RankUncertainty {
  const { seed, replicates = 10_000, method = "meanWeightedDiscrepancy", confidence = 0.9 } = options;
  const stratified = options.stratified ?? false;
  const pairs = options.pairs ?? true;
  if (!Number.isInteger(replicates) || replicates < 1) throw new RangeError(`cannot draw ${replicates} replicates`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);

  const channels = scoreChannels(matrix, method);
  const groups = stratified ? resamplingStrata(channels) : singleStratum(channels);
  const random = createRandom(seed);
  const n = channels.respondents.length;
  const frame = {
    provenance: {
      n,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : n / matrix.N,
      method: "uncertainty/bootstrap-ranks",
      version: 1,
      parameters: { method, replicates, confidence, stratified, pairs },
      seed,
    },
    flags: (groups.merged ? ["mergedStratum"] : []) satisfies Flag[],
  };
  const reason = refusal(n, groups);
  if (reason) return { ...frame, ...nothingDrawn, reason };

  const scorer = createRaoWuScorer(channels, groups, stratified);
  const published = [...scorer.published];
  const corrected = createRankDraws(published, { pairs, bias: true });
  const uncorrected = createRankDraws(published, {});
  const times = new Int32Array(n);
  let done = 0;
  while (done < replicates) {
    if (done % STEP === 0) {
      options.onProgress?.({ done, total: replicates });
      if (options.shouldStop?.()) break;
    }
    redraw(times, groups, random);
    const scores = scorer.score(times);
    corrected.add(scores.corrected);
    uncorrected.add(scores.uncorrected);
    done += 1;
  }
  options.onProgress?.({ done, total: replicates });

  const census = channels.topics.length > 0 && scorer.fractions.every((fraction) => fraction === 1);
  const scores = published.map((score) => (Number.isNaN(score) ? null : score));
  const ranks = competitionRanks(scores);
  const tail = (1 - confidence) / 2;
  return {
    ...frame,
    reason: done === 0 ? "notTested" : null,
    census,
    replicates: done,
    complete: done === replicates,
    topics: channels.topics.map((topic, t) => {
      const withCorrection = viewOf(corrected, t, tail);
      const withoutCorrection = viewOf(uncorrected, t, tail);
      return {
        topic,
        rank: ranks[t] ?? null,
        score: scores[t] ?? null,
        fraction: scorer.fractions[t] ?? 0,
        withCorrection: census ? null : withCorrection,
        withoutCorrection,
        band: withCorrection && withoutCorrection && bandOf(withCorrection.topTen, withoutCorrection.topTen),
      };
    }),
    drawsAbove: pairs ? channels.topics.map((_, t) => channels.topics.map((_other, o) => corrected.above(t, o))) : [],
    correctedScores: done === 0 ? [] : correctScores(channels.topics, scores, ranks, corrected.placeBias()),
  };
}

const nothingDrawn = {
  census: false,
  replicates: 0,
  complete: false,
  topics: [],
  drawsAbove: [],
  correctedScores: [],
} as const;

function refusal(n: number, groups: ResamplingStrata): UndefinedReason | null {
  return tooFew(n, MINIMUM_FOR_BOOTSTRAP) ?? (groups.empty.length > 0 ? "emptyStratum" : null);
}

/** Draws whole members anew, n - 1 of n in each stratum: how often each row was drawn. */
export function redraw(times: Int32Array, { strata }: ResamplingStrata, random: Random): void {
  times.fill(0);
  for (const { rows } of strata)
    for (let draw = 1; draw < rows.length; draw += 1) {
      const row = rows[random.integer(rows.length)] ?? 0;
      times[row] = (times[row] ?? 0) + 1;
    }
}

function viewOf(draws: RankDraws, topic: number, tail: number): RankView | null {
  const drawn = draws.drawn(topic);
  if (drawn === 0) return null;
  return {
    low: draws.quantile(topic, tail),
    high: draws.quantile(topic, 1 - tail),
    median: draws.quantile(topic, 0.5),
    topFive: draws.within(topic, 5) / drawn,
    topTen: draws.within(topic, 10) / drawn,
    draws: drawn,
  };
}
