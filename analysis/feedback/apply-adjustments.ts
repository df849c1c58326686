import { type Adjustment, type FeedbackMark, LEAST_FACTOR } from "./adjustment";
import type { SurveyNeed } from "./follow-up";

/** A need as the survey has it and as feedback leaves it, side by side. */
export interface AdjustedNeed {
  readonly member: string;
  readonly topic: string;
  readonly surveyNeed: number;
  readonly surveyTrainable: number;
  /** Product of the factors in force, 0.5 to 1. */
  readonly factor: number;
  /** surveyNeed x factor. */
  readonly need: number;
  readonly trainable: number;
  /** Ids of the adjustments in force, those with factor 1 too. */
  readonly applied: readonly string[];
  readonly marks: readonly FeedbackMark[];
}

/**
 * Applies the adjustments in force to the needs that they are about; reversed ones are left out, and without any the
 * needs are the survey's.
 *
 * Several activities on one need multiply, but never below half of what the survey says.
 *
 * @returns one entry per need, in the order given
 * @throws {RangeError} if a need is not within 0 to 1
 * @see docs/methods/feedback-rules.md
 */
export function applyAdjustments(
  needs: readonly SurveyNeed[],
  adjustments: readonly Adjustment[],
): readonly AdjustedNeed[] {
  const byNeed = new Map<string, Adjustment[]>();
  for (const adjustment of adjustments) {
    if (adjustment.reversed || adjustment.member === null || adjustment.topic === null) continue;
    const key = JSON.stringify([adjustment.member, adjustment.topic]);
    byNeed.set(key, [...(byNeed.get(key) ?? []), adjustment]);
  }
  return needs.map(({ member, topic, need, trainable }) => {
    if (!(need >= 0 && need <= 1)) throw new RangeError(`need ${need} of "${member}" is not within 0 to 1`);
    const own = [...(byNeed.get(JSON.stringify([member, topic])) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    const product = own.reduce((all, { factor, override }) => all * (override?.factor ?? factor), 1);
    const factor = Math.min(1, Math.max(LEAST_FACTOR, product));
    return {
      member,
      topic,
      surveyNeed: need,
      surveyTrainable: trainable,
      factor,
      need: need * factor,
      trainable: own.reduce((least, { trainable: most }) => Math.min(least, most ?? 1), trainable),
      applied: own.map(({ id }) => id),
      marks: [...new Set(own.flatMap(({ mark }) => mark ?? []))],
    };
  });
}
