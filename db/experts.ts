import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import {
  expertAvailability,
  expertConflicts,
  expertLanguages,
  experts,
  expertTopics,
  type StandingStep,
  standings,
} from "./schema/experts";
import { people } from "./schema/people";
import { missionSeats, missions } from "./schema/requests";

export type Standing = typeof standings.$inferSelect;

export interface ExpertMission {
  readonly missionId: string;
  readonly memberId: string;
  readonly topicId: string;
  readonly seat: "lead" | "second";
  readonly startsOn: string;
  readonly endsOn: string;
  readonly rating: number | null;
}

export type Expert = typeof experts.$inferSelect & {
  readonly name: string;
  readonly memberId: string | null;
  readonly languages: readonly string[];
  readonly topicIds: readonly string[];
  /** Today's standing in each area. */
  readonly standings: readonly Standing[];
  /** Every dated step, oldest first. */
  readonly history: readonly Standing[];
  readonly conflicts: readonly (typeof expertConflicts.$inferSelect)[];
  readonly availability: readonly (typeof expertAvailability.$inferSelect)[];
  /** Latest first. */
  readonly missions: readonly ExpertMission[];
};

/**
 * The register with everything that staffing asks for, by id.
 *
 * @param on the day, `YYYY-MM-DD`, whose standing counts; later steps are left out
 */
export async function findExperts(
  db: Database,
  { on, ids }: { on: string; ids?: readonly string[] },
): Promise<readonly Expert[]> {
  const found = await db
    .select({ expert: experts, name: people.name, memberId: people.memberId })
    .from(experts)
    .innerJoin(people, eq(people.id, experts.personId))
    .where(ids === undefined ? undefined : inArray(experts.personId, [...ids]))
    .orderBy(asc(experts.personId));
  const history = await db
    .select()
    .from(standings)
    .where(lte(standings.since, on))
    .orderBy(asc(standings.since), asc(standings.areaId), asc(standings.step));
  const languages = await db.select().from(expertLanguages).orderBy(asc(expertLanguages.language));
  const listed = await db.select().from(expertTopics).orderBy(asc(expertTopics.topicId));
  const conflicts = await db.select().from(expertConflicts).orderBy(asc(expertConflicts.memberId));
  const availability = await db
    .select()
    .from(expertAvailability)
    .orderBy(asc(expertAvailability.cycleId), asc(expertAvailability.month));
  const seats = await db
    .select({ seat: missionSeats, mission: missions })
    .from(missionSeats)
    .innerJoin(missions, eq(missions.id, missionSeats.missionId))
    .orderBy(desc(missions.startsOn), asc(missions.id));

  const historyOf = grouped(history);
  const languagesOf = grouped(languages);
  const topicsOf = grouped(listed);
  const conflictsOf = grouped(conflicts);
  const availabilityOf = grouped(availability);
  const seatsOf = grouped(seats.map((row) => ({ ...row, personId: row.seat.personId })));
  return found.map(({ expert, name, memberId }) => {
    const steps = historyOf(expert.personId);
    return {
      ...expert,
      name,
      memberId,
      languages: languagesOf(expert.personId).map((row) => row.language),
      topicIds: topicsOf(expert.personId).map((row) => row.topicId),
      standings: latestPerArea(steps),
      history: steps,
      conflicts: conflictsOf(expert.personId),
      availability: availabilityOf(expert.personId),
      missions: seatsOf(expert.personId).map(({ seat, mission }) => ({
        missionId: mission.id,
        memberId: mission.memberId,
        topicId: mission.topicId,
        seat: seat.seat === "lead" ? ("lead" as const) : ("second" as const),
        startsOn: mission.startsOn,
        endsOn: mission.endsOn,
        rating: seat.rating,
      })),
    };
  });
}

export interface ExpertEntry extends Omit<typeof experts.$inferInsert, "personId"> {
  readonly languages: readonly string[];
  readonly topicIds?: readonly string[];
  readonly conflicts?: readonly Pick<typeof expertConflicts.$inferInsert, "memberId" | "kind" | "since" | "note">[];
  readonly availability?: readonly Pick<typeof expertAvailability.$inferInsert, "cycleId" | "month" | "available">[];
}

/** Puts a person into the register, or brings the entry up to date; lists that are given replace the stored ones. */
export async function saveExpert(
  db: Database,
  { personId, entry, actor, at }: { personId: string; entry: ExpertEntry; actor: Actor; at: Date },
): Promise<void> {
  const { languages, topicIds, conflicts, availability, ...expert } = entry;
  await db.transaction(async (tx) => {
    await tx
      .insert(experts)
      .values({ personId, ...expert })
      .onConflictDoUpdate({ target: experts.personId, set: expert });
    await tx.delete(expertLanguages).where(eq(expertLanguages.personId, personId));
    for (const language of new Set(languages)) await tx.insert(expertLanguages).values({ personId, language });
    if (topicIds !== undefined) {
      await tx.delete(expertTopics).where(eq(expertTopics.personId, personId));
      for (const topicId of new Set(topicIds)) await tx.insert(expertTopics).values({ personId, topicId });
    }
    if (conflicts !== undefined) {
      await tx.delete(expertConflicts).where(eq(expertConflicts.personId, personId));
      for (const conflict of conflicts) await tx.insert(expertConflicts).values({ personId, ...conflict });
    }
    if (availability !== undefined) {
      await tx.delete(expertAvailability).where(eq(expertAvailability.personId, personId));
      for (const month of availability) await tx.insert(expertAvailability).values({ personId, ...month });
    }
    await recordAudit(tx, { at, actor, action: "expert:save", subjectType: "person", subjectId: personId });
  });
}

/** Notes a dated step in an area; noting the same again is harmless. */
export async function recordStanding(
  db: Database,
  {
    personId,
    areaId,
    step,
    since,
    note = null,
    actor,
    at,
  }: {
    personId: string;
    areaId: string;
    step: StandingStep;
    since: string;
    note?: string | null;
    actor: Actor;
    at: Date;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    const noted = await tx
      .insert(standings)
      .values({ personId, areaId, step, since, note })
      .onConflictDoNothing()
      .returning({ step: standings.step });
    if (noted.length === 0) return;
    await recordAudit(tx, {
      at,
      actor,
      action: "expert:standing",
      subjectType: "person",
      subjectId: personId,
      details: { areaId, step, since },
    });
  });
}

/** Notes the member's rating of a person's work on a mission. @returns whether that person had the seat */
export async function rateMissionSeat(
  db: Database,
  {
    missionId,
    personId,
    rating,
    evaluatedOn,
    actor,
    at,
  }: { missionId: string; personId: string; rating: number; evaluatedOn: string; actor: Actor; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const rated = await tx
      .update(missionSeats)
      .set({ rating, evaluatedOn })
      .where(and(eq(missionSeats.missionId, missionId), eq(missionSeats.personId, personId)))
      .returning({ seat: missionSeats.seat });
    if (rated.length === 0) return false;
    await recordAudit(tx, { at, actor, action: "mission:rate", subjectType: "mission", subjectId: missionId });
    return true;
  });
}

function latestPerArea(steps: readonly Standing[]): readonly Standing[] {
  const order: readonly StandingStep[] = [
    "nominated",
    "preScreened",
    "preAccredited",
    "inFieldMissions",
    "accredited",
    "lapsed",
    "withdrawn",
  ];
  const latest = new Map<string, Standing>();
  for (const step of steps) {
    const known = latest.get(step.areaId);
    // Of two steps on one day the further one holds.
    if (known?.since === step.since && order.indexOf(known.step) > order.indexOf(step.step)) continue;
    latest.set(step.areaId, step);
  }
  return [...latest.values()].sort((a, b) => (a.areaId < b.areaId ? -1 : 1));
}

function grouped<Row extends { readonly personId: string }>(
  rows: readonly Row[],
): (personId: string) => readonly Row[] {
  const byPerson = new Map<string, Row[]>();
  for (const row of rows) {
    const known = byPerson.get(row.personId);
    if (known) known.push(row);
    else byPerson.set(row.personId, [row]);
  }
  return (personId) => byPerson.get(personId) ?? [];
}
