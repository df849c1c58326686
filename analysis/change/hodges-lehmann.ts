import { roundForTies } from "../numeric/competition-ranks";

/**
 * Hodges-Lehmann estimate of the shift: the median of the means of all pairs of differences, each with itself too
 * (Hodges & Lehmann 1963). Unchanged pairs count: they are part of what happened.
 *
 * Equal differences are counted, not listed, so ratings of thousands of members take no longer than those of thirty.
 *
 * @returns `null` without differences
 * @throws {RangeError} if a difference is not finite
 * @see docs/methods/hodges-lehmann.md
 * @example
 * hodgesLehmann([0, 1, 5]); // => 1.75, the median of 0, 0.5, 1, 2.5, 3, 5
 */
export function hodgesLehmann(differences: readonly number[]): number | null {
  const counts = new Map<number, number>();
  for (const difference of differences) {
    if (!Number.isFinite(difference)) throw new RangeError(`difference ${difference} is not a finite number`);
    const value = roundForTies(difference);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const distinct = [...counts].sort(([a], [b]) => a - b);
  const averages = distinct.flatMap(([a, m], index) =>
    distinct.slice(index).map(([b, n], offset) => ({
      value: a / 2 + b / 2,
      pairs: offset === 0 ? (m * (m + 1)) / 2 : m * n,
    })),
  );
  averages.sort((a, b) => a.value - b.value);
  const total = averages.reduce((sum, { pairs }) => sum + pairs, 0);
  const at = (position: number): number => {
    let passed = 0;
    for (const { value, pairs } of averages) {
      passed += pairs;
      if (position < passed) return value;
    }
    return Number.NaN;
  };
  if (total === 0) return null;
  return at(Math.floor((total - 1) / 2)) / 2 + at(Math.floor(total / 2)) / 2;
}
