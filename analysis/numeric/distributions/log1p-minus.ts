/**
 * ln(1 + u) - u for u > -1, with full relative precision near 0, where the plain difference loses everything.
 *
 * Always 0 or negative; -Infinity at u = -1.
 */
export function log1pMinus(u: number): number {
  if (!(Math.abs(u) < 0.5)) return Math.log1p(u) - u;
  // With r = u/(2+u): ln(1+u) = 2 (r + r³/3 + ...) and u = 2r + ru, so that the first terms cancel exactly.
  const r = u / (2 + u);
  const square = r * r;
  let sum = 0;
  for (let j = 17; j >= 1; j--) sum = sum * square + 1 / (2 * j + 1);
  return r * (2 * square * sum - u);
}
