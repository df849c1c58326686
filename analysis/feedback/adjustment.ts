/** The five rules by which evaluation and follow-up reach next year's needs. */
export type FeedbackRule = "freshAnswer" | "actionsDone" | "kpiMissed" | "deliveryQuality" | "outsideTraining";

/** What a planner has to see beside an adjustment. */
export type FeedbackMark = "followUpUnknown" | "redesign" | "technicalAssistance";

/** Who changed an adjustment by hand, when and why. */
export interface Revision {
  readonly by: string;
  /** ISO date or time, from the edge. */
  readonly at: string;
  readonly why: string;
}

/** One step from feedback to needs, with all that is needed to show it, to doubt it and to take it back. */
export interface Adjustment {
  /** Made of the rule and what it is about, so that the same feedback gives the same id. */
  readonly id: string;
  readonly rule: FeedbackRule;
  readonly member: string | null;
  readonly topic: string | null;
  readonly activity: string | null;
  /** Expert or format, for the quality of delivery. */
  readonly subject: string | null;
  /** On the survey need, 0.5 to 1; 1 leaves it as it is. */
  readonly factor: number;
  /** Most of the need that training can close from now on, or `null` if that is not touched. */
  readonly trainable: number | null;
  readonly mark: FeedbackMark | null;
  /** The figures that led here, by name. */
  readonly evidence: Readonly<Record<string, number | string | null>>;
  /** Taken back by a planner; the record stays. */
  readonly reversed: Revision | null;
  /** Factor set by a planner instead of the computed one. */
  readonly override: (Revision & { readonly factor: number }) | null;
}

/** No adjustment takes more than half of a survey need, and none adds to it. */
export const LEAST_FACTOR = 0.5;

/** A new record of a rule, with an id that no other subject can have. */
export function recordAdjustment(
  rule: FeedbackRule,
  about: Partial<Pick<Adjustment, "member" | "topic" | "activity" | "subject">>,
  effect: Pick<Adjustment, "evidence"> & Partial<Pick<Adjustment, "factor" | "trainable" | "mark">>,
): Adjustment {
  const { member = null, topic = null, activity = null, subject = null } = about;
  const { factor = 1, trainable = null, mark = null, evidence } = effect;
  return {
    id: JSON.stringify([rule, member, topic, activity, subject]),
    rule,
    member,
    topic,
    activity,
    subject,
    factor,
    trainable,
    mark,
    evidence,
    reversed: null,
    override: null,
  };
}
