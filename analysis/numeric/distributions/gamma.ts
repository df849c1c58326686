import { type LogTails, logComplement } from "./log-tails";
import { log1pMinus } from "./log1p-minus";
import { normalQuantile } from "./normal";
import { solveLogTail } from "./solve-log-tail";
import { stirlingError } from "./stirling-error";

/**
 * P(X <= x) for a gamma variable with the given shape and scale 1 (the regularised incomplete gamma function).
 *
 * Left of the mean by the series of positive terms, right of it by the continued fraction (Abramowitz & Stegun 6.5.29
 * and 6.5.31), with the density in Loader's form.
 *
 * @throws {RangeError} if shape is not positive and finite, or x is NaN
 * @see docs/methods/distributions.md
 * @example
 * gammaCdf(2, 1); // => 0.8646647167633873, which is 1 - exp(-2)
 */
export function gammaCdf(x: number, shape: number): number {
  requireShape(shape);
  return Math.exp(gammaLogTails(x, shape).logLower);
}

/** P(X > x), with the precision of the small tail kept. */
export function gammaUpperTail(x: number, shape: number): number {
  requireShape(shape);
  return Math.exp(gammaLogTails(x, shape).logUpper);
}

/**
 * The x with P(X <= x) = p, scale 1. 0 gives 0, 1 gives Infinity; 0 too where the quantile is below the smallest double.
 *
 * @throws {RangeError} if p is not within 0 to 1 or shape is not positive and finite
 */
export function gammaQuantile(p: number, shape: number): number {
  return quantile({ lower: p, upper: 1 - p, shape });
}

/** The x with P(X > x) = p: for small p more precise than `gammaQuantile(1 - p, shape)`. */
export function gammaUpperQuantile(p: number, shape: number): number {
  return quantile({ lower: 1 - p, upper: p, shape });
}

function quantile({ lower, upper, shape }: { lower: number; upper: number; shape: number }): number {
  requireShape(shape);
  if (!(lower >= 0 && lower <= 1)) throw new RangeError(`a quantile needs a probability, got ${lower} and ${upper}`);
  if (lower === 0 && upper === 1) return 0;
  if (upper === 0) return Number.POSITIVE_INFINITY;
  const logX = solveLogTail(
    (w) => {
      const x = Math.exp(w);
      // Beyond the range of doubles only the leading term is left: P = x^shape / Γ(shape + 1).
      if (x < 1e-300) {
        const logLower = shape * w - logGammaOfOnePlus(shape);
        return { logLower, logUpper: logComplement(logLower), logDensity: logLower + Math.log(shape) };
      }
      return { ...gammaLogTails(x, shape), logDensity: logKernel(x, shape) + Math.log(shape) };
    },
    { lower, upper, start: startOf(Math.min(lower, upper), lower < upper ? -1 : 1, shape) },
  );
  return Math.exp(logX);
}

/** Wilson and Hilferty's cube-root approximation as a first guess, in ln x. */
function startOf(tail: number, side: number, shape: number): number {
  const z = side * Math.abs(normalQuantile(tail));
  const root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  if (root > 0.1) return Math.log(shape) + 3 * Math.log(root);
  return side < 0 ? (Math.log(tail) + logGammaOfOnePlus(shape)) / shape : Math.log(shape);
}

function gammaLogTails(x: number, shape: number): LogTails {
  if (Number.isNaN(x)) throw new RangeError("a distribution function of NaN");
  if (x <= 0) return { logLower: Number.NEGATIVE_INFINITY, logUpper: 0 };
  if (x === Number.POSITIVE_INFINITY) return { logLower: 0, logUpper: Number.NEGATIVE_INFINITY };
  const kernel = logKernel(x, shape);
  if (x < Math.max(1, shape)) {
    const logLower = Math.min(0, kernel + Math.log(series(x, shape)));
    return { logLower, logUpper: logComplement(logLower) };
  }
  const logUpper = Math.min(0, kernel + Math.log(shape) + Math.log(fraction(x, shape)));
  return { logLower: logComplement(logUpper), logUpper };
}

/** ln of x^shape e^-x / Γ(shape + 1). */
function logKernel(x: number, shape: number): number {
  const u = (x - shape) / shape;
  const deviance = Math.abs(u) < 0.5 ? -shape * log1pMinus(u) : x - shape - shape * (Math.log(x) - Math.log(shape));
  return -deviance - 0.5 * Math.log(2 * Math.PI * shape) - stirlingError(shape);
}

function logGammaOfOnePlus(shape: number): number {
  return (shape + 0.5) * Math.log(shape) - shape + 0.5 * Math.log(2 * Math.PI) + stirlingError(shape);
}

function series(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

function fraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 1e8; n++) {
    const numerator = -n * (n - shape);
    b += 2;
    d = numerator * d + b;
    d = 1 / (d === 0 ? 1e-300 : d);
    c = b + numerator / c;
    if (c === 0) c = 1e-300;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) <= 2e-16) break;
  }
  return value;
}

function requireShape(shape: number): void {
  if (!(shape > 0 && shape < Number.POSITIVE_INFINITY))
    throw new RangeError(`the shape must be a positive number, got ${shape}`);
}
