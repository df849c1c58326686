/** Why a rating is not there. None of these is ever turned into a number. */
export type NoRating = "notApplicable" | "dontKnow" | "blank" | "notAsked";

/** One member's pair of ratings for one topic, each a whole number from 1 (low) to 5 (high), or why there is none. */
export interface PairedRating {
  readonly member: string;
  readonly topic: string;
  readonly importance: number | NoRating;
  readonly capability: number | NoRating;
}

/** The topics that a member put first, in order, five at most; fewer are allowed, none is no list. */
export interface TopFiveList {
  readonly member: string;
  readonly topics: readonly string[];
}

/** Somebody who was asked, whether or not an answer came. */
export interface AskedMember {
  readonly member: string;
  /** Sub-region or other group fixed before any data were seen; all or none of the members have one. */
  readonly stratum?: string | undefined;
}

/** One round as the ranking sees it: who was asked, about what, and what came back. */
export interface PriorityInput {
  /** All that were asked: their number is N. */
  readonly members: readonly AskedMember[];
  /** All topics that were to be rated. */
  readonly topics: readonly string[];
  /** At most one row per member and topic, in any order (`latestReturns` removes doubles). */
  readonly ratings: readonly PairedRating[];
  /** At most one list per member, in any order. */
  readonly topFives?: readonly TopFiveList[] | undefined;
}

export const LOWEST_RATING = 1;
export const HIGHEST_RATING = 5;
export const LIST_LENGTH = 5;
