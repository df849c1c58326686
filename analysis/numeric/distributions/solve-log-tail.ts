/** What the search needs to know of a distribution at a point w: both tails and the density in w, as logarithms. */
export interface LogTailsWithDensity {
  readonly logLower: number;
  readonly logUpper: number;
  readonly logDensity: number;
}

/**
 * The point w at which a tail has the given probability, by Newton's method on the logarithm of the smaller tail,
 * kept inside a bracket by bisection.
 *
 * @param at tails and density at w; the lower tail increases in w
 * @param lower,upper the two tails asked for, which add up to 1; the smaller one decides
 * @param start any finite point, best near the answer
 */
export function solveLogTail(
  at: (w: number) => LogTailsWithDensity,
  { lower, upper, start }: { readonly lower: number; readonly upper: number; readonly start: number },
): number {
  const useLower = lower <= upper;
  const target = Math.log(useLower ? lower : upper);
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  let reach = 1;
  let w = start;
  for (let step = 0; step < 400; step++) {
    const { logLower, logUpper, logDensity } = at(w);
    const tail = useLower ? logLower : logUpper;
    // Positive if w has to grow.
    const missing = useLower ? target - tail : tail - target;
    if (missing === 0) return w;
    if (missing > 0) low = w;
    else high = w;
    const newton = w + missing * Math.exp(tail - logDensity);
    const next = chooseNext({ newton, low, high, w, reach });
    if (next.reach !== undefined) reach = next.reach;
    if (next.w === w || Math.abs(next.w - w) <= 1e-16 * Math.abs(w)) return next.w;
    w = next.w;
  }
  return w;
}

function chooseNext({
  newton,
  low,
  high,
  w,
  reach,
}: {
  readonly newton: number;
  readonly low: number;
  readonly high: number;
  readonly w: number;
  readonly reach: number;
}): { w: number; reach?: number } {
  if (newton > low && newton < high && Math.abs(newton - w) <= reach * 4) return { w: newton };
  if (low > Number.NEGATIVE_INFINITY && high < Number.POSITIVE_INFINITY) return { w: low + (high - low) / 2, reach };
  return { w: w === low ? w + reach : w - reach, reach: reach * 2 };
}
