/** The two tails of the signed-rank statistic at an observed value, each including that value. */
export interface SignedRankTails {
  /** P(V <= v). */
  readonly lower: number;
  /** P(V >= v). */
  readonly upper: number;
}

/**
 * Exact null distribution of Wilcoxon's signed-rank statistic for any ranks, tied ones too: V is the sum of the ranks
 * of the positive differences, each sign equally likely.
 *
 * Midranks are halves, so all ranks come doubled, as integers; so does V. The distribution is built by the shift
 * algorithm (Streitberg & Roehmel 1986, *Statistical Software Newsletter* 12:10-17), one rank at a time, in
 * probabilities: every value carries full relative precision, the smallest tail 2^-n too.
 *
 * Work grows with n times the sum of ranks.
 *
 * @param doubledRanks non-negative integers, one per pair, in any order
 * @param doubledStatistic the observed 2V; may lie outside the range
 * @throws {RangeError} if a doubled rank is not a non-negative integer or the statistic is NaN
 * @see docs/methods/distributions.md
 * @example
 * signedRankTails([2, 4, 6], 12); // V = 6 of 6 => { lower: 1, upper: 0.125 }
 */
export function signedRankTails(doubledRanks: readonly number[], doubledStatistic: number): SignedRankTails {
  if (Number.isNaN(doubledStatistic)) throw new RangeError("signedRankTails of NaN");
  for (const rank of doubledRanks) {
    if (!Number.isInteger(rank) || rank < 0) throw new RangeError(`a doubled rank must be an integer, got ${rank}`);
  }
  // Ascending, so that the order of the input cannot change a rounding; without ties all are even, which halves the work.
  const step = doubledRanks.every((rank) => rank % 2 === 0) ? 2 : 1;
  const ranks = [...doubledRanks].sort((a, b) => a - b).map((rank) => rank / step);
  const highest = ranks.reduce((sum, rank) => sum + rank, 0);
  const statistic = doubledStatistic / step;
  const probabilities = new Float64Array(highest + 1);
  probabilities[0] = 1;
  let reached = 0;
  for (const rank of ranks) {
    reached += rank;
    // From above, so that each entry still holds the value without this rank when it is needed.
    for (let v = reached; v >= rank; v--)
      probabilities[v] = ((probabilities[v] ?? 0) + (probabilities[v - rank] ?? 0)) / 2;
    for (let v = rank - 1; v >= 0; v--) probabilities[v] = (probabilities[v] ?? 0) / 2;
  }
  let lower = 0;
  let upper = 0;
  // The distribution is symmetric; each tail is summed from its small end.
  for (let v = 0; v <= Math.min(statistic, highest); v++) lower += probabilities[v] ?? 0;
  for (let v = highest; v >= Math.max(statistic, 0); v--) upper += probabilities[v] ?? 0;
  return { lower: Math.min(1, lower), upper: Math.min(1, upper) };
}
