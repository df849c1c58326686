import { asc, eq } from "drizzle-orm";
import type { Database } from "./engine/database";
import {
  actionMilestones,
  actions,
  actionTopics,
  kpiTargets,
  pillars,
  planFrameworks,
  rspMilestones,
} from "./schema/plan-framework";

export type Action = typeof actions.$inferSelect & {
  readonly milestones: readonly (typeof rspMilestones.$inferSelect)[];
  readonly topicIds: readonly string[];
  readonly targets: readonly (typeof kpiTargets.$inferSelect)[];
};

export type PlanFramework = typeof planFrameworks.$inferSelect & {
  readonly pillars: readonly (typeof pillars.$inferSelect & { readonly actions: readonly Action[] })[];
};

/** A plan's pillars with their actions, all in printed order. */
export async function findPlanFramework(db: Database, id: string): Promise<PlanFramework | undefined> {
  const [framework] = await db.select().from(planFrameworks).where(eq(planFrameworks.id, id));
  if (!framework) return undefined;

  const ofPillars = await db.select().from(pillars).where(eq(pillars.frameworkId, id)).orderBy(asc(pillars.number));
  const ofActions = await db.select().from(actions).where(eq(actions.frameworkId, id)).orderBy(asc(actions.position));
  const milestones = await db
    .select({ actionId: actionMilestones.actionId, milestone: rspMilestones })
    .from(actionMilestones)
    .innerJoin(rspMilestones, eq(rspMilestones.id, actionMilestones.milestoneId))
    .where(eq(actionMilestones.frameworkId, id))
    .orderBy(asc(actionMilestones.position));
  const ofTopics = await db
    .select()
    .from(actionTopics)
    .where(eq(actionTopics.frameworkId, id))
    .orderBy(asc(actionTopics.topicId));
  const targets = await db
    .select()
    .from(kpiTargets)
    .where(eq(kpiTargets.frameworkId, id))
    .orderBy(asc(kpiTargets.position));

  const complete = ofActions.map((action) => ({
    ...action,
    milestones: milestones.filter((row) => row.actionId === action.id).map((row) => row.milestone),
    topicIds: ofTopics.filter((row) => row.actionId === action.id).map((row) => row.topicId),
    targets: targets.filter((row) => row.actionId === action.id),
  }));
  return {
    ...framework,
    pillars: ofPillars.map((pillar) => ({
      ...pillar,
      actions: complete.filter((action) => action.pillarNumber === pillar.number),
    })),
  };
}
