import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { findPerson, type PersonWithRoles } from "./people";
import { sessions, signInLinks } from "./schema/people";

/** Stores a one-time link; only the hash of its secret is kept. */
export async function insertSignInLink(
  db: Database,
  link: { tokenHash: string; personId: string; createdAt: Date; expiresAt: Date; redirectTo?: string | null },
): Promise<void> {
  await db.insert(signInLinks).values(link);
}

/**
 * Takes a one-time link and begins a session, in one step: of two that open the same link at once one gets in.
 *
 * @returns the person, and where the link leads; `undefined` if the link is unknown, used or expired
 */
export async function redeemSignInLink(
  db: Database,
  {
    tokenHash,
    sessionHash,
    sessionExpiresAt,
    userAgent = null,
    at,
  }: { tokenHash: string; sessionHash: string; sessionExpiresAt: Date; userAgent?: string | null; at: Date },
): Promise<{ readonly person: PersonWithRoles; readonly redirectTo: string | null } | undefined> {
  return db.transaction(async (tx) => {
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: at })
      .where(and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, at)))
      .returning();
    if (!link) return undefined;
    const person = await beginSession(tx, {
      personId: link.personId,
      sessionHash,
      expiresAt: sessionExpiresAt,
      userAgent,
      at,
    });
    return person && { person, redirectTo: link.redirectTo };
  });
}

/** Whether a link could still be used, without using it: mail programs open links by themselves. */
export async function isSignInLinkOpen(
  db: Database,
  { tokenHash, at }: { tokenHash: string; at: Date },
): Promise<boolean> {
  const [link] = await db
    .select({ personId: signInLinks.personId })
    .from(signInLinks)
    .where(and(eq(signInLinks.tokenHash, tokenHash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, at)));
  return link !== undefined;
}

/**
 * Begins a session of a person, after whatever proved who it is.
 *
 * @returns `undefined` if there is no such person
 */
export async function beginSession(
  db: Database,
  {
    personId,
    sessionHash,
    expiresAt,
    userAgent = null,
    at,
  }: { personId: string; sessionHash: string; expiresAt: Date; userAgent?: string | null; at: Date },
): Promise<PersonWithRoles | undefined> {
  return db.transaction(async (tx) => {
    const person = await findPerson(tx, personId);
    if (!person) return undefined;
    await tx
      .insert(sessions)
      .values({ tokenHash: sessionHash, personId, createdAt: at, lastSeenAt: at, expiresAt, userAgent });
    await recordAudit(tx, {
      at,
      actor: { personId },
      action: "session:begin",
      subjectType: "person",
      subjectId: personId,
    });
    return person;
  });
}

/** The person of a session that has not expired. */
export async function findSessionPerson(
  db: Database,
  { sessionHash, at }: { sessionHash: string; at: Date },
): Promise<PersonWithRoles | undefined> {
  const [session] = await db
    .select({ personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.tokenHash, sessionHash), gt(sessions.expiresAt, at)));
  return session && findPerson(db, session.personId);
}

/** Moves a session's end, at most once a minute, so that reading pages costs no writes. */
export async function extendSession(
  db: Database,
  { sessionHash, at, expiresAt }: { sessionHash: string; at: Date; expiresAt: Date },
): Promise<void> {
  await db
    .update(sessions)
    .set({ lastSeenAt: at, expiresAt })
    .where(
      and(
        eq(sessions.tokenHash, sessionHash),
        gt(sessions.expiresAt, at),
        lte(sessions.lastSeenAt, new Date(at.getTime() - 60_000)),
      ),
    );
}

/** Signs out of this session. */
export async function endSession(db: Database, { sessionHash, at }: { sessionHash: string; at: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    const [ended] = await tx.delete(sessions).where(eq(sessions.tokenHash, sessionHash)).returning();
    if (!ended) return;
    await recordAudit(tx, {
      at,
      actor: { personId: ended.personId },
      action: "session:end",
      subjectType: "person",
      subjectId: ended.personId,
    });
  });
}

/**
 * Signs a person out everywhere, unused sign-in links included.
 *
 * @returns how many sessions ended
 */
export async function endAllSessions(
  db: Database,
  { personId, actor, at }: { personId: string; actor: Actor; at: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(eq(sessions.personId, personId))
      .returning({ tokenHash: sessions.tokenHash });
    await tx.delete(signInLinks).where(eq(signInLinks.personId, personId));
    await recordAudit(tx, {
      at,
      actor,
      action: "session:endAll",
      subjectType: "person",
      subjectId: personId,
      details: { sessions: ended.length },
    });
    return ended.length;
  });
}

/** Removes what has expired; links are kept until then, so that a used one is told from an unknown one. */
export async function deleteExpiredSessions(db: Database, at: Date): Promise<void> {
  await db.delete(sessions).where(lte(sessions.expiresAt, at));
  await db.delete(signInLinks).where(lte(signInLinks.expiresAt, at));
}
