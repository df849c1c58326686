import { mean, sampleStandardDeviation } from "simple-statistics";

export interface SampleSummary {
  readonly n: number;
  /** `null` for an empty sample. */
  readonly mean: number | null;
  /** With n - 1; `null` below two values. */
  readonly sd: number | null;
}

/**
 * Count, mean and sample standard deviation. The values are put in order of size first, so that the rounding does not
 * depend on the order in which they came.
 *
 * @throws {RangeError} if a value is not finite
 */
export function summariseSample(values: readonly number[]): SampleSummary {
  for (const value of values)
    if (!Number.isFinite(value)) throw new RangeError(`value ${value} is not a finite number`);
  const ascending = [...values].sort((a, b) => a - b);
  const constant = ascending.length > 0 && ascending[0] === ascending[ascending.length - 1];
  return {
    n: ascending.length,
    mean: ascending.length === 0 ? null : constant ? (ascending[0] ?? 0) + 0 : mean(ascending),
    // Equal values have no spread, whatever the mean's last digit.
    sd: ascending.length < 2 ? null : constant ? 0 : sampleStandardDeviation(ascending),
  };
}
