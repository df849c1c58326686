import { studentTQuantile } from "./distributions/student-t";
import type { SampleSummary } from "./sample-summary";

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Student's interval of a mean, mean ± t s/√n, with the finite-population correction √(1 - n/N) if N is given.
 *
 * @param N size of the list the sample is part of, or `null` if there is no list
 * @returns `null` below two values
 * @throws {RangeError} if the confidence is not between 0 and 1 or N is smaller than the sample
 */
export function tInterval(
  { n, mean, sd }: SampleSummary,
  { confidence, N }: { readonly confidence: number; readonly N: number | null },
): Interval | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  if (N !== null && !(Number.isInteger(N) && N >= n))
    throw new RangeError(`a list of ${N} cannot have a sample of ${n}`);
  if (mean === null || sd === null) return null;
  const correction = N === null ? 1 : 1 - n / N;
  const half = -studentTQuantile((1 - confidence) / 2, n - 1) * sd * Math.sqrt(correction / n);
  return { lower: mean - half, upper: mean + half };
}
