import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { insertNewRows, insertRows } from "./engine/insert-rows";
import { givenRowsOf } from "./rounds";
import type { GivenRows } from "./schema/responses";
import { invitationGivenRows, invitationLinks, invitations, sectionAssignments } from "./schema/rounds";

export type Invitation = typeof invitations.$inferSelect;
export type InvitationLink = typeof invitationLinks.$inferSelect;

export interface NewInvitation {
  readonly memberId?: string | null;
  readonly personId?: string | null;
  readonly email?: string | null;
  readonly language: string;
  /** SHA-256 of the link's secret; the secret itself is never stored. */
  readonly tokenHash: string;
  readonly given?: GivenRows;
}

/**
 * Invites to a round, each with its link and its own given rows. A member or person who is invited already is left
 * out, so that repeating the call is harmless and nobody gets two letters.
 *
 * @returns the new invitations with the hash of their link, in the order given
 */
export async function insertInvitations(
  db: Database,
  {
    roundId,
    invitations: asked,
    actor,
    at,
  }: { roundId: string; invitations: readonly NewInvitation[]; actor: Actor; at: Date },
): Promise<readonly (Invitation & { readonly tokenHash: string; readonly linkId: string })[]> {
  return db.transaction(async (tx) => {
    const prepared = asked.map((one) => ({
      given: one.given ?? {},
      tokenHash: one.tokenHash,
      linkId: newId(),
      row: {
        id: newId(),
        roundId,
        memberId: one.memberId ?? null,
        personId: one.personId ?? null,
        email: one.email?.trim().toLowerCase() ?? null,
        language: one.language,
        createdAt: at,
        revokedAt: null,
      },
    }));
    const stored = await insertNewRows(
      tx,
      invitations,
      prepared.map(({ row }) => row),
      invitations.id,
    );
    const fresh = prepared.filter(({ row }) => stored.has(row.id));
    await insertRows(
      tx,
      invitationLinks,
      fresh.map(({ row, linkId, tokenHash }) => ({ id: linkId, invitationId: row.id, tokenHash, createdAt: at })),
    );
    await insertRows(
      tx,
      invitationGivenRows,
      fresh.flatMap(({ row, given }) => givenRowsOf(given, { invitationId: row.id })),
    );
    if (fresh.length > 0) {
      await recordAudit(tx, {
        at,
        actor,
        action: "round:invite",
        subjectType: "round",
        subjectId: roundId,
        details: { invitations: fresh.map(({ row }) => row.id) },
      });
    }
    return fresh.map(({ row, linkId, tokenHash }) => ({ ...row, linkId, tokenHash }));
  });
}

/** Notes the first time that a link was opened. */
export async function markLinkOpened(db: Database, { linkId, at }: { linkId: string; at: Date }): Promise<void> {
  await db
    .update(invitationLinks)
    .set({ openedAt: at })
    .where(and(eq(invitationLinks.id, linkId), isNull(invitationLinks.openedAt)));
}

export async function findInvitation(db: Database, id: string): Promise<Invitation | undefined> {
  const [invitation] = await db.select().from(invitations).where(eq(invitations.id, id));
  return invitation;
}

/** A member's own invitation to a round, not its participants'. */
export async function findInvitationOfMember(
  db: Database,
  { roundId, memberId }: { roundId: string; memberId: string },
): Promise<Invitation | undefined> {
  const [invitation] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.roundId, roundId), eq(invitations.memberId, memberId), isNull(invitations.personId)));
  return invitation;
}

/** The links of an invitation, oldest first, revoked ones too. */
export async function findLinks(db: Database, invitationId: string): Promise<readonly InvitationLink[]> {
  return db
    .select()
    .from(invitationLinks)
    .where(eq(invitationLinks.invitationId, invitationId))
    .orderBy(asc(invitationLinks.id));
}

/**
 * Makes another link to an invitation: the whole survey anew (`sections` null; earlier whole links are revoked unless
 * `keepOthers`), or some sections for a colleague, which are then with this link.
 */
export async function insertLink(
  db: Database,
  {
    invitationId,
    tokenHash,
    sections = null,
    holder = null,
    language = null,
    expiresAt = null,
    keepOthers = false,
    actor,
    at,
  }: {
    invitationId: string;
    tokenHash: string;
    sections?: readonly string[] | null;
    holder?: string | null;
    language?: string | null;
    expiresAt?: Date | null;
    keepOthers?: boolean;
    actor: Actor;
    at: Date;
  },
): Promise<InvitationLink> {
  return db.transaction(async (tx) => {
    if (sections === null && !keepOthers) {
      await tx
        .update(invitationLinks)
        .set({ revokedAt: at })
        .where(
          and(
            eq(invitationLinks.invitationId, invitationId),
            isNull(invitationLinks.sections),
            isNull(invitationLinks.revokedAt),
          ),
        );
    }
    const [link] = await tx
      .insert(invitationLinks)
      .values({
        id: newId(),
        invitationId,
        tokenHash,
        sections: sections && [...sections],
        holder,
        language,
        createdAt: at,
        expiresAt,
      })
      .returning();
    if (!link) throw new Error("the link was not stored");
    for (const section of sections ?? []) {
      await tx
        .insert(sectionAssignments)
        .values({ invitationId, section, linkId: link.id, assignedAt: at })
        .onConflictDoUpdate({
          target: [sectionAssignments.invitationId, sectionAssignments.section],
          set: { linkId: link.id, assignedAt: at, doneAt: null },
        });
    }
    await recordAudit(tx, {
      at,
      actor,
      action: sections === null ? "invitation:renewLink" : "invitation:assignSections",
      subjectType: "invitation",
      subjectId: invitationId,
      details: { linkId: link.id, sections },
    });
    return link;
  });
}

/** Takes links back; the sections that were with them are the contact point's again. */
export async function revokeLinks(
  db: Database,
  { linkIds, actor, at }: { linkIds: readonly string[]; actor: Actor; at: Date },
): Promise<void> {
  if (linkIds.length === 0) return;
  await db.transaction(async (tx) => {
    const revoked = await tx
      .update(invitationLinks)
      .set({ revokedAt: at })
      .where(and(inArray(invitationLinks.id, [...linkIds]), isNull(invitationLinks.revokedAt)))
      .returning({ id: invitationLinks.id, invitationId: invitationLinks.invitationId });
    await tx.delete(sectionAssignments).where(inArray(sectionAssignments.linkId, [...linkIds]));
    for (const { id, invitationId } of revoked) {
      await recordAudit(tx, {
        at,
        actor,
        action: "invitation:revokeLink",
        subjectType: "invitation",
        subjectId: invitationId,
        details: { linkId: id },
      });
    }
  });
}

/** Withdraws an invitation with all its links. @returns whether it was still valid */
export async function revokeInvitation(
  db: Database,
  { id, actor, at }: { id: string; actor: Actor; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const revoked = await tx
      .update(invitations)
      .set({ revokedAt: at })
      .where(and(eq(invitations.id, id), isNull(invitations.revokedAt)))
      .returning({ id: invitations.id });
    if (revoked.length === 0) return false;
    await tx
      .update(invitationLinks)
      .set({ revokedAt: sql`coalesce(${invitationLinks.revokedAt}, ${at.toISOString()}::timestamptz)` })
      .where(eq(invitationLinks.invitationId, id));
    await recordAudit(tx, { at, actor, action: "invitation:revoke", subjectType: "invitation", subjectId: id });
    return true;
  });
}

export type SectionAssignment = typeof sectionAssignments.$inferSelect;

export async function findSectionAssignments(
  db: Database,
  invitationId: string,
): Promise<readonly SectionAssignment[]> {
  return db
    .select()
    .from(sectionAssignments)
    .where(eq(sectionAssignments.invitationId, invitationId))
    .orderBy(asc(sectionAssignments.section));
}

/** A colleague says that a section that is with the own link is done, or takes that back. */
export async function markSectionDone(
  db: Database,
  {
    invitationId,
    linkId,
    section,
    done,
    at,
  }: { invitationId: string; linkId: string; section: string; done: boolean; at: Date },
): Promise<void> {
  await db
    .update(sectionAssignments)
    .set({ doneAt: done ? at : null })
    .where(
      and(
        eq(sectionAssignments.invitationId, invitationId),
        eq(sectionAssignments.section, section),
        eq(sectionAssignments.linkId, linkId),
      ),
    );
}
