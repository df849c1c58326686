import { roundForTies } from "./competition-ranks";

/**
 * Twice the midranks of the values, smallest first: whole numbers, so that sums of ranks are exact. Values that agree
 * to nine decimals are tied.
 *
 * @throws {RangeError} if a value is not finite
 * @example
 * doubledMidranks([7, 3, 7]); // => [5, 2, 5]
 */
export function doubledMidranks(values: readonly number[]): number[] {
  const rounded = values.map((value) => {
    if (!Number.isFinite(value)) throw new RangeError(`value ${value} cannot be ranked`);
    return roundForTies(value);
  });
  const ascending = [...rounded].sort((a, b) => a - b);
  const rankOf = new Map<number, number>();
  for (let start = 0; start < ascending.length; ) {
    const value = ascending[start] ?? 0;
    let end = start;
    while (end < ascending.length && ascending[end] === value) end += 1;
    // Places start + 1 to end, twice their mean.
    rankOf.set(value, start + 1 + end);
    start = end;
  }
  return rounded.map((value) => rankOf.get(value) ?? 0);
}

/** Sum of t³ - t over the groups of tied values, the usual correction for ties. */
export function tieCorrection(ranks: readonly number[]): number {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, t) => sum + (t ** 3 - t), 0);
}
