import { and, desc, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "./engine/database";
import { type ResponseState, responseRevisions, responses } from "./schema/responses";
import { invitations, rounds } from "./schema/rounds";

/** A survey to which an administration was invited, and where its answer stands. */
export interface RoundOfMember {
  readonly roundId: string;
  readonly name: string;
  readonly state: typeof rounds.$inferSelect.state;
  readonly closesOn: string;
  /** `null`: not begun. */
  readonly response: ResponseState | null;
  /** Of the last submission; `null` before the first. */
  readonly receipt: string | null;
  readonly receivedAt: Date | null;
}

/** Surveys of members that one administration was invited to, the latest closing first; prepared ones not. */
export async function findRoundsOfMember(db: Database, memberId: string): Promise<readonly RoundOfMember[]> {
  return db
    .select({
      roundId: rounds.id,
      name: rounds.name,
      state: rounds.state,
      closesOn: rounds.closesOn,
      response: responses.state,
      receipt: responseRevisions.receipt,
      receivedAt: responseRevisions.receivedAt,
    })
    .from(invitations)
    .innerJoin(rounds, eq(rounds.id, invitations.roundId))
    .leftJoin(responses, and(eq(responses.invitationId, invitations.id), eq(responses.shared, false)))
    .leftJoin(
      responseRevisions,
      and(eq(responseRevisions.responseId, responses.id), eq(responseRevisions.number, responses.currentRevision)),
    )
    .where(
      and(
        eq(invitations.memberId, memberId),
        isNull(invitations.personId),
        isNull(invitations.revokedAt),
        eq(rounds.audience, "members"),
        ne(rounds.state, "draft"),
      ),
    )
    .orderBy(desc(rounds.closesOn), desc(rounds.id));
}
