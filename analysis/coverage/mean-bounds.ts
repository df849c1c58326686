import type { Figure, Provenance } from "../result";

export interface MeanBounds {
  readonly provenance: Provenance;
  /** Mean of the answers. */
  readonly mean: Figure;
  /** The mean of all N if every missing answer were the lowest, and the highest, of the scale. */
  readonly lower: Figure;
  readonly upper: Figure;
}

/**
 * Worst-case bounds of a mean (Manski 1989): whatever the silent members would have said, the mean of all lies within.
 * No assumption is made, so no confidence level belongs to it.
 *
 * With no answer at all the bounds are the ends of the scale; with N = 0 there are none.
 *
 * @param values the answers, each within the scale, in any order
 * @param N members that were asked, at least as many as answered
 * @throws {RangeError} if a value is not finite or outside the scale, the scale is empty, or N is too small
 * @see docs/methods/mean-bounds.md
 * @example
 * // 22 of 33 members answered, with mean 4.14 (sum 91): bounds 3.09 and 4.42
 */
export function meanBounds(
  values: readonly number[],
  { N, lowest = 1, highest = 5 }: { readonly N: number; readonly lowest?: number; readonly highest?: number },
): MeanBounds {
  if (!(Number.isFinite(lowest) && Number.isFinite(highest) && lowest < highest))
    throw new RangeError(`the scale from ${lowest} to ${highest} is empty`);
  const n = values.length;
  if (!Number.isInteger(N) || N < n) throw new RangeError(`N ${N} is no whole number of at least ${n} answers`);
  for (const value of values) {
    if (!(value >= lowest && value <= highest))
      throw new RangeError(`the value ${value} is outside the scale from ${lowest} to ${highest}`);
  }
  // Ascending, so that the rounding of the sum does not depend on the order of the input.
  const sum = [...values].sort((a, b) => a - b).reduce((total, value) => total + value, 0);
  const none: Figure = { value: null, reason: "noRespondents" };
  return {
    provenance: {
      n,
      N,
      coverage: N === 0 ? null : n / N,
      method: "coverage/mean-bounds",
      version: 1,
      parameters: { lowest, highest },
      seed: null,
    },
    mean: n === 0 ? none : { value: sum / n },
    lower: N === 0 ? none : { value: (sum + (N - n) * lowest) / N },
    upper: N === 0 ? none : { value: (sum + (N - n) * highest) / N },
  };
}
