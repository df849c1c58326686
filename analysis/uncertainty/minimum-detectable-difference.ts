import { normalQuantile } from "../numeric/distributions/normal";
import { MINIMUM_FOR_BOOTSTRAP, tooFew } from "../priorities/minimum-answers";
import type { RatingMatrix } from "../priorities/rating-matrix";
import { scoreChannels } from "../priorities/score-channels";
import type { Figure, Provenance } from "../result";
import { memberScores } from "./member-scores";

const SIGNIFICANCE = 0.05;
const POWER = 0.8;

export interface DetectableDifferenceInput {
  /** Standard deviation of the members' differences between the two topics, scale points. */
  readonly sd: number;
  /** Members that answered on both. */
  readonly n: number;
  readonly N: number;
  /** Comparisons that share the error; default 1. */
  readonly comparisons?: number;
  /** Two-sided error; default 0.05. */
  readonly significance?: number;
  /** Chance to find a difference of this size; default 0.8. */
  readonly power?: number;
}

/**
 * The smallest difference between the mean gaps of two topics, rated by the same members, that such a round would find:
 * (z_{1-a/2m} + z_power) sd / sqrt(n) sqrt(1 - n/N), scale points.
 *
 * None in a census: there every difference is real.
 *
 * @throws {RangeError} if sd is negative or not finite, n is no whole number from 1 to N, comparisons no positive whole
 * number, or an error or power is not between 0 and 1
 * @see docs/methods/minimum-detectable-difference.md
 * @example
 * minimumDetectableDifference({ sd: 1.2, n: 25, N: 33 }); // => { value: 0.331... }
 */
export function minimumDetectableDifference({
  sd,
  n,
  N,
  comparisons = 1,
  significance = SIGNIFICANCE,
  power = POWER,
}: DetectableDifferenceInput): Figure {
  if (!Number.isFinite(sd) || sd < 0) throw new RangeError(`standard deviation ${sd}`);
  if (!Number.isInteger(n) || !Number.isInteger(N) || n < 1 || n > N) throw new RangeError(`${n} of ${N} members`);
  if (!Number.isInteger(comparisons) || comparisons < 1) throw new RangeError(`${comparisons} comparisons`);
  for (const chance of [significance, power])
    if (!(chance > 0 && chance < 1)) throw new RangeError(`${chance} is not between 0 and 1`);
  if (n === N) return { value: null, reason: "census" };
  const z = normalQuantile(power) - normalQuantile(significance / (2 * comparisons));
  return { value: ((z * sd) / Math.sqrt(n)) * Math.sqrt(1 - n / N) };
}

export interface RoundDetectableDifference {
  readonly provenance: Provenance;
  /** Middle value over all pairs of topics: two topics chosen before looking. */
  readonly singlePair: Figure;
  /** The same if one topic is held against all others. */
  readonly againstAll: Figure;
  /** Middle standard deviation of the members' differences, scale points. */
  readonly sd: Figure;
}

/**
 * What this round can tell apart: `minimumDetectableDifference` of every pair of topics, from the members that answered
 * on both, and the middle one of them. "Not applicable" is a discrepancy of 0.
 */
export function roundDetectableDifference(matrix: RatingMatrix): RoundDetectableDifference {
  const channels = scoreChannels(matrix, "meanGap");
  const scores = memberScores(channels);
  const k = channels.topics.length;
  const provenance: Provenance = {
    n: channels.respondents.length,
    N: matrix.N,
    coverage: matrix.N === 0 ? null : channels.respondents.length / matrix.N,
    method: "uncertainty/minimum-detectable-difference",
    version: 1,
    parameters: { method: channels.method, significance: SIGNIFICANCE, power: POWER },
    seed: null,
  };
  const reason = tooFew(channels.respondents.length, MINIMUM_FOR_BOOTSTRAP) ?? (k < 2 ? "tooFewItems" : null);
  if (reason) {
    const none: Figure = { value: null, reason };
    return { provenance, singlePair: none, againstAll: none, sd: none };
  }
  const pairs = scores.pairs().filter(({ n }) => n > 1);
  const difference = (comparisons: number): Figure => {
    const values = pairs.flatMap(({ n, sd }) => {
      const figure = minimumDetectableDifference({ sd, n, N: matrix.N, comparisons });
      return figure.value === null ? [] : [figure.value];
    });
    return values.length === 0 ? { value: null, reason: "census" } : { value: middle(values) };
  };
  return {
    provenance,
    singlePair: difference(1),
    againstAll: difference(k - 1),
    sd: pairs.length === 0 ? { value: null, reason: "tooFewPairs" } : { value: middle(pairs.map(({ sd }) => sd)) },
  };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? 0)) / 2;
}
