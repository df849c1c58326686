import { sql } from "drizzle-orm";
import { check, pgTable } from "drizzle-orm/pg-core";
import { localDate, moment, slug } from "./columns";

/** A year of the office's work, July to June. */
export const cycles = pgTable(
  "cycle",
  {
    /** `2026-2027`. */
    id: slug("id").primaryKey(),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(),
    /** When the office moved on to it; the latest that was opened is the current one. */
    openedAt: moment("opened_at"),
    /** When the office was done with it: no round is held in it any more. */
    closedAt: moment("closed_at"),
  },
  (table) => [
    check("cycle_dates", sql`${table.startsOn} < ${table.endsOn}`),
    check("cycle_closed", sql`${table.closedAt} is null or ${table.openedAt} is not null`),
  ],
);
