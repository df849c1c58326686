import { betaQuantileLogOdds } from "./beta";
import { incompleteBeta, pointFromLogOdds, pointFromOdds } from "./incomplete-beta";
import type { LogTails } from "./log-tails";

/**
 * P(X <= x) for Snedecor's F with d1 (numerator) and d2 (denominator) degrees of freedom, positive numbers.
 *
 * @throws {RangeError} if a number of degrees is not positive and finite, or x is NaN
 * @see docs/methods/distributions.md
 * @example
 * fCdf(4, 2, 10); // => 0.9470776795471518
 */
export function fCdf(x: number, d1: number, d2: number): number {
  return Math.exp(fLogTails(x, d1, d2).logLower);
}

/** P(X > x), with the precision of the small tail kept. */
export function fUpperTail(x: number, d1: number, d2: number): number {
  return Math.exp(fLogTails(x, d1, d2).logUpper);
}

/**
 * The x with P(X <= x) = p. For the upper tail use `1 / fQuantile(tail, d2, d1)`. 0 gives 0, 1 gives Infinity.
 *
 * @throws {RangeError} if p is not within 0 to 1 or a number of degrees is not positive and finite
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  requireDegrees(d1, d2);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`fQuantile needs a probability, got ${p}`);
  if (p === 0) return 0;
  if (p === 1) return Number.POSITIVE_INFINITY;
  const logOdds = betaQuantileLogOdds({ lower: p, upper: 1 - p, a: d1 / 2, b: d2 / 2 });
  // Odds times d2 / d1, in one exponential so that neither factor overflows alone.
  return Math.abs(logOdds) < 600 ? (d2 / d1) * Math.exp(logOdds) : Math.exp(logOdds + Math.log(d2) - Math.log(d1));
}

function fLogTails(x: number, d1: number, d2: number): LogTails {
  requireDegrees(d1, d2);
  if (Number.isNaN(x)) throw new RangeError("a distribution function of NaN");
  if (x <= 0) return { logLower: Number.NEGATIVE_INFINITY, logUpper: 0 };
  if (x === Number.POSITIVE_INFINITY) return { logLower: 0, logUpper: Number.NEGATIVE_INFINITY };
  const odds = (x / d2) * d1;
  const point =
    odds > 1e-290 && odds < 1e290 ? pointFromOdds(odds) : pointFromLogOdds(Math.log(x) + Math.log(d1) - Math.log(d2));
  return incompleteBeta(point, d1 / 2, d2 / 2);
}

function requireDegrees(d1: number, d2: number): void {
  if (!(d1 > 0 && d2 > 0 && d1 + d2 < Number.POSITIVE_INFINITY))
    throw new RangeError(`degrees of freedom must be positive numbers, got ${d1} and ${d2}`);
}
