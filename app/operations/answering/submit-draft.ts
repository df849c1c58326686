import type { Database } from "~/db/engine/database";
import { lockResponse } from "~/db/lock-response";
import { type ResponseRevision, submitResponse } from "~/db/submissions";
import type { ResponseError } from "~/surveys/response-error";
import { keepFollowUp } from "../follow-up/keep-follow-up";
import { actorOf, begunResponse } from "./begun-response";
import { checkEntries, storedResponse } from "./check-answers";
import { keepRequests } from "./keep-requests";
import type { Answering } from "./open-answering";
import { newReceipt } from "./receipt-number";
import { storedEntries, valuesOf } from "./stored-entries";

export type SubmittedDraft =
  | { readonly outcome: "submitted"; readonly revision: ResponseRevision; readonly repeated: boolean }
  | { readonly outcome: "incomplete"; readonly errors: readonly ResponseError[] };

/**
 * Sends the draft at the office as the response's next revision. It is locked first, so that what was acknowledged as
 * saved is in the revision.
 *
 * @param clientKey made by the form; sending it twice is one submission
 * @throws {ConflictError} `roundNotOpen` if it came too late, `responseState` if it was submitted otherwise meanwhile
 */
export async function submitDraft(
  db: Database,
  {
    answering,
    clientKey,
    language,
    at,
  }: { readonly answering: Answering; readonly clientKey: string; readonly language: string; readonly at: Date },
): Promise<SubmittedDraft> {
  const begun = await begunResponse(db, { answering, at });
  return db.transaction(async (tx) => {
    const response = await lockResponse(tx, begun.id);
    const entries = await storedEntries(tx, { ...answering, response });
    const checked = checkEntries(answering, valuesOf(entries));
    // What was sent before is asked for by its key first: repeating a submission is harmless whatever is in the draft.
    if (!checked.ok && (response?.state === "draft" || response?.state === "reopened")) {
      return { outcome: "incomplete", errors: checked.errors };
    }
    const hidden = new Set(checked.hidden);
    const confirmed = [...entries.values()]
      .filter((entry) => entry.confirmed && entry.value !== null && !hidden.has(entry.path.split("/", 1)[0] ?? ""))
      .map(({ path }) => path);
    if (!checked.ok) throw new RangeError("a draft that was submitted no longer fits its version");
    const { revision, repeated } = await submitResponse(tx, {
      responseId: begun.id,
      versionId: answering.versionId,
      answers: storedResponse(checked, { given: answering.given, language, confirmed }),
      clientKey,
      receipt: newReceipt(),
      actor: actorOf(answering),
      receivedAt: at,
    });
    if (!repeated) {
      await keepRequests(tx, { answering, responseId: begun.id, document: checked.document, at });
      await keepFollowUp(tx, { answering, document: checked.document, at });
    }
    return { outcome: "submitted", revision, repeated };
  });
}
