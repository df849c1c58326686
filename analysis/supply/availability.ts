import { createRandom } from "~/analysis/numeric/random";
import type { OnProgress, ShouldStop } from "~/analysis/result";
import { copyFlow, filledSeats, removeExpert, restoreFlow, type SeatFlow } from "~/analysis/supply/seat-flow";

/** Distribution of the seats that can be filled when experts are released by chance. */
export interface AvailabilityView {
  readonly seats: number;
  /** With everybody released. */
  readonly filledWithAll: number;
  /** Chance of release taken for each expert; a setting, not evidence. */
  readonly probability: number;
  readonly seed: number;
  /** Draws made; fewer than asked for if stopped. */
  readonly draws: number;
  /** Mean over the draws, in seats; `null` if no draw was made. */
  readonly mean: number | null;
  /** 5th, 50th and 95th of a hundred draws: the least value reached by at least that share of the draws. */
  readonly quantiles: { readonly p05: number; readonly p50: number; readonly p95: number } | null;
  /** Draws with so many seats filled, from 0 to `filledWithAll`. */
  readonly counts: readonly number[];
  /** Share of the draws in which every seat could be filled. */
  readonly shareComplete: number | null;
}

/**
 * How many seats can be filled if each expert is released with the same chance, independently: seeded draws, each
 * re-solved from the maximum flow by taking out who is missing.
 *
 * Experts are drawn in the order of their ids, so that the same seed gives the same draws whatever the input's order.
 *
 * @param flow a maximum flow; it stays as it is
 * @throws {RangeError} if the probability is not from 0 to 1, the number of draws is not a positive integer, or the
 *   seed is not an integer from 0 to 2^32 - 1
 * @see docs/methods/expert-availability.md
 */
export function availability(
  flow: SeatFlow,
  {
    seed,
    probability = 0.7,
    draws = 2000,
    onProgress,
    shouldStop,
  }: {
    readonly seed: number;
    readonly probability?: number;
    readonly draws?: number;
    readonly onProgress?: OnProgress;
    readonly shouldStop?: ShouldStop;
  },
): AvailabilityView {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`${probability} is no chance from 0 to 1`);
  if (!(Number.isInteger(draws) && draws > 0)) throw new RangeError(`cannot make ${draws} draws`);
  const random = createRandom(seed);
  const experts = flow.network.experts.length;
  const filledWithAll = filledSeats(flow);
  const counts = new Array<number>(filledWithAll + 1).fill(0);
  const base = copyFlow(flow);
  const scratch = copyFlow(flow);
  let made = 0;
  while (made < draws) {
    if (made % 100 === 0) {
      if (shouldStop?.()) break;
      onProgress?.({ done: made, total: draws });
    }
    restoreFlow(scratch, base);
    let filled = filledWithAll;
    for (let e = 0; e < experts; e++) if (random.next() >= probability) filled -= removeExpert(scratch, e);
    counts[filled] = (counts[filled] ?? 0) + 1;
    made++;
  }
  const quantile = (share: number): number => {
    let below = 0;
    return counts.findIndex((count) => {
      below += count;
      return below >= share * made;
    });
  };
  return {
    seats: flow.taken.length,
    filledWithAll,
    probability,
    seed,
    draws: made,
    mean: made === 0 ? null : counts.reduce((sum, count, filled) => sum + count * filled, 0) / made,
    quantiles: made === 0 ? null : { p05: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95) },
    counts,
    shareComplete: made === 0 ? null : filledWithAll < flow.taken.length ? 0 : (counts[filledWithAll] ?? 0) / made,
  };
}
