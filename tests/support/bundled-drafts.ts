import { addInstruments } from "~/app/operations/rounds/add-instruments";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { loadReference } from "~/db/reference";
import { referenceRowsOf } from "~/db/reference-rows";
import { cycleOfPlan } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { noon, system } from "./office";

/** A new office of a pack: its region, one cycle, its surveys as drafts. */
export async function newOffice(db: Database, pack: RegionPack): Promise<void> {
  await insertCycle(db, cycleOfPlan(pack));
  await loadReference(db, referenceRowsOf(pack));
  await addInstruments(db, { pack, actor: system, at: noon });
}
