/** The scores by which topics can be ordered; higher is a greater need in each. */
export type PriorityMethod = "meanWeightedDiscrepancy" | "meanGap" | "rankedDiscrepancy" | "topFiveBorda";

export const PRIORITY_METHODS: readonly PriorityMethod[] = [
  "meanWeightedDiscrepancy",
  "meanGap",
  "rankedDiscrepancy",
  "topFiveBorda",
];

/**
 * The score of one topic from its four sums, plain or weighted; "not applicable" counts as discrepancy 0.
 *
 * For the two discrepancy scores `high` and `low` are the sums of importance and capability, for the ranked discrepancy
 * the members with importance above and below capability, for the lists `high` is the sum of points; `raters` gave both
 * ratings (or a list).
 *
 * All rankings, resamples and removals go through this one formula. NaN if nobody rated.
 */
export function scoreFromSums(
  method: PriorityMethod,
  high: number,
  low: number,
  raters: number,
  notApplicable: number,
): number {
  if (raters <= 0) return Number.NaN;
  switch (method) {
    case "meanWeightedDiscrepancy":
      return (high * (high - low)) / (raters * (raters + notApplicable));
    case "meanGap":
      return (high - low) / (raters + notApplicable);
    case "rankedDiscrepancy":
      return (100 * (high - low)) / (raters + notApplicable);
    case "topFiveBorda":
      return high / raters;
  }
}
