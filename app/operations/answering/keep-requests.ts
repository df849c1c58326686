import type { Database } from "~/db/engine/database";
import { findRequests, type Request, registerRequests } from "~/db/requests";
import type { AnswerDocument } from "~/surveys/answer-document";
import { actorOf } from "./begun-response";
import type { Answering } from "./open-answering";
import { requestsOf, wantedAgain } from "./requests-of";

/**
 * Takes what a submitted response asks of the office into the register of requests, in the transaction that stores it. A
 * later revision brings them up to date. An unmet request of the year before that is still wanted is registered anew as it
 * stands. What is given for practice asks for nothing.
 */
export async function keepRequests(
  tx: Database,
  {
    answering,
    responseId,
    document,
    at,
  }: {
    readonly answering: Answering;
    readonly responseId: string;
    readonly document: AnswerDocument;
    readonly at: Date;
  },
): Promise<void> {
  const { compiled, round, invitation } = answering;
  if (invitation.memberId === null || round.practice) return;
  if (!compiled.questions.some(({ measure }) => measure === "request" || measure === "unmetRequest")) return;
  const { memberId } = invitation;
  const again = wantedAgain(compiled, document);
  const earlier = again.size > 0 ? await findRequests(tx, { memberId }) : [];
  await registerRequests(tx, {
    responseId,
    memberId,
    cycleId: round.cycleId,
    asked: [
      ...requestsOf(compiled, document),
      ...earlier.filter(({ id }) => again.has(id)).map((request) => askedAgain(request)),
    ],
    actor: actorOf(answering),
    at,
  });
}

function askedAgain({
  id,
  topicId,
  result,
  ability,
  months,
  mode,
  language,
  willingToHost,
  contribution,
  askedElsewhere,
  consent,
}: Request) {
  const content = { topicId, result, ability, months, mode, language, willingToHost };
  return { ...content, contribution, askedElsewhere, consent, rowKey: `again-${id}` };
}
