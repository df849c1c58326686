import { roundForTies } from "../numeric/competition-ranks";
import { normalCdf } from "../numeric/distributions/normal";
import { signedRankTails } from "../numeric/distributions/signed-rank";
import { doubledMidranks, tieCorrection } from "../numeric/doubled-midranks";
import type { Figure } from "../result";

/** What is done with pairs that did not change: left out before ranking (Wilcoxon), or after it (Pratt). */
export type ZeroHandling = "drop" | "pratt";

export interface SignedRankTest {
  /** Pairs, and those that changed. */
  readonly n: number;
  readonly nonZero: number;
  /** Sum of the ranks of the increases; the ranks of all changes add up to `ranks`. */
  readonly statistic: number;
  readonly ranks: number;
  /** Two-sided. */
  readonly p: Figure;
  /** How p was computed: exactly, or beyond 200 changes by the normal approximation with ties and continuity. */
  readonly distribution: "exact" | "normal";
  /** Rank sum of increases minus that of decreases, over their sum: -1 to 1. */
  readonly rankBiserial: Figure;
}

/** Fewer changes than this cannot reach p = .05, so nothing is tested. */
export const MINIMUM_FOR_TEST = 6;
const MOST_FOR_EXACT = 200;

/**
 * Wilcoxon's signed-rank test (1945) of paired differences, exact with ties: the conditional distribution given the
 * midranks, by the shift algorithm. Differences equal to nine decimals are tied, below that they are zero.
 *
 * p = min(1, 2 x the smaller tail). No change at all: "zeroVariance"; fewer than six changes: "tooFewPairs".
 *
 * @param differences in any order
 * @throws {RangeError} if a difference is not finite
 * @see docs/methods/signed-rank-test.md
 * @example
 * // Hollander & Wolfe's nine depressed patients, before minus after: V = 40, two-sided p = .0391
 */
export function signedRankTest(
  differences: readonly number[],
  { zeros = "drop" }: { readonly zeros?: ZeroHandling } = {},
): SignedRankTest {
  const rounded = differences.map((difference) => {
    if (!Number.isFinite(difference)) throw new RangeError(`difference ${difference} is not a finite number`);
    return roundForTies(difference);
  });
  const counted = zeros === "drop" ? rounded.filter((difference) => difference !== 0) : rounded;
  const doubled = doubledMidranks(counted.map(Math.abs));
  const changes = counted.flatMap((difference, index) =>
    difference === 0 ? [] : [{ up: difference > 0, rank: doubled[index] ?? 0 }],
  );
  const sum = (rows: typeof changes) => rows.reduce((total, { rank }) => total + rank, 0);
  const up = sum(changes.filter((change) => change.up));
  const all = sum(changes);
  const exact = changes.length <= MOST_FOR_EXACT;
  const ranks = changes.map(({ rank }) => rank);
  const figure = (compute: () => number, minimum: number): Figure => {
    if (changes.length === 0) return { value: null, reason: rounded.length === 0 ? "noRespondents" : "zeroVariance" };
    return changes.length < minimum ? { value: null, reason: "tooFewPairs" } : { value: compute() };
  };
  return {
    n: rounded.length,
    nonZero: changes.length,
    statistic: up / 2,
    ranks: all / 2,
    p: figure(() => (exact ? exactP(ranks, up) : normalP(ranks, up)), MINIMUM_FOR_TEST),
    distribution: exact ? "exact" : "normal",
    rankBiserial: figure(() => (2 * up - all) / all, 1),
  };
}

function exactP(doubledRanks: readonly number[], doubledStatistic: number): number {
  const { lower, upper } = signedRankTails(doubledRanks, doubledStatistic);
  return Math.min(1, 2 * Math.min(lower, upper));
}

/** Mean and variance given the ranks, (Σ r²)/4, hold with ties and with Pratt's ranks alike. */
function normalP(doubledRanks: readonly number[], doubledStatistic: number): number {
  const ascending = [...doubledRanks].sort((a, b) => a - b);
  const mean = ascending.reduce((sum, rank) => sum + rank, 0) / 2;
  const sd = Math.sqrt(ascending.reduce((sum, rank) => sum + rank * rank, 0)) / 2;
  // Half a step of the statistic: one unit of doubled ranks, half of it if no ties make halves.
  const step = tieCorrection(ascending) > 0 ? 0.5 : 1;
  const distance = Math.max(0, Math.abs(doubledStatistic - mean) - step);
  return Math.min(1, 2 * normalCdf(-distance / sd));
}
