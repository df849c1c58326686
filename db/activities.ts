import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { v7 as newId, v4 as randomId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import {
  activities,
  activityMembers,
  activityTopics,
  type PledgeState,
  participants,
  pledges,
} from "./schema/activities";

export type Activity = typeof activities.$inferSelect & {
  readonly topicIds: readonly string[];
  readonly memberIds: readonly string[];
};
export type Participants = typeof participants.$inferSelect;
export type Pledge = typeof pledges.$inferSelect;

// In a query on one table Drizzle writes columns without their table; here that would be another column.
const topicIds = sql<string[]>`coalesce((
  select array_agg(topic_id order by topic_id) from ${activityTopics}
  where ${activityTopics}.activity_id = ${activities}.id), '{}')`;
const memberIds = sql<string[]>`coalesce((
  select array_agg(member_id order by member_id) from ${activityMembers}
  where ${activityMembers}.activity_id = ${activities}.id), '{}')`;

/** Activities by date and id, those without a date last; of one cycle, member or topic where asked. */
export async function findActivities(
  db: Database,
  { cycleId, memberId, topicId }: { cycleId?: string; memberId?: string; topicId?: string } = {},
): Promise<readonly Activity[]> {
  const ofMember = db
    .select({ id: activityMembers.activityId })
    .from(activityMembers)
    .where(eq(activityMembers.memberId, memberId ?? ""));
  const ofTopic = db
    .select({ id: activityTopics.activityId })
    .from(activityTopics)
    .where(eq(activityTopics.topicId, topicId ?? ""));
  const rows = await db
    .select({ activity: activities, topicIds, memberIds })
    .from(activities)
    .where(
      and(
        cycleId === undefined ? undefined : eq(activities.cycleId, cycleId),
        memberId === undefined ? undefined : inArray(activities.id, ofMember),
        topicId === undefined ? undefined : inArray(activities.id, ofTopic),
      ),
    )
    .orderBy(asc(activities.startsOn), asc(activities.id));
  return rows.map(({ activity, ...lists }) => ({ ...activity, ...lists }));
}

export async function findActivity(db: Database, id: string): Promise<Activity | undefined> {
  const [row] = await db
    .select({ activity: activities, topicIds, memberIds })
    .from(activities)
    .where(eq(activities.id, id));
  return row && { ...row.activity, topicIds: row.topicIds, memberIds: row.memberIds };
}

/** Adds an activity that no plan names. */
export async function insertActivity(
  db: Database,
  {
    activity: { topicIds: topics, memberIds: members, ...activity },
    actor,
    at,
  }: {
    activity: Omit<typeof activities.$inferInsert, "id"> & {
      readonly id?: string;
      readonly topicIds: readonly string[];
      readonly memberIds: readonly string[];
    };
    actor: Actor;
    at: Date;
  },
): Promise<string> {
  return db.transaction(async (tx) => {
    const id = activity.id ?? newId();
    await tx.insert(activities).values({ ...activity, id });
    await insertRows(
      tx,
      activityTopics,
      topics.map((topicId) => ({ activityId: id, topicId })),
    );
    await insertRows(
      tx,
      activityMembers,
      members.map((memberId) => ({ activityId: id, memberId })),
    );
    await recordAudit(tx, { at, actor, action: "activity:insert", subjectType: "activity", subjectId: id });
    return id;
  });
}

/**
 * Dates, place, host, state of an activity, as they become known; lists that are given replace the stored ones.
 *
 * @param baseRevision the revision that was looked at; left out, the change is made whatever happened meanwhile
 * @returns `undefined` if there is no such activity
 * @throws {ConflictError} `activityChanged` if somebody else changed it meanwhile
 */
export async function updateActivity(
  db: Database,
  {
    id,
    changes: { topicIds: topics, memberIds: members, ...changes },
    baseRevision,
    actor,
    at,
  }: {
    id: string;
    changes: Partial<Omit<typeof activities.$inferInsert, "id" | "revision">> & {
      readonly topicIds?: readonly string[];
      readonly memberIds?: readonly string[];
    };
    baseRevision?: number;
    actor: Actor;
    at: Date;
  },
): Promise<Activity | undefined> {
  return db.transaction(async (tx) => {
    const [before] = await tx.select().from(activities).where(eq(activities.id, id)).for("update");
    if (!before) return undefined;
    if (baseRevision !== undefined && before.revision !== baseRevision)
      throw new ConflictError("activityChanged", "Somebody else changed this activity meanwhile.");
    await tx
      .update(activities)
      .set({ ...changes, revision: before.revision + 1 })
      .where(eq(activities.id, id));
    if (topics !== undefined) {
      await tx.delete(activityTopics).where(eq(activityTopics.activityId, id));
      await insertRows(
        tx,
        activityTopics,
        topics.map((topicId) => ({ activityId: id, topicId })),
      );
    }
    if (members !== undefined) {
      await tx.delete(activityMembers).where(eq(activityMembers.activityId, id));
      await insertRows(
        tx,
        activityMembers,
        members.map((memberId) => ({ activityId: id, memberId })),
      );
    }
    await recordAudit(tx, {
      at,
      actor,
      action: "activity:change",
      subjectType: "activity",
      subjectId: id,
      details: {
        changed: [...Object.keys(changes), ...(topics ? ["topicIds"] : []), ...(members ? ["memberIds"] : [])],
        ...(changes.state && { state: changes.state }),
      },
    });
    return findActivity(tx, id);
  });
}

/** Who is expected and who took part, by member; replaces what was noted before. */
export async function saveParticipants(
  db: Database,
  {
    activityId,
    participants: noted,
    actor,
    at,
  }: {
    activityId: string;
    participants: readonly Omit<typeof participants.$inferInsert, "id" | "activityId">[];
    actor: Actor;
    at: Date;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(participants).where(eq(participants.activityId, activityId));
    await insertRows(
      tx,
      participants,
      noted.map((one) => ({ ...one, id: newId(), activityId })),
    );
    await recordAudit(tx, {
      at,
      actor,
      action: "activity:participants",
      subjectType: "activity",
      subjectId: activityId,
      details: { rows: noted.length },
    });
  });
}

/** Participants by activity, member and id; those without names are counted in one row per gender. */
export async function findParticipants(
  db: Database,
  where: { activityId?: string; memberId?: string } = {},
): Promise<readonly Participants[]> {
  return db
    .select()
    .from(participants)
    .where(
      and(
        where.activityId === undefined ? undefined : eq(participants.activityId, where.activityId),
        where.memberId === undefined ? undefined : eq(participants.memberId, where.memberId),
      ),
    )
    .orderBy(asc(participants.activityId), asc(participants.memberId), asc(participants.id));
}

/**
 * Stores pledges of one participant. Ids are random and the time is a date: the ratings of the same workshop must not
 * be joined to them, so call it in a transaction of its own. What one call stores is known as made together.
 */
export async function insertPledges(
  db: Database,
  made: readonly Omit<typeof pledges.$inferInsert, "id" | "state" | "followedUpAt" | "madeWith">[],
): Promise<readonly string[]> {
  const madeWith = randomId();
  const rows = made.map((pledge) => ({
    ...pledge,
    email: pledge.email?.trim().toLowerCase() ?? null,
    id: randomId(),
    madeWith,
  }));
  await insertRows(db, pledges, rows);
  return rows.map(({ id }) => id);
}

export async function findPledges(
  db: Database,
  { activityId, memberId, email }: { activityId?: string; memberId?: string; email?: string } = {},
): Promise<readonly Pledge[]> {
  return db
    .select()
    .from(pledges)
    .where(
      and(
        activityId === undefined ? undefined : eq(pledges.activityId, activityId),
        memberId === undefined ? undefined : eq(pledges.memberId, memberId),
        email === undefined ? undefined : eq(pledges.email, email.trim().toLowerCase()),
      ),
    )
    .orderBy(asc(pledges.pledgedOn), asc(pledges.id));
}

/** What the follow-up said of a pledge. */
export async function followUpPledge(
  db: Database,
  { id, state, actor, at }: { id: string; state: PledgeState; actor: Actor; at: Date },
): Promise<Pledge | undefined> {
  return db.transaction(async (tx) => {
    const [pledge] = await tx.update(pledges).set({ state, followedUpAt: at }).where(eq(pledges.id, id)).returning();
    if (!pledge) return undefined;
    await recordAudit(tx, {
      at,
      actor,
      action: "pledge:followUp",
      subjectType: "pledge",
      subjectId: id,
      details: { state },
    });
    return pledge;
  });
}
