import { sql } from "drizzle-orm";
import { check, doublePrecision, index, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { activities } from "./activities";
import { moment, slug } from "./columns";
import { members, topics } from "./region";
import { rounds } from "./rounds";
import { analysisRuns } from "./runs";

export const adjustmentDecisions = ["reversed", "restored", "set"] as const;
export type AdjustmentDecisionKind = (typeof adjustmentDecisions)[number];

/** What evaluation and follow-up change in the needs that a survey told, as one run derived it. Never changed. */
export const adjustments = pgTable(
  "adjustment",
  {
    id: uuid("id").primaryKey(),
    runId: uuid("run_id")
      .notNull()
      .references(() => analysisRuns.id),
    /** The needs survey whose figures it is about. */
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id),
    /** Made of the rule and what it is about: the same in every run. */
    key: slug("key").notNull(),
    rule: text("rule").notNull(),
    memberId: slug("member_id").references(() => members.id),
    topicId: slug("topic_id").references(() => topics.id),
    activityId: slug("activity_id").references(() => activities.id),
    /** Expert or format. */
    subject: text("subject"),
    factor: doublePrecision("factor").notNull(),
    trainable: doublePrecision("trainable"),
    mark: text("mark"),
    evidence: jsonb("evidence").$type<Readonly<Record<string, string | number | null>>>().notNull(),
  },
  (table) => [
    uniqueIndex("adjustment_key").on(table.runId, table.key),
    index("adjustment_round").on(table.roundId),
    index("adjustment_need").on(table.topicId, table.memberId),
    check("adjustment_factor", sql`${table.factor} between 0.5 and 1`),
    check("adjustment_trainable", sql`${table.trainable} between 0 and 1`),
  ],
);

/** Who took an adjustment back, put it in force again or set its factor, and why; the latest one holds. Never changed. */
export const adjustmentDecisionRows = pgTable(
  "adjustment_decision",
  {
    id: uuid("id").primaryKey(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id),
    key: slug("key").notNull(),
    decision: text("decision").$type<AdjustmentDecisionKind>().notNull(),
    /** Where it was set by hand. */
    factor: doublePrecision("factor"),
    reason: text("reason").notNull(),
    /** The name that was signed with. */
    byName: text("by_name").notNull(),
    personId: uuid("person_id"),
    at: moment("at").notNull(),
  },
  (table) => [
    index("adjustment_decision_key").on(table.roundId, table.key),
    check("adjustment_decision_kind", sql`${table.decision} in ('reversed', 'restored', 'set')`),
    check(
      "adjustment_decision_factor",
      sql`(${table.decision} = 'set') = (${table.factor} is not null) and ${table.factor} between 0.5 and 1`,
    ),
    check("adjustment_decision_reason", sql`length(trim(${table.reason})) > 0 and length(trim(${table.byName})) > 0`),
  ],
);
