import { type Adjustment, recordAdjustment } from "./adjustment";
import { type ActionStatus, type ActivityFollowUp, isRatedAfter, type SurveyNeed } from "./follow-up";

const STALLED: ReadonlySet<ActionStatus> = new Set(["stuck", "notStarted", "dropped"]);
/** Obstacles that no training removes, where a survey does not say others. */
export const OUTSIDE_TRAINING: readonly string[] = ["law", "it", "budget", "equipment", "staffing"];

/** Most that training is expected to close where something else stands in the way. */
export const TRAINABLE_WITH_OBSTACLE = 0.5;

/**
 * Rule 5: actions that stalled for a reason outside training (law, IT, budget, equipment, staffing) say that another
 * course would not close the gap: trainable becomes at most 0.5, marked as a case for technical assistance.
 *
 * @param outside kinds of obstacles that no training removes
 * @returns `null` without such an action, or if the need was rated after the activity
 * @throws {RangeError} if a date is no ISO date
 * @see docs/methods/feedback-rules.md
 */
export function outsideTraining(
  need: SurveyNeed,
  followUp: ActivityFollowUp,
  outside: readonly string[] = OUTSIDE_TRAINING,
): Adjustment | null {
  if (isRatedAfter(need, followUp)) return null;
  const stalled = (followUp.actions ?? []).filter(
    ({ status, obstacle }) => STALLED.has(status) && obstacle && outside.includes(obstacle),
  );
  if (stalled.length === 0) return null;
  const kinds = [...new Set(stalled.map(({ obstacle }) => obstacle))].sort();
  return recordAdjustment(
    "outsideTraining",
    { member: need.member, topic: need.topic, activity: followUp.activity },
    {
      trainable: TRAINABLE_WITH_OBSTACLE,
      mark: "technicalAssistance",
      evidence: { stalled: stalled.length, obstacles: kinds.join(", ") },
    },
  );
}
