import { createHash } from "node:crypto";
import { and, asc, desc, eq, max } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows, upsertRows } from "./engine/insert-rows";
import { activities, activityMembers, activityTopics } from "./schema/activities";
import { cycles } from "./schema/cycles";
import { planListings, plans, proposals } from "./schema/plans";

export type Plan = typeof plans.$inferSelect;
export type PlanListing = typeof planListings.$inferSelect;

export interface PlanContent {
  readonly frameworkId: string;
  readonly title: string;
  /** The whole plan, canonical JSON (RFC 8785). */
  readonly document: string;
  /** Activities that the plan brings; those that exist already are left as they are. */
  readonly activities: readonly (typeof activities.$inferInsert & {
    readonly topicIds: readonly string[];
    readonly memberIds: readonly string[];
  })[];
  readonly listings: readonly Omit<typeof planListings.$inferInsert, "planId" | "frameworkId" | "position">[];
}

/**
 * Approves a proposal by name as the plan of its cycle. Its lines become activities and entries of the plan.
 *
 * The cycle's row is locked, and the proposal must still be the draft that was looked at: approving twice at once gives
 * one plan and one conflict.
 *
 * @param replaces the plan that this one amends, if the cycle has one; it becomes the next edition
 * @throws {ConflictError} `alreadyApproved`, `proposalChanged`, or `planExists` if the cycle has another plan than
 *   `replaces`
 */
export async function approveProposal(
  db: Database,
  {
    proposalId,
    baseRevision,
    content,
    replaces = null,
    approvedByName,
    actor,
    at,
  }: {
    proposalId: string;
    baseRevision: number;
    content: PlanContent;
    replaces?: string | null;
    approvedByName: string;
    actor: Actor;
    at: Date;
  },
): Promise<Plan> {
  return db.transaction(async (tx) => {
    const [proposal] = await tx.select().from(proposals).where(eq(proposals.id, proposalId)).for("update");
    if (!proposal) throw new RangeError(`there is no proposal ${proposalId}`);
    if (proposal.state === "approved") {
      throw new ConflictError("alreadyApproved", "The proposal has been approved already.");
    }
    if (proposal.revision !== baseRevision || proposal.state !== "draft") {
      throw new ConflictError("proposalChanged", "The proposal was changed by someone else meanwhile.");
    }
    await tx.select({ id: cycles.id }).from(cycles).where(eq(cycles.id, proposal.cycleId)).for("update");
    const current = await findPlanOfCycle(tx, proposal.cycleId);
    if ((current?.id ?? null) !== replaces) {
      throw new ConflictError("planExists", "This cycle has a plan already. Approve the proposal as its amendment.");
    }

    await tx.update(proposals).set({ state: "approved", updatedAt: at }).where(eq(proposals.id, proposalId));
    const plan = await storePlan(tx, {
      cycleId: proposal.cycleId,
      edition: (current?.edition ?? 0) + 1,
      origin: "approved",
      proposalId,
      approvedBy: actor.personId ?? null,
      approvedByName,
      approvedAt: at,
      content,
    });
    await recordAudit(tx, {
      at,
      actor,
      action: "plan:approve",
      subjectType: "plan",
      subjectId: plan.id,
      details: { proposalId, cycleId: plan.cycleId, edition: plan.edition, sha256: plan.sha256 },
    });
    return plan;
  });
}

/** Stores a plan that was printed elsewhere; a cycle that has a plan already keeps it, and loading again is harmless. */
export async function loadPlan(
  db: Database,
  { cycleId, content, at }: { cycleId: string; content: PlanContent; at: Date },
): Promise<Plan> {
  return db.transaction(async (tx) => {
    await tx.select({ id: cycles.id }).from(cycles).where(eq(cycles.id, cycleId)).for("update");
    const [loaded] = await tx
      .select()
      .from(plans)
      .where(and(eq(plans.cycleId, cycleId), eq(plans.origin, "loaded")));
    if (loaded) return loaded;
    const [last] = await tx
      .select({ edition: max(plans.edition) })
      .from(plans)
      .where(eq(plans.cycleId, cycleId));
    const plan = await storePlan(tx, {
      cycleId,
      edition: (last?.edition ?? 0) + 1,
      origin: "loaded",
      approvedAt: at,
      content,
    });
    await recordAudit(tx, { at, actor: {}, action: "plan:load", subjectType: "plan", subjectId: plan.id });
    return plan;
  });
}

export async function findPlan(db: Database, id: string): Promise<Plan | undefined> {
  const [plan] = await db.select().from(plans).where(eq(plans.id, id));
  return plan;
}

/** The plan that holds for a cycle: its latest edition. */
export async function findPlanOfCycle(db: Database, cycleId: string): Promise<Plan | undefined> {
  const [plan] = await db.select().from(plans).where(eq(plans.cycleId, cycleId)).orderBy(desc(plans.edition)).limit(1);
  return plan;
}

/** All plans without their documents, the latest cycle first. */
export async function findPlans(db: Database): Promise<readonly Omit<Plan, "document">[]> {
  return db
    .select({
      id: plans.id,
      cycleId: plans.cycleId,
      edition: plans.edition,
      frameworkId: plans.frameworkId,
      title: plans.title,
      origin: plans.origin,
      proposalId: plans.proposalId,
      sha256: plans.sha256,
      approvedBy: plans.approvedBy,
      approvedByName: plans.approvedByName,
      approvedAt: plans.approvedAt,
    })
    .from(plans)
    .orderBy(desc(plans.cycleId), desc(plans.edition));
}

/** The entries of a plan in order. */
export async function findPlanListings(db: Database, planId: string): Promise<readonly PlanListing[]> {
  return db.select().from(planListings).where(eq(planListings.planId, planId)).orderBy(asc(planListings.position));
}

/** Where activities stand in the plans that hold, by activity: the latest edition of each cycle. */
export async function findListingsOfActivities(
  db: Database,
): Promise<ReadonlyMap<string, readonly (PlanListing & { readonly cycleId: string })[]>> {
  const latest = db
    .selectDistinctOn([plans.cycleId], { id: plans.id, cycleId: plans.cycleId })
    .from(plans)
    .orderBy(plans.cycleId, desc(plans.edition))
    .as("latest");
  const rows = await db
    .select({ listing: planListings, cycleId: latest.cycleId })
    .from(planListings)
    .innerJoin(latest, eq(latest.id, planListings.planId))
    .orderBy(asc(latest.cycleId), asc(planListings.position));
  const found = new Map<string, (PlanListing & { readonly cycleId: string })[]>();
  for (const { listing, cycleId } of rows) {
    const list = found.get(listing.activityId);
    if (list) list.push({ ...listing, cycleId });
    else found.set(listing.activityId, [{ ...listing, cycleId }]);
  }
  return found;
}

async function storePlan(
  tx: Database,
  {
    content,
    ...plan
  }: Omit<typeof plans.$inferInsert, "id" | "frameworkId" | "title" | "document" | "sha256"> & {
    content: PlanContent;
  },
): Promise<Plan> {
  const { frameworkId, title, document, activities: lines, listings } = content;
  const [stored] = await tx
    .insert(plans)
    .values({
      id: newId(),
      ...plan,
      frameworkId,
      title,
      document,
      sha256: createHash("sha256").update(document).digest("hex"),
    })
    .returning();
  if (!stored) throw new Error("the plan was not stored");
  const known = new Set((await tx.select({ id: activities.id }).from(activities)).map(({ id }) => id));
  const fresh = lines.filter(({ id }) => !known.has(id));
  await insertRows(
    tx,
    activities,
    fresh.map((activity) => ({ cycleId: plan.cycleId, ...activity })),
  );
  await upsertRows(
    tx,
    activityTopics,
    fresh.flatMap(({ id, topicIds }) => topicIds.map((topicId) => ({ activityId: id, topicId }))),
  );
  await upsertRows(
    tx,
    activityMembers,
    fresh.flatMap(({ id, memberIds }) => memberIds.map((memberId) => ({ activityId: id, memberId }))),
  );
  await insertRows(
    tx,
    planListings,
    listings.map((listing, position) => ({ ...listing, planId: stored.id, frameworkId, position })),
  );
  return stored;
}
