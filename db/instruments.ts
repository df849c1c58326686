import { and, asc, desc, eq, max, sql } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { instrumentDrafts, instruments, instrumentVersions, items, versionItems } from "./schema/instruments";
import type { LocalizedText } from "./schema/region";

export type Instrument = typeof instruments.$inferSelect;
export type InstrumentDraft = typeof instrumentDrafts.$inferSelect;
export type InstrumentVersion = typeof instrumentVersions.$inferSelect;

export interface InstrumentSummary extends Instrument {
  /** Number of the latest version, `null` before the first. */
  readonly currentNumber: number | null;
  readonly draftSavedAt: Date | null;
}

/** All instruments by id, with what there is of each. */
export async function findInstruments(db: Database): Promise<readonly InstrumentSummary[]> {
  const rows = await db
    .select({
      instrument: instruments,
      currentNumber: max(instrumentVersions.number),
      draftSavedAt: instrumentDrafts.savedAt,
    })
    .from(instruments)
    .leftJoin(instrumentVersions, eq(instrumentVersions.instrumentId, instruments.id))
    .leftJoin(instrumentDrafts, eq(instrumentDrafts.instrumentId, instruments.id))
    .groupBy(instruments.id, instrumentDrafts.savedAt)
    .orderBy(asc(instruments.id));
  return rows.map(({ instrument, ...rest }) => ({ ...instrument, ...rest }));
}

export async function findInstrument(db: Database, id: string): Promise<Instrument | undefined> {
  const [instrument] = await db.select().from(instruments).where(eq(instruments.id, id));
  return instrument;
}

/** Adds an instrument; one that is there already stays as it is. */
export async function insertInstrument(
  db: Database,
  { id, title, anonymous, actor, at }: { id: string; title: LocalizedText; anonymous: boolean; actor: Actor; at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const added = await tx
      .insert(instruments)
      .values({ id, title, anonymous, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: instruments.id });
    if (added.length === 0) return;
    await recordAudit(tx, { at, actor, action: "instrument:add", subjectType: "instrument", subjectId: id });
  });
}

export async function findDraft(db: Database, instrumentId: string): Promise<InstrumentDraft | undefined> {
  const [draft] = await db.select().from(instrumentDrafts).where(eq(instrumentDrafts.instrumentId, instrumentId));
  return draft;
}

/**
 * Stores the instrument's draft, word for word.
 *
 * @param baseRevision revision of the draft that was edited; 0 to begin one
 * @throws {ConflictError} `draftChanged` if somebody else saved, began, published or discarded it meanwhile
 */
export async function saveDraft(
  db: Database,
  {
    instrumentId,
    definition,
    baseRevision,
    basedOnVersionId = null,
    actor,
    at,
  }: {
    instrumentId: string;
    definition: string;
    baseRevision: number;
    basedOnVersionId?: string | null;
    actor: Actor;
    at: Date;
  },
): Promise<InstrumentDraft> {
  return db.transaction(async (tx) => {
    const saved = { definition, savedBy: actor.personId ?? null, savedAt: at };
    const [draft] =
      baseRevision === 0
        ? await tx
            .insert(instrumentDrafts)
            .values({ instrumentId, revision: 1, basedOnVersionId, ...saved })
            .onConflictDoNothing()
            .returning()
        : await tx
            .update(instrumentDrafts)
            .set({ ...saved, revision: baseRevision + 1 })
            .where(and(eq(instrumentDrafts.instrumentId, instrumentId), eq(instrumentDrafts.revision, baseRevision)))
            .returning();
    if (!draft) throw new ConflictError("draftChanged", "The draft was changed by someone else meanwhile.");
    await recordAudit(tx, {
      at,
      actor,
      action: "instrument:saveDraft",
      subjectType: "instrument",
      subjectId: instrumentId,
      details: { revision: draft.revision },
    });
    return draft;
  });
}

/** @returns whether there was a draft */
export async function discardDraft(
  db: Database,
  { instrumentId, actor, at }: { instrumentId: string; actor: Actor; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await tx
      .delete(instrumentDrafts)
      .where(eq(instrumentDrafts.instrumentId, instrumentId))
      .returning({ id: instrumentDrafts.instrumentId });
    if (gone.length === 0) return false;
    await recordAudit(tx, {
      at,
      actor,
      action: "instrument:discardDraft",
      subjectType: "instrument",
      subjectId: instrumentId,
    });
    return true;
  });
}

/** All versions of an instrument, the latest first. */
export async function findVersions(db: Database, instrumentId: string): Promise<readonly InstrumentVersion[]> {
  return db
    .select()
    .from(instrumentVersions)
    .where(eq(instrumentVersions.instrumentId, instrumentId))
    .orderBy(desc(instrumentVersions.number));
}

export async function findVersion(db: Database, id: string): Promise<InstrumentVersion | undefined> {
  const [version] = await db.select().from(instrumentVersions).where(eq(instrumentVersions.id, id));
  return version;
}

export async function findVersionByNumber(
  db: Database,
  { instrumentId, number }: { instrumentId: string; number: number },
): Promise<InstrumentVersion | undefined> {
  const [version] = await db
    .select()
    .from(instrumentVersions)
    .where(and(eq(instrumentVersions.instrumentId, instrumentId), eq(instrumentVersions.number, number)));
  return version;
}

export async function findCurrentVersion(db: Database, instrumentId: string): Promise<InstrumentVersion | undefined> {
  const [version] = await db
    .select()
    .from(instrumentVersions)
    .where(eq(instrumentVersions.instrumentId, instrumentId))
    .orderBy(desc(instrumentVersions.number))
    .limit(1);
  return version;
}

export type VersionItem = Omit<typeof items.$inferSelect, "key" | "instrumentId"> &
  Pick<typeof versionItems.$inferSelect, "position" | "key" | "parentPosition" | "slot">;

/** The items of a version in the codebook's order; `id` stays the same across versions, `key` is this version's. */
export async function findVersionItems(db: Database, versionId: string): Promise<readonly VersionItem[]> {
  return db
    .select({
      id: items.id,
      series: items.series,
      kind: items.kind,
      measure: items.measure,
      field: items.field,
      unit: items.unit,
      unitId: items.unitId,
      scale: items.scale,
      position: versionItems.position,
      key: versionItems.key,
      parentPosition: versionItems.parentPosition,
      slot: versionItems.slot,
    })
    .from(versionItems)
    .innerJoin(items, eq(items.id, versionItems.itemId))
    .where(eq(versionItems.versionId, versionId))
    .orderBy(asc(versionItems.position));
}

/** Locks an instrument for the rest of the transaction; `undefined` if there is none. */
export async function lockInstrument(tx: Database, id: string): Promise<Instrument | undefined> {
  const [instrument] = await tx.select().from(instruments).where(eq(instruments.id, id)).for("update");
  return instrument;
}

/** The items that the instrument's versions have used, each under every key it had, latest version first. */
export async function findItemHistory(tx: Database, instrumentId: string) {
  return tx
    .select({
      item: items,
      key: versionItems.key,
      seriesBreak: versionItems.seriesBreak,
      number: instrumentVersions.number,
    })
    .from(versionItems)
    .innerJoin(items, eq(items.id, versionItems.itemId))
    .innerJoin(instrumentVersions, eq(instrumentVersions.id, versionItems.versionId))
    .where(eq(items.instrumentId, instrumentId))
    .orderBy(sql`${instrumentVersions.number} desc`, asc(versionItems.position));
}
