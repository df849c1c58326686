import type { Figure } from "../result";
import { figureFrom } from "./minimum-answers";
import { scoreFromSums } from "./priority-method";
import type { TopicSums } from "./topic-tally";

export interface RankedDiscrepancy {
  /** The need as a positive number, "not applicable" among the ties: minus the published sign of the ranked score. */
  readonly score: Figure;
  /** The ranked discrepancy score as published, raters only: from -100 (everyone short) to 100. */
  readonly rankedDiscrepancyScore: Figure;
  /** Percentages of raters with capability below, above and equal to importance. */
  readonly negativeRanks: Figure;
  readonly positiveRanks: Figure;
  readonly tiedRanks: Figure;
}

/**
 * Ranked discrepancy model of one topic (Narine & Harder 2021): share of raters whose capability exceeds importance
 * minus the share whose capability falls short, in per cent.
 *
 * Takes ratings as ordered only, so the size of a shortfall does not count: a topic where all are one point short
 * scores like one where all are four short.
 *
 * @see docs/methods/ranked-discrepancy.md
 */
export function rankedDiscrepancy({ n, notApplicable, needing, exceeding }: TopicSums): RankedDiscrepancy {
  const percent = (members: number) => figureFrom(n, () => (100 * members) / n);
  return {
    score: figureFrom(n, () => scoreFromSums("rankedDiscrepancy", needing, exceeding, n, notApplicable)),
    rankedDiscrepancyScore: figureFrom(n, () => (100 * (exceeding - needing)) / n),
    negativeRanks: percent(needing),
    positiveRanks: percent(exceeding),
    tiedRanks: percent(n - needing - exceeding),
  };
}
