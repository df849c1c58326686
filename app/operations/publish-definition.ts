import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findCurrentVersion, findDraft, findVersionItems, type InstrumentVersion } from "~/db/instruments";
import { type PublicationFault, publishVersion } from "~/db/publish-version";
import type { RegionPack } from "~/db/regions/pack-schema";
import { type CheckContext, checkDefinitionText, type TextProblem } from "~/surveys/check-definition";
import type { Problem } from "~/surveys/problem";

export type PublishedDefinition =
  | { readonly version: InstrumentVersion; readonly warnings: readonly Problem[] }
  /** What the check refuses, with its place. */
  | { readonly problems: readonly TextProblem[]; readonly warnings: readonly Problem[] }
  /** What would break the series of an item. */
  | { readonly faults: readonly PublicationFault[]; readonly warnings: readonly Problem[] };

/** What a definition of this region is checked against. */
export async function checkContextOf(
  db: Database,
  { pack, instrumentId }: { readonly pack: RegionPack; readonly instrumentId: string },
): Promise<CheckContext> {
  const current = await findCurrentVersion(db, instrumentId);
  const items = current ? await findVersionItems(db, current.id) : undefined;
  return {
    region: {
      topics: pack.topics.filter(({ rated }) => rated).map(({ id }) => id),
      members: pack.members.map(({ id }) => id),
      areas: pack.accreditationAreas.map(({ id }) => id),
      languages: pack.manifest.spokenLanguages.map(({ id }) => id),
    },
    languages: pack.manifest.languages.map(({ id }) => id),
    ...(items && { previousItems: items.map(({ scale, ...item }) => ({ ...item, scaleKey: scale })) }),
  };
}

/**
 * Publishes the instrument's draft as its next version, if it passes the check.
 *
 * @param draftRevision the draft that was read before publishing
 * @returns `undefined` if there is no such instrument, or no draft
 * @throws {ConflictError} `draftChanged` or `alreadyPublished` if somebody was faster
 */
export async function publishDefinition(
  db: Database,
  {
    instrumentId,
    draftRevision,
    pack,
    note = null,
    actor,
    at,
  }: {
    readonly instrumentId: string;
    readonly draftRevision: number;
    readonly pack: RegionPack;
    readonly note?: string | null;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<PublishedDefinition | undefined> {
  const draft = await findDraft(db, instrumentId);
  if (!draft) return undefined;
  const checked = checkDefinitionText(draft.definition, await checkContextOf(db, { pack, instrumentId }));
  const { warnings } = checked;
  if (!checked.ok) return { problems: checked.problems, warnings };
  const { items, languages } = checked.compiled;
  const publication = await publishVersion(db, { instrumentId, draftRevision, items, languages, note, actor, at });
  return publication && { ...publication, warnings };
}
