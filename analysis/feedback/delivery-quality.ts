import type { ShrunkenGroup } from "../scales/shrunken-effects";
import { type Adjustment, recordAdjustment } from "./adjustment";

/**
 * Rule 4: how well an expert or a format was received, as the shrunken mean, for whoever chooses among them. No need is
 * touched. Below three workshops or twenty forms there is no record, so nobody is ranked on an afternoon.
 *
 * @returns `null` for a group without a place
 * @see docs/methods/feedback-rules.md
 */
export function deliveryQuality({ group, workshops, forms, mean, shrunken, rank }: ShrunkenGroup): Adjustment | null {
  if (rank.value === null) return null;
  return recordAdjustment(
    "deliveryQuality",
    { subject: group },
    { evidence: { workshops, forms, mean, shrunken, rank: rank.value } },
  );
}
