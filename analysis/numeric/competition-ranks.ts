/** Scores that differ by less than this many decimals are one place: floating-point noise must not break a tie. */
const DECIMALS = 1e9;

/**
 * Competition ranks ("1224"), highest score first: equal scores share the best place, the next place is skipped.
 *
 * Scores are compared rounded to nine decimals. `null` (no score) gets no rank and takes no place.
 *
 * @returns ranks in the order of the scores
 * @throws {RangeError} if a score is NaN or infinite
 * @example
 * competitionRanks([3, 5, null, 5]); // => [3, 1, null, 1]
 */
export function competitionRanks(scores: readonly (number | null)[]): (number | null)[] {
  const rounded = scores.map((score) => {
    if (score === null) return null;
    if (!Number.isFinite(score)) throw new RangeError(`score ${score} cannot be ranked`);
    return roundForTies(score);
  });
  const descending = rounded.filter((score): score is number => score !== null).sort((x, y) => y - x);
  const place = new Map<number, number>();
  descending.forEach((score, index) => {
    if (!place.has(score)) place.set(score, index + 1);
  });
  return rounded.map((score) => (score === null ? null : (place.get(score) ?? null)));
}

/** A score rounded to nine decimals, the unit in which ties are judged; -0 becomes 0. */
export function roundForTies(score: number): number {
  const scaled = score * DECIMALS;
  // Beyond 2^53 the product has no fraction left to round.
  return Math.abs(scaled) >= 2 ** 53 ? score : Math.round(scaled) / DECIMALS + 0;
}
