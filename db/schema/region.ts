import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { moment, slug } from "./columns";

/** A name in other languages than the pack's first, by BCP 47 tag. */
export type Translations = Readonly<Record<string, string>>;

const translations = () => jsonb("names").$type<Translations>().notNull().default({});

export const subRegions = pgTable("sub_region", {
  id: slug("id").primaryKey(),
  name: text("name").notNull(),
  names: translations(),
  position: integer("position").notNull(),
});

/** Group of members for weighting, fixed before any answers are seen. */
export const strata = pgTable("stratum", {
  id: slug("id").primaryKey(),
  name: text("name").notNull(),
  position: integer("position").notNull(),
});

export const members = pgTable(
  "member",
  {
    id: slug("id").primaryKey(),
    isoCode: text("iso_code"),
    name: text("name").notNull(),
    names: translations(),
    /** Other names that an import accepts. */
    variants: text("variants").array().notNull().default([]),
    subRegionId: slug("sub_region_id")
      .notNull()
      .references(() => subRegions.id),
    stratumId: slug("stratum_id")
      .notNull()
      .references(() => strata.id),
    /** Ids of the pack's flags that hold for this member. */
    flags: text("flags").array().notNull().default([]),
    languages: text("languages").array().notNull().default([]),
    workingLanguages: text("working_languages").array().notNull().default([]),
    timeZone: text("time_zone").notNull(),
    position: integer("position").notNull(),
    active: boolean("active").notNull().default(true),
  },
  (table) => [index("member_sub_region").on(table.subRegionId)],
);

export const sections = pgTable("section", {
  id: slug("id").primaryKey(),
  name: text("name").notNull(),
  names: translations(),
  position: integer("position").notNull(),
});

export const accreditationAreas = pgTable("accreditation_area", {
  id: slug("id").primaryKey(),
  name: text("name").notNull(),
  names: translations(),
  /** Where the area is named, or that it is general knowledge. */
  basis: text("basis"),
  position: integer("position").notNull(),
  active: boolean("active").notNull().default(true),
});

export const topics = pgTable(
  "topic",
  {
    id: slug("id").primaryKey(),
    name: text("name").notNull(),
    names: translations(),
    shortName: text("short_name").notNull(),
    abbreviation: text("abbreviation"),
    description: text("description").notNull().default(""),
    sectionId: slug("section_id")
      .notNull()
      .references(() => sections.id),
    /** Whether members rate it; the others are the office's own work. */
    rated: boolean("rated").notNull(),
    accreditationAreaId: slug("accreditation_area_id").references(() => accreditationAreas.id),
    position: integer("position").notNull(),
    active: boolean("active").notNull().default(true),
  },
  (table) => [index("topic_section").on(table.sectionId), index("topic_area").on(table.accreditationAreaId)],
);

/** Pillars and actions of one plan, with the strategic plan (RSP) that they serve. */
export const planFrameworks = pgTable("plan_framework", {
  id: slug("id").primaryKey(),
  title: text("title").notNull(),
  rsp: text("rsp"),
  /** `YYYY-MM`, as printed. */
  periodStart: text("period_start").notNull(),
  periodEnd: text("period_end").notNull(),
  /** How many members a target "n of m" was written for, where printed. */
  memberCount: integer("member_count"),
});

export const pillars = pgTable(
  "pillar",
  {
    frameworkId: slug("framework_id")
      .notNull()
      .references(() => planFrameworks.id),
    number: smallint("number").notNull(),
    title: text("title").notNull(),
  },
  (table) => [primaryKey({ columns: [table.frameworkId, table.number] })],
);

export const actions = pgTable(
  "action",
  {
    frameworkId: slug("framework_id").notNull(),
    /** Pillar number and letter, `1-hh`. */
    id: slug("id").notNull(),
    pillarNumber: smallint("pillar_number").notNull(),
    letter: text("letter").notNull(),
    /** As printed, `1-(hh)`. */
    label: text("label").notNull(),
    text: text("text").notNull(),
    rspPrinted: text("rsp_printed"),
    kpis: text("kpis").array().notNull().default([]),
    targetText: text("target_text").array().notNull().default([]),
    timeframe: text("timeframe"),
    /** Actions that one printed table cell serves together with this one. */
    sharesWorkWith: text("shares_work_with").array().notNull().default([]),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.frameworkId, table.id] }),
    foreignKey({
      name: "action_pillar_fk",
      columns: [table.frameworkId, table.pillarNumber],
      foreignColumns: [pillars.frameworkId, pillars.number],
    }),
    uniqueIndex("action_position").on(table.frameworkId, table.position),
  ],
);

export const rspMilestones = pgTable(
  "rsp_milestone",
  {
    /** RSP, objective and number: `RSP 2024-2026/1.1.1-m2`. */
    id: slug("id").primaryKey(),
    rsp: text("rsp").notNull(),
    objective: text("objective").notNull(),
    /** `null` where a reference names the objective alone. */
    number: smallint("number"),
    text: text("text"),
  },
  (table) => [index("rsp_milestone_rsp").on(table.rsp, table.objective)],
);

export const actionMilestones = pgTable(
  "action_milestone",
  {
    frameworkId: slug("framework_id").notNull(),
    actionId: slug("action_id").notNull(),
    milestoneId: slug("milestone_id")
      .notNull()
      .references(() => rspMilestones.id),
    position: integer("position").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.frameworkId, table.actionId, table.milestoneId] }),
    foreignKey({
      name: "action_milestone_action_fk",
      columns: [table.frameworkId, table.actionId],
      foreignColumns: [actions.frameworkId, actions.id],
    }),
  ],
);

export const actionTopics = pgTable(
  "action_topic",
  {
    frameworkId: slug("framework_id").notNull(),
    actionId: slug("action_id").notNull(),
    topicId: slug("topic_id")
      .notNull()
      .references(() => topics.id),
  },
  (table) => [
    primaryKey({ columns: [table.frameworkId, table.actionId, table.topicId] }),
    foreignKey({
      name: "action_topic_action_fk",
      columns: [table.frameworkId, table.actionId],
      foreignColumns: [actions.frameworkId, actions.id],
    }),
    index("action_topic_topic").on(table.topicId),
  ],
);

export const kpiTargets = pgTable(
  "kpi_target",
  {
    frameworkId: slug("framework_id").notNull(),
    actionId: slug("action_id").notNull(),
    /** Place among the targets of the action. */
    position: integer("position").notNull(),
    /** Number of the KPI where an action has several. */
    kpi: smallint("kpi"),
    kind: text("kind").notNull(),
    atLeast: doublePrecision("at_least").notNull(),
    of: doublePrecision("of"),
    basis: text("basis"),
    statistic: text("statistic"),
  },
  (table) => [
    primaryKey({ columns: [table.frameworkId, table.actionId, table.position] }),
    foreignKey({
      name: "kpi_target_action_fk",
      columns: [table.frameworkId, table.actionId],
      foreignColumns: [actions.frameworkId, actions.id],
    }),
    check(
      "kpi_target_kind",
      sql`${table.kind} in ('members', 'perMonth', 'perQuarter', 'perYear', 'perTwoYears', 'share', 'score')`,
    ),
  ],
);

export const funders = pgTable("funder", {
  id: slug("id").primaryKey(),
  name: text("name").notNull(),
  /** What the funder pays for and for whom, as the pack's rules state it. */
  conditions: jsonb("conditions").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  assumed: boolean("assumed").notNull(),
  basis: text("basis"),
  position: integer("position").notNull(),
  active: boolean("active").notNull().default(true),
});

/** Regional training centre (RTC), with the member that hosts it. */
export const trainingCentres = pgTable("training_centre", {
  id: slug("id").primaryKey(),
  name: text("name").notNull(),
  memberId: slug("member_id")
    .notNull()
    .references(() => members.id),
  assumed: boolean("assumed").notNull(),
  basis: text("basis"),
  position: integer("position").notNull(),
  active: boolean("active").notNull().default(true),
});

/** A figure or rule of the pack that an office may change: costs, missions per year, workdays. */
export const settings = pgTable("setting", {
  key: slug("key").primaryKey(),
  /** What the pack says; loading it again changes this one only. */
  packValue: jsonb("pack_value").$type<unknown>().notNull(),
  /** What the office set instead, or `null`. */
  officeValue: jsonb("office_value").$type<unknown>(),
  assumed: boolean("assumed").notNull(),
  basis: text("basis"),
  changedAt: moment("changed_at"),
});
