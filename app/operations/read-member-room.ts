import { findActivities } from "~/db/activities";
import { findResponseOfInvitation } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { findInvitationOfMember } from "~/db/invitations";
import { findTopics } from "~/db/members";
import { findRequests } from "~/db/requests";
import { findRounds } from "~/db/rounds";
import type { LocalizedText } from "~/db/schema/region";
import type { RequestState } from "~/db/schema/requests";
import type { ResponseState } from "~/db/schema/responses";
import { findLatestRevision } from "~/db/submissions";

/** What stands in the room of one administration. */
export interface MemberRoom {
  readonly open: readonly {
    readonly roundId: string;
    readonly name: string;
    readonly closesOn: string;
    readonly begun: boolean;
  }[];
  readonly given: readonly {
    readonly name: string;
    readonly state: ResponseState;
    readonly receipt: string | null;
    readonly receivedAt: Date | null;
  }[];
  readonly asked: readonly {
    readonly id: string;
    /** The cycle in which it was asked. */
    readonly cycleId: string;
    readonly topic: LocalizedText;
    readonly result: string;
    readonly state: RequestState;
    readonly because: string | null;
    readonly activity: string | null;
  }[];
}

/** What is open for a member, what it gave, what it asked and what became of it; the newest first. */
export async function readMemberRoom(db: Database, { memberId }: { readonly memberId: string }): Promise<MemberRoom> {
  const topics = new Map((await findTopics(db)).map((topic) => [topic.id, topic.name]));
  const activities = new Map((await findActivities(db)).map((activity) => [activity.id, activity.title]));
  const requests = await findRequests(db, { memberId });
  const open: MemberRoom["open"][number][] = [];
  const given: MemberRoom["given"][number][] = [];
  for (const round of await findRounds(db)) {
    if (round.audience !== "members" || round.state === "draft") continue;
    const invitation = await findInvitationOfMember(db, { roundId: round.id, memberId });
    if (!invitation || invitation.revokedAt) continue;
    const response = await findResponseOfInvitation(db, invitation.id);
    const sent = response !== undefined && response.currentRevision > 0;
    if (round.state === "open" && !(sent && response.state !== "reopened"))
      open.push({ roundId: round.id, name: round.name, closesOn: round.closesOn, begun: response !== undefined });
    if (!response || !sent) continue;
    const revision = await findLatestRevision(db, response.id);
    given.push({
      name: round.name,
      state: response.state,
      receipt: revision?.receipt ?? null,
      receivedAt: revision?.receivedAt ?? null,
    });
  }
  return {
    open,
    given,
    asked: [...requests]
      .sort((a, b) => (a.cycleId < b.cycleId ? 1 : a.cycleId > b.cycleId ? -1 : 0))
      .map((request) => ({
        id: request.id,
        cycleId: request.cycleId,
        topic: topics.get(request.topicId) ?? { en: request.topicId },
        result: request.result,
        state: request.state,
        because: request.notBecause,
        activity: request.activityId ? (activities.get(request.activityId) ?? null) : null,
      })),
  };
}
