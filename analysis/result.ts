/** Why a figure is not there. A closed list: pages have a sentence for each, in every language. */
export type UndefinedReason =
  | "noRespondents"
  | "tooFewAnswers"
  | "oneRespondent"
  | "tooFewPairs"
  | "tooFewItems"
  | "zeroVariance"
  | "allTied"
  | "emptyStratum"
  | "singleMemberStratum"
  | "census"
  | "seriesBreak"
  | "notTested"
  | "suppressed"
  | "notSolved"
  | "infeasible"
  | "notAsked";

/** What a reader has to know beside a figure. A closed list, like the reasons. */
export type Flag =
  | "straightLiner"
  | "methodDependent"
  | "naMovesRank"
  | "weightsUneven"
  | "designEffectHigh"
  | "lowResponseRate"
  | "zeroWidthReplaced"
  | "mergedStratum"
  | "imputed"
  | "carriedForward"
  | "assumedLanguage"
  | "assumedMissions"
  | "unconfirmedExpert"
  | "unknownObstacle"
  | "negativeAlpha"
  | "confirmedUnread"
  | "naOneScaleOnly"
  | "offersExpertsRatedLow"
  | "topFiveRatedLow"
  | "topImportanceEverywhere"
  | "pairedShareLow"
  | "multipleOptima"
  | "timeLimit"
  | "notProven";

/** A figure or the reason why there is none; never zero for unknown, never NaN. */
export type Figure = { readonly value: number } | { readonly value: null; readonly reason: UndefinedReason };

/** What every result of the analysis carries, so that a published number can be made again. */
export interface Provenance {
  /** Members (or participants, items: `unit` of the method) that the result rests on. */
  readonly n: number;
  /** Members there are. */
  readonly N: number;
  /** n / N, or `null` if N is 0. */
  readonly coverage: number | null;
  /** Name of the method, its file's name under analysis/. */
  readonly method: string;
  /** Version of the method: raised when its figures may change. */
  readonly version: number;
  /** Every parameter that the figures depend on, defaults written out. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Seed of the generator, or `null` where nothing is drawn. */
  readonly seed: number | null;
}

/** Progress of a long calculation: `done` of `total` steps, and what is known so far. */
export type OnProgress = (progress: { readonly done: number; readonly total: number; readonly note?: string }) => void;

/** Asked between steps; `true` stops the calculation, which then returns what it has, marked as incomplete. */
export type ShouldStop = () => boolean;
