import { type LogTails, logComplement } from "./log-tails";
import { log1pMinus } from "./log1p-minus";
import { stirlingError } from "./stirling-error";

/** A point of the unit interval, x and 1 - x each with full relative precision, so that neither end loses digits. */
export interface UnitPoint {
  readonly x: number;
  /** 1 - x. */
  readonly y: number;
  readonly logX: number;
  readonly logY: number;
}

/** The point whose odds x / (1 - x) have the given natural logarithm. */
export function pointFromLogOdds(logOdds: number): UnitPoint {
  const small = Math.exp(-Math.abs(logOdds));
  const logOfOnePlus = Math.log1p(small);
  const near = 1 / (1 + small);
  const far = small / (1 + small);
  return logOdds >= 0
    ? { x: near, y: far, logX: -logOfOnePlus, logY: -logOdds - logOfOnePlus }
    : { x: far, y: near, logX: logOdds - logOfOnePlus, logY: -logOfOnePlus };
}

/** The point with the given odds x / (1 - x), a positive finite number. */
export function pointFromOdds(odds: number): UnitPoint {
  const x = odds > 1 ? 1 / (1 + 1 / odds) : odds / (1 + odds);
  const y = 1 / (1 + odds);
  return { x, y, logX: -Math.log1p(1 / odds), logY: -Math.log1p(odds) };
}

/** The point x given as a number strictly between 0 and 1; 1 - x has the precision that x leaves it. */
export function pointFromNumber(x: number): UnitPoint {
  return { x, y: 1 - x, logX: Math.log(x), logY: Math.log1p(-x) };
}

/**
 * Logarithms of the regularised incomplete beta function I_x(a, b) and of its complement, for a, b > 0.
 *
 * The side of the mean on which the point lies is computed directly (power series, or the continued fraction of
 * Didonato & Morris 1992, ACM TOMS 18:360-373, eq. 8.19), the other as its complement.
 */
export function incompleteBeta(point: UnitPoint, a: number, b: number): LogTails {
  const below = b * point.x <= a * point.y;
  if (below) {
    const logLower = lowerSide(point, a, b);
    return { logLower, logUpper: logComplement(logLower) };
  }
  const mirrored = { x: point.y, y: point.x, logX: point.logY, logY: point.logX };
  const logUpper = lowerSide(mirrored, b, a);
  return { logLower: logComplement(logUpper), logUpper };
}

/** ln of x^a (1-x)^b / B(a, b): the density in the log odds, and the factor in front of every expansion. */
export function logBetaKernel({ x, y, logX, logY }: UnitPoint, a: number, b: number): number {
  const n = a + b;
  const shift = b * x - a * y;
  const u = shift / a;
  const v = -shift / b;
  // Deviance from the mean: with both ratios near 1 the linear parts cancel exactly and are left out.
  const deviance =
    Math.abs(u) < 0.5 && Math.abs(v) < 0.5
      ? -a * log1pMinus(u) - b * log1pMinus(v)
      : -a * logRatio(u, logX - Math.log(a / n)) - b * logRatio(v, logY - Math.log(b / n));
  const corrections = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return -deviance + corrections + 0.5 * (Math.log(a / n) + Math.log(b) - Math.log(2 * Math.PI));
}

function logRatio(relative: number, direct: number): number {
  return Math.abs(relative) < 0.5 ? Math.log1p(relative) : direct;
}

function lowerSide(point: UnitPoint, a: number, b: number): number {
  const kernel = logBetaKernel(point, a, b);
  const useSeries = b <= 1 ? point.x <= 0.7 || a <= 1 : b * point.x <= 1 && point.x <= 0.7;
  // Rounding may lift a tail that is almost 1 above it.
  return Math.min(0, useSeries ? kernel + logSeries(point, a, b) : kernel - Math.log(fraction(point, a, b)));
}

/** ln of I_x(a,b) / kernel by the power series in x, whose factor (1-x)^b is taken out of the kernel again. */
function logSeries({ x, logY }: UnitPoint, a: number, b: number): number {
  let power = 1;
  let sum = 0;
  for (let n = 1; n < 1e6; n++) {
    power *= ((n - b) / n) * x;
    const term = power / (a + n);
    sum += term;
    if (Math.abs(term) <= 1e-17 * Math.abs(1 / a + sum)) break;
  }
  return Math.log1p(a * sum) - Math.log(a) - b * logY;
}

function fraction({ x, y }: UnitPoint, a: number, b: number): number {
  const tiny = 1e-300;
  const shift = a * y - b * x;
  const start = (a * (shift + 1)) / (a + 1);
  let value = start === 0 ? tiny : start;
  let c = value;
  let d = 0;
  for (let m = 1; m < 1e8; m++) {
    const odd = a + 2 * m - 1;
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) / (odd + 2)) * (shift + 1 + m * (1 + y));
    d = denominator + numerator * d;
    d = 1 / (d === 0 ? tiny : d);
    c = denominator + numerator / c;
    if (c === 0) c = tiny;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) <= 2e-16) break;
  }
  return value;
}
