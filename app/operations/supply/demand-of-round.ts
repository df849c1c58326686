import type { NeedRow, PlannedRow, RequestRow } from "~/analysis/supply/demand-input";
import type { Activity } from "~/db/activities";
import type { Request } from "~/db/requests";
import type { TopicRating } from "~/surveys/answers-by-measure";
import type { SupportRequest, TopicDetail } from "~/surveys/needs-answers";

/** Delivery that an answer to "how should it be given" means; `onSite` where none is named. */
export type ModeOfAnswer = Readonly<Record<string, "diagnostic" | "remote">>;

/**
 * Requests that stand, in the order in which each member made them. What the register keeps in short (languages,
 * whether interpretation is accepted) is read from the answer itself where there is one.
 */
export function requestRows(
  requests: readonly Request[],
  answers: readonly SupportRequest[],
  modes: ModeOfAnswer,
): readonly RequestRow[] {
  const answerOf = new Map(answers.map((answer) => [JSON.stringify([answer.member, answer.key]), answer]));
  const made = new Map<string, number>();
  return requests
    .filter(({ state }) => state !== "met")
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((request) => {
      const order = (made.get(request.memberId) ?? 0) + 1;
      made.set(request.memberId, order);
      const answer = answerOf.get(JSON.stringify([request.memberId, request.rowKey]));
      const languages = answer && answer.languages.length > 0 ? answer.languages : null;
      return {
        id: request.id,
        member: request.memberId,
        topic: request.topicId,
        order,
        languages: languages ?? (request.language === null ? null : [request.language]),
        refusesInterpretation: answer?.interpretation === "no",
        mode: modes[request.mode ?? ""] ?? "onSite",
      };
    });
}

/** Every member's ratings with what stands in the way, where it chose the topic. */
export function needRows(ratings: readonly TopicRating[], details: readonly TopicDetail[]): readonly NeedRow[] {
  const detailOf = new Map(details.map((detail) => [JSON.stringify([detail.member, detail.topic]), detail]));
  const rated = (value: TopicRating["importance"]): number | null => (typeof value === "number" ? value : null);
  return ratings.map(({ member, topic, importance, capability }) => {
    const detail = detailOf.get(JSON.stringify([member, topic]));
    return {
      member,
      topic,
      importance: rated(importance),
      capability: rated(capability),
      trainable: detail === undefined ? 1 : trainableOf(detail),
    };
  });
}

function trainableOf({ mainObstacle, obstacles }: TopicDetail): NeedRow["trainable"] {
  if (mainObstacle === "training") return 1;
  if (obstacles.includes("training")) return 0.5;
  return mainObstacle === null && obstacles.length === 0 ? null : 0;
}

/** Forms of activities for which experts travel or sit at a screen. */
const WITH_EXPERTS: readonly string[] = ["workshop", "training", "mission"];
/** Scopes in which several members meet in one activity. */
const JOINT: readonly string[] = ["regional", "sub-regional"];

/**
 * Activities of a plan that take the two seats of a mission; one for several named members of national scope is one
 * delivery for each. What has no topic, was cancelled or accredits experts itself takes none.
 *
 * @param openTo members that stand for whoever comes to a joint activity that names nobody: those with whom no expert has
 *   a conflict, which would otherwise bar the expert from every regional workshop
 */
export function plannedRows(
  activities: readonly Activity[],
  { openTo }: { readonly openTo: readonly string[] },
): readonly PlannedRow[] {
  return activities
    .filter(
      ({ form, scope, state }) => WITH_EXPERTS.includes(form) && scope !== "accreditation" && state !== "cancelled",
    )
    .flatMap((activity): readonly PlannedRow[] => {
      const [topic] = activity.topicIds;
      if (topic === undefined) return [];
      const common = { topic, languages: null, refusesInterpretation: false, seats: 2 } as const;
      const joint = JOINT.includes(activity.scope) || activity.memberIds.length === 0;
      const members = activity.memberIds.length === 0 ? openTo : activity.memberIds;
      if (joint) return members.length === 0 ? [] : [{ ...common, id: activity.id, members, joint }];
      return activity.memberIds.map((member) => ({
        ...common,
        id: `${activity.id}/${member}`,
        members: [member],
        joint: false,
      }));
    });
}
