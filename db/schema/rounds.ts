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
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { activities } from "./activities";
import { localDate, moment, sha256, slug } from "./columns";
import { cycles } from "./cycles";
import { instrumentVersions } from "./instruments";
import { people } from "./people";
import { members } from "./region";

export const audiences = ["members", "participants", "shared"] as const;
export type Audience = (typeof audiences)[number];
export const roundStates = ["draft", "open", "closed"] as const;
export type RoundState = (typeof roundStates)[number];

/** One version sent to an audience, with dates. */
export const rounds = pgTable(
  "round",
  {
    id: uuid("id").primaryKey(),
    /** The cycle in which it is held. */
    cycleId: slug("cycle_id")
      .notNull()
      .references(() => cycles.id),
    versionId: uuid("version_id")
      .notNull()
      .references(() => instrumentVersions.id),
    name: text("name").notNull(),
    audience: text("audience").$type<Audience>().notNull(),
    anonymous: boolean("anonymous").notNull(),
    state: text("state").$type<RoundState>().notNull().default("draft"),
    /** First and last day, local to the member, or to `timeZone` where one is given (a workshop's venue). */
    opensOn: localDate("opens_on").notNull(),
    closesOn: localDate("closes_on").notNull(),
    timeZone: text("time_zone"),
    activityId: slug("activity_id").references(() => activities.id),
    /** The round whose answers stand beside the questions as last year's. */
    previousRoundId: uuid("previous_round_id"),
    /**
     * The short secret of a shared link, kept readable so that it can be printed again: everybody in the room has it, and
     * it opens an empty form only.
     */
    sharedCode: text("shared_code"),
    practice: boolean("practice").notNull().default(false),
    createdBy: uuid("created_by"),
    createdAt: moment("created_at").notNull(),
    openedAt: moment("opened_at"),
    closedAt: moment("closed_at"),
    /** When a closed anonymous round's ratings were rewritten in random order. */
    shuffledAt: moment("shuffled_at"),
  },
  (table) => [
    index("round_cycle").on(table.cycleId),
    index("round_version").on(table.versionId),
    index("round_activity").on(table.activityId),
    uniqueIndex("round_shared_code").on(table.sharedCode),
    foreignKey({ name: "round_previous_fk", columns: [table.previousRoundId], foreignColumns: [table.id] }),
    check("round_dates", sql`${table.opensOn} <= ${table.closesOn}`),
    check("round_audience", sql`${table.audience} in ('members', 'participants', 'shared')`),
    check("round_state", sql`${table.state} in ('draft', 'open', 'closed')`),
    check("round_opened", sql`${table.state} = 'draft' or ${table.openedAt} is not null`),
    check("round_closed", sql`(${table.state} = 'closed') = (${table.closedAt} is not null)`),
    check("round_code_shared", sql`${table.sharedCode} is null or ${table.audience} = 'shared'`),
    check("round_anonymous_shared", sql`not ${table.anonymous} or ${table.audience} = 'shared'`),
  ],
);

/** A row that the round gives to everyone: an objective, a session, a facilitator. */
export const roundGivenRows = pgTable(
  "round_given_row",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    list: slug("list").notNull(),
    rowId: slug("row_id").notNull(),
    position: integer("position").notNull(),
    row: jsonb("row").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.roundId, table.list, table.rowId] })],
);

/** Whom a round asks: one per member or participant, or one for everybody who has a shared link. */
export const invitations = pgTable(
  "invitation",
  {
    id: uuid("id").primaryKey(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade" }),
    memberId: slug("member_id").references(() => members.id),
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    email: text("email"),
    language: text("language").notNull(),
    createdAt: moment("created_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    uniqueIndex("invitation_member").on(table.roundId, table.memberId).where(sql`${table.personId} is null`),
    uniqueIndex("invitation_person").on(table.roundId, table.personId),
    index("invitation_of_member").on(table.memberId),
  ],
);

/** A row given to one invitation: this member's activities, this participant's pledges. */
export const invitationGivenRows = pgTable(
  "invitation_given_row",
  {
    invitationId: uuid("invitation_id")
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    list: slug("list").notNull(),
    rowId: slug("row_id").notNull(),
    position: integer("position").notNull(),
    row: jsonb("row").$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.invitationId, table.list, table.rowId] })],
);

/** A secret link to an invitation: the whole survey, or some of its sections for a colleague. */
export const invitationLinks = pgTable(
  "invitation_link",
  {
    id: uuid("id").primaryKey(),
    invitationId: uuid("invitation_id")
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    tokenHash: sha256("token_hash").notNull(),
    /** Ids of the sections that it opens; `null` is all of them and the submission. */
    sections: text("sections").array(),
    /** Who holds it, in the contact point's words. */
    holder: text("holder"),
    language: text("language"),
    createdAt: moment("created_at").notNull(),
    openedAt: moment("opened_at"),
    expiresAt: moment("expires_at"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    uniqueIndex("invitation_link_token").on(table.tokenHash),
    index("invitation_link_invitation").on(table.invitationId),
  ],
);

/** Which colleague's link a section of the survey is with. */
export const sectionAssignments = pgTable(
  "section_assignment",
  {
    invitationId: uuid("invitation_id")
      .notNull()
      .references(() => invitations.id, { onDelete: "cascade" }),
    section: slug("section").notNull(),
    linkId: uuid("link_id")
      .notNull()
      .references(() => invitationLinks.id, { onDelete: "cascade" }),
    assignedAt: moment("assigned_at").notNull(),
    doneAt: moment("done_at"),
  },
  (table) => [
    primaryKey({ columns: [table.invitationId, table.section] }),
    index("section_assignment_link").on(table.linkId),
  ],
);
