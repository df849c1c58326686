import { join, resolve } from "node:path";
import type { Logger } from "pino";
import type { Config } from "~/app/config.server";
import { platform } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import { insertCycle, openFirstCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { type OpenDatabase, openDatabase } from "~/db/engine/open-database";
import { findOfficeOfPack, insertOffice, type Office } from "~/db/office";
import { findPeopleWithRole } from "~/db/people";
import { loadReference } from "~/db/reference";
import { referenceRowsOf } from "~/db/reference-rows";
import { cycleAfter, cycleAt, cycleOfPlan, shortCycleName } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { readPack } from "~/db/regions/read-pack";
import { currentCycle } from "./cycles/current-cycle";
import { loadDemonstration } from "./load-demonstration";
import { loadPrintedPlan } from "./load-printed-plan";
import { storeOf } from "./open-store";
import { addInstruments } from "./rounds/add-instruments";

export interface OpenOffice {
  readonly db: Database;
  readonly pack: RegionPack;
  readonly synthetic: boolean;
  /** People who can sign in. */
  readonly people: number;
  readonly cycleName: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface OpeningTools {
  readonly config: Config;
  /** The project's folder: migrations, packs, built workers are below it. */
  readonly root: string;
  /** Tells whoever starts the server what is being done. */
  readonly step: (text: string) => void;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Opens the office's database and brings it up to date: schema, reference data of the pack, and in a new one the office
 * itself. Each step may be repeated, so a start that was interrupted is simply made again.
 *
 * @throws with a sentence for whoever starts the server: broken pack, locked folder, unreachable database, other region
 */
export async function openOffice(tools: OpeningTools): Promise<OpenOffice> {
  const { config, root, step } = tools;
  const reading = await readPack(resolve(root, config.regionFolder));
  if ("faults" in reading) {
    const lines = reading.faults.map(({ file, path, reason }) => `    ${file} ${path}: ${reason}`);
    throw new Error([`the region pack ${config.regionFolder} is broken:`, ...lines].join("\n"));
  }
  const { pack } = reading;

  step(config.databaseUrl ? "Opening PostgreSQL ..." : `Opening the embedded database in ${config.dataDirectory} ...`);
  const database = await openDatabase(storeOf(config, root));
  try {
    return await bringUpToDate(database, pack, tools);
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function bringUpToDate(database: OpenDatabase, pack: RegionPack, tools: OpeningTools): Promise<OpenOffice> {
  const { config, root, step, now } = tools;
  const { db } = database;
  await database.migrate(join(root, "db/migrations"));
  const known = await findOfficeOfPack(db, pack.manifest.id);
  if (!known) step(`Loading ${pack.manifest.name.en} ...`);
  const today = () => now().toISOString().slice(0, 10);
  const current = cycleAt(pack, today());
  for (const cycle of [cycleOfPlan(pack), current, cycleAfter(current)]) await insertCycle(db, cycle);
  await openFirstCycle(db, { id: current.id, at: now() });
  await loadReference(db, referenceRowsOf(pack));
  await loadPrintedPlan(db, { pack, at: now() });
  const office = known ?? (await foundOffice(db, pack, { config, now, step }));
  await addInstruments(db, { pack, actor: platform, at: now() });

  return {
    db,
    pack,
    synthetic: office.synthetic,
    people: (await findPeopleWithRole(db)).length,
    cycleName: async () => shortCycleName((await currentCycle(db, { pack, at: now() })).id),
    close: () => database.close(),
  };
}

/** A new office and, where asked for, its demonstration: all or nothing, so that an interrupted start is made again. */
async function foundOffice(
  db: Database,
  pack: RegionPack,
  { config, now, step }: Pick<OpeningTools, "config" | "now" | "step">,
): Promise<Office> {
  const createdAt = now();
  const anchorDate = createdAt.toISOString().slice(0, 10);
  const synthetic = config.demonstration && pack.demonstration !== null;
  try {
    return await db.transaction(async (tx) => {
      const office = { packId: pack.manifest.id, name: pack.manifest.name.en, anchorDate, synthetic, createdAt };
      const founded = await insertOffice(tx, office);
      if (synthetic) await loadDemonstration(tx, { pack, anchorDate, foundedAt: createdAt, step });
      return founded;
    });
  } catch (error) {
    // Another server on the same PostgreSQL was faster; then the office is there.
    const found = error instanceof ConflictError ? await findOfficeOfPack(db, pack.manifest.id) : undefined;
    if (found) return found;
    throw error;
  }
}
