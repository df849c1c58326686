import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { pledges } from "./schema/activities";
import { outgoingMails } from "./schema/operations";
import { invitationGivenRows, invitations } from "./schema/rounds";

/** The list of given rows by which an invitation brings a participant's own pledges. */
export const PLEDGES = "pledges";

export interface AskedPledge {
  readonly roundId: string;
  readonly invitationId: string;
  readonly pledgeId: string;
}

/** Which pledges of some rounds are asked after by which invitation; withdrawn invitations ask after nothing. */
export async function findAskedPledges(db: Database, roundIds: readonly string[]): Promise<readonly AskedPledge[]> {
  if (roundIds.length === 0) return [];
  return db
    .select({
      roundId: invitations.roundId,
      invitationId: invitations.id,
      pledgeId: invitationGivenRows.rowId,
    })
    .from(invitationGivenRows)
    .innerJoin(invitations, eq(invitations.id, invitationGivenRows.invitationId))
    .where(
      and(
        inArray(invitations.roundId, [...roundIds]),
        eq(invitationGivenRows.list, PLEDGES),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(asc(invitations.id), asc(invitationGivenRows.position));
}

/**
 * Forgets the mail addresses that participants gave for a follow-up: in their pledges, in the invitations of the round
 * and in the letters that went to nobody the office knows. What they pledged, and what became of it, stays.
 *
 * @returns how many pledges had one
 */
export async function forgetAddresses(
  db: Database,
  { roundId, actor, at }: { roundId: string; actor: Actor; at: Date },
): Promise<number> {
  return db.transaction(async (tx) => {
    const asked = (await findAskedPledges(tx, [roundId])).map(({ pledgeId }) => pledgeId);
    const forgotten =
      asked.length === 0
        ? []
        : await tx
            .update(pledges)
            .set({ email: null })
            .where(and(inArray(pledges.id, asked), isNotNull(pledges.email)))
            .returning({ id: pledges.id });
    await tx.update(invitations).set({ email: null }).where(eq(invitations.roundId, roundId));
    await tx
      .delete(outgoingMails)
      .where(
        and(
          eq(outgoingMails.subjectType, "round"),
          eq(outgoingMails.subjectId, roundId),
          isNull(outgoingMails.toPersonId),
        ),
      );
    await recordAudit(tx, {
      at,
      actor,
      action: "round:forgetAddresses",
      subjectType: "round",
      subjectId: roundId,
      details: { pledges: forgotten.length },
    });
    return forgotten.length;
  });
}
