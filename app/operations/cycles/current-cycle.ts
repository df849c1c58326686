import { findOpenedCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { type CycleDates, cycleAt } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";

/** The cycle that the office works in; before it has opened one, that of the calendar. */
export async function currentCycle(
  db: Database,
  { pack, at }: { readonly pack: Pick<RegionPack, "manifest">; readonly at: Date },
): Promise<CycleDates> {
  return (await findOpenedCycle(db)) ?? cycleAt(pack, at.toISOString().slice(0, 10));
}
