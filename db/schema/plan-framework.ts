import { sql } from "drizzle-orm";
import {
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
import { slug } from "./columns";
import { type LocalizedText, topics } from "./region";

export interface PlanColumns {
  readonly action: string;
  readonly relevance: string;
  readonly work: string;
  readonly kpi: string;
}

/** Pillars and actions of one plan, with the strategic plan (RSP) that they serve. */
export const planFrameworks = pgTable("plan_framework", {
  id: slug("id").primaryKey(),
  title: text("title").notNull(),
  /** Title of a plan of another cycle; `{cycle}` is replaced by "2026-2027". */
  titleTemplate: text("title_template"),
  /** Headings of the printed columns. */
  columns: jsonb("columns").$type<PlanColumns>(),
  /** The regional strategic plan that references point to. */
  rsp: text("rsp").notNull(),
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
    /** Short name for pages. */
    label: jsonb("label").$type<LocalizedText>(),
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
