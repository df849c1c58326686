import type { PlannedRequest, ProposalDocument } from "./proposal-document";

/**
 * Which line answers a request: the one made for it, else one that covers the member's need in the topic; `null`: none
 * does, it stays out.
 */
export function lineAnswering({
  problem,
  outcome,
}: Pick<ProposalDocument, "problem" | "outcome">): (request: PlannedRequest) => string | null {
  const { plan } = outcome.proposal;
  const lines = new Set(plan?.lines.map(({ activity }) => activity));
  const answering = new Map(
    problem.activities.flatMap(({ id, requests }) =>
      lines.has(id) ? requests.map((request): [string, string] => [request, id]) : [],
    ),
  );
  const covering = new Map(
    (plan?.contributions ?? []).map(({ member, topic, activity }) => [`${member} ${topic}`, activity]),
  );
  return ({ id, member, topic }) => answering.get(id) ?? covering.get(`${member} ${topic}`) ?? null;
}
