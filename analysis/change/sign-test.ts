import { roundForTies } from "../numeric/competition-ranks";
import { betaCdf } from "../numeric/distributions/beta";
import type { Figure } from "../result";
import { MINIMUM_FOR_TEST } from "./signed-rank-test";

export interface SignTest {
  readonly increased: number;
  readonly decreased: number;
  readonly unchanged: number;
  /** Exact, two-sided. */
  readonly p: Figure;
}

/**
 * Sign test of paired differences: only the direction is trusted. Exact binomial with one half, unchanged pairs left
 * out; p = min(1, 2 P(X <= the smaller count)). No change: "zeroVariance"; fewer than six: "tooFewPairs".
 *
 * @throws {RangeError} if a difference is not finite
 * @see docs/methods/sign-test.md
 * @example
 * signTest([1, 1, 2, 1, 1, 3, 1, -1]).p; // => { value: 0.0703125 }, which is 18 / 256
 */
export function signTest(differences: readonly number[]): SignTest {
  const signs = differences.map((difference) => {
    if (!Number.isFinite(difference)) throw new RangeError(`difference ${difference} is not a finite number`);
    return Math.sign(roundForTies(difference));
  });
  const increased = signs.filter((sign) => sign > 0).length;
  const decreased = signs.filter((sign) => sign < 0).length;
  const changed = increased + decreased;
  const counts = { increased, decreased, unchanged: signs.length - changed };
  if (changed === 0)
    return { ...counts, p: { value: null, reason: signs.length === 0 ? "noRespondents" : "zeroVariance" } };
  if (changed < MINIMUM_FOR_TEST) return { ...counts, p: { value: null, reason: "tooFewPairs" } };
  return { ...counts, p: { value: Math.min(1, 2 * halfBinomialTail(Math.min(increased, decreased), changed)) } };
}

/** P(X <= x) for n fair coins; a binomial tail is an incomplete beta function. */
function halfBinomialTail(x: number, n: number): number {
  return x >= n ? 1 : betaCdf(0.5, n - x, x + 1);
}
