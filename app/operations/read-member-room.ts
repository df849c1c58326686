import { findActivities } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findTopics } from "~/db/members";
import { findRequests } from "~/db/requests";
import { findRoundsOfMember } from "~/db/rounds-of-member";
import type { LocalizedText } from "~/db/schema/region";
import type { RequestState } from "~/db/schema/requests";
import type { ResponseState } from "~/db/schema/responses";

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
  const rounds = await findRoundsOfMember(db, memberId);
  return {
    open: rounds
      .filter(({ state, response, receivedAt }) => state === "open" && (receivedAt === null || response === "reopened"))
      .map(({ roundId, name, closesOn, response }) => ({ roundId, name, closesOn, begun: response !== null })),
    given: rounds.flatMap(({ name, response, receipt, receivedAt }) =>
      response === null || receivedAt === null ? [] : [{ name, state: response, receipt, receivedAt }],
    ),
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
