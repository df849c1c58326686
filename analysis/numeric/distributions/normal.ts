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
 * normalCdf(1.9599639845400536); // => 0.975
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
 * normalQuantile(0.975); // => 1.9599639845400536
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
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  denominator: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
};
const MIDDLE: Rational = {
  numerator: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  denominator: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
};
const FAR: Rational = {
  numerator: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  denominator: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
};
