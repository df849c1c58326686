import { and, eq, sql } from "drizzle-orm";
import type { Response } from "./drafts";
import type { Database } from "./engine/database";
import { preparedQuery } from "./engine/prepared-query";
import type { Invitation, InvitationLink } from "./invitations";
import { listsOf, type Round } from "./rounds";
import { members } from "./schema/region";
import { type GivenRows, responses } from "./schema/responses";
import { invitationGivenRows, invitationLinks, invitations, roundGivenRows, rounds } from "./schema/rounds";

export interface OpenedLink {
  readonly link: InvitationLink;
  readonly invitation: Invitation;
  readonly round: Round;
  readonly member: Pick<typeof members.$inferSelect, "id" | "name" | "timeZone"> | null;
  /** The one response of an invitation that is not shared. */
  readonly response: Response | null;
  /** What the round gives to everybody and the invitation to this one. */
  readonly given: GivenRows;
}

type GivenPair = readonly [list: string, row: Readonly<Record<string, unknown>>];

const givenBy = (
  table: typeof roundGivenRows | typeof invitationGivenRows,
  owner: typeof roundGivenRows.roundId | typeof invitationGivenRows.invitationId,
  id: typeof rounds.id | typeof invitations.id,
) => sql<readonly GivenPair[]>`(select coalesce(jsonb_agg(jsonb_build_array(${table.list}, ${table.row})
  order by ${table.list}, ${table.position}), '[]'::jsonb) from ${table} where ${owner} = ${id})`;

const openedLink = preparedQuery((db) =>
  db
    .select({
      link: invitationLinks,
      invitation: invitations,
      round: rounds,
      member: { id: members.id, name: members.name, timeZone: members.timeZone },
      response: responses,
      ofRound: givenBy(roundGivenRows, roundGivenRows.roundId, rounds.id),
      ofInvitation: givenBy(invitationGivenRows, invitationGivenRows.invitationId, invitations.id),
    })
    .from(invitationLinks)
    .innerJoin(invitations, eq(invitations.id, invitationLinks.invitationId))
    .innerJoin(rounds, eq(rounds.id, invitations.roundId))
    .leftJoin(members, eq(members.id, invitations.memberId))
    .leftJoin(responses, and(eq(responses.invitationId, invitations.id), eq(responses.shared, false)))
    .where(eq(invitationLinks.tokenHash, sql.placeholder("tokenHash")))
    .prepare("opened_link"),
);

/**
 * What a link's secret opens, with all that stands behind it, in one query. Whatever its state: revoked, expired and
 * closed are for the caller to tell, with one answer for all who should not know.
 */
export async function findLink(db: Database, tokenHash: string): Promise<OpenedLink | undefined> {
  const [found] = await openedLink(db).execute({ tokenHash });
  if (!found) return undefined;
  const { ofRound, ofInvitation, ...rest } = found;
  return { ...rest, given: listsOf([...ofRound, ...ofInvitation]) };
}
