import { incompleteBeta, logBetaKernel, pointFromLogOdds, pointFromOdds, type UnitPoint } from "./incomplete-beta";
import { normalCdf, normalQuantile } from "./normal";
import { solveLogTail } from "./solve-log-tail";

/**
 * P(T <= t) for Student's t with `df` degrees of freedom, any positive number; Infinity means the normal distribution.
 *
 * @throws {RangeError} if df is not positive or t is NaN
 * @see docs/methods/distributions.md
 * @example
 * studentTCdf(2.228138851986274, 10); // => 0.975
 */
export function studentTCdf(t: number, df: number): number {
  requireDegrees(df);
  if (Number.isNaN(t)) throw new RangeError("studentTCdf of NaN");
  if (t === 0) return 0.5;
  if (df === Number.POSITIVE_INFINITY) return normalCdf(t);
  if (!Number.isFinite(t)) return t > 0 ? 1 : 0;
  const half = Math.exp(incompleteBeta(pointOf(Math.abs(t), df), 0.5, df / 2).logUpper) / 2;
  return t < 0 ? half : 1 - half;
}

/** P(T > t), with the precision of the small tail kept. */
export function studentTUpperTail(t: number, df: number): number {
  return studentTCdf(-t, df);
}

/**
 * The t with P(T <= t) = p; for the upper tail use `-studentTQuantile(tail, df)`. 0 and 1 give infinities.
 *
 * @throws {RangeError} if p is not within 0 to 1 or df is not positive
 * @example
 * studentTQuantile(0.975, 10); // => 2.228138851986274
 */
export function studentTQuantile(p: number, df: number): number {
  requireDegrees(df);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`studentTQuantile needs a probability, got ${p}`);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  const oneTail = Math.min(p, 1 - p);
  const centre = 2 * Math.abs(p - 0.5);
  const z = Math.abs(normalQuantile(oneTail));
  // t² / df are the odds of a beta variable with parameters 1/2 and df/2.
  const logOdds = solveLogTail(
    (w) => {
      const point = pointFromLogOdds(w);
      return { ...incompleteBeta(point, 0.5, df / 2), logDensity: logBetaKernel(point, 0.5, df / 2) };
    },
    { lower: centre, upper: 2 * oneTail, start: 2 * Math.log(z) - Math.log(df) },
  );
  const t = Math.sqrt(df) * Math.exp(logOdds / 2);
  return p < 0.5 ? -t : t;
}

function pointOf(t: number, df: number): UnitPoint {
  const odds = (t / df) * t;
  return odds > 1e-290 && odds < 1e290 ? pointFromOdds(odds) : pointFromLogOdds(2 * Math.log(t) - Math.log(df));
}

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be positive, got ${df}`);
}
