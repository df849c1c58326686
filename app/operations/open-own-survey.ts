import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import type { Database } from "~/db/engine/database";
import { findInvitationOfMember, insertLink } from "~/db/invitations";

/**
 * A link to the survey for a member's own person who is signed in, beside the links that were sent.
 *
 * @returns the secret of the link, or `undefined` if the member is not invited to the round
 */
export async function openOwnSurvey(
  db: Database,
  {
    roundId,
    memberId,
    personId,
    at,
  }: { readonly roundId: string; readonly memberId: string; readonly personId: string; readonly at: Date },
): Promise<string | undefined> {
  const invitation = await findInvitationOfMember(db, { roundId, memberId });
  if (!invitation || invitation.revokedAt) return undefined;
  const secret = newSecret();
  await insertLink(db, {
    invitationId: invitation.id,
    tokenHash: hashOfSecret(secret),
    keepOthers: true,
    actor: { personId },
    at,
  });
  return secret;
}
