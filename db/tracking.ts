import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import type { Database } from "./engine/database";
import { members, subRegions } from "./schema/region";
import { draftEntries, type ResponseState, responseRevisions, responses } from "./schema/responses";
import { invitationLinks, invitations, sectionAssignments } from "./schema/rounds";

/** Where an invitation stands. No answers: a helper who may not read them may read this. */
export interface TrackedInvitation {
  readonly invitationId: string;
  readonly memberId: string | null;
  readonly personId: string | null;
  readonly email: string | null;
  readonly language: string;
  readonly subRegionId: string | null;
  readonly timeZone: string | null;
  readonly invitedAt: Date;
  readonly openedAt: Date | null;
  readonly responseId: string | null;
  readonly state: ResponseState | null;
  /** When the response was begun, and when the latest entry of its draft was saved. */
  readonly begunAt: Date | null;
  readonly savedAt: Date | null;
  /**
   * Entries that have an answer (each row of a matrix and each panel by itself): of the revision that counts, before there
   * is one of the draft.
   */
  readonly entries: number;
  readonly revision: number;
  readonly changedAt: Date | null;
  readonly sectionsAssigned: number;
  readonly sectionsDone: number;
}

/** Who was invited to a round, opened, began and submitted; members in the pack's order, withdrawn invitations not. */
export async function findTracking(db: Database, roundId: string): Promise<readonly TrackedInvitation[]> {
  const entriesOf = sql`${draftEntries} where ${draftEntries.responseId} = ${responses.id}`;
  const moment = (value: unknown) => (value === null ? null : new Date(String(value)));
  const rows = await db
    .select({
      invitationId: invitations.id,
      memberId: invitations.memberId,
      personId: invitations.personId,
      email: invitations.email,
      language: invitations.language,
      subRegionId: members.subRegionId,
      timeZone: members.timeZone,
      invitedAt: invitations.createdAt,
      openedAt: sql`(select min(${invitationLinks.openedAt}) from ${invitationLinks}
        where ${invitationLinks.invitationId} = ${invitations.id})`.mapWith(moment),
      responseId: responses.id,
      state: responses.state,
      begunAt: responses.createdAt,
      savedAt: sql`(select max(${draftEntries.savedAt}) from ${entriesOf})`.mapWith(moment),
      entries: sql<number>`case when ${responses.state} in ('submitted', 'signedOff')
        then (select coalesce(sum(case
            when jsonb_typeof(value) = 'object' then (select count(*) from jsonb_object_keys(value))
            when jsonb_typeof(value -> 0) = 'object' then jsonb_array_length(value)
            else 1 end), 0)::int
          from ${responseRevisions}, jsonb_each(${responseRevisions.document})
          where ${responseRevisions.responseId} = ${responses.id}
            and ${responseRevisions.number} = ${responses.currentRevision})
        else (select count(*)::int from ${entriesOf} and ${draftEntries.value} is not null) end`,
      revision: sql<number>`coalesce(${responses.currentRevision}, 0)`,
      changedAt: responses.updatedAt,
      sectionsAssigned: sql<number>`(select count(*)::int from ${sectionAssignments}
        where ${sectionAssignments.invitationId} = ${invitations.id})`,
      sectionsDone: sql<number>`(select count(*)::int from ${sectionAssignments}
        where ${sectionAssignments.invitationId} = ${invitations.id} and ${sectionAssignments.doneAt} is not null)`,
    })
    .from(invitations)
    .leftJoin(members, eq(members.id, invitations.memberId))
    .leftJoin(responses, and(eq(responses.invitationId, invitations.id), eq(responses.shared, false)))
    .where(and(eq(invitations.roundId, roundId), isNull(invitations.revokedAt)))
    .orderBy(asc(members.position), asc(invitations.id));
  return rows;
}

export interface Coverage {
  /** A sub-region, in the pack's order. */
  readonly subRegionId: string;
  readonly members: number;
  readonly invited: number;
  readonly opened: number;
  readonly begun: number;
  /** Submitted or signed off. */
  readonly submitted: number;
}

/** How many members of each sub-region were invited, opened, began and submitted, out of all that there are. */
export async function findCoverage(db: Database, roundId: string): Promise<readonly Coverage[]> {
  const tracked = (await findTracking(db, roundId)).filter(({ memberId, personId }) => memberId && personId === null);
  const places = await db
    .select({ subRegionId: subRegions.id, members: count(members.id) })
    .from(subRegions)
    .leftJoin(members, and(eq(members.subRegionId, subRegions.id), eq(members.active, true)))
    .groupBy(subRegions.id)
    .orderBy(asc(subRegions.position), asc(subRegions.id));
  return places.map((place) => {
    const here = tracked.filter(({ subRegionId }) => subRegionId === place.subRegionId);
    return {
      ...place,
      invited: here.length,
      opened: here.filter(({ openedAt, entries, revision }) => openedAt || entries > 0 || revision > 0).length,
      begun: here.filter(({ entries, revision }) => entries > 0 || revision > 0).length,
      submitted: here.filter(({ state }) => state === "submitted" || state === "signedOff").length,
    };
  });
}
