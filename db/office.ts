import { eq, sql } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { offices } from "./schema/office";

export type Office = typeof offices.$inferSelect;

/** The office that this database belongs to, or `undefined` in a new one. */
export async function findOffice(db: Database): Promise<Office | undefined> {
  const [office] = await db.select().from(offices);
  return office;
}

/**
 * Founds the office of a new database.
 *
 * @throws {ConflictError} `officeExists` if it has one already, of this pack or another
 */
export async function insertOffice(
  db: Database,
  office: Pick<Office, "packId" | "name" | "anchorDate" | "synthetic" | "createdAt"> &
    Partial<Pick<Office, "settings">>,
): Promise<Office> {
  return db.transaction(async (tx) => {
    const [inserted] = await tx.insert(offices).values(office).onConflictDoNothing().returning();
    if (!inserted) throw new ConflictError("officeExists", "This database already belongs to an office.");
    await recordAudit(tx, {
      at: office.createdAt,
      actor: {},
      action: "office:found",
      subjectType: "office",
      subjectId: inserted.packId,
    });
    return inserted;
  });
}

/**
 * The office, if it is the one of this pack.
 *
 * @returns `undefined` in a new database
 * @throws {ConflictError} `otherPack` if the database is another region's
 */
export async function findOfficeOfPack(db: Database, packId: string): Promise<Office | undefined> {
  const office = await findOffice(db);
  if (office !== undefined && office.packId !== packId) {
    throw new ConflictError(
      "otherPack",
      `This database belongs to ${office.name} (${office.packId}); it cannot be opened with the pack ${packId}.`,
    );
  }
  return office;
}

/** Changes some of the office's settings; the others stay. */
export async function updateOfficeSettings(
  db: Database,
  { settings, actor, at }: { settings: Readonly<Record<string, unknown>>; actor: Actor; at: Date },
): Promise<Office | undefined> {
  return db.transaction(async (tx) => {
    const [office] = await tx
      .update(offices)
      .set({ settings: sql`${offices.settings} || ${JSON.stringify(settings)}::jsonb` })
      .where(eq(offices.id, 1))
      .returning();
    if (!office) return undefined;
    await recordAudit(tx, {
      at,
      actor,
      action: "office:settings",
      subjectType: "office",
      subjectId: office.packId,
      details: { changed: Object.keys(settings) },
    });
    return office;
  });
}
