import { and, asc, desc, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { type AdjustmentDecisionKind, adjustmentDecisionRows, adjustments } from "./schema/feedback";
import { analysisRuns } from "./schema/runs";

export type AdjustmentDecision = typeof adjustmentDecisionRows.$inferSelect;

export interface StoredAdjustment extends Readonly<typeof adjustments.$inferSelect> {
  /** All that was decided about it by name, oldest first, whichever run derived it. */
  readonly decisions: readonly AdjustmentDecision[];
}

/** Stores the adjustments that a run derived for the needs of a round; call it in the transaction of the run. */
export async function insertAdjustments(
  tx: Database,
  {
    runId,
    roundId,
    adjustments: derived,
  }: {
    runId: string;
    roundId: string;
    adjustments: readonly Omit<typeof adjustments.$inferInsert, "id" | "runId" | "roundId">[];
  },
): Promise<void> {
  await insertRows(
    tx,
    adjustments,
    derived.map((adjustment) => ({ ...adjustment, id: newId(), runId, roundId })),
  );
}

/**
 * The adjustments of a round's needs as its latest run derived them, by key, each with what was decided about it.
 * A decision belongs to the key: it holds for later runs as well.
 */
export async function findAdjustments(db: Database, roundId: string): Promise<readonly StoredAdjustment[]> {
  const [latest] = await db
    .select({ id: analysisRuns.id })
    .from(analysisRuns)
    .where(and(eq(analysisRuns.roundId, roundId), eq(analysisRuns.kind, "feedback")))
    .orderBy(desc(analysisRuns.id))
    .limit(1);
  if (!latest) return [];
  const stored = await db
    .select()
    .from(adjustments)
    .where(eq(adjustments.runId, latest.id))
    .orderBy(asc(adjustments.key));
  const decided = await db
    .select()
    .from(adjustmentDecisionRows)
    .where(eq(adjustmentDecisionRows.roundId, roundId))
    .orderBy(asc(adjustmentDecisionRows.id));
  return stored.map((adjustment) => ({
    ...adjustment,
    decisions: decided.filter(({ key }) => key === adjustment.key),
  }));
}

/** Whether the latest word about an adjustment takes it back. */
export function isReversed({ decisions }: Pick<StoredAdjustment, "decisions">): boolean {
  return decisions.findLast(({ decision }) => decision !== "set")?.decision === "reversed";
}

/**
 * Takes an adjustment back, puts it in force again, or sets its factor, by name and with a reason.
 *
 * The adjustment's rows are locked, so that of two who decide at once the second meets what the first has decided.
 *
 * @returns `undefined` if the round's latest run has no such adjustment
 * @throws {ConflictError} `alreadyDecided` if it is reversed, or in force, already
 * @throws {RangeError} if a factor is not within 0.5 to 1, or missing
 */
export async function decideAdjustment(
  db: Database,
  {
    id,
    decision,
    factor = null,
    reason,
    byName,
    actor,
    at,
  }: {
    id: string;
    decision: AdjustmentDecisionKind;
    factor?: number | null;
    reason: string;
    byName: string;
    actor: Actor;
    at: Date;
  },
): Promise<AdjustmentDecision | undefined> {
  if ((decision === "set") !== (factor !== null)) throw new RangeError("a factor is set with its value");
  if (factor !== null && !(factor >= 0.5 && factor <= 1)) throw new RangeError(`${factor} is not within 0.5 to 1`);
  return db.transaction(async (tx) => {
    const [asked] = await tx.select().from(adjustments).where(eq(adjustments.id, id));
    if (!asked) return undefined;
    const { roundId, key } = asked;
    await tx
      .select({ id: adjustments.id })
      .from(adjustments)
      .where(and(eq(adjustments.roundId, roundId), eq(adjustments.key, key)))
      .orderBy(asc(adjustments.id))
      .for("update");
    const stored = (await findAdjustments(tx, roundId)).find((adjustment) => adjustment.key === key);
    if (!stored) return undefined;
    if (decision !== "set" && isReversed(stored) === (decision === "reversed"))
      throw new ConflictError("alreadyDecided", "Somebody else has decided so already.");
    const [row] = await tx
      .insert(adjustmentDecisionRows)
      .values({ id: newId(), roundId, key, decision, factor, reason, byName, personId: actor.personId ?? null, at })
      .returning();
    await recordAudit(tx, {
      at,
      actor,
      action: `adjustment:${decision}`,
      subjectType: "adjustment",
      subjectId: id,
      details: { roundId, rule: asked.rule, ...(factor === null ? {} : { factor }) },
    });
    return row;
  });
}
