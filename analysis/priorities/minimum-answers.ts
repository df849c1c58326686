import type { Figure, UndefinedReason } from "../result";

/** Fewer answers than this give no number at all. */
export const MINIMUM_FOR_SCORE = 3;
/** Fewer answers than this give a score but no place. */
export const MINIMUM_FOR_RANK = 5;
/** Fewer respondents than this give no resampling. */
export const MINIMUM_FOR_BOOTSTRAP = 8;

/** Why `n` answers are too few for a figure that needs `minimum`, or `null` if they are enough. */
export function tooFew(n: number, minimum = MINIMUM_FOR_SCORE): UndefinedReason | null {
  if (n >= minimum) return null;
  if (n === 0) return "noRespondents";
  return n === 1 ? "oneRespondent" : "tooFewAnswers";
}

/** The figure computed from `n` answers, or why there is none. */
export function figureFrom(n: number, compute: () => number, minimum = MINIMUM_FOR_SCORE): Figure {
  const reason = tooFew(n, minimum);
  return reason ? { value: null, reason } : { value: compute() };
}
