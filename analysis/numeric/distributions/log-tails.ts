/** Both tails at a point, as natural logarithms, so that neither underflows. */
export interface LogTails {
  readonly logLower: number;
  readonly logUpper: number;
}

/** ln(1 - e^v) for v <= 0. */
export function logComplement(v: number): number {
  if (v >= 0) return Number.NEGATIVE_INFINITY;
  return v > -Math.LN2 ? Math.log(-Math.expm1(v)) : Math.log1p(-Math.exp(v));
}
