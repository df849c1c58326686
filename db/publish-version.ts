import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { findCurrentVersion, findDraft, findItemHistory, type InstrumentVersion, lockInstrument } from "./instruments";
import { type ItemKind, instrumentDrafts, instrumentVersions, items, versionItems } from "./schema/instruments";

/** An item as the definition's compilation gives it. */
export interface CompiledItem {
  readonly key: string;
  readonly position: number;
  readonly kind: ItemKind;
  readonly parentPosition: number | null;
  readonly slot: number | null;
  readonly measure: string | null;
  readonly field: string | null;
  readonly unit: string | null;
  readonly unitId: string | null;
  /** Spelling of the scale; another one does not continue the series. */
  readonly scaleKey: string | null;
  /** Key in an earlier version that it continues. */
  readonly sameAs: string | null;
  readonly seriesBreak: boolean;
}

/** Why a definition cannot be published: what an item was, and what it now is. */
export interface PublicationFault {
  readonly key: string;
  readonly reason: "meaningChanged" | "scaleChanged" | "sameAsUnknown" | "continuedTwice";
  readonly was: string | null;
  readonly is: string | null;
}

export type Publication =
  | { readonly version: InstrumentVersion }
  | { readonly faults: readonly [PublicationFault, ...PublicationFault[]] };

/**
 * Freezes the instrument's draft as its next version, with its items; the draft is used up.
 *
 * The instrument's row is locked, so of two publications at once one wins. Items keep their identity by key or by
 * `sameAs`; a key used again with another measure, unit, kind or scale is a fault, unless its series is declared broken,
 * which begins a new item.
 *
 * @param draftRevision revision of the draft that was compiled into `items`
 * @returns `undefined` if there is no such instrument
 * @throws {ConflictError} `alreadyPublished` if the draft is gone, `draftChanged` if it is another one by now
 */
export async function publishVersion(
  db: Database,
  {
    instrumentId,
    draftRevision,
    items: compiled,
    languages,
    note = null,
    actor,
    at,
  }: {
    instrumentId: string;
    draftRevision: number;
    items: readonly CompiledItem[];
    languages: readonly string[];
    note?: string | null;
    actor: Actor;
    at: Date;
  },
): Promise<Publication | undefined> {
  return db.transaction(async (tx) => {
    if (!(await lockInstrument(tx, instrumentId))) return undefined;
    const draft = await findDraft(tx, instrumentId);
    if (!draft) throw new ConflictError("alreadyPublished", "The draft has already been published or discarded.");
    if (draft.revision !== draftRevision) {
      throw new ConflictError("draftChanged", "The draft was changed by someone else meanwhile.");
    }

    const resolution = resolveItems(instrumentId, compiled, await findItemHistory(tx, instrumentId));
    const [fault, ...others] = resolution.faults;
    if (fault) return { faults: [fault, ...others] };

    const number = ((await findCurrentVersion(tx, instrumentId))?.number ?? 0) + 1;
    const [version] = await tx
      .insert(instrumentVersions)
      .values({
        id: newId(),
        instrumentId,
        number,
        definition: draft.definition,
        definitionSha256: createHash("sha256").update(draft.definition).digest("hex"),
        languages: [...languages],
        note,
        publishedBy: actor.personId ?? null,
        publishedAt: at,
      })
      .returning();
    if (!version) throw new Error("the version was not stored");
    await insertRows(tx, items, resolution.added);
    await insertRows(
      tx,
      versionItems,
      resolution.placed.map((placed) => ({ ...placed, versionId: version.id })),
    );
    await tx.delete(instrumentDrafts).where(eq(instrumentDrafts.instrumentId, instrumentId));
    await recordAudit(tx, {
      at,
      actor,
      action: "instrument:publish",
      subjectType: "instrument",
      subjectId: instrumentId,
      details: { versionId: version.id, number },
    });
    return { version };
  });
}

type Item = typeof items.$inferSelect;
type History = readonly { readonly item: Item; readonly key: string; readonly seriesBreak: boolean }[];

function resolveItems(instrumentId: string, compiled: readonly CompiledItem[], history: History) {
  const latestByKey = new Map<string, History[number]>();
  const lastSeries = new Map<string, number>();
  for (const entry of history) {
    if (!latestByKey.has(entry.key)) latestByKey.set(entry.key, entry);
    lastSeries.set(entry.item.key, Math.max(entry.item.series, lastSeries.get(entry.item.key) ?? 0));
  }

  const faults: PublicationFault[] = [];
  const added: Item[] = [];
  const placed: Omit<typeof versionItems.$inferInsert, "versionId">[] = [];
  const continued = new Map<string, string>();
  for (const asked of compiled) {
    const earlier = latestByKey.get(asked.sameAs ?? asked.key);
    if (asked.sameAs !== null && earlier === undefined) {
      faults.push({ key: asked.key, reason: "sameAsUnknown", was: asked.sameAs, is: null });
      continue;
    }
    const difference = earlier && differenceOf(earlier.item, asked);
    // Once broken, the declaration may stay in the definition: the next version continues the new series.
    const breaks = earlier !== undefined && asked.seriesBreak && (difference !== undefined || !earlier.seriesBreak);
    if (difference && !breaks) {
      faults.push({ key: asked.key, ...difference });
      continue;
    }
    let itemId: string;
    if (earlier !== undefined && !breaks) {
      itemId = earlier.item.id;
      const other = continued.get(itemId);
      if (other !== undefined) faults.push({ key: asked.key, reason: "continuedTwice", was: earlier.key, is: other });
      continued.set(itemId, asked.key);
    } else {
      const series = (lastSeries.get(asked.key) ?? 0) + 1;
      lastSeries.set(asked.key, series);
      itemId = newId();
      const { key, kind, measure, field, unit, unitId, scaleKey: scale } = asked;
      added.push({ id: itemId, instrumentId, key, series, kind, measure, field, unit, unitId, scale });
    }
    const { position, key, parentPosition, slot, seriesBreak } = asked;
    placed.push({ position, itemId, key, parentPosition, slot, seriesBreak });
  }
  return { faults, added, placed };
}

function differenceOf(item: Item, asked: CompiledItem): Pick<PublicationFault, "reason" | "was" | "is"> | undefined {
  const was = [item.kind, item.measure, item.field, item.unit, item.unitId].map((part) => part ?? "-").join(" ");
  const is = [asked.kind, asked.measure, asked.field, asked.unit, asked.unitId].map((part) => part ?? "-").join(" ");
  // A renamed row may stand for another id of the same unit: that is what renaming means.
  const renamed = asked.sameAs !== null && item.kind === asked.kind && item.measure === asked.measure;
  if (was !== is && !renamed) return { reason: "meaningChanged", was, is };
  if (item.scale !== asked.scaleKey) return { reason: "scaleChanged", was: item.scale, is: asked.scaleKey };
  return undefined;
}
