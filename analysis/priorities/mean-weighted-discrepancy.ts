import type { Figure } from "../result";
import { figureFrom } from "./minimum-answers";
import { HIGHEST_RATING, LOWEST_RATING } from "./paired-rating";
import { scoreFromSums } from "./priority-method";
import type { TopicTally } from "./topic-tally";

export interface MeanWeightedDiscrepancy {
  /** Headline: "not applicable" counts as discrepancy 0, so score over raters x raters / (raters + not applicable). */
  readonly score: Figure;
  /** Jackknife standard error of `score` with finite-population correction. */
  readonly standardError: Figure;
  /** The score over raters only. */
  readonly unadjusted: Figure;
}

/**
 * Mean weighted discrepancy score of one topic (Borich 1980): the mean over members of importance minus capability,
 * times the topic's mean importance. Squared scale points, from -6.25 to 20; positive is a need.
 *
 * Paired-complete: a member counts only if it gave both ratings, for the mean importance too. Being a product of two
 * means it is an index: the mean gap belongs beside it.
 *
 * The standard error leaves out each rater and each "not applicable" in turn: squared, it is (1 - f)(n - 1)/n times the
 * sum of squared deviations from their mean, n = raters + not applicable, f = n / N. With f = 1 nothing was sampled and
 * there is none ("census"); with fewer than three pairs there is no figure at all.
 *
 * @param N members that were asked
 * @see docs/methods/mean-weighted-discrepancy.md
 */
export function meanWeightedDiscrepancy(tally: TopicTally, topic: number, N: number): MeanWeightedDiscrepancy {
  const { n, notApplicable, importance, capability } = tally.sums(topic);
  const score = (high: number, low: number, raters: number, without: number) =>
    scoreFromSums("meanWeightedDiscrepancy", high, low, raters, without);
  return {
    score: figureFrom(n, () => score(importance, capability, n, notApplicable)),
    standardError:
      n + notApplicable === N && N > 0
        ? { value: null, reason: "census" }
        : figureFrom(n, () => jackknifeStandardError(tally, topic, N)),
    unadjusted: figureFrom(n, () => score(importance, capability, n, 0)),
  };
}

function jackknifeStandardError(tally: TopicTally, topic: number, N: number): number {
  const { n, notApplicable, importance, capability } = tally.sums(topic);
  const score = (high: number, low: number, raters: number, without: number) =>
    scoreFromSums("meanWeightedDiscrepancy", high, low, raters, without);
  const left: { readonly members: number; readonly score: number }[] = [];
  for (let high = LOWEST_RATING; high <= HIGHEST_RATING; high += 1)
    for (let low = LOWEST_RATING; low <= HIGHEST_RATING; low += 1) {
      const members = tally.pairs(topic, high, low);
      if (members > 0) left.push({ members, score: score(importance - high, capability - low, n - 1, notApplicable) });
    }
  if (notApplicable > 0)
    left.push({ members: notApplicable, score: score(importance, capability, n, notApplicable - 1) });

  const all = n + notApplicable;
  const mean = left.reduce((sum, { members, score: value }) => sum + members * value, 0) / all;
  const squares = left.reduce((sum, { members, score: value }) => sum + members * (value - mean) ** 2, 0);
  return Math.sqrt((1 - all / N) * ((all - 1) / all) * squares);
}
