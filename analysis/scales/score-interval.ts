import { summariseSample } from "../numeric/sample-summary";
import type { Interval } from "../numeric/t-interval";
import { wilsonInterval } from "./wilson-interval";

/**
 * Interval of the mean of a bounded scale in Wilson's form, for small samples and samples without spread: the scale is
 * mapped to 0..1, where the variance is at most μ(1 - μ) (Bhatia & Davis 2000), so it is conservative and never wider
 * than the scale.
 *
 * @param values within the scale, in any order
 * @param N size of the list that the sample is part of, or `null` if there is none
 * @returns `null` without values, or if all of the list answered
 * @throws {RangeError} if a value is outside the scale or an option impossible
 * @see docs/methods/item-mean.md
 * @example
 * // nine fives of a list of 33 members: from 4.03 to 5
 */
export function scoreInterval(
  values: readonly number[],
  {
    lowest = 1,
    highest = 5,
    confidence = 0.95,
    N = null,
  }: {
    readonly lowest?: number;
    readonly highest?: number;
    readonly confidence?: number;
    readonly N?: number | null;
  } = {},
): Interval | null {
  if (!(Number.isFinite(lowest) && Number.isFinite(highest) && lowest < highest))
    throw new RangeError(`the scale from ${lowest} to ${highest} is empty`);
  for (const value of values) {
    if (!(value >= lowest && value <= highest))
      throw new RangeError(`the value ${value} is outside the scale from ${lowest} to ${highest}`);
  }
  const { n, mean } = summariseSample(values);
  const width = highest - lowest;
  const successes = mean === null ? 0 : Math.min(n, (n * (mean - lowest)) / width);
  const share = wilsonInterval(successes, n, { confidence, N });
  return share && { lower: lowest + width * share.lower, upper: lowest + width * share.upper };
}
