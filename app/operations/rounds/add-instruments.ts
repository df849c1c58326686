import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findCurrentVersion, findDraft, insertInstrument, saveDraft } from "~/db/instruments";
import { INSTRUMENTS, type InstrumentId, type RegionPack } from "~/db/regions/pack-schema";
import { readDefinition } from "~/surveys/check-definition";
import { compile } from "~/surveys/compile";

/** Ratings of a workshop and pledges share no key: the ratings are nobody's, the pledges come by their own link. */
const ANONYMOUS: ReadonlySet<InstrumentId> = new Set(["evaluation"]);

/** Puts the pack's surveys into the library, each as a draft to begin with; one that is there already is left alone. */
export async function addInstruments(
  db: Database,
  { pack, actor, at }: { readonly pack: RegionPack; readonly actor: Actor; readonly at: Date },
): Promise<void> {
  for (const id of INSTRUMENTS) {
    const { text } = pack.definitions[id];
    if ((await findDraft(db, id)) || (await findCurrentVersion(db, id))) continue;
    const { title } = compile(readDefinition(text));
    await insertInstrument(db, {
      id,
      title: { ...title, en: title.en ?? id },
      anonymous: ANONYMOUS.has(id),
      actor,
      at,
    });
    await saveDraft(db, { instrumentId: id, definition: text, baseRevision: 0, actor, at });
  }
}
