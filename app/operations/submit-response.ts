import { v7 as newReceipt } from "uuid";
import type { Actor } from "~/db/audit";
import { findResponse } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { registerRequests } from "~/db/requests";
import { findGivenRows, findRound } from "~/db/rounds";
import { type Submission, submitResponse as storeSubmission } from "~/db/submissions";
import type { GivenRows } from "~/surveys/answer-document";
import { checkResponse } from "~/surveys/check-response";
import type { ResponseError } from "~/surveys/response-error";
import { compiledVersion } from "./compiled-version";
import { requestsOf } from "./requests-of";

export type SubmittedResponse =
  | (Submission & { readonly hidden: readonly string[] })
  | { readonly errors: readonly ResponseError[] };

/**
 * Checks a whole response against the version of its round and stores it as the next revision; what it asks of the
 * office goes into the register of requests, in the same transaction. Sending the same `clientKey` again is harmless.
 *
 * @returns `undefined` if there is no such response
 * @throws {ConflictError} `roundNotOpen` if it came too late, `responseState` if it was submitted otherwise meanwhile
 */
export async function submitResponse(
  db: Database,
  {
    responseId,
    document,
    language,
    confirmed = [],
    clientKey,
    actor,
    at,
  }: {
    readonly responseId: string;
    readonly document: unknown;
    readonly language: string;
    /** Paths taken over from last year. */
    readonly confirmed?: readonly string[];
    readonly clientKey: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<SubmittedResponse | undefined> {
  const response = await findResponse(db, responseId);
  const round = response && (await findRound(db, response.roundId));
  const compiled = round && (await compiledVersion(db, round.versionId));
  if (!response || !round || !compiled) return undefined;

  const given = (await findGivenRows(db, { roundId: round.id, invitationId: response.invitationId })) as GivenRows;
  const checked = checkResponse(compiled, document, { mode: "submit", given });
  if (!checked.ok) return { errors: checked.errors };

  return db.transaction(async (tx) => {
    const submission = await storeSubmission(tx, {
      responseId,
      versionId: round.versionId,
      answers: {
        document: checked.document,
        codes: checked.codes,
        numbers: checked.numbers,
        rows: checked.rows.map(({ item, ...row }) => ({ ...row, position: item })),
        given,
        hidden: checked.hidden,
        confirmed,
        language,
      },
      clientKey,
      receipt: newReceipt(),
      actor,
      receivedAt: at,
    });
    if (response.memberId !== null && !round.practice && !submission.repeated) {
      await registerRequests(tx, {
        responseId,
        memberId: response.memberId,
        cycleId: round.cycleId,
        asked: requestsOf(compiled, checked.document),
        actor,
        at,
      });
    }
    return { ...submission, hidden: checked.hidden };
  });
}
