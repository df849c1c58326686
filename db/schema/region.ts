import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, slug } from "./columns";

/** A text by BCP 47 tag; English is always there and stands in for a language that is missing. */
export type LocalizedText = { readonly en: string } & Readonly<Record<string, string>>;

/** A figure or choice with what it rests on: a source, or an assumption with its basis. */
export interface PackSetting<Value> {
  readonly value: Value;
  readonly assumption?: true | undefined;
  readonly basis?: string | undefined;
  readonly source?: readonly { readonly document: string | null; readonly section: string }[] | undefined;
}

/** What a funder pays for; `null` means any. */
export interface FunderConditions {
  readonly modes: readonly string[] | null;
  readonly topics: readonly string[] | null;
  readonly groups: readonly string[] | null;
  readonly ownContribution: boolean;
}

const localized = (name: string) => jsonb(name).$type<LocalizedText>();

export const subRegions = pgTable("sub_region", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  position: integer("position").notNull(),
});

/** Group of members for weighting, fixed before any answers are seen. */
export const strata = pgTable("stratum", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  position: integer("position").notNull(),
});

export const members = pgTable(
  "member",
  {
    id: slug("id").primaryKey(),
    /** Short code for tables and plots. */
    code: text("code").notNull(),
    name: localized("name").notNull(),
    /** Other names that an import accepts. */
    variants: text("variants").array().notNull().default([]),
    subRegionId: slug("sub_region_id")
      .notNull()
      .references(() => subRegions.id),
    stratumId: slug("stratum_id")
      .notNull()
      .references(() => strata.id),
    languages: text("languages").array().notNull().default([]),
    workingLanguages: text("working_languages").array().notNull().default([]),
    timeZone: text("time_zone").notNull(),
    position: integer("position").notNull(),
    active: boolean("active").notNull().default(true),
  },
  (table) => [index("member_sub_region").on(table.subRegionId)],
);

/** A named set of members: a view of the ranking, a funder's condition, the audience of an activity. */
export const memberGroups = pgTable("member_group", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  /** Whether the ranking is offered for it. */
  lens: boolean("lens").notNull(),
  /** Whether it is known who belongs to it; the documents name some groups only. */
  membersKnown: boolean("members_known").notNull(),
  position: integer("position").notNull(),
});

export const groupMemberships = pgTable(
  "group_membership",
  {
    groupId: slug("group_id")
      .notNull()
      .references(() => memberGroups.id),
    memberId: slug("member_id")
      .notNull()
      .references(() => members.id),
  },
  (table) => [
    primaryKey({ columns: [table.groupId, table.memberId] }),
    index("group_membership_member").on(table.memberId),
  ],
);

export const sections = pgTable("section", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  position: integer("position").notNull(),
});

export const accreditationAreas = pgTable("accreditation_area", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  position: integer("position").notNull(),
  active: boolean("active").notNull().default(true),
});

export const topics = pgTable(
  "topic",
  {
    id: slug("id").primaryKey(),
    name: localized("name").notNull(),
    shortName: localized("short_name").notNull(),
    abbreviation: localized("abbreviation"),
    description: localized("description").notNull(),
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

export const funders = pgTable("funder", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  /** A fund, a partner that gives work or people, or the members themselves. */
  kind: text("kind").notNull(),
  /** Money for one cycle in the pack's currency; `null` if it gives none through the office. A setting of the pack. */
  amount: jsonb("amount").$type<PackSetting<number>>(),
  /** What it pays for and for whom. A setting of the pack. */
  conditions: jsonb("conditions").$type<PackSetting<FunderConditions>>().notNull(),
  /** The conditions in words. */
  text: localized("text").notNull(),
  position: integer("position").notNull(),
  active: boolean("active").notNull().default(true),
});

/** Regional training centre (RTC), with the member that hosts it. */
export const trainingCentres = pgTable("training_centre", {
  id: slug("id").primaryKey(),
  name: localized("name").notNull(),
  memberId: slug("member_id")
    .notNull()
    .references(() => members.id),
  place: text("place").notNull(),
  /** Modes that it can host, and how many activities in one cycle. A setting of the pack. */
  hosts: jsonb("hosts")
    .$type<PackSetting<{ readonly modes: readonly string[]; readonly perCycle: number }>>()
    .notNull(),
  position: integer("position").notNull(),
  active: boolean("active").notNull().default(true),
});

/** A figure or rule of the pack that an office may change: costs, missions per year, workdays. */
export const settings = pgTable("setting", {
  key: slug("key").primaryKey(),
  /** What the pack says; loading it again changes this one only. */
  pack: jsonb("pack").$type<PackSetting<unknown>>().notNull(),
  /** What the office set instead, or `null`. */
  office: jsonb("office").$type<PackSetting<unknown>>(),
  changedAt: moment("changed_at"),
});
