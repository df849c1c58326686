import { type Adjustment, LEAST_FACTOR, type Revision } from "./adjustment";

/**
 * Takes an adjustment back, with who, when and why. The record stays in the list.
 *
 * @throws {RangeError} if there is no such adjustment or it is already reversed
 */
export function reverseAdjustment(
  adjustments: readonly Adjustment[],
  id: string,
  revision: Revision,
): readonly Adjustment[] {
  return revise(adjustments, id, (adjustment) => {
    if (adjustment.reversed) throw new RangeError(`adjustment ${id} is already reversed`);
    return { ...adjustment, reversed: revision };
  });
}

/**
 * Puts a reversed adjustment in force again.
 *
 * @throws {RangeError} if there is no such adjustment or it is not reversed
 */
export function restoreAdjustment(adjustments: readonly Adjustment[], id: string): readonly Adjustment[] {
  return revise(adjustments, id, (adjustment) => {
    if (!adjustment.reversed) throw new RangeError(`adjustment ${id} is not reversed`);
    return { ...adjustment, reversed: null };
  });
}

/**
 * Sets the factor of an adjustment by hand, from 0.5 to 1; the computed one stays in the record. `null` goes back to it.
 *
 * @throws {RangeError} if there is no such adjustment or the factor is out of range
 */
export function overrideAdjustment(
  adjustments: readonly Adjustment[],
  id: string,
  override: (Revision & { readonly factor: number }) | null,
): readonly Adjustment[] {
  if (override && !(override.factor >= LEAST_FACTOR && override.factor <= 1))
    throw new RangeError(`the factor ${override.factor} is not within ${LEAST_FACTOR} to 1`);
  return revise(adjustments, id, (adjustment) => ({ ...adjustment, override }));
}

function revise(
  adjustments: readonly Adjustment[],
  id: string,
  change: (adjustment: Adjustment) => Adjustment,
): readonly Adjustment[] {
  if (!adjustments.some((adjustment) => adjustment.id === id)) throw new RangeError(`there is no adjustment ${id}`);
  return adjustments.map((adjustment) => (adjustment.id === id ? change(adjustment) : adjustment));
}
