import { answerDocument } from "~/app/operations/answering/answer-document";
import { compiledVersion } from "~/app/operations/answering/compiled-version";
import type { Database } from "~/db/engine/database";
import { type CountingRevision, findRoundAnswers } from "~/db/round-answers";
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
    revisions: stored.map(({ memberId, document, codes, numbers }) => ({
      member: memberId,
      document: answerDocument(document),
      codes,
      numbers,
      rows: [],
    })),
  };
}
