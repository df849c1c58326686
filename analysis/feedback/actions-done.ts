import { type Adjustment, LEAST_FACTOR, recordAdjustment } from "./adjustment";
import { type ActionStatus, type ActivityFollowUp, isRatedAfter, type SurveyNeed } from "./follow-up";

/** How far an action has come, from 0 to 1. */
const PROGRESS: Readonly<Record<ActionStatus, number>> = {
  done: 1,
  resultDocumented: 1,
  underWay: 0.5,
  stuck: 0,
  notStarted: 0,
  dropped: 0,
};

/**
 * Rule 2: where the last rating is older than the activity, the need shrinks by the share a of committed actions that
 * came through: factor 1 - κ a, never below 0.5.
 *
 * Done or with a documented result counts 1, under way 0.5, everything else 0. Without an answer a is 0 and marked
 * unknown; without a committed action it is 0.
 *
 * @param kappa from 0 to 1; 0.5 is the office's choice and no evidence
 * @returns `null` if the need was rated after the activity
 * @throws {RangeError} if kappa is no share or a date no ISO date
 * @see docs/methods/feedback-rules.md
 * @example
 * // one action done, one under way, one stuck: a = 0.5, factor 0.75
 */
export function actionsDone(need: SurveyNeed, followUp: ActivityFollowUp, kappa = 0.5): Adjustment | null {
  if (!(kappa >= 0 && kappa <= 1)) throw new RangeError(`the follow-up factor ${kappa} is not within 0 to 1`);
  if (isRatedAfter(need, followUp)) return null;
  const { actions } = followUp;
  const progress = actions?.reduce((sum, { status }) => sum + PROGRESS[status], 0) ?? 0;
  const share = actions && actions.length > 0 ? progress / actions.length : 0;
  return recordAdjustment(
    "actionsDone",
    { member: need.member, topic: need.topic, activity: followUp.activity },
    {
      factor: Math.max(LEAST_FACTOR, 1 - kappa * share),
      mark: actions === null ? "followUpUnknown" : null,
      evidence: { committed: actions?.length ?? null, share, kappa, ratedOn: need.ratedOn, endedOn: followUp.endedOn },
    },
  );
}
