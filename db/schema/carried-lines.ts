import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { activities } from "./activities";
import { moment, slug } from "./columns";
import { cycles } from "./cycles";
import { proposals } from "./plans";
import type { LocalizedText } from "./region";

export const carriedStates = ["open", "takenUp", "dropped"] as const;
export type CarriedState = (typeof carriedStates)[number];

/** A line that a cycle takes over from the one before: approved and not held, or left out of the plan with a reason. */
export const carriedLines = pgTable(
  "carried_line",
  {
    /** The cycle that takes it over. */
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    /** Id of the activity, or of the proposal and its line. */
    id: slug("id").notNull(),
    fromCycleId: slug("from_cycle_id").notNull(),
    title: text("title").notNull(),
    /** The activity that was not held; `null` for a line that was left out. */
    activityId: slug("activity_id").references(() => activities.id),
    /** The proposal that left it out. */
    proposalId: uuid("proposal_id").references(() => proposals.id),
    topicIds: text("topic_ids").array().notNull().default([]),
    memberIds: text("member_ids").array().notNull().default([]),
    /** Why it was not held or left out, as known when it was carried over. */
    because: jsonb("because").$type<LocalizedText>(),
    state: text("state").$type<CarriedState>().notNull().default("open"),
    /** The activity of the new cycle that takes it up. */
    takenUpAs: slug("taken_up_as").references(() => activities.id),
    droppedBecause: text("dropped_because"),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    primaryKey({ columns: [table.cycleId, table.id] }),
    foreignKey({ name: "carried_line_from_fk", columns: [table.fromCycleId], foreignColumns: [cycles.id] }),
    index("carried_line_activity").on(table.activityId),
    check("carried_line_of", sql`(${table.activityId} is null) <> (${table.proposalId} is null)`),
    check(
      "carried_line_state",
      sql`case ${table.state} when 'open' then ${table.decidedAt} is null
        when 'takenUp' then ${table.decidedAt} is not null and ${table.takenUpAs} is not null
        when 'dropped' then ${table.decidedAt} is not null and ${table.droppedBecause} is not null
        else false end`,
    ),
  ],
);
