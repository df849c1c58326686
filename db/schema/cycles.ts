import { sql } from "drizzle-orm";
import { check, pgTable } from "drizzle-orm/pg-core";
import { localDate, slug } from "./columns";

/** A year of the office's work, July to June. */
export const cycles = pgTable(
  "cycle",
  {
    /** `2026-2027`. */
    id: slug("id").primaryKey(),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(),
  },
  (table) => [check("cycle_dates", sql`${table.startsOn} < ${table.endsOn}`)],
);
