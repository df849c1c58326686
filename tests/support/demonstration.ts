import { loadDemonstration } from "~/app/operations/load-demonstration";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { insertOffice } from "~/db/office";
import { loadReference } from "~/db/reference";
import { referenceRowsOf } from "~/db/reference-rows";
import { cycleAfter, cycleAt, cycleOfPlan } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { loadPack } from "~/db/regions/read-pack";

export const ASIA_PACIFIC = "db/regions/asia-pacific";
export const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";

/** The office of a pack with its demonstration, as at the first start on that day. */
export async function demonstrationOffice(
  db: Database,
  { folder, anchorDate = "2026-11-22" }: { readonly folder: string; readonly anchorDate?: string },
): Promise<{ readonly pack: RegionPack; readonly steps: readonly string[] }> {
  const pack = await loadPack(folder);
  const foundedAt = new Date(`${anchorDate}T03:00:00Z`);
  const current = cycleAt(pack, anchorDate);
  for (const cycle of [cycleOfPlan(pack), current, cycleAfter(current)]) await insertCycle(db, cycle);
  await loadReference(db, referenceRowsOf(pack));
  const { id: packId, name } = pack.manifest;
  await insertOffice(db, { packId, name: name.en, anchorDate, synthetic: true, createdAt: foundedAt });
  const steps: string[] = [];
  await loadDemonstration(db, { pack, anchorDate, foundedAt, step: (text) => steps.push(text) });
  return { pack, steps };
}
