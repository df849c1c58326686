import { sql } from "drizzle-orm";
import { boolean, check, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { localDate, moment, slug } from "./columns";

/** One row: whose database this is. */
export const offices = pgTable(
  "office",
  {
    id: smallint("id").primaryKey().default(1),
    packId: slug("pack_id").notNull(),
    name: text("name").notNull(),
    /** The date on which the demonstration's dates hang, stored at first start. */
    anchorDate: localDate("anchor_date").notNull(),
    settings: jsonb("settings").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    /** Whether the answers are made up; every page and export then says so. */
    synthetic: boolean("synthetic").notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [check("office_is_one_row", sql`${table.id} = 1`)],
);
