import type { Figure } from "../result";
import { figureFrom } from "./minimum-answers";
import { scoreFromSums } from "./priority-method";
import type { TopicSums } from "./topic-tally";

export interface MeanGap {
  /** "Not applicable" counts as discrepancy 0. */
  readonly score: Figure;
  /** Mean importance minus mean capability of the raters. */
  readonly unadjusted: Figure;
}

/**
 * Mean gap of one topic: mean importance minus mean capability over the members that gave both, in scale points from
 * -4 to 4, positive is a need.
 *
 * The two scales differ: it is the mean of a discrepancy, not a distance in capability.
 *
 * @see docs/methods/mean-gap.md
 */
export function meanGap({ n, notApplicable, importance, capability }: TopicSums): MeanGap {
  return {
    score: figureFrom(n, () => scoreFromSums("meanGap", importance, capability, n, notApplicable)),
    unadjusted: figureFrom(n, () => scoreFromSums("meanGap", importance, capability, n, 0)),
  };
}
