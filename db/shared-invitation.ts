import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "./engine/database";
import type { Invitation } from "./invitations";
import type { Round } from "./rounds";
import { invitations, rounds } from "./schema/rounds";

/** Rounds of an activity that are open and answered by a link shared by all, each with the invitation behind it. */
export async function findSharedRounds(
  db: Database,
  activityId: string,
): Promise<readonly { readonly round: Round; readonly invitation: Invitation }[]> {
  return db
    .select({ round: rounds, invitation: invitations })
    .from(rounds)
    .innerJoin(invitations, and(eq(invitations.roundId, rounds.id), isNull(invitations.revokedAt)))
    .where(and(eq(rounds.activityId, activityId), eq(rounds.audience, "shared"), eq(rounds.state, "open")))
    .orderBy(asc(rounds.id), asc(invitations.id));
}
