/** From here on the asymptotic series has more digits than a double. */
const SERIES_FROM = 12;

/** Bernoulli terms B(2j) / (2j (2j-1)) of Stirling's series. */
const TERMS = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
  43867 / 244188,
] as const;

/**
 * The error of Stirling's formula: ln Γ(a) - [(a - 1/2) ln a - a + ln(2π)/2], for a > 0.
 *
 * It is small and smooth, so densities built on it keep their relative precision where ln Γ itself would cancel
 * (Loader 2000, *Fast and accurate computation of binomial probabilities*).
 *
 * @throws {RangeError} if a is not a positive finite number
 */
export function stirlingError(a: number): number {
  if (!(a > 0) || a === Number.POSITIVE_INFINITY)
    throw new RangeError(`stirlingError needs a positive number, got ${a}`);
  // Below the series' range step upwards: the error shrinks by (a + 1/2) ln(1 + 1/a) - 1 per step.
  let steps = 0;
  let shifted = a;
  while (shifted < SERIES_FROM) {
    steps += stepDown(shifted);
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  let series = 0;
  for (let j = TERMS.length - 1; j >= 0; j--) series = series * square + (TERMS[j] ?? 0);
  return steps + series * inverse;
}

function stepDown(a: number): number {
  if (a < 2) return (a + 0.5) * (Math.log1p(a) - Math.log(a)) - 1;
  // (a + 1/2) ln(1 + 1/a) - 1 = r²/3 + r⁴/5 + ... with r = 1 / (2a + 1), without the cancellation.
  const r = 1 / (2 * a + 1);
  const square = r * r;
  let sum = 0;
  for (let j = 12; j >= 1; j--) sum = sum * square + 1 / (2 * j + 1);
  return sum * square;
}
