import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { moment, sha256, slug } from "./columns";
import { people } from "./people";

/** A change of state: ids and names of states, never an answer. Rows are never changed or removed. */
export const auditEvents = pgTable(
  "audit_event",
  {
    id: uuid("id").primaryKey(),
    at: moment("at").notNull(),
    /** Person who did it; kept without a foreign key, so that erasing the person leaves the trail whole. */
    actorId: uuid("actor_id"),
    /** Invitation link by which it was done, where nobody was signed in. */
    linkId: uuid("link_id"),
    action: slug("action").notNull(),
    subjectType: slug("subject_type").notNull(),
    subjectId: slug("subject_id").notNull(),
    details: jsonb("details").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
  },
  (table) => [
    index("audit_event_at").on(table.at, table.id),
    index("audit_event_subject").on(table.subjectType, table.subjectId),
    index("audit_event_actor").on(table.actorId),
    index("audit_event_action").on(table.action),
  ],
);

export const mailStates = ["queued", "sending", "sent", "failed"] as const;
export type MailState = (typeof mailStates)[number];

export const outgoingMails = pgTable(
  "outgoing_mail",
  {
    id: uuid("id").primaryKey(),
    /** The same letter to the same person has the same key, so that nobody gets it twice. */
    key: slug("key").notNull(),
    toAddress: text("to_address").notNull(),
    toPersonId: uuid("to_person_id").references(() => people.id, { onDelete: "set null" }),
    language: text("language").notNull(),
    template: slug("template").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    html: text("html"),
    subjectType: slug("subject_type"),
    subjectId: slug("subject_id"),
    state: text("state").$type<MailState>().notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: moment("created_at").notNull(),
    sendAfter: moment("send_after").notNull(),
    /** When a process took it for sending; one that died is taken over after a while. */
    claimedAt: moment("claimed_at"),
    sentAt: moment("sent_at"),
  },
  (table) => [
    uniqueIndex("outgoing_mail_key").on(table.key),
    index("outgoing_mail_due").on(table.sendAfter).where(sql`${table.state} in ('queued', 'sending')`),
    index("outgoing_mail_created").on(table.createdAt),
    check("outgoing_mail_state", sql`${table.state} in ('queued', 'sending', 'sent', 'failed')`),
    check("outgoing_mail_sent", sql`(${table.state} = 'sent') = (${table.sentAt} is not null)`),
  ],
);

export const jobStates = ["queued", "running", "finished", "failed", "cancelled"] as const;
export type JobState = (typeof jobStates)[number];

/** Work off the request: taken with `for update skip locked`, so that it runs once among several processes. */
export const jobs = pgTable(
  "job",
  {
    id: uuid("id").primaryKey(),
    kind: slug("kind").notNull(),
    payload: jsonb("payload").$type<unknown>().notNull(),
    state: text("state").$type<JobState>().notNull().default("queued"),
    /** At most one job with this key is queued or running. */
    onlyKey: slug("only_key"),
    priority: integer("priority").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    maxAttempts: integer("max_attempts").notNull().default(3),
    runAfter: moment("run_after").notNull(),
    worker: text("worker"),
    heartbeatAt: moment("heartbeat_at"),
    progress: jsonb("progress").$type<unknown>(),
    result: jsonb("result").$type<unknown>(),
    error: text("error"),
    subjectType: slug("subject_type"),
    subjectId: slug("subject_id"),
    createdBy: uuid("created_by").references(() => people.id, { onDelete: "set null" }),
    createdAt: moment("created_at").notNull(),
    startedAt: moment("started_at"),
    finishedAt: moment("finished_at"),
    cancelRequestedAt: moment("cancel_requested_at"),
  },
  (table) => [
    uniqueIndex("job_only_key").on(table.onlyKey).where(sql`${table.state} in ('queued', 'running')`),
    index("job_due").on(table.priority, table.runAfter).where(sql`${table.state} = 'queued'`),
    index("job_subject").on(table.subjectType, table.subjectId),
    check("job_state", sql`${table.state} in ('queued', 'running', 'finished', 'failed', 'cancelled')`),
    check(
      "job_running",
      sql`${table.state} <> 'running' or (${table.worker} is not null and ${table.heartbeatAt} is not null)`,
    ),
    check(
      "job_ended",
      sql`(${table.state} in ('finished', 'failed', 'cancelled')) = (${table.finishedAt} is not null)`,
    ),
  ],
);

/** What a request with a client's key gave, so that repeating it changes nothing. */
export const idempotencyKeys = pgTable(
  "idempotency_key",
  {
    scope: slug("scope").notNull(),
    key: slug("key").notNull(),
    requestHash: sha256("request_hash").notNull(),
    outcome: jsonb("outcome").$type<unknown>().notNull(),
    createdAt: moment("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.scope, table.key] }), index("idempotency_key_created").on(table.createdAt)],
);
