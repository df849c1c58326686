import type { Actor } from "~/db/audit";
import { type Cycle, closeCycle, findCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findRounds, type RoundSummary } from "~/db/rounds";

/**
 * Closes a cycle for good, unless a round of it is still open.
 *
 * @returns the closed cycle, or the rounds that must be closed first; `undefined` if there is no such cycle
 * @throws {ConflictError} `cycleClosed` if it is closed already, or is the current one
 */
export async function endCycle(
  db: Database,
  { cycleId, actor, at }: { readonly cycleId: string; readonly actor: Actor; readonly at: Date },
): Promise<{ readonly closed: Cycle } | { readonly openRounds: readonly RoundSummary[] } | undefined> {
  return db
    .transaction(async (tx) => {
      if (!(await findCycle(tx, cycleId))) return undefined;
      // Closed first: whoever holds a round at the same moment waits for the cycle's row, then finds it closed.
      const closed = await closeCycle(tx, { id: cycleId, actor, at });
      const openRounds = (await findRounds(tx, { cycleId })).filter(({ state }) => state !== "closed");
      if (openRounds.length > 0) throw new StillOpen(openRounds);
      return { closed };
    })
    .catch((error: unknown) => {
      if (error instanceof StillOpen) return { openRounds: error.rounds };
      throw error;
    });
}

/** Rolls the closing back. */
class StillOpen extends Error {
  readonly rounds: readonly RoundSummary[];

  constructor(rounds: readonly RoundSummary[]) {
    super("rounds are open");
    this.rounds = rounds;
  }
}
