import { findResponse, type Response } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { findResponseHistory, type ResponseStateChange } from "~/db/response-states";
import { findLatestRevision, findRevisionByReceipt, type ResponseRevision } from "~/db/submissions";
import { answersInWords, type SectionInWords } from "~/surveys/light-form/answers-in-words";
import { compiledVersion } from "./compiled-version";
import { givenRowsFor } from "./given-rows";
import type { Answering } from "./open-answering";

export interface Receipt {
  readonly number: string;
  readonly revision: number;
  readonly receivedAt: Date;
  readonly response: Response;
  readonly history: readonly ResponseStateChange[];
  readonly sections: readonly SectionInWords[];
  /** Answers that were taken over from last year by confirming. */
  readonly confirmed: number;
}

/**
 * What was submitted last by this link's response, with its history; behind a shared link what a receipt's number names.
 *
 * @returns `undefined` if nothing was submitted, or the number is of another round
 */
export async function showReceipt(
  db: Database,
  {
    answering,
    number,
    language,
  }: { readonly answering: Answering; readonly number: string | null; readonly language: string },
): Promise<Receipt | undefined> {
  const revision = await findRevision(db, answering, number);
  const response = revision && (await findResponse(db, revision.responseId));
  if (!revision || response?.roundId !== answering.round.id) return undefined;
  const [{ compiled }, history] = await Promise.all([
    compiledVersion(db, revision.versionId),
    findResponseHistory(db, response.id),
  ]);
  return {
    number: revision.receipt,
    revision: revision.number,
    receivedAt: revision.receivedAt,
    response,
    history,
    sections: answersInWords(compiled, revision.document, { given: givenRowsFor(revision.given), language }),
    confirmed: revision.confirmed.length,
  };
}

async function findRevision(
  db: Database,
  answering: Answering,
  number: string | null,
): Promise<ResponseRevision | undefined> {
  if (answering.kind === "kept") return answering.response && findLatestRevision(db, answering.response.id);
  return number === null ? undefined : findRevisionByReceipt(db, number.trim().toUpperCase());
}
