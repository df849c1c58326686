/** What became of an action that was committed to. */
export type ActionStatus = "done" | "resultDocumented" | "underWay" | "stuck" | "notStarted" | "dropped";

/** What stands in the way of an action or a need, in the words of the survey: `training`, `law`, `it` ... */
export type ObstacleKind = string;

/** A member's need in a topic as the survey has it. */
export interface SurveyNeed {
  readonly member: string;
  readonly topic: string;
  /** max(0, importance - capability) / 4, from 0 to 1. */
  readonly need: number;
  /** Part of it that training can close: 1, 0.5 or 0. */
  readonly trainable: number;
  /** ISO date of the rating. */
  readonly ratedOn: string;
}

/** A member's follow-up of one activity on one topic. */
export interface ActivityFollowUp {
  readonly activity: string;
  readonly member: string;
  readonly topic: string;
  /** ISO date of the activity's last day. */
  readonly endedOn: string;
  /** The committed actions; `null` if the follow-up was not answered. */
  readonly actions: readonly { readonly status: ActionStatus; readonly obstacle?: ObstacleKind | null }[] | null;
}

/** Whether the need was rated after the activity, so that the rating knows its effect. */
export function isRatedAfter({ ratedOn }: SurveyNeed, { endedOn }: ActivityFollowUp): boolean {
  return parseDay(ratedOn) > parseDay(endedOn);
}

/** The day of an ISO date or time, as a number; throws a RangeError for anything else. */
function parseDay(text: string): number {
  const day = /^\d{4}-\d{2}-\d{2}(T.*)?$/.test(text) ? Date.parse(`${text.slice(0, 10)}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(day)) throw new RangeError(`"${text}" is no ISO date`);
  return day;
}
