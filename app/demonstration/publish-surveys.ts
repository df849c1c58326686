import { publishDefinition } from "~/app/operations/publish-definition";
import { addInstruments } from "~/app/operations/rounds/add-instruments";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findDraft } from "~/db/instruments";
import { INSTRUMENTS, type InstrumentId, type RegionPack } from "~/db/regions/pack-schema";

/**
 * Publishes every survey of the pack as its first version.
 *
 * @returns the version of each instrument
 * @throws {Error} if a definition does not pass the check; the pack's own check finds that earlier
 */
export async function publishSurveys(
  db: Database,
  { pack, actor, at }: { readonly pack: RegionPack; readonly actor: Actor; readonly at: Date },
): Promise<ReadonlyMap<InstrumentId, string>> {
  await addInstruments(db, { pack, actor, at });
  const versions = new Map<InstrumentId, string>();
  for (const instrumentId of INSTRUMENTS) {
    const draftRevision = (await findDraft(db, instrumentId))?.revision ?? 0;
    const published = await publishDefinition(db, { instrumentId, draftRevision, pack, actor, at });
    if (!published || !("version" in published))
      throw new Error(`${pack.definitions[instrumentId].file} cannot be published`);
    versions.set(instrumentId, published.version.id);
  }
  return versions;
}
