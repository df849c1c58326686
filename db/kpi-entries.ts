import { asc, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { kpiEntries } from "./schema/kpi-entries";

export type KpiEntry = typeof kpiEntries.$inferSelect;

/** All figures that were entered for a framework, in the order in which they were, corrected ones too. */
export async function findKpiEntries(db: Database, frameworkId: string): Promise<readonly KpiEntry[]> {
  return db
    .select()
    .from(kpiEntries)
    .where(eq(kpiEntries.frameworkId, frameworkId))
    .orderBy(asc(kpiEntries.enteredAt), asc(kpiEntries.id));
}

/**
 * Enters a figure, or puts an entry right by a further one. What was entered before stays.
 *
 * @throws {ConflictError} `figureChanged` if the target has a figure of that cycle already, or `corrects` was corrected
 */
export async function insertKpiEntry(
  db: Database,
  { entry, actor, at }: { entry: Omit<typeof kpiEntries.$inferInsert, "id" | "enteredAt">; actor: Actor; at: Date },
): Promise<KpiEntry> {
  return db.transaction(async (tx) => {
    const [inserted] = await tx
      .insert(kpiEntries)
      .values({ ...entry, id: newId(), enteredAt: at })
      .onConflictDoNothing()
      .returning();
    if (!inserted) throw new ConflictError("figureChanged", "Somebody has entered a figure here meanwhile.");
    await recordAudit(tx, {
      at,
      actor,
      action: entry.corrects ? "kpi:correct" : "kpi:enter",
      subjectType: "kpi",
      subjectId: `${entry.frameworkId}/${entry.actionId}/${entry.position}`,
      details: { cycleId: entry.cycleId, entryId: inserted.id, corrects: entry.corrects ?? null },
    });
    return inserted;
  });
}
