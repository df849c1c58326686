import type { Database } from "~/db/engine/database";
import { findRevisionOfMember } from "~/db/submissions";
import { checkEntry, splitDocument } from "~/surveys/entries";
import { compiledVersion } from "./compiled-version";
import type { Answering } from "./open-answering";

export interface LastYear {
  /** The year that stands beside the answers. */
  readonly year: string;
  /** Values by path of this year's entry, those that still fit. */
  readonly entries: ReadonlyMap<string, unknown>;
}

/**
 * What the member answered in the previous round, for the questions that say `lastYear`; renamed ones by `sameAs`.
 *
 * @returns `undefined` if there was no such round, or the member did not answer
 */
export async function findLastYear(
  db: Database,
  { round, invitation, compiled, given }: Pick<Answering, "round" | "invitation" | "compiled" | "given">,
): Promise<LastYear | undefined> {
  if (round.previousRoundId === null || invitation.memberId === null) return undefined;
  if (!compiled.questions.some((question) => question.lastYear)) return undefined;
  const { memberId } = invitation;
  const revision = await findRevisionOfMember(db, { roundId: round.previousRoundId, memberId });
  if (!revision) return undefined;
  const before = await compiledVersion(db, revision.versionId);
  const answered = new Map(splitDocument(before.compiled, revision.document).map(({ path, value }) => [path, value]));

  const entries = new Map<string, unknown>();
  const carry = (path: string, earlier: string) => {
    const checked = checkEntry(compiled, path, answered.get(earlier), given);
    if (checked.ok && checked.value !== null) entries.set(path, checked.value);
  };
  for (const question of compiled.questions) {
    if (!question.lastYear || question.kind === "rows") continue;
    if (question.kind !== "matrix") carry(question.name, question.sameAs ?? question.name);
    else
      for (const { value } of question.rows) {
        const path = `${question.name}/${value}`;
        carry(path, compiled.itemByKey.get(path)?.sameAs ?? path);
      }
  }
  return { year: revision.opensOn.slice(0, 4), entries };
}
