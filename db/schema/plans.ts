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
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { activities } from "./activities";
import { moment, sha256, slug } from "./columns";
import { cycles } from "./cycles";
import { actions, planFrameworks } from "./plan-framework";
import { analysisRuns } from "./runs";

export const proposalStates = ["draft", "approved", "discarded"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** A plan in the making for one cycle. */
export const proposals = pgTable(
  "proposal",
  {
    id: uuid("id").primaryKey(),
    /** The cycle that is planned for. */
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    name: text("name").notNull(),
    state: text("state").$type<ProposalState>().notNull().default("draft"),
    /** Raised by each change, so that two planners do not overwrite each other. */
    revision: integer("revision").notNull().default(1),
    /** Budget, funders, hosts, limits: what the planner set. */
    settings: jsonb("settings").$type<Readonly<Record<string, unknown>>>().notNull(),
    /** The ranking whose needs it serves. */
    rankingRunId: uuid("ranking_run_id").references(() => analysisRuns.id),
    /** The run that solved it last. */
    solveRunId: uuid("solve_run_id").references(() => analysisRuns.id),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    index("proposal_cycle").on(table.cycleId),
    check("proposal_state", sql`${table.state} in ('draft', 'approved', 'discarded')`),
  ],
);

export const lineKinds = ["standing", "fixed", "needs"] as const;
export type LineKind = (typeof lineKinds)[number];
export const lineLocks = ["in", "out"] as const;
export type LineLock = (typeof lineLocks)[number];

/** A line of a proposal: taken or left out, with the reason. */
export const proposalLines = pgTable(
  "proposal_line",
  {
    proposalId: uuid("proposal_id")
      .notNull()
      .references(() => proposals.id, { onDelete: "cascade" }),
    /** Id of the candidate within the proposal, stable over re-solves. */
    id: slug("id").notNull(),
    position: integer("position").notNull(),
    kind: text("kind").$type<LineKind>().notNull(),
    /** Title, topic, members, actions, months, cost, experts: what the line proposes. */
    content: jsonb("content").$type<Readonly<Record<string, unknown>>>().notNull(),
    included: boolean("included").notNull(),
    /** Set by hand: the solver must take it, or must not. */
    lock: text("lock").$type<LineLock>(),
    reason: jsonb("reason").$type<unknown>(),
    score: doublePrecision("score"),
    cost: doublePrecision("cost"),
  },
  (table) => [
    primaryKey({ columns: [table.proposalId, table.id] }),
    check("proposal_line_kind", sql`${table.kind} in ('standing', 'fixed', 'needs')`),
    check("proposal_line_lock", sql`${table.lock} in ('in', 'out')`),
    check(
      "proposal_line_locked",
      sql`case ${table.lock} when 'in' then ${table.included} when 'out' then not ${table.included} else true end`,
    ),
  ],
);

/** An answer about a solved proposal, worked out after the plan: why a line is in or out, what a rule costs. Never changed. */
export const planExplanations = pgTable(
  "plan_explanation",
  {
    /** The run that solved the proposal. */
    runId: uuid("run_id")
      .notNull()
      .references(() => analysisRuns.id),
    /** What is answered: `line`, `changes`, `choices`, `price`, `budget` or `replicate`. */
    kind: slug("kind").notNull(),
    /** What it is about: the id of a line, the name of a rule, a share of the budget, the number of a replicate. */
    subject: text("subject").notNull(),
    content: jsonb("content").$type<Readonly<Record<string, unknown>>>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.kind, table.subject] })],
);

/** An annual work plan: approved here, or loaded as printed. Never changed; an amendment is the next edition. */
export const plans = pgTable(
  "plan",
  {
    id: uuid("id").primaryKey(),
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    edition: integer("edition").notNull(),
    frameworkId: slug("framework_id")
      .notNull()
      .references(() => planFrameworks.id),
    title: text("title").notNull(),
    origin: text("origin").notNull(),
    proposalId: uuid("proposal_id").references(() => proposals.id),
    /** The whole plan as approved, canonical JSON. */
    document: text("document").notNull(),
    sha256: sha256("sha256").notNull(),
    approvedBy: uuid("approved_by"),
    approvedByName: text("approved_by_name"),
    approvedAt: moment("approved_at").notNull(),
  },
  (table) => [
    uniqueIndex("plan_edition").on(table.cycleId, table.edition),
    uniqueIndex("plan_proposal").on(table.proposalId),
    check("plan_origin", sql`${table.origin} in ('approved', 'loaded')`),
    check(
      "plan_approved",
      sql`${table.origin} <> 'approved' or (${table.proposalId} is not null and ${table.approvedByName} is not null)`,
    ),
  ],
);

/** An entry of a plan: an activity under one of the actions where it stands. */
export const planListings = pgTable(
  "plan_listing",
  {
    planId: uuid("plan_id")
      .notNull()
      .references(() => plans.id),
    /** Action id and running number, `1-a-01`. */
    id: slug("id").notNull(),
    frameworkId: slug("framework_id").notNull(),
    actionId: slug("action_id").notNull(),
    position: integer("position").notNull(),
    activityId: slug("activity_id")
      .notNull()
      .references(() => activities.id),
    title: text("title").notNull(),
    seeAlsoPrinted: text("see_also_printed"),
    /** Actions that the printed reference names, in its order. */
    seeAlso: text("see_also").array().notNull().default([]),
    /** Members named in this entry's title. */
    memberIds: text("member_ids").array().notNull().default([]),
    /** Whether the table cell cannot be told from the text. */
    cellUncertain: boolean("cell_uncertain").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.planId, table.id] }),
    uniqueIndex("plan_listing_position").on(table.planId, table.position),
    index("plan_listing_activity").on(table.activityId),
    foreignKey({
      name: "plan_listing_action_fk",
      columns: [table.frameworkId, table.actionId],
      foreignColumns: [actions.frameworkId, actions.id],
    }),
  ],
);
