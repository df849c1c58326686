import { and, desc, eq, isNotNull, isNull, lt } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { cycles } from "./schema/cycles";

export type Cycle = typeof cycles.$inferSelect;

/** The cycles, the latest first. */
export async function findCycles(db: Database): Promise<readonly Cycle[]> {
  return db.select().from(cycles).orderBy(desc(cycles.startsOn));
}

export async function findCycle(db: Database, id: string): Promise<Cycle | undefined> {
  const [cycle] = await db.select().from(cycles).where(eq(cycles.id, id));
  return cycle;
}

/** The cycle that ends before this one begins, or `undefined` if it is the first. */
export async function cycleBefore(db: Database, id: string): Promise<Cycle | undefined> {
  const cycle = await findCycle(db, id);
  if (!cycle) return undefined;
  const [before] = await db
    .select()
    .from(cycles)
    .where(lt(cycles.endsOn, cycle.startsOn))
    .orderBy(desc(cycles.endsOn))
    .limit(1);
  return before;
}

/** Adds a cycle; one that is there already stays as it is. */
export async function insertCycle(db: Database, cycle: Pick<Cycle, "id" | "startsOn" | "endsOn">): Promise<void> {
  const { id, startsOn, endsOn } = cycle;
  await db.insert(cycles).values({ id, startsOn, endsOn }).onConflictDoNothing();
}

/** The cycle that the office works in: the latest that was opened; `undefined` before the first. */
export async function findOpenedCycle(db: Database): Promise<Cycle | undefined> {
  const [cycle] = await db
    .select()
    .from(cycles)
    .where(isNotNull(cycles.openedAt))
    .orderBy(desc(cycles.startsOn))
    .limit(1);
  return cycle;
}

/** Makes a cycle the current one of an office that has none yet; later calls change nothing. */
export async function openFirstCycle(db: Database, { id, at }: { id: string; at: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    // Two servers that start at once wait for one another here.
    await tx.select({ id: cycles.id }).from(cycles).where(eq(cycles.id, id)).for("update");
    if (await findOpenedCycle(tx)) return;
    await tx.update(cycles).set({ openedAt: at }).where(eq(cycles.id, id));
    await recordAudit(tx, { at, actor: {}, action: "cycle:open", subjectType: "cycle", subjectId: id });
  });
}

/**
 * Moves the office on from its current cycle to the next one, which is added if it is not there.
 *
 * The current cycle's row is locked: opening the next twice at once gives one and a conflict.
 *
 * @param from the cycle that whoever asked took for the current one
 * @throws {ConflictError} `cycleMoved` if it no longer is
 */
export async function openCycle(
  db: Database,
  {
    from,
    next,
    details = {},
    actor,
    at,
  }: {
    from: string;
    next: Pick<Cycle, "id" | "startsOn" | "endsOn">;
    details?: Readonly<Record<string, unknown>>;
    actor: Actor;
    at: Date;
  },
): Promise<Cycle> {
  return db.transaction(async (tx) => {
    await tx.select({ id: cycles.id }).from(cycles).where(eq(cycles.id, from)).for("update");
    const current = await findOpenedCycle(tx);
    await insertCycle(tx, next);
    const [opened] =
      current?.id === from
        ? await tx
            .update(cycles)
            .set({ openedAt: at })
            .where(and(eq(cycles.id, next.id), isNull(cycles.openedAt)))
            .returning()
        : [];
    if (!opened) throw new ConflictError("cycleMoved", "The office has moved on to another cycle meanwhile.");
    await recordAudit(tx, {
      at,
      actor,
      action: "cycle:open",
      subjectType: "cycle",
      subjectId: next.id,
      details: { from, ...details },
    });
    return opened;
  });
}

/**
 * Closes a cycle that the office has left behind: no round is held in it any more.
 *
 * @throws {ConflictError} `cycleClosed` if it is closed already, is the current one or was never opened
 */
export async function closeCycle(
  db: Database,
  { id, actor, at }: { id: string; actor: Actor; at: Date },
): Promise<Cycle> {
  return db.transaction(async (tx) => {
    await tx.select({ id: cycles.id }).from(cycles).where(eq(cycles.id, id)).for("update");
    const current = await findOpenedCycle(tx);
    const [closed] =
      current?.id === id
        ? []
        : await tx
            .update(cycles)
            .set({ closedAt: at })
            .where(and(eq(cycles.id, id), isNotNull(cycles.openedAt), isNull(cycles.closedAt)))
            .returning();
    if (!closed) throw new ConflictError("cycleClosed", "The cycle is closed already, or it is the current one.");
    await recordAudit(tx, { at, actor, action: "cycle:close", subjectType: "cycle", subjectId: id });
    return closed;
  });
}

/**
 * Locks a cycle against its closing, for a change that needs it open.
 *
 * @throws {ConflictError} `cycleClosed` if it is closed
 */
export async function lockOpenCycle(tx: Database, id: string): Promise<void> {
  const [cycle] = await tx.select().from(cycles).where(eq(cycles.id, id)).for("share");
  if (cycle?.closedAt) throw new ConflictError("cycleClosed", "The cycle is closed.");
}
