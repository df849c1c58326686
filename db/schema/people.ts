import { sql } from "drizzle-orm";
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment, sha256, slug } from "./columns";
import { members } from "./region";

export const roles = ["administrator", "coordinator", "planner", "member", "viewer"] as const;
export type Role = (typeof roles)[number];

/** Whoever signs in, is invited by name, or is in the register of experts. */
export const people = pgTable(
  "person",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    /** Lower case; `null` for persons who never sign in. */
    email: text("email"),
    language: text("language").notNull().default("en"),
    memberId: slug("member_id").references(() => members.id),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("person_email").on(table.email),
    check("person_email_lower", sql`${table.email} = lower(${table.email})`),
    index("person_member").on(table.memberId),
  ],
);

export const roleGrants = pgTable(
  "role_grant",
  {
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: text("role").$type<Role>().notNull(),
    /** The administration that the role is bound to. */
    memberId: slug("member_id").references(() => members.id),
    grantedBy: uuid("granted_by"),
    grantedAt: moment("granted_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.role] }),
    check("role_grant_role", sql`${table.role} in ('administrator', 'coordinator', 'planner', 'member', 'viewer')`),
    check(
      "role_grant_member",
      sql`case ${table.role} when 'member' then ${table.memberId} is not null when 'coordinator' then true else ${table.memberId} is null end`,
    ),
  ],
);

export const sessions = pgTable(
  "session",
  {
    /** Only the hash of the secret in the cookie is stored. */
    tokenHash: sha256("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    userAgent: text("user_agent"),
  },
  (table) => [index("session_person").on(table.personId), index("session_expiry").on(table.expiresAt)],
);

export const signInLinks = pgTable(
  "sign_in_link",
  {
    tokenHash: sha256("token_hash").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    /** Path of this site to go to after signing in. */
    redirectTo: text("redirect_to"),
  },
  (table) => [
    index("sign_in_link_person").on(table.personId),
    check("sign_in_link_redirect", sql`${table.redirectTo} like '/%' and ${table.redirectTo} not like '//%'`),
  ],
);
