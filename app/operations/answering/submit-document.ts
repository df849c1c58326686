import { submitAnonymously } from "~/db/anonymous-responses";
import { beginResponse } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { findRevisionByReceipt, type ResponseRevision, submitResponse } from "~/db/submissions";
import { type CheckedResponse, checkResponse } from "~/surveys/check-response";
import type { ResponseError } from "~/surveys/response-error";
import { keepFollowUp } from "../follow-up/keep-follow-up";
import { actorOf, begunResponse } from "./begun-response";
import { storedResponse } from "./check-answers";
import { keepPledges } from "./keep-pledges";
import { keepRequests } from "./keep-requests";
import type { Answering } from "./open-answering";
import { newReceipt, receiptOf } from "./receipt-number";

export type SubmittedDocument =
  /** `revision` is `null` for an anonymous rating: nothing leads back to it, not even a receipt. */
  | {
      readonly outcome: "submitted";
      readonly revision: ResponseRevision | null;
      readonly document: Readonly<Record<string, unknown>>;
      readonly repeated: boolean;
    }
  | { readonly outcome: "incomplete"; readonly errors: readonly ResponseError[] };

interface DocumentSubmission {
  readonly answering: Answering;
  readonly document: unknown;
  /** `strict` for programs, `submit` for forms, which may carry answers that others hide. */
  readonly mode: "strict" | "submit";
  /** Made by the form; sending it twice is one submission. */
  readonly clientKey: string;
  readonly language: string;
  readonly at: Date;
}

/**
 * Sends a whole document: a rating without a name, a response of a shared link, or, from a program, the response of an
 * invitation (its draft stays as it is until the response is reopened).
 *
 * @throws {ConflictError} `roundNotOpen` if it came too late, `responseState` if it was submitted otherwise meanwhile
 */
export async function submitDocument(db: Database, submission: DocumentSubmission): Promise<SubmittedDocument> {
  const { answering, document, mode, clientKey, language, at } = submission;
  const { compiled, given, round, versionId } = answering;
  const checked = checkResponse(compiled, document, { mode, given });
  if (!checked.ok) return { outcome: "incomplete", errors: checked.errors };
  if (answering.kind === "anonymous") {
    const stored = await submitAnonymously(db, {
      roundId: round.id,
      versionId,
      key: clientKey,
      answers: storedResponse(checked, { given, language, confirmed: [] }),
      receivedAt: at,
    });
    return { outcome: "submitted", revision: null, document: checked.document, repeated: stored === "repeated" };
  }
  const { revision, repeated } =
    answering.kind === "shared"
      ? await submitShared(db, submission, checked)
      : await submitKept(db, submission, checked);
  return { outcome: "submitted", revision, document: checked.document, repeated };
}

async function submitKept(
  db: Database,
  { answering, clientKey, language, at }: DocumentSubmission,
  checked: Extract<CheckedResponse, { ok: true }>,
): Promise<{ readonly revision: ResponseRevision; readonly repeated: boolean }> {
  const { id: responseId } = await begunResponse(db, { answering, at });
  return db.transaction(async (tx) => {
    const submitted = await submitResponse(tx, {
      responseId,
      versionId: answering.versionId,
      answers: storedResponse(checked, { given: answering.given, language, confirmed: [] }),
      clientKey,
      receipt: newReceipt(),
      actor: actorOf(answering),
      receivedAt: at,
    });
    if (!submitted.repeated) {
      await keepRequests(tx, { answering, responseId, document: checked.document, at });
      await keepFollowUp(tx, { answering, document: checked.document, at });
    }
    return submitted;
  });
}

async function submitShared(
  db: Database,
  { answering, clientKey, language, at }: DocumentSubmission,
  checked: Extract<CheckedResponse, { ok: true }>,
): Promise<{ readonly revision: ResponseRevision; readonly repeated: boolean }> {
  const receipt = receiptOf(answering.round.id, clientKey);
  const before = await findRevisionByReceipt(db, receipt);
  if (before) return { revision: before, repeated: true };
  try {
    return await db.transaction(async (tx) => {
      const actor = actorOf(answering);
      const response = await beginResponse(tx, { invitationId: answering.invitation.id, shared: true, actor, at });
      if (!response) throw new RangeError("the invitation was withdrawn");
      const submitted = await submitResponse(tx, {
        responseId: response.id,
        versionId: answering.versionId,
        answers: storedResponse(withoutAddress(answering, checked), {
          given: answering.given,
          language,
          confirmed: [],
        }),
        clientKey,
        receipt,
        actor,
        receivedAt: at,
      });
      await keepPledges(tx, { answering, document: checked.document, language, at });
      return submitted;
    });
  } catch (error) {
    // Two at once: the number of the receipt is theirs alone, so the second finds what the first has stored.
    const first = await findRevisionByReceipt(db, receipt);
    if (first) return { revision: first, repeated: true };
    throw error;
  }
}

/**
 * A stored revision never changes, and a mail address given for a follow-up is to be forgotten after it: the address
 * stands beside the pledges alone.
 */
function withoutAddress(
  { compiled }: Answering,
  checked: Extract<CheckedResponse, { ok: true }>,
): Extract<CheckedResponse, { ok: true }> {
  const addresses = new Set(
    compiled.questions.flatMap(({ measure, name }) => (measure === "contactForFollowUp" ? [name] : [])),
  );
  const kept = Object.entries(checked.document).filter(([name]) => !addresses.has(name));
  return { ...checked, document: Object.fromEntries(kept) };
}
