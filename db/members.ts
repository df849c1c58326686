import { and, asc, eq, sql } from "drizzle-orm";
import type { Database } from "./engine/database";
import {
  accreditationAreas,
  funders,
  groupMemberships,
  memberGroups,
  members,
  sections,
  strata,
  subRegions,
  topics,
  trainingCentres,
} from "./schema/region";

export type Member = typeof members.$inferSelect & { readonly groupIds: readonly string[] };
export type Topic = typeof topics.$inferSelect;

// In a query on one table Drizzle writes columns without their table; here that would be another column.
const groupIds = sql<string[]>`coalesce((
  select array_agg(group_id order by group_id) from ${groupMemberships}
  where ${groupMemberships}.member_id = ${members}.id), '{}')`;

/** The region's members in the pack's order; those that have left are not among them. */
export async function findMembers(db: Database): Promise<readonly Member[]> {
  const rows = await db
    .select({ member: members, groupIds })
    .from(members)
    .where(eq(members.active, true))
    .orderBy(asc(members.position), asc(members.id));
  return rows.map((row) => ({ ...row.member, groupIds: row.groupIds }));
}

/** A member, also one that has left. */
export async function findMember(db: Database, id: string): Promise<Member | undefined> {
  const [row] = await db.select({ member: members, groupIds }).from(members).where(eq(members.id, id));
  return row && { ...row.member, groupIds: row.groupIds };
}

export type MemberGroup = typeof memberGroups.$inferSelect;

export async function findMemberGroups(db: Database): Promise<readonly MemberGroup[]> {
  return db.select().from(memberGroups).orderBy(asc(memberGroups.position), asc(memberGroups.id));
}

export type SubRegion = typeof subRegions.$inferSelect;

export async function findSubRegions(db: Database): Promise<readonly SubRegion[]> {
  return db.select().from(subRegions).orderBy(asc(subRegions.position), asc(subRegions.id));
}

export type Stratum = typeof strata.$inferSelect;

export async function findStrata(db: Database): Promise<readonly Stratum[]> {
  return db.select().from(strata).orderBy(asc(strata.position), asc(strata.id));
}

export type Section = typeof sections.$inferSelect;

export async function findSections(db: Database): Promise<readonly Section[]> {
  return db.select().from(sections).orderBy(asc(sections.position), asc(sections.id));
}

/** The active topics in the pack's order. */
export async function findTopics(db: Database, { ratedOnly = false } = {}): Promise<readonly Topic[]> {
  return db
    .select()
    .from(topics)
    .where(and(eq(topics.active, true), ratedOnly ? eq(topics.rated, true) : undefined))
    .orderBy(asc(topics.position), asc(topics.id));
}

export type AccreditationArea = typeof accreditationAreas.$inferSelect;

export async function findAccreditationAreas(db: Database): Promise<readonly AccreditationArea[]> {
  return db
    .select()
    .from(accreditationAreas)
    .where(eq(accreditationAreas.active, true))
    .orderBy(asc(accreditationAreas.position), asc(accreditationAreas.id));
}

export type Funder = typeof funders.$inferSelect;

export async function findFunders(db: Database): Promise<readonly Funder[]> {
  return db.select().from(funders).where(eq(funders.active, true)).orderBy(asc(funders.position), asc(funders.id));
}

export type TrainingCentre = typeof trainingCentres.$inferSelect;

export async function findTrainingCentres(db: Database): Promise<readonly TrainingCentre[]> {
  return db
    .select()
    .from(trainingCentres)
    .where(eq(trainingCentres.active, true))
    .orderBy(asc(trainingCentres.position), asc(trainingCentres.id));
}
