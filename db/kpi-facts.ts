import { eq, sql } from "drizzle-orm";
import type { Database } from "./engine/database";
import { activities, participants } from "./schema/activities";
import { standings } from "./schema/experts";
import { items } from "./schema/instruments";
import { missionSeats, missions } from "./schema/requests";
import { rounds } from "./schema/rounds";
import { tidyAnswers } from "./schema/tidy";

/** Ratings of one workshop by its participants, all of them counted. */
export interface WorkshopRatings {
  readonly roundId: string;
  readonly activityId: string | null;
  readonly cycleId: string;
  readonly title: string;
  readonly n: number;
  readonly sum: number;
}

/**
 * The overall item of every evaluation that was closed, by round: how many rated and the sum of their ratings, in the
 * points of the scale. Ratings that are still open are not in it.
 */
export async function findWorkshopRatings(db: Database): Promise<readonly WorkshopRatings[]> {
  const rows = await db.execute<{
    round_id: string;
    activity_id: string | null;
    cycle_id: string;
    title: string;
    n: number;
    sum: number;
  }>(sql`
    select a.round_id, o.activity_id, o.cycle_id, coalesce(w.title, o.name) as title, count(*)::int as n,
      sum(split_part(i.scale, '|', a.code + 1)::double precision) as sum
    from ${tidyAnswers} a
      join ${rounds} o on o.id = a.round_id
      join ${items} i on i.id = a.item_id
      left join ${activities} w on w.id = o.activity_id
    where a.measure = 'satisfaction' and a.current and a.code >= 0 and o.state = 'closed' and not o.practice
      and i.scale is not null
    group by a.round_id, o.activity_id, o.cycle_id, coalesce(w.title, o.name)
    order by title, a.round_id`);
  return rows.map(({ round_id: roundId, activity_id: activityId, cycle_id: cycleId, title, n, sum }) => {
    return { roundId, activityId, cycleId, title, n: Number(n), sum: Number(sum) };
  });
}

/** A mission with who had its seats, as far as the KPIs ask. */
export interface MissionFact {
  readonly id: string;
  readonly memberId: string;
  readonly topicId: string;
  readonly kind: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Whether a member had asked for it. */
  readonly requested: boolean;
  /** Whether somebody who was accredited on its first day had a seat. */
  readonly accredited: boolean;
}

/** All missions, planned and past, by first day. */
export async function findMissionFacts(db: Database): Promise<readonly MissionFact[]> {
  const accredited = sql<boolean>`exists (
    select 1 from ${missionSeats} t join lateral (
      select distinct on (s.area_id) s.step from ${standings} s
      where s.person_id = t.person_id and s.since <= ${missions}.starts_on
      order by s.area_id, s.since desc
    ) s on s.step = 'accredited'
    where t.mission_id = ${missions}.id)`;
  return db
    .select({
      id: missions.id,
      memberId: missions.memberId,
      topicId: missions.topicId,
      kind: missions.kind,
      startsOn: missions.startsOn,
      endsOn: missions.endsOn,
      requested: sql<boolean>`${missions.requestId} is not null`,
      accredited,
    })
    .from(missions)
    .orderBy(missions.startsOn, missions.id);
}

/** Who was present at an activity, and how many of them are women. */
export interface Attendance {
  readonly activityId: string;
  readonly participants: number;
  /** Of those whose gender is known. */
  readonly known: number;
  readonly women: number;
}

export async function findAttendance(db: Database): Promise<readonly Attendance[]> {
  return db
    .select({
      activityId: participants.activityId,
      participants: sql<number>`sum(${participants.count})::int`,
      known: sql<number>`coalesce(sum(${participants.count}) filter (where ${participants.gender} is not null), 0)::int`,
      women: sql<number>`coalesce(sum(${participants.count}) filter (where ${participants.gender} = 'woman'), 0)::int`,
    })
    .from(participants)
    .where(eq(participants.attendance, "present"))
    .groupBy(participants.activityId)
    .orderBy(participants.activityId);
}
