import { publishDefinition } from "~/app/operations/publish-definition";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { insertInstrument, saveDraft } from "~/db/instruments";
import { INSTRUMENTS, type InstrumentId, type RegionPack } from "~/db/regions/pack-schema";
import { readDefinition } from "~/surveys/check-definition";
import { compile } from "~/surveys/compile";

/** Ratings of a workshop and pledges share no key: the ratings are nobody's, the pledges come by their own link. */
const ANONYMOUS: ReadonlySet<InstrumentId> = new Set(["evaluation"]);

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
  const versions = new Map<InstrumentId, string>();
  for (const instrumentId of INSTRUMENTS) {
    const { text, file } = pack.definitions[instrumentId];
    const { title } = compile(readDefinition(text));
    await insertInstrument(db, {
      id: instrumentId,
      title: { ...title, en: title.en ?? instrumentId },
      anonymous: ANONYMOUS.has(instrumentId),
      actor,
      at,
    });
    const draft = await saveDraft(db, { instrumentId, definition: text, baseRevision: 0, actor, at });
    const published = await publishDefinition(db, { instrumentId, draftRevision: draft.revision, pack, actor, at });
    if (!published || !("version" in published)) throw new Error(`${file} cannot be published`);
    versions.set(instrumentId, published.version.id);
  }
  return versions;
}
