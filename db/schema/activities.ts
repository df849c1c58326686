import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { localDate, moment, slug } from "./columns";
import { cycles } from "./cycles";
import { people } from "./people";
import { funders, members, topics, trainingCentres } from "./region";

export const activityScopes = [
  "national",
  "sub-regional",
  "regional",
  "accreditation",
  "master-trainer",
  "training",
  "other",
] as const;
export const activityForms = [
  "workshop",
  "programme",
  "accreditation",
  "training",
  "mission",
  "meeting",
  "survey",
  "communication",
  "standing-commitment",
] as const;
export const activityStates = ["planned", "confirmed", "held", "cancelled"] as const;
export type ActivityState = (typeof activityStates)[number];

/** A workshop and the like: what the office plans and holds. The pack's activities keep their slugs. */
export const activities = pgTable(
  "activity",
  {
    id: slug("id").primaryKey(),
    title: text("title").notNull(),
    /** Accreditation, master trainer, regional, sub-regional, national ...: the pack's words. */
    scope: text("scope").notNull(),
    form: text("form").notNull(),
    targetGroup: text("target_group"),
    cycleId: slug("cycle_id").references(() => cycles.id),
    state: text("state").$type<ActivityState>().notNull().default("planned"),
    startsOn: localDate("starts_on"),
    endsOn: localDate("ends_on"),
    place: text("place"),
    /** The venue's zone: its calendar decides until when the evaluation is in time. */
    timeZone: text("time_zone"),
    /** Languages in which it is held, the first one first on paper. */
    languages: text("languages").array().notNull().default([]),
    hostMemberId: slug("host_member_id").references(() => members.id),
    trainingCentreId: slug("training_centre_id").references(() => trainingCentres.id),
    funderId: slug("funder_id").references(() => funders.id),
    /** Why a planned activity did not happen. */
    cancelledBecause: text("cancelled_because"),
    synthetic: boolean("synthetic").notNull().default(false),
    /** Raised by each change of the office, so that two coordinators do not overwrite each other. */
    revision: integer("revision").notNull().default(1),
  },
  (table) => [
    index("activity_cycle").on(table.cycleId),
    check("activity_state", sql`${table.state} in ('planned', 'confirmed', 'held', 'cancelled')`),
    check("activity_dates", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

export const activityTopics = pgTable(
  "activity_topic",
  {
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    topicId: slug("topic_id")
      .notNull()
      .references(() => topics.id),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.topicId] }),
    index("activity_topic_topic").on(table.topicId),
  ],
);

/** A member that an activity is for. */
export const activityMembers = pgTable(
  "activity_member",
  {
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    memberId: slug("member_id")
      .notNull()
      .references(() => members.id),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.memberId] }),
    index("activity_member_member").on(table.memberId),
  ],
);

/** Who facilitates, leads, seconds or organises an activity. */
export const activityPeople = pgTable(
  "activity_person",
  {
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id),
    part: text("part").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.personId, table.part] }),
    index("activity_person_person").on(table.personId),
    check("activity_person_part", sql`${table.part} in ('organiser', 'facilitator', 'lead', 'second')`),
  ],
);

export const programmeKinds = ["objective", "session"] as const;
export type ProgrammeKind = (typeof programmeKinds)[number];

/** What an activity aims at and consists of; the evaluation asks about each. */
export const programmeEntries = pgTable(
  "programme_entry",
  {
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    /** `session-3`: stays with its title, so that ratings of two rounds speak of the same. */
    id: slug("id").notNull(),
    kind: text("kind").$type<ProgrammeKind>().notNull(),
    position: integer("position").notNull(),
    title: text("title").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.activityId, table.id] }),
    uniqueIndex("programme_entry_position").on(table.activityId, table.kind, table.position),
    check("programme_entry_kind", sql`${table.kind} in ('objective', 'session')`),
  ],
);

export const attendances = ["expected", "present"] as const;
export type Attendance = (typeof attendances)[number];
export const genders = ["woman", "man", "other"] as const;
export type Gender = (typeof genders)[number];

export const participants = pgTable(
  "participant",
  {
    id: uuid("id").primaryKey(),
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id, { onDelete: "cascade" }),
    memberId: slug("member_id").references(() => members.id),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    gender: text("gender").$type<Gender>(),
    attendance: text("attendance").$type<Attendance>().notNull().default("present"),
    /** Participants of one member without names are counted together. */
    count: integer("count").notNull().default(1),
  },
  (table) => [
    index("participant_activity").on(table.activityId),
    index("participant_member").on(table.memberId),
    uniqueIndex("participant_person").on(table.activityId, table.personId),
    check("participant_attendance", sql`${table.attendance} in ('expected', 'present')`),
    check("participant_gender", sql`${table.gender} in ('woman', 'man', 'other')`),
    check("participant_count", sql`${table.count} > 0 and (${table.personId} is null or ${table.count} = 1)`),
  ],
);

export const pledgeStates = ["open", "underWay", "done", "stuck", "dropped"] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** An action that a participant commits to. It shares no key and no time finer than the day with any rating. */
export const pledges = pgTable(
  "pledge",
  {
    id: uuid("id").primaryKey(),
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id),
    memberId: slug("member_id").references(() => members.id),
    email: text("email"),
    language: text("language").notNull(),
    action: text("action").notNull(),
    byWhen: localDate("by_when"),
    withWhom: text("with_whom"),
    supervisorSupport: text("supervisor_support"),
    state: text("state").$type<PledgeState>().notNull().default("open"),
    pledgedOn: localDate("pledged_on").notNull(),
    /** Random; the pledges that one participant made in one response share it, and nothing else does. */
    madeWith: uuid("made_with"),
    /** When the follow-up last changed it. */
    followedUpAt: moment("followed_up_at"),
  },
  (table) => [
    index("pledge_activity").on(table.activityId),
    index("pledge_member").on(table.memberId),
    check("pledge_state", sql`${table.state} in ('open', 'underWay', 'done', 'stuck', 'dropped')`),
    check("pledge_contact", sql`${table.email} = lower(${table.email})`),
  ],
);
