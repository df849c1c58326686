const SQRT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal distribution at x; 0 where it falls below the smallest double (|x| > 38.6). */
export function normalDensity(x: number): number {
  return gaussian(Math.abs(x)) / SQRT_TWO_PI;
}

/**
 * P(Z <= x) for a standard normal Z, to about 14 significant digits in both tails.
 *
 * Central part by the series of positive terms Φ(x) = 1/2 + φ(x)(x + x³/3 + x⁵/15 + ...), tails by Laplace's continued
 * fraction (Abramowitz & Stegun 26.2.11 and 26.2.14). Infinite arguments give 0 and 1.
 *
 * @throws {RangeError} if x is NaN
 * @see docs/methods/distributions.md
 * @example
 * normalCdf(1.959963984540054); // => 0.975
 */
export function normalCdf(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("normalCdf of NaN");
  if (x > 2) return 1 - tail(x);
  if (x < -2) return tail(-x);
  return 0.5 + central(x);
}

/** P(Z > x), with the precision of the small tail kept: not computed as 1 - P(Z <= x). */
export function normalUpperTail(x: number): number {
  return normalCdf(-x);
}

/**
 * The z with P(Z <= z) = p, to about 15 significant digits; for the upper tail use `-normalQuantile(tail)`.
 *
 * Wichura's AS 241 (1988, Appl. Stat. 37:477-484), then one Newton step on our own distribution function.
 * 0 gives -Infinity, 1 gives Infinity.
 *
 * @throws {RangeError} if p is not within 0 to 1
 * @example
 * normalQuantile(0.975); // => 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile needs a probability, got ${p}`);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const z = q * ratio(CENTRAL, 0.180625 - q * q);
    // The central integral, not the whole one, so that p near 1/2 keeps its digits.
    return z - (central(z) - q) / normalDensity(z);
  }
  const small = q < 0 ? p : 1 - p;
  const r = Math.sqrt(-Math.log(small));
  const start = r <= 5 ? ratio(MIDDLE, r - 1.6) : ratio(FAR, r - 5);
  const density = normalDensity(start);
  const reached = normalUpperTail(start);
  const z = density > 1e-300 ? start + (reached - small) / density : start;
  return q < 0 ? -z : z;
}

function gaussian(x: number): number {
  // x² is split so that its rounding error, multiplied by exp, does not spoil the far tail.
  const coarse = Math.trunc(x * 16) / 16;
  return x > 40 ? 0 : Math.exp(-coarse * coarse * 0.5) * Math.exp(-(x - coarse) * (x + coarse) * 0.5);
}

function central(x: number): number {
  const square = x * x;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return normalDensity(x) * sum;
}

function tail(x: number): number {
  const density = normalDensity(x);
  if (density === 0) return 0;
  let fraction = x;
  for (let k = Math.ceil(20 + 700 / (x * x)); k >= 1; k--) fraction = x + k / fraction;
  return density / fraction;
}

interface Rational {
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

function ratio({ numerator, denominator }: Rational, r: number): number {
  return polynomial(numerator, r) / polynomial(denominator, r);
}

function polynomial(coefficients: readonly number[], r: number): number {
  let sum = 0;
  for (let j = coefficients.length - 1; j >= 0; j--) sum = sum * r + (coefficients[j] ?? 0);
  return sum;
}

const CENTRAL: Rational = {
  numerator: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  denominator: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561,
  ],
};
const MIDDLE: Rational = {
  numerator: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  denominator: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const FAR: Rational = {
  numerator: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  denominator: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};
