import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { activities } from "./activities";
import { localDate, moment, slug } from "./columns";
import { cycles } from "./cycles";
import { experts } from "./experts";
import { members, topics } from "./region";
import { responses } from "./responses";

export const requestStates = ["open", "planned", "met", "notThisYear", "withdrawn"] as const;
export type RequestState = (typeof requestStates)[number];

/** What a member asks of the office, from its survey or registered by the office. */
export const requests = pgTable(
  "request",
  {
    id: uuid("id").primaryKey(),
    memberId: slug("member_id")
      .notNull()
      .references(() => members.id),
    topicId: slug("topic_id")
      .notNull()
      .references(() => topics.id),
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    /** The response whose repeated row `rowKey` this is; `null` if the office registered it. */
    responseId: uuid("response_id").references(() => responses.id, { onDelete: "cascade" }),
    rowKey: slug("row_key"),
    result: text("result").notNull(),
    ability: text("ability"),
    months: smallint("months").array().notNull().default([]),
    mode: text("mode"),
    language: text("language"),
    willingToHost: boolean("willing_to_host").notNull().default(false),
    contribution: text("contribution"),
    askedElsewhere: text("asked_elsewhere").array().notNull().default([]),
    /** Whether other members may see who asks. */
    consent: boolean("consent").notNull().default(false),
    state: text("state").$type<RequestState>().notNull().default("open"),
    /** "Not this year, because ..." */
    notBecause: text("not_because"),
    activityId: slug("activity_id").references(() => activities.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("request_row").on(table.responseId, table.rowKey),
    index("request_cycle").on(table.cycleId, table.topicId),
    index("request_member").on(table.memberId),
    check("request_state", sql`${table.state} in ('open', 'planned', 'met', 'notThisYear', 'withdrawn')`),
    check("request_from", sql`(${table.responseId} is null) = (${table.rowKey} is null)`),
  ],
);

/** A visit of experts to one member: two seats, dated, evaluated. */
export const missions = pgTable(
  "mission",
  {
    id: uuid("id").primaryKey(),
    memberId: slug("member_id")
      .notNull()
      .references(() => members.id),
    topicId: slug("topic_id")
      .notNull()
      .references(() => topics.id),
    kind: text("kind").notNull(),
    requestId: uuid("request_id").references(() => requests.id, { onDelete: "set null" }),
    activityId: slug("activity_id").references(() => activities.id),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(),
    synthetic: boolean("synthetic").notNull().default(false),
  },
  (table) => [
    index("mission_member").on(table.memberId),
    index("mission_topic").on(table.topicId),
    check("mission_kind", sql`${table.kind} in ('support', 'diagnostic', 'remote')`),
    check("mission_dates", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

export const missionSeats = pgTable(
  "mission_seat",
  {
    missionId: uuid("mission_id")
      .notNull()
      .references(() => missions.id, { onDelete: "cascade" }),
    seat: text("seat").notNull(),
    personId: uuid("person_id")
      .notNull()
      .references(() => experts.personId),
    /** The member's rating of the person's work, 1 to 5. */
    rating: smallint("rating"),
    evaluatedOn: localDate("evaluated_on"),
  },
  (table) => [
    primaryKey({ columns: [table.missionId, table.seat] }),
    uniqueIndex("mission_seat_person").on(table.missionId, table.personId),
    index("mission_seat_by_person").on(table.personId),
    check("mission_seat_seat", sql`${table.seat} in ('lead', 'second')`),
    check("mission_seat_rating", sql`${table.rating} between 1 and 5`),
    check("mission_seat_evaluated", sql`(${table.rating} is null) = (${table.evaluatedOn} is null)`),
  ],
);
