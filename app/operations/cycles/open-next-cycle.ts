import type { Actor } from "~/db/audit";
import { insertCarriedLines } from "~/db/carried-lines";
import { type Cycle, findCycle, openCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { cycleAfter } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { gatherHandover } from "./gather-handover";

/**
 * Moves the office on to the cycle after `from` and stores which lines it takes over, in one transaction.
 *
 * @returns `undefined` if there is no cycle `from`
 * @throws {ConflictError} `cycleMoved` if `from` is not the current cycle, so that doing it twice does it once
 */
export async function openNextCycle(
  db: Database,
  {
    from: fromId,
    pack,
    actor,
    at,
  }: { readonly from: string; readonly pack: RegionPack; readonly actor: Actor; readonly at: Date },
): Promise<Cycle | undefined> {
  return db.transaction(async (tx) => {
    const from = await findCycle(tx, fromId);
    if (!from) return undefined;
    // Locks the old cycle: what is gathered below is what the new one takes over, once.
    const opened = await openCycle(tx, { from: fromId, next: cycleAfter(from), actor, at });
    const { lines } = await gatherHandover(tx, { from, pack, at });
    await insertCarriedLines(tx, lines);
    return opened;
  });
}
