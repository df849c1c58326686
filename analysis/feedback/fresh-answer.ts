import { type Adjustment, recordAdjustment } from "./adjustment";
import { type ActivityFollowUp, isRatedAfter, type SurveyNeed } from "./follow-up";

/**
 * Rule 1: a fresh answer beats everything. A need rated after the activity already knows what it changed, so follow-up
 * changes nothing any more (it would count twice).
 *
 * @returns a record with factor 1 that says so, or `null` if the rating is older than the activity's end
 * @throws {RangeError} if a date is no ISO date
 * @see docs/methods/feedback-rules.md
 */
export function freshAnswer(need: SurveyNeed, followUp: ActivityFollowUp): Adjustment | null {
  if (!isRatedAfter(need, followUp)) return null;
  return recordAdjustment(
    "freshAnswer",
    { member: need.member, topic: need.topic, activity: followUp.activity },
    { evidence: { ratedOn: need.ratedOn, endedOn: followUp.endedOn } },
  );
}
