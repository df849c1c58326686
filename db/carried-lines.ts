import { and, asc, eq } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { carriedLines } from "./schema/carried-lines";

export type CarriedLine = typeof carriedLines.$inferSelect;
export type NewCarriedLine = Omit<
  typeof carriedLines.$inferInsert,
  "state" | "takenUpAs" | "droppedBecause" | "decidedAt"
>;

/** Stores what a cycle takes over. Call it in the transaction that opens the cycle. */
export async function insertCarriedLines(tx: Database, lines: readonly NewCarriedLine[]): Promise<void> {
  await insertRows(tx, carriedLines, lines);
}

/** The lines that a cycle took over, those that were left out last, by title. */
export async function findCarriedLines(db: Database, cycleId: string): Promise<readonly CarriedLine[]> {
  return db
    .select()
    .from(carriedLines)
    .where(eq(carriedLines.cycleId, cycleId))
    .orderBy(asc(carriedLines.proposalId), asc(carriedLines.title), asc(carriedLines.id));
}

export type CarriedDecision =
  | { readonly state: "takenUp"; readonly takenUpAs: string }
  | { readonly state: "dropped"; readonly droppedBecause: string };

/**
 * Decides about a line that was taken over, once.
 *
 * @throws {ConflictError} `alreadyDecided` if it was decided already, or there is no such line
 */
export async function decideCarriedLine(
  db: Database,
  {
    cycleId,
    id,
    decision,
    actor,
    at,
  }: { cycleId: string; id: string; decision: CarriedDecision; actor: Actor; at: Date },
): Promise<CarriedLine> {
  return db.transaction(async (tx) => {
    const [line] = await tx
      .update(carriedLines)
      .set({ ...decision, decidedAt: at })
      .where(and(eq(carriedLines.cycleId, cycleId), eq(carriedLines.id, id), eq(carriedLines.state, "open")))
      .returning();
    if (!line) throw new ConflictError("alreadyDecided", "Somebody has decided about this line already.");
    await recordAudit(tx, {
      at,
      actor,
      action: decision.state === "takenUp" ? "cycle:takeUp" : "cycle:drop",
      subjectType: "cycle",
      subjectId: cycleId,
      details: { line: id, ...(decision.state === "takenUp" && { activityId: decision.takenUpAs }) },
    });
    return line;
  });
}
