import { competitionRanks } from "../numeric/competition-ranks";
import { createRandom } from "../numeric/random";
import type { OnProgress, Provenance, ShouldStop } from "../result";
import { createRankDraws } from "../uncertainty/rank-draws";
import { ranksBy } from "./methods-side-by-side";
import type { PriorityMethod } from "./priority-method";
import type { RatingMatrix } from "./rating-matrix";
import { scoreChannels } from "./score-channels";

export interface CompositeOptions {
  /** Parts and their weights, any non-negative numbers not all 0; they are shown as shares of their sum. */
  readonly weights?: readonly { readonly method: PriorityMethod; readonly weight: number }[];
  readonly seed: number;
  /** Weight vectors drawn; default 10,000. */
  readonly draws?: number;
  /** Dirichlet parameter of each weight, a whole number: 1 (default) makes all weightings equally likely. */
  readonly concentration?: number;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}

export interface CompositeRanking {
  readonly provenance: Provenance;
  readonly weights: readonly { readonly method: PriorityMethod; readonly share: number }[];
  /** Topics with a place by every part, by id. */
  readonly topics: readonly {
    readonly topic: string;
    /** Place by each part, in the order of `weights`. */
    readonly places: readonly number[];
    /** Weighted mean of these places; lower is a greater need. */
    readonly meanPlace: number;
    readonly rank: number;
    /** `acceptability[r - 1]`: share of the drawn weightings that put the topic on place r. */
    readonly acceptability: readonly number[];
    readonly topTen: number;
  }[];
  /** Weightings drawn; fewer than asked for if stopped. */
  readonly draws: number;
}

const CHUNK = 500;

/**
 * The composite order, if an office wants one: the weighted mean of the places by several methods, weights visible,
 * and how much the choice of weights matters: the share of weightings, drawn from a Dirichlet distribution, that put a
 * topic on each place (rank acceptability: Lahdelma & Salminen 2001).
 *
 * Default parts: mean weighted discrepancy and top-five lists, half each.
 *
 * @throws {RangeError} if a weight is negative or not finite, all are 0, a method comes twice, or draws or concentration
 * are no positive whole numbers
 * @see docs/methods/composite-ranking.md
 */
export function compositeRanking(matrix: RatingMatrix, options: CompositeOptions): CompositeRanking {
  const { seed, draws = 10_000, concentration = 1 } = options;
  const weights = options.weights ?? [
    { method: "meanWeightedDiscrepancy", weight: 0.5 },
    { method: "topFiveBorda", weight: 0.5 },
  ];
  checkOptions(weights, draws, concentration);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (!Number.isFinite(total)) throw new RangeError(`weights add up to ${total}`);
  const shares = weights.map(({ weight }) => weight / total);

  const { topics, respondents } = scoreChannels(matrix, "meanWeightedDiscrepancy");
  const columns = weights.map(({ method }) => ranksBy(matrix, topics, method, "raw").ranks);
  const kept = topics.flatMap((topic, index) => {
    const places = columns.flatMap((ranks) => ranks[index] ?? []);
    return places.length === columns.length ? [{ topic, places }] : [];
  });
  const meanPlaces = kept.map(({ places }) => weightedMean(places, shares));
  const ranks = competitionRanks(meanPlaces.map((place) => -place));

  const counts = createRankDraws(
    meanPlaces.map((place) => -place),
    {},
  );
  const random = createRandom(seed);
  const scores = new Float64Array(kept.length);
  let done = 0;
  while (done < draws) {
    if (done % CHUNK === 0) {
      options.onProgress?.({ done, total: draws });
      if (options.shouldStop?.()) break;
    }
    const drawn = weights.map(() => gammaOfWholeShape(concentration, random.next));
    kept.forEach(({ places }, index) => {
      scores[index] = -weightedMean(places, drawn);
    });
    counts.add(scores);
    done += 1;
  }

  return {
    provenance: {
      n: respondents.length,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : respondents.length / matrix.N,
      method: "priorities/composite-ranking",
      version: 1,
      parameters: { weights, draws, concentration },
      seed,
    },
    weights: weights.map(({ method }, index) => ({ method, share: shares[index] ?? 0 })),
    topics: kept.map(({ topic, places }, index) => ({
      topic,
      places,
      meanPlace: meanPlaces[index] ?? 0,
      rank: ranks[index] ?? kept.length,
      acceptability:
        done === 0 ? [] : kept.map((_, r) => (counts.within(index, r + 1) - counts.within(index, r)) / done),
      topTen: done === 0 ? 0 : counts.within(index, 10) / done,
    })),
    draws: done,
  };
}

function checkOptions(weights: NonNullable<CompositeOptions["weights"]>, draws: number, concentration: number): void {
  for (const { method, weight } of weights)
    if (!Number.isFinite(weight) || weight < 0) throw new RangeError(`weight ${weight} of ${method}`);
  if (!weights.some(({ weight }) => weight > 0)) throw new RangeError("all weights are 0");
  if (new Set(weights.map(({ method }) => method)).size !== weights.length)
    throw new RangeError("a method comes twice");
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`cannot draw ${draws} weightings`);
  if (!Number.isInteger(concentration) || concentration < 1) throw new RangeError(`concentration ${concentration}`);
}

function weightedMean(places: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  let total = 0;
  places.forEach((place, index) => {
    sum += place * (weights[index] ?? 0);
    total += weights[index] ?? 0;
  });
  return sum / total;
}

/** Gamma variates of whole shape are sums of exponentials; divided by their sum they are Dirichlet weights. */
function gammaOfWholeShape(shape: number, uniform: () => number): number {
  let sum = 0;
  for (let index = 0; index < shape; index += 1) sum -= Math.log(1 - uniform());
  return sum;
}
