import { desc, eq, lt } from "drizzle-orm";
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
export async function insertCycle(db: Database, cycle: Cycle): Promise<void> {
  await db.insert(cycles).values(cycle).onConflictDoNothing();
}
