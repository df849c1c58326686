import type { Database } from "~/db/engine/database";
import { registerRequests } from "~/db/requests";
import type { AnswerDocument } from "~/surveys/answer-document";
import { actorOf } from "./begun-response";
import type { Answering } from "./open-answering";
import { requestsOf } from "./requests-of";

/**
 * Takes what a submitted response asks of the office into the register of requests, in the transaction that stores it. A
 * later revision brings them up to date. What is given for practice asks for nothing.
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
  if (!compiled.questions.some(({ measure }) => measure === "request")) return;
  await registerRequests(tx, {
    responseId,
    memberId: invitation.memberId,
    cycleId: round.cycleId,
    asked: requestsOf(compiled, document),
    actor: actorOf(answering),
    at,
  });
}
