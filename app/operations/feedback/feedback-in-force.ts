import type { Adjustment, FeedbackMark, FeedbackRule } from "~/analysis/feedback/adjustment";
import { type AdjustedNeed, applyAdjustments } from "~/analysis/feedback/apply-adjustments";
import type { SurveyNeed } from "~/analysis/feedback/follow-up";
import type { Database } from "~/db/engine/database";
import { findAdjustments, type StoredAdjustment } from "~/db/feedback";

/** What a later calculation takes from feedback, and names. */
export interface FeedbackInForce {
  /** The run that derived the adjustments. */
  readonly runId: string;
  /** Keys of the adjustments that count, and of those that were taken back by name. */
  readonly applied: readonly string[];
  readonly reversed: readonly string[];
  /** Needs that are other than the survey says. */
  readonly needs: readonly AdjustedNeed[];
}

const RULES: Readonly<Record<string, FeedbackRule>> = {
  freshAnswer: "freshAnswer",
  actionsDone: "actionsDone",
  kpiMissed: "kpiMissed",
  deliveryQuality: "deliveryQuality",
  outsideTraining: "outsideTraining",
};
const MARKS: Readonly<Record<string, FeedbackMark>> = {
  followUpUnknown: "followUpUnknown",
  redesign: "redesign",
  technicalAssistance: "technicalAssistance",
};

/** A stored adjustment with what was decided about it, as the analysis knows it. */
export function adjustmentOf(stored: StoredAdjustment): Adjustment {
  const rule = RULES[stored.rule];
  if (!rule) throw new RangeError(`there is no rule ${stored.rule}`);
  const revision = ({ byName, at, reason }: StoredAdjustment["decisions"][number]) => ({
    by: byName,
    at: at.toISOString(),
    why: reason,
  });
  const last = stored.decisions.findLast(({ decision }) => decision !== "set");
  const set = stored.decisions.findLast(({ decision }) => decision === "set");
  return {
    id: stored.key,
    rule,
    member: stored.memberId,
    topic: stored.topicId,
    activity: stored.activityId,
    subject: stored.subject,
    factor: stored.factor,
    trainable: stored.trainable,
    mark: MARKS[stored.mark ?? ""] ?? null,
    evidence: stored.evidence,
    reversed: last?.decision === "reversed" ? revision(last) : null,
    override: set && set.factor !== null ? { ...revision(set), factor: set.factor } : null,
  };
}

/**
 * The adjustments in force for some needs of a round.
 *
 * @param needs as the survey has them
 * @returns `null` if none were derived
 */
export async function feedbackInForce(
  db: Database,
  { roundId, needs }: { readonly roundId: string; readonly needs: readonly SurveyNeed[] },
): Promise<FeedbackInForce | null> {
  const stored = await findAdjustments(db, roundId);
  const [first] = stored;
  if (!first) return null;
  const adjustments = stored.map(adjustmentOf);
  return {
    runId: first.runId,
    applied: adjustments.filter(({ reversed }) => reversed === null).map(({ id }) => id),
    reversed: adjustments.filter(({ reversed }) => reversed !== null).map(({ id }) => id),
    needs: applyAdjustments(needs, adjustments).filter(
      ({ factor, trainable, surveyTrainable }) => factor !== 1 || trainable !== surveyTrainable,
    ),
  };
}
