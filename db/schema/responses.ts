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
import { localDate, moment, nullableNumbers, slug } from "./columns";
import { instrumentVersions } from "./instruments";
import { people } from "./people";
import { members } from "./region";
import { invitationLinks, invitations, rounds } from "./rounds";

export const responseStates = ["draft", "submitted", "signedOff", "reopened", "withdrawn"] as const;
export type ResponseState = (typeof responseStates)[number];

/** Answers as they were given, by question name. */
export type AnswerDocument = Readonly<Record<string, unknown>>;
/** The rows that a round and an invitation gave, by the name of their list. */
export type GivenRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export const responses = pgTable(
  "response",
  {
    id: uuid("id").primaryKey(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id),
    invitationId: uuid("invitation_id").references(() => invitations.id),
    memberId: slug("member_id").references(() => members.id),
    /** Whether the invitation's link is shared by many, each giving a response of its own. */
    shared: boolean("shared").notNull().default(false),
    state: text("state").$type<ResponseState>().notNull().default("draft"),
    /** Number of the revision that counts; 0 before the first submission. */
    currentRevision: integer("current_revision").notNull().default(0),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    uniqueIndex("response_invitation").on(table.invitationId).where(sql`not ${table.shared}`),
    index("response_round").on(table.roundId, table.state),
    index("response_member").on(table.memberId),
    check("response_state", sql`${table.state} in ('draft', 'submitted', 'signedOff', 'reopened', 'withdrawn')`),
    check("response_revision_counts", sql`${table.currentRevision} >= 0`),
    check("response_submitted", sql`${table.state} not in ('submitted', 'signedOff') or ${table.currentRevision} > 0`),
  ],
);

/** The unit of saving: a question, or one row of a matrix, or one panel. */
export const draftEntries = pgTable(
  "draft_entry",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    path: slug("path").notNull(),
    /** JSON `null` where an answer was taken away; the row stays, so that a stale save of it is noticed. */
    value: jsonb("value").$type<unknown>(),
    version: integer("version").notNull(),
    /** Whether it was taken over from last year by "confirm this section". */
    confirmed: boolean("confirmed").notNull().default(false),
    linkId: uuid("link_id").references(() => invitationLinks.id, { onDelete: "set null" }),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    savedAt: moment("saved_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.responseId, table.path] }),
    check("draft_entry_version_positive", sql`${table.version} > 0`),
  ],
);

/** Keys of the saves that were acknowledged, so that repeating one is harmless. Dropped at submission. */
export const draftSaves = pgTable(
  "draft_save",
  {
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    clientKey: slug("client_key").notNull(),
    path: slug("path").notNull(),
    version: integer("version").notNull(),
  },
  (table) => [primaryKey({ columns: [table.responseId, table.clientKey] })],
);

/** One submission; a trigger refuses to change it. */
export const responseRevisions = pgTable(
  "response_revision",
  {
    id: uuid("id").primaryKey(),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    number: integer("number").notNull(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => instrumentVersions.id),
    document: jsonb("document").$type<AnswerDocument>().notNull(),
    /** Ordinals of the chosen values in the codebook's order of closed items; below zero: why there is none. */
    codes: smallint("codes").array().notNull(),
    /** Numbers and dates (days since 1 January 1970) in the codebook's order. */
    numbers: nullableNumbers("numbers").notNull(),
    given: jsonb("given").$type<GivenRows>().notNull(),
    /** Paths whose draft answers were left out, since the question was hidden. */
    hidden: text("hidden").array().notNull(),
    /** Paths confirmed unchanged from last year. */
    confirmed: text("confirmed").array().notNull(),
    language: text("language").notNull(),
    linkId: uuid("link_id").references(() => invitationLinks.id, { onDelete: "set null" }),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    clientKey: slug("client_key").notNull(),
    receipt: slug("receipt").notNull(),
    receivedAt: moment("received_at").notNull(),
  },
  (table) => [
    uniqueIndex("response_revision_number").on(table.responseId, table.number),
    uniqueIndex("response_revision_client_key").on(table.responseId, table.clientKey),
    uniqueIndex("response_revision_receipt").on(table.receipt),
    check("response_revision_number_positive", sql`${table.number} > 0`),
  ],
);

/** A repeated row of a revision: a panel, a request, an offer. */
export const responseRows = pgTable(
  "response_row",
  {
    revisionId: uuid("revision_id")
      .notNull()
      .references(() => responseRevisions.id, { onDelete: "cascade" }),
    /** Position of the repeated question in the version's codebook. */
    position: integer("position").notNull(),
    /** Made by the client, or the id of the given row. */
    rowKey: slug("row_key").notNull(),
    /** Order of the row, from 0. */
    ordinal: integer("ordinal").notNull(),
    codes: smallint("codes").array().notNull(),
    numbers: nullableNumbers("numbers").notNull(),
  },
  (table) => [primaryKey({ columns: [table.revisionId, table.position, table.rowKey] })],
);

/** The history of a response, which its member sees. */
export const responseStateChanges = pgTable(
  "response_state_change",
  {
    id: uuid("id").primaryKey(),
    responseId: uuid("response_id")
      .notNull()
      .references(() => responses.id, { onDelete: "cascade" }),
    fromState: text("from_state").$type<ResponseState>(),
    toState: text("to_state").$type<ResponseState>().notNull(),
    revision: integer("revision").notNull(),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    linkId: uuid("link_id").references(() => invitationLinks.id, { onDelete: "set null" }),
    /** The name that was signed with. */
    signedName: text("signed_name"),
    reason: text("reason"),
    at: moment("at").notNull(),
  },
  (table) => [index("response_state_change_response").on(table.responseId, table.at)],
);

/**
 * A rating without any way to whoever gave it: random id, a date only, no link, no audit row. After the round has
 * closed the rows are written anew in random order.
 */
export const anonymousResponses = pgTable(
  "anonymous_response",
  {
    id: uuid("id").primaryKey(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id),
    versionId: uuid("version_id")
      .notNull()
      .references(() => instrumentVersions.id),
    document: jsonb("document").$type<AnswerDocument>().notNull(),
    codes: smallint("codes").array().notNull(),
    numbers: nullableNumbers("numbers").notNull(),
    given: jsonb("given").$type<GivenRows>().notNull(),
    language: text("language").notNull(),
    receivedOn: localDate("received_on").notNull(),
  },
  (table) => [index("anonymous_response_round").on(table.roundId)],
);

export const anonymousRows = pgTable(
  "anonymous_row",
  {
    responseId: uuid("response_id").notNull(),
    position: integer("position").notNull(),
    rowKey: slug("row_key").notNull(),
    ordinal: integer("ordinal").notNull(),
    codes: smallint("codes").array().notNull(),
    numbers: nullableNumbers("numbers").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.responseId, table.position, table.rowKey] }),
    foreignKey({
      name: "anonymous_row_response_fk",
      columns: [table.responseId],
      foreignColumns: [anonymousResponses.id],
    }).onDelete("cascade"),
  ],
);

/** Random keys against sending a rating twice; dropped when the round closes. */
export const anonymousKeys = pgTable(
  "anonymous_key",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    key: slug("key").notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.key] })],
);
