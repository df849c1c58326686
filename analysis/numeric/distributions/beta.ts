import { incompleteBeta, logBetaKernel, pointFromLogOdds, pointFromNumber } from "./incomplete-beta";
import type { LogTails } from "./log-tails";
import { normalQuantile } from "./normal";
import { solveLogTail } from "./solve-log-tail";

/**
 * P(X <= x) for a beta variable with parameters a and b (the regularised incomplete beta function).
 *
 * @throws {RangeError} if a or b is not positive and finite, or x is NaN
 * @see docs/methods/distributions.md
 * @example
 * betaCdf(0.5, 2, 3); // => 0.6875
 */
export function betaCdf(x: number, a: number, b: number): number {
  return Math.exp(betaLogTails(x, a, b).logLower);
}

/** P(X > x), with the precision of the small tail kept. */
export function betaUpperTail(x: number, a: number, b: number): number {
  return Math.exp(betaLogTails(x, a, b).logUpper);
}

/**
 * The x with P(X <= x) = p. For a quantile next to 1 ask for `1 - betaQuantile(1 - p, b, a)`, whose small side keeps
 * its digits.
 *
 * @throws {RangeError} if p is not within 0 to 1, or a or b is not positive and finite
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p === 0) return 0;
  if (p === 1) return 1;
  return pointFromLogOdds(betaQuantileLogOdds({ lower: p, upper: 1 - p, a, b })).x;
}

/**
 * The natural logarithm of x / (1 - x) at the quantile, which loses digits at neither end; both tails are given so
 * that a small one is not rounded.
 */
export function betaQuantileLogOdds({
  lower,
  upper,
  a,
  b,
}: {
  readonly lower: number;
  readonly upper: number;
  readonly a: number;
  readonly b: number;
}): number {
  requireParameters(a, b);
  if (!(lower > 0 && lower < 1) && !(upper > 0 && upper < 1))
    throw new RangeError(`a quantile needs a probability, got ${lower} and ${upper}`);
  const tail = Math.min(lower, upper);
  const z = Math.abs(normalQuantile(tail)) * (lower < upper ? -1 : 1);
  // The log odds of a beta variable have about this variance; exactly placed by the search.
  const spread = Math.sqrt(1 / a + 1 / b);
  return solveLogTail(
    (w) => {
      const point = pointFromLogOdds(w);
      return { ...incompleteBeta(point, a, b), logDensity: logBetaKernel(point, a, b) };
    },
    { lower, upper, start: Math.log(a) - Math.log(b) + z * Math.min(spread, 1) },
  );
}

function betaLogTails(x: number, a: number, b: number): LogTails {
  requireParameters(a, b);
  if (Number.isNaN(x)) throw new RangeError("a distribution function of NaN");
  if (x <= 0) return { logLower: Number.NEGATIVE_INFINITY, logUpper: 0 };
  if (x >= 1) return { logLower: 0, logUpper: Number.NEGATIVE_INFINITY };
  return incompleteBeta(pointFromNumber(x), a, b);
}

function requireParameters(a: number, b: number): void {
  if (!(a > 0 && b > 0 && a + b < Number.POSITIVE_INFINITY))
    throw new RangeError(`the parameters must be positive numbers, got ${a} and ${b}`);
}
