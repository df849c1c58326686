import { asc, eq } from "drizzle-orm";
import type { Database } from "./engine/database";
import { insertNewRows } from "./engine/insert-rows";
import { planExplanations } from "./schema/plans";

export type PlanExplanation = typeof planExplanations.$inferSelect;

/** Everything that has been worked out about a solved proposal so far, by kind and subject. */
export async function findPlanExplanations(db: Database, runId: string): Promise<readonly PlanExplanation[]> {
  return db
    .select()
    .from(planExplanations)
    .where(eq(planExplanations.runId, runId))
    .orderBy(asc(planExplanations.kind), asc(planExplanations.subject));
}

/** Stores answers about a solved proposal; one that is there already stays as it is. */
export async function insertPlanExplanations(
  db: Database,
  {
    runId,
    explanations,
    at,
  }: {
    readonly runId: string;
    readonly explanations: readonly Pick<PlanExplanation, "kind" | "subject" | "content">[];
    readonly at: Date;
  },
): Promise<void> {
  await insertNewRows(
    db,
    planExplanations,
    explanations.map((explanation) => ({ runId, ...explanation, createdAt: at })),
    planExplanations.subject,
  );
}
