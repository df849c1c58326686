import { gt, notInArray, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "./engine/database";
import { insertRows, upsertRows } from "./engine/insert-rows";
import { activities, activityMembers, activityTopics } from "./schema/activities";
import {
  actionMilestones,
  actions,
  actionTopics,
  kpiTargets,
  pillars,
  planFrameworks,
  rspMilestones,
} from "./schema/plan-framework";
import {
  accreditationAreas,
  funders,
  groupMemberships,
  memberGroups,
  members,
  sections,
  settings,
  strata,
  subRegions,
  topics,
  trainingCentres,
} from "./schema/region";

/** A region's reference data as rows of their tables, in any order. */
export interface ReferenceRows {
  readonly subRegions: readonly (typeof subRegions.$inferInsert)[];
  readonly strata: readonly (typeof strata.$inferInsert)[];
  readonly members: readonly (typeof members.$inferInsert)[];
  readonly memberGroups: readonly (typeof memberGroups.$inferInsert)[];
  readonly groupMemberships: readonly (typeof groupMemberships.$inferInsert)[];
  readonly sections: readonly (typeof sections.$inferInsert)[];
  readonly accreditationAreas: readonly (typeof accreditationAreas.$inferInsert)[];
  readonly topics: readonly (typeof topics.$inferInsert)[];
  readonly planFrameworks: readonly (typeof planFrameworks.$inferInsert)[];
  readonly pillars: readonly (typeof pillars.$inferInsert)[];
  readonly actions: readonly (typeof actions.$inferInsert)[];
  readonly rspMilestones: readonly (typeof rspMilestones.$inferInsert)[];
  readonly actionMilestones: readonly (typeof actionMilestones.$inferInsert)[];
  readonly actionTopics: readonly (typeof actionTopics.$inferInsert)[];
  readonly kpiTargets: readonly (typeof kpiTargets.$inferInsert)[];
  readonly funders: readonly (typeof funders.$inferInsert)[];
  readonly trainingCentres: readonly (typeof trainingCentres.$inferInsert)[];
  readonly settings: readonly Pick<typeof settings.$inferInsert, "key" | "pack">[];
  readonly activities: readonly (typeof activities.$inferInsert)[];
  readonly activityTopics: readonly (typeof activityTopics.$inferInsert)[];
  readonly activityMembers: readonly (typeof activityMembers.$inferInsert)[];
}

/**
 * Brings the reference data up to what the pack says, in one transaction; loading the same again changes nothing.
 *
 * What the pack no longer has is kept and marked inactive, since answers may name it. Activities that exist keep what
 * has happened to them since; those that the office has changed are the office's. Settings that the office changed stay changed. The order of tables follows the
 * references, so that the caller need not care.
 */
export async function loadReference(db: Database, rows: ReferenceRows): Promise<void> {
  await db.transaction(async (tx) => {
    await upsertRows(tx, subRegions, rows.subRegions);
    await upsertRows(tx, strata, rows.strata);
    await upsertRows(tx, members, rows.members);
    await upsertRows(tx, memberGroups, rows.memberGroups);
    await upsertRows(tx, sections, rows.sections);
    await upsertRows(tx, accreditationAreas, rows.accreditationAreas);
    await upsertRows(tx, topics, rows.topics);
    await upsertRows(tx, planFrameworks, rows.planFrameworks);
    await upsertRows(tx, pillars, rows.pillars);
    await replaceRows(tx, kpiTargets, []);
    await replaceRows(tx, actionTopics, []);
    await replaceRows(tx, actionMilestones, []);
    await upsertActions(tx, rows.actions);
    await upsertRows(tx, rspMilestones, rows.rspMilestones);
    await insertRows(tx, actionMilestones, rows.actionMilestones);
    await insertRows(tx, actionTopics, rows.actionTopics);
    await insertRows(tx, kpiTargets, rows.kpiTargets);
    await upsertRows(tx, funders, rows.funders);
    await upsertRows(tx, trainingCentres, rows.trainingCentres);
    await upsertRows(tx, settings, rows.settings, { keep: ["office", "changedAt"] });
    await replaceRows(tx, groupMemberships, rows.groupMemberships);
    const changed = await tx.select({ id: activities.id }).from(activities).where(gt(activities.revision, 1));
    const ofOffice = new Set(changed.map(({ id }) => id));
    const untouched = <Row extends { readonly activityId: string }>(list: readonly Row[]) =>
      list.filter(({ activityId }) => !ofOffice.has(activityId));
    await upsertRows(
      tx,
      activities,
      rows.activities.filter(({ id }) => !ofOffice.has(id)),
      { keep: keptOfActivities },
    );
    await upsertRows(tx, activityTopics, untouched(rows.activityTopics));
    await upsertRows(tx, activityMembers, untouched(rows.activityMembers));

    await retire(tx, members, members.id, rows.members);
    await retire(tx, topics, topics.id, rows.topics);
    await retire(tx, accreditationAreas, accreditationAreas.id, rows.accreditationAreas);
    await retire(tx, funders, funders.id, rows.funders);
    await retire(tx, trainingCentres, trainingCentres.id, rows.trainingCentres);
  });
}

const keptOfActivities = [
  "cycleId",
  "state",
  "startsOn",
  "endsOn",
  "place",
  "timeZone",
  "languages",
  "revision",
  "hostMemberId",
  "trainingCentreId",
  "funderId",
  "cancelledBecause",
] as const;

/** Positions are unique within a framework, so a new order passes through free numbers. */
async function upsertActions(tx: Database, rows: ReferenceRows["actions"]): Promise<void> {
  await tx.execute(sql`update ${actions} set position = -1 - position where position >= 0`);
  await upsertRows(tx, actions, rows);
}

async function replaceRows<Table extends PgTable>(
  tx: Database,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  await tx.delete(table);
  await insertRows(tx, table, rows);
}

async function retire(
  tx: Database,
  table: PgTable & { id: PgColumn },
  id: PgColumn,
  rows: readonly { id: string }[],
): Promise<void> {
  const kept = rows.map((row) => row.id);
  await tx.execute(
    sql`update ${table} set active = false where active and ${kept.length === 0 ? sql`true` : notInArray(id, kept)}`,
  );
}
