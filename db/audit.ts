import { and, desc, eq, gte, like, lt, type SQL } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "./engine/database";
import { auditEvents } from "./schema/operations";
import { people } from "./schema/people";

/** Who does something: a person who signed in, whoever holds a link, or the platform itself (neither). */
export interface Actor {
  readonly personId?: string | undefined;
  readonly linkId?: string | undefined;
}

/** The platform itself: a job, a migration, the command line. */
export const platform: Actor = {};

export interface AuditEntry {
  readonly at: Date;
  readonly actor: Actor;
  /** `subject:verb`, as `round:open`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids and names of states; never an answer. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Writes the trail of a change. Call it in the transaction of the change, with that transaction. */
export async function recordAudit(tx: Database, { actor, details = {}, ...entry }: AuditEntry): Promise<void> {
  await tx.insert(auditEvents).values({
    id: newId(),
    ...entry,
    actorId: actor.personId ?? null,
    linkId: actor.linkId ?? null,
    details,
  });
}

export interface AuditQuery {
  readonly actorId?: string | undefined;
  /** An action, or the beginning of one: `round:` finds all of rounds. */
  readonly action?: string | undefined;
  readonly subjectType?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** Id of the last event of the page before. */
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

export type AuditEvent = typeof auditEvents.$inferSelect & { readonly actorName: string | null };

/** Events of the audit trail, newest first, at most `limit` (100). */
export async function findAuditEvents(db: Database, query: AuditQuery = {}): Promise<readonly AuditEvent[]> {
  const conditions: (SQL | undefined)[] = [
    query.actorId === undefined ? undefined : eq(auditEvents.actorId, query.actorId),
    query.action === undefined ? undefined : like(auditEvents.action, `${escapeLike(query.action)}%`),
    query.subjectType === undefined ? undefined : eq(auditEvents.subjectType, query.subjectType),
    query.subjectId === undefined ? undefined : eq(auditEvents.subjectId, query.subjectId),
    query.from === undefined ? undefined : gte(auditEvents.at, query.from),
    query.until === undefined ? undefined : lt(auditEvents.at, query.until),
    query.before === undefined ? undefined : lt(auditEvents.id, query.before),
  ];
  const rows = await db
    .select({ event: auditEvents, actorName: people.name })
    .from(auditEvents)
    .leftJoin(people, eq(people.id, auditEvents.actorId))
    .where(and(...conditions))
    .orderBy(desc(auditEvents.id))
    .limit(query.limit ?? 100);
  return rows.map(({ event, actorName }) => ({ ...event, actorName }));
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
