import { compareIds } from "~/analysis/compare-ids";
import type { Provenance } from "../result";
import type { ShrunkenGroup } from "../scales/shrunken-effects";
import { actionsDone } from "./actions-done";
import { type Adjustment, LEAST_FACTOR } from "./adjustment";
import { deliveryQuality } from "./delivery-quality";
import type { ActivityFollowUp, SurveyNeed } from "./follow-up";
import { freshAnswer } from "./fresh-answer";
import { type ActivityVerdict, kpiMissed } from "./kpi-missed";
import { OUTSIDE_TRAINING, outsideTraining } from "./outside-training";

/** A year's feedback. */
export interface Feedback {
  readonly needs: readonly SurveyNeed[];
  readonly followUps: readonly ActivityFollowUp[];
  readonly verdicts: readonly ActivityVerdict[];
  /** Experts or formats as `shrunkenEffects` gives them. */
  readonly groups: readonly ShrunkenGroup[];
}

export interface DerivedAdjustments {
  readonly provenance: Provenance;
  /** By id. */
  readonly adjustments: readonly Adjustment[];
}

/**
 * All adjustments that a year's feedback gives by the five rules, one record each. Nothing is changed yet: see
 * `applyAdjustments`, and `reverseAdjustment` to take one back.
 *
 * A follow-up without a need of the same member and topic gives no record.
 *
 * @param kappa of rule 2, a setting of the office
 * @param outside kinds of obstacles that no training removes, as the surveys call them, for rule 5
 * @throws {RangeError} if a need, follow-up, verdict or group comes twice, or as the rules do
 * @see docs/methods/feedback-rules.md
 */
export function deriveAdjustments(
  { needs, followUps, verdicts, groups }: Feedback,
  { kappa = 0.5, outside = OUTSIDE_TRAINING }: { readonly kappa?: number; readonly outside?: readonly string[] } = {},
): DerivedAdjustments {
  const needOf = new Map(needs.map((need) => [key(need.member, need.topic), need]));
  if (needOf.size !== needs.length) throw new RangeError("a need is given twice");
  const about = followUps.flatMap((followUp) => {
    const need = needOf.get(key(followUp.member, followUp.topic));
    return need
      ? [freshAnswer(need, followUp), actionsDone(need, followUp, kappa), outsideTraining(need, followUp, outside)]
      : [];
  });
  const adjustments = [...about, ...verdicts.map(kpiMissed), ...groups.map(deliveryQuality)]
    .filter((adjustment) => adjustment !== null)
    .sort((a, b) => compareIds(a.id, b.id));
  const twice = adjustments.find(({ id }, index) => id === adjustments[index + 1]?.id);
  if (twice) throw new RangeError(`two pieces of feedback give the adjustment ${twice.id}`);
  const answered = followUps.filter(({ actions }) => actions !== null).length;
  return {
    provenance: {
      n: answered,
      N: followUps.length,
      coverage: followUps.length === 0 ? null : answered / followUps.length,
      method: "feedback/derive-adjustments",
      version: 1,
      parameters: { kappa, leastFactor: LEAST_FACTOR, outside: [...outside].sort(compareIds) },
      seed: null,
    },
    adjustments,
  };
}

function key(member: string, topic: string): string {
  return JSON.stringify([member, topic]);
}
