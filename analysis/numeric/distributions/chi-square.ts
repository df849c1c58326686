import { gammaCdf, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from "./gamma";

/**
 * P(X <= x) for a chi-square variable with `df` degrees of freedom, any positive number.
 *
 * @throws {RangeError} if df is not positive and finite, or x is NaN
 * @see docs/methods/distributions.md
 * @example
 * chiSquareCdf(3.8414588206941236, 1); // => 0.95
 */
export function chiSquareCdf(x: number, df: number): number {
  return gammaCdf(x / 2, df / 2);
}

/** P(X > x), with the precision of the small tail kept: the p-value of a chi-square test. */
export function chiSquareUpperTail(x: number, df: number): number {
  return gammaUpperTail(x / 2, df / 2);
}

/** The x with P(X <= x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** The x with P(X > x) = p. */
export function chiSquareUpperQuantile(p: number, df: number): number {
  return 2 * gammaUpperQuantile(p, df / 2);
}
