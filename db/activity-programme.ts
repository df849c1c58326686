import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { activityPeople, type ProgrammeKind, programmeEntries } from "./schema/activities";
import { experts } from "./schema/experts";
import { people } from "./schema/people";

export type ProgrammeEntry = typeof programmeEntries.$inferSelect;

/** Somebody with a part in an activity. */
export interface ActivityPerson {
  readonly activityId: string;
  readonly personId: string;
  readonly part: string;
  readonly name: string;
  readonly memberId: string | null;
  /** Whether the person stands in the register of experts. */
  readonly expert: boolean;
}

/** Objectives and sessions of an activity in their order, objectives first. */
export async function findProgramme(db: Database, activityId: string): Promise<readonly ProgrammeEntry[]> {
  return db
    .select()
    .from(programmeEntries)
    .where(eq(programmeEntries.activityId, activityId))
    .orderBy(asc(programmeEntries.kind), asc(programmeEntries.position));
}

/**
 * Replaces the objectives or the sessions of an activity. An entry whose title was there before keeps its id, so that
 * ratings of an earlier round speak of the same; call it in the transaction that changes the activity.
 */
export async function saveProgramme(
  tx: Database,
  { activityId, kind, titles }: { activityId: string; kind: ProgrammeKind; titles: readonly string[] },
): Promise<void> {
  const before = (await findProgramme(tx, activityId)).filter((entry) => entry.kind === kind);
  const idOf = new Map(before.map(({ title, id }) => [title, id]));
  let next = Math.max(0, ...before.map(({ id }) => Number(id.split("-").at(-1)) || 0));
  await tx
    .delete(programmeEntries)
    .where(and(eq(programmeEntries.activityId, activityId), eq(programmeEntries.kind, kind)));
  const rows = [...new Set(titles)].map((title, position) => {
    const known = idOf.get(title);
    if (known === undefined) next += 1;
    return { activityId, kind, position, title, id: known ?? `${kind}-${next}` };
  });
  await insertRows(tx, programmeEntries, rows);
}

/** Who has a part in activities, by activity and name; of one activity, person or part where asked. */
export async function findActivityPeople(
  db: Database,
  where: { activityId?: string; personId?: string; part?: string } = {},
): Promise<readonly ActivityPerson[]> {
  return db
    .select({
      activityId: activityPeople.activityId,
      personId: activityPeople.personId,
      part: activityPeople.part,
      name: people.name,
      memberId: people.memberId,
      expert: sql<boolean>`${experts.personId} is not null`,
    })
    .from(activityPeople)
    .innerJoin(people, eq(people.id, activityPeople.personId))
    .leftJoin(experts, eq(experts.personId, activityPeople.personId))
    .where(
      and(
        where.activityId === undefined ? undefined : eq(activityPeople.activityId, where.activityId),
        where.personId === undefined ? undefined : eq(activityPeople.personId, where.personId),
        where.part === undefined ? undefined : eq(activityPeople.part, where.part),
      ),
    )
    .orderBy(asc(activityPeople.activityId), asc(people.name), asc(people.id));
}

/** Replaces who has a part in an activity; call it in the transaction that changes the activity. */
export async function saveActivityPeople(
  tx: Database,
  { activityId, part, personIds }: { activityId: string; part: string; personIds: readonly string[] },
): Promise<void> {
  await tx.delete(activityPeople).where(and(eq(activityPeople.activityId, activityId), eq(activityPeople.part, part)));
  await insertRows(
    tx,
    activityPeople,
    [...new Set(personIds)].map((personId) => ({ activityId, personId, part })),
  );
}

/** People who facilitated before without being in the register, by their names as written. */
export async function findNamedFacilitators(
  db: Database,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ id: people.id, name: people.name })
    .from(activityPeople)
    .innerJoin(people, eq(people.id, activityPeople.personId))
    .leftJoin(experts, eq(experts.personId, activityPeople.personId))
    .where(
      and(eq(activityPeople.part, "facilitator"), inArray(people.name, [...names]), sql`${experts.personId} is null`),
    )
    .orderBy(asc(people.name), asc(people.id));
  return new Map(rows.map(({ id, name }) => [name, id]));
}
