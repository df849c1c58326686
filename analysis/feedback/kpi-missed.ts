import type { KpiOutcome } from "../scales/kpi-verdict";
import { type Adjustment, recordAdjustment } from "./adjustment";

/** How an activity was rated, and who and what delivered it. */
export interface ActivityVerdict {
  readonly activity: string;
  readonly outcome: KpiOutcome | null;
  readonly mean: number | null;
  /** Experts and material that are not to be proposed again without a comment if the outcome is "missed". */
  readonly experts: readonly string[];
  readonly material?: string | null;
}

/**
 * Rule 3: a workshop clearly below the target says something about its delivery, nothing about the need. The need stays,
 * the activity is marked for redesign, and the same expert or material is not proposed again without a comment. A target
 * that was met reduces no need either: liking a course says little about using it.
 *
 * @returns `null` unless the outcome is "missed"
 * @see docs/methods/feedback-rules.md
 */
export function kpiMissed({ activity, outcome, mean, experts, material = null }: ActivityVerdict): Adjustment | null {
  if (outcome !== "missed") return null;
  return recordAdjustment(
    "kpiMissed",
    { activity },
    { mark: "redesign", evidence: { mean, experts: JSON.stringify([...experts].sort()), material } },
  );
}
