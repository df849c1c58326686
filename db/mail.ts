import { and, asc, desc, eq, gt, inArray, lt, lte, or, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "./engine/database";
import { insertNewRows } from "./engine/insert-rows";
import { type MailState, outgoingMails } from "./schema/operations";

export type OutgoingMail = typeof outgoingMails.$inferSelect;

export type NewMail = Pick<
  typeof outgoingMails.$inferInsert,
  | "key"
  | "toAddress"
  | "toPersonId"
  | "language"
  | "template"
  | "subject"
  | "text"
  | "html"
  | "subjectType"
  | "subjectId"
> & { readonly sendAfter?: Date };

/**
 * Puts letters into the outbox, in the transaction of what they tell. One whose key is there already is left out, so
 * that nobody gets the same letter twice.
 *
 * @returns how many were new
 */
export async function enqueueMails(
  db: Database,
  { mails, at }: { mails: readonly NewMail[]; at: Date },
): Promise<number> {
  const rows = mails.map((mail) => ({ ...mail, id: newId(), createdAt: at, sendAfter: mail.sendAfter ?? at }));
  return (await insertNewRows(db, outgoingMails, rows, outgoingMails.id)).size;
}

/**
 * Takes letters that are due for sending; several processes never take the same. One taken before `abandonedBefore`
 * and not reported on is taken again, since its process has died. Letters from before the clock was set back are due too,
 * instead of waiting until that moment comes again.
 */
export async function claimMails(
  db: Database,
  { at, abandonedBefore, limit = 20 }: { at: Date; abandonedBefore: Date; limit?: number },
): Promise<readonly OutgoingMail[]> {
  const { createdAt, sendAfter, claimedAt } = outgoingMails;
  const patience = at.getTime() - abandonedBefore.getTime();
  const setBack = and(gt(createdAt, at), or(eq(sendAfter, createdAt), gt(claimedAt, at)));
  return db.transaction(async (tx) => {
    const due = await tx
      .select({ id: outgoingMails.id })
      .from(outgoingMails)
      .where(
        or(
          and(eq(outgoingMails.state, "queued"), or(lte(sendAfter, at), setBack)),
          and(
            eq(outgoingMails.state, "sending"),
            or(lt(claimedAt, abandonedBefore), gt(claimedAt, new Date(at.getTime() + patience))),
          ),
        ),
      )
      .orderBy(asc(sendAfter), asc(outgoingMails.id))
      .limit(limit)
      .for("update", { skipLocked: true });
    if (due.length === 0) return [];
    return tx
      .update(outgoingMails)
      .set({ state: "sending", claimedAt: at, attempts: sql`${outgoingMails.attempts} + 1` })
      .where(
        inArray(
          outgoingMails.id,
          due.map((mail) => mail.id),
        ),
      )
      .returning();
  });
}

export async function markMailSent(db: Database, { id, at }: { id: string; at: Date }): Promise<void> {
  await db
    .update(outgoingMails)
    .set({ state: "sent", sentAt: at, lastError: null })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.state, "sending")));
}

/** Notes a failure: to be tried again at `retryAt`, or given up with `null`. */
export async function markMailFailed(
  db: Database,
  { id, error, retryAt }: { id: string; error: string; retryAt: Date | null },
): Promise<void> {
  await db
    .update(outgoingMails)
    .set({ state: retryAt === null ? "failed" : "queued", lastError: error, ...(retryAt && { sendAfter: retryAt }) })
    .where(and(eq(outgoingMails.id, id), eq(outgoingMails.state, "sending")));
}

/** When the latest letter of a template about each subject was put into the outbox; subjects without one are left out. */
export async function findLatestMails(
  db: Database,
  { template, subjectIds }: { template: string; subjectIds: readonly string[] },
): Promise<ReadonlyMap<string, Date>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await db
    .select({
      subjectId: outgoingMails.subjectId,
      at: sql`max(${outgoingMails.createdAt})`.mapWith(outgoingMails.createdAt),
    })
    .from(outgoingMails)
    .where(and(eq(outgoingMails.template, template), inArray(outgoingMails.subjectId, [...subjectIds])))
    .groupBy(outgoingMails.subjectId);
  return new Map(rows.flatMap(({ subjectId, at }) => (subjectId === null ? [] : [[subjectId, at] as const])));
}

/** The outbox, newest first. */
export async function findMails(
  db: Database,
  { state, limit = 100 }: { state?: MailState; limit?: number } = {},
): Promise<readonly OutgoingMail[]> {
  return db
    .select()
    .from(outgoingMails)
    .where(state === undefined ? undefined : eq(outgoingMails.state, state))
    .orderBy(desc(outgoingMails.id))
    .limit(limit);
}
