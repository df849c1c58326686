import type { Figure } from "../result";
import { figureFrom } from "./minimum-answers";
import type { TopicSums } from "./topic-tally";

export interface LargeDiscrepancies {
  /** Members with importance at least two points above capability. */
  readonly members: number;
  /** The same as a share of those that rated or answered "not applicable", 0 to 1. */
  readonly share: Figure;
  /** Mean of max(0, importance - capability) over the same members, scale points 0 to 4. */
  readonly meanShortfall: Figure;
}

/**
 * What a mean hides: in the mean gap one member's surplus cancels another's deficit, here it does not.
 *
 * @see docs/methods/large-discrepancies.md
 */
export function largeDiscrepancies({ n, notApplicable, large, positive }: TopicSums): LargeDiscrepancies {
  return {
    members: large,
    share: figureFrom(n, () => large / (n + notApplicable)),
    meanShortfall: figureFrom(n, () => positive / (n + notApplicable)),
  };
}
