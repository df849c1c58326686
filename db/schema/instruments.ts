import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { moment, sha256, slug } from "./columns";
import type { LocalizedText } from "./region";

/** One of the surveys, the same across its versions. */
export const instruments = pgTable("instrument", {
  id: slug("id").primaryKey(),
  title: jsonb("title").$type<LocalizedText>().notNull(),
  /** Whether its responses are stored without any way to whoever gave them. */
  anonymous: boolean("anonymous").notNull(),
  createdAt: moment("created_at").notNull(),
});

export const instrumentDrafts = pgTable("instrument_draft", {
  instrumentId: slug("instrument_id")
    .primaryKey()
    .references(() => instruments.id, { onDelete: "cascade" }),
  /** JSON text as authored: key order and spacing are the author's. */
  definition: text("definition").notNull(),
  /** Raised by each save, so that a save over another's is noticed. */
  revision: integer("revision").notNull(),
  basedOnVersionId: uuid("based_on_version_id").references(() => instrumentVersions.id),
  savedBy: uuid("saved_by"),
  savedAt: moment("saved_at").notNull(),
});

/** A published definition; a trigger refuses to change or remove it. */
export const instrumentVersions = pgTable(
  "instrument_version",
  {
    id: uuid("id").primaryKey(),
    instrumentId: slug("instrument_id")
      .notNull()
      .references(() => instruments.id),
    number: integer("number").notNull(),
    definition: text("definition").notNull(),
    definitionSha256: sha256("definition_sha256").notNull(),
    languages: text("languages").array().notNull(),
    note: text("note"),
    publishedBy: uuid("published_by"),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [
    uniqueIndex("instrument_version_number").on(table.instrumentId, table.number),
    check("instrument_version_number_positive", sql`${table.number} > 0`),
  ],
);

export const itemKinds = ["closed", "number", "date", "text", "rows"] as const;
export type ItemKind = (typeof itemKinds)[number];

/** A question cell that keeps its identity across versions. */
export const items = pgTable(
  "item",
  {
    id: uuid("id").primaryKey(),
    instrumentId: slug("instrument_id")
      .notNull()
      .references(() => instruments.id),
    /** `question[/row][/column]`. */
    key: slug("key").notNull(),
    /** Raised where a key was declared a break of its series. */
    series: smallint("series").notNull().default(1),
    kind: text("kind").$type<ItemKind>().notNull(),
    measure: text("measure"),
    field: text("field"),
    /** What `unitId` is an id of: topic, member, area ... */
    unit: text("unit"),
    unitId: slug("unit_id"),
    /** Spelling of the scale; another one is another series. */
    scale: text("scale"),
  },
  (table) => [
    uniqueIndex("item_key").on(table.instrumentId, table.key, table.series),
    index("item_measure").on(table.measure, table.unitId),
    check("item_kind", sql`${table.kind} in ('closed', 'number', 'date', 'text', 'rows')`),
  ],
);

/** Which items a version asks, and where their answers stand in the coded arrays. */
export const versionItems = pgTable(
  "version_item",
  {
    versionId: uuid("version_id")
      .notNull()
      .references(() => instrumentVersions.id),
    /** Order in the codebook, from 0. */
    position: integer("position").notNull(),
    itemId: uuid("item_id")
      .notNull()
      .references(() => items.id),
    /** The key by which this version calls the item; differs from the item's own after a renaming. */
    key: slug("key").notNull(),
    /** Position of the repeated question that this item is a field of. */
    parentPosition: integer("parent_position"),
    /** Index from 0 in `codes` (closed) or `numbers` (number, date) of the revision or row; `null` for text and rows. */
    slot: smallint("slot"),
    /** Whether the definition declares a break of the series here. */
    seriesBreak: boolean("series_break").notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.position] }),
    uniqueIndex("version_item_item").on(table.versionId, table.itemId),
    uniqueIndex("version_item_key").on(table.versionId, table.key),
    index("version_item_by_item").on(table.itemId),
    foreignKey({
      name: "version_item_parent_fk",
      columns: [table.versionId, table.parentPosition],
      foreignColumns: [table.versionId, table.position],
    }),
  ],
);
