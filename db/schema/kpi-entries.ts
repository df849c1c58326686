import { sql } from "drizzle-orm";
import { check, doublePrecision, foreignKey, integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { localDate, moment, slug } from "./columns";
import { cycles } from "./cycles";
import { people } from "./people";
import { actions } from "./plan-framework";

/** A figure of a KPI that the office enters because the platform cannot compute it. Corrected by a further entry. */
export const kpiEntries = pgTable(
  "kpi_entry",
  {
    id: uuid("id").primaryKey(),
    frameworkId: slug("framework_id").notNull(),
    actionId: slug("action_id").notNull(),
    /** Place of the target among those of the action. */
    position: integer("position").notNull(),
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    /** In the unit of the target; `null` takes back what was entered. */
    value: doublePrecision("value"),
    /** Out of how many, where the figure is one of several. */
    of: doublePrecision("of"),
    source: text("source").notNull(),
    /** The day that the figure is of. */
    asOf: localDate("as_of").notNull(),
    enteredBy: uuid("entered_by").references(() => people.id, { onDelete: "set null" }),
    enteredByName: text("entered_by_name").notNull(),
    enteredAt: moment("entered_at").notNull(),
    /** The entry that this one puts right. */
    corrects: uuid("corrects"),
  },
  (table) => [
    foreignKey({
      name: "kpi_entry_action_fk",
      columns: [table.frameworkId, table.actionId],
      foreignColumns: [actions.frameworkId, actions.id],
    }),
    foreignKey({ name: "kpi_entry_corrects_fk", columns: [table.corrects], foreignColumns: [table.id] }),
    uniqueIndex("kpi_entry_first")
      .on(table.frameworkId, table.actionId, table.position, table.cycleId)
      .where(sql`${table.corrects} is null`),
    uniqueIndex("kpi_entry_corrected_once").on(table.corrects),
    check("kpi_entry_value", sql`${table.value} >= 0 and ${table.of} >= 0`),
  ],
);
