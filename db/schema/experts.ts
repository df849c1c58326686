import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { localDate, moment, slug } from "./columns";
import { cycles } from "./cycles";
import { people } from "./people";
import { accreditationAreas, members, topics, trainingCentres } from "./region";

export const expertKinds = ["pool", "recognised", "office", "wco", "partner"] as const;
export type ExpertKind = (typeof expertKinds)[number];

export const standingSteps = [
  "nominated",
  "preScreened",
  "preAccredited",
  "inFieldMissions",
  "accredited",
  "lapsed",
  "withdrawn",
] as const;
export type StandingStep = (typeof standingSteps)[number];

/** A person in the register: accredited experts and candidates are one pool, told apart by standing. */
export const experts = pgTable(
  "expert",
  {
    personId: uuid("person_id")
      .primaryKey()
      .references(() => people.id, { onDelete: "cascade" }),
    kind: text("kind").$type<ExpertKind>().notNull(),
    gender: text("gender"),
    trainingCentreId: slug("training_centre_id").references(() => trainingCentres.id),
    /** Whether the administration lets the person go. */
    released: boolean("released").notNull(),
    /** Missions a year as confirmed; `null` where nobody said, and the pack's rule holds. */
    missionsPerYear: smallint("missions_per_year"),
    /** The last cycle in which the entry was confirmed. */
    confirmedCycleId: slug("confirmed_cycle_id").references(() => cycles.id),
    nominatedBy: text("nominated_by"),
    consentAt: moment("consent_at"),
    note: text("note"),
    synthetic: boolean("synthetic").notNull().default(false),
  },
  (table) => [
    check("expert_kind", sql`${table.kind} in ('pool', 'recognised', 'office', 'wco', 'partner')`),
    check("expert_gender", sql`${table.gender} in ('woman', 'man', 'other')`),
    check("expert_nominated_by", sql`${table.nominatedBy} in ('administration', 'trainingCentre')`),
    check("expert_missions", sql`${table.missionsPerYear} >= 0`),
  ],
);

/** One dated step of a person's standing in an area; the latest is the standing of today. */
export const standings = pgTable(
  "standing",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => experts.personId, { onDelete: "cascade" }),
    areaId: slug("area_id")
      .notNull()
      .references(() => accreditationAreas.id),
    step: text("step").$type<StandingStep>().notNull(),
    since: localDate("since").notNull(),
    note: text("note"),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.areaId, table.since, table.step] }),
    index("standing_area").on(table.areaId),
    check(
      "standing_step",
      sql`${table.step} in ('nominated', 'preScreened', 'preAccredited', 'inFieldMissions', 'accredited', 'lapsed', 'withdrawn')`,
    ),
  ],
);

export const expertLanguages = pgTable(
  "expert_language",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => experts.personId, { onDelete: "cascade" }),
    language: text("language").notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.language] })],
);

/** A topic that a person outside the accredited pool is listed for. */
export const expertTopics = pgTable(
  "expert_topic",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => experts.personId, { onDelete: "cascade" }),
    topicId: slug("topic_id")
      .notNull()
      .references(() => topics.id),
  },
  (table) => [primaryKey({ columns: [table.personId, table.topicId] }), index("expert_topic_topic").on(table.topicId)],
);

/** Months of a cycle in which a person can or cannot be sent. */
export const expertAvailability = pgTable(
  "expert_availability",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => experts.personId, { onDelete: "cascade" }),
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    month: integer("month").notNull(),
    available: boolean("available").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.cycleId, table.month] }),
    check("expert_availability_month", sql`${table.month} between 1 and 12`),
  ],
);

/** Why a person is not sent to a member: a dispute, or the member declined. */
export const expertConflicts = pgTable(
  "expert_conflict",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => experts.personId, { onDelete: "cascade" }),
    memberId: slug("member_id")
      .notNull()
      .references(() => members.id),
    kind: text("kind").notNull(),
    since: localDate("since").notNull(),
    note: text("note"),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.memberId] }),
    check("expert_conflict_kind", sql`${table.kind} in ('dispute', 'declined')`),
  ],
);
