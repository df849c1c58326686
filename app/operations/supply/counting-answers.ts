import { compiledVersion } from "~/app/operations/answering/compiled-version";
import type { Database } from "~/db/engine/database";
import { type CountingRevision, findRoundAnswers } from "~/db/round-answers";
import { type AnswerDocument, isPlainObject } from "~/surveys/answer-document";
import type { CompiledInstrument } from "~/surveys/compiled";
import type { CodedRevision } from "~/surveys/tidy";

export interface CountingAnswers {
  readonly compiled: CompiledInstrument;
  readonly stored: readonly CountingRevision[];
  /** The same as the readers of answers take them; panels are read from the document. */
  readonly revisions: readonly CodedRevision[];
}

/** The answers of a round that count, with the definition that they answer. */
export async function countingAnswers(
  db: Database,
  { roundId, versionId }: { readonly roundId: string; readonly versionId: string },
): Promise<CountingAnswers> {
  const { compiled } = await compiledVersion(db, versionId);
  const stored = await findRoundAnswers(db, { roundId });
  return {
    compiled,
    stored,
    revisions: stored.map(({ memberId, document, codes, numbers }) => {
      if (!isAnswerDocument(document)) throw new RangeError("a stored response has an answer of no known kind");
      return { member: memberId, document, codes, numbers, rows: [] };
    }),
  };
}

/** A stored document passed the response check when it was submitted; only its outermost shape is looked at again. */
function isAnswerDocument(document: Readonly<Record<string, unknown>>): document is AnswerDocument {
  return Object.values(document).every(
    (value) => ["string", "number", "boolean"].includes(typeof value) || Array.isArray(value) || isPlainObject(value),
  );
}
