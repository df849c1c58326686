import { type Actor, recordAudit } from "~/db/audit";
import { findResponse } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { findMember } from "~/db/members";
import { findPeopleWithRole } from "~/db/people";
import { findResponseHistory, type ResponseStateChange } from "~/db/response-states";
import { findRound } from "~/db/rounds";
import type { LocalizedText } from "~/db/schema/region";
import type { ResponseState } from "~/db/schema/responses";
import { findRevision, type ResponseRevision } from "~/db/submissions";
import { answersInWords, type SectionInWords } from "~/surveys/light-form/answers-in-words";
import { compiledVersion } from "../answering/compiled-version";
import { givenRowsFor } from "../answering/given-rows";

/** What a member answered in a round, as the office reads it. */
export interface NamedResponse {
  readonly roundName: string;
  readonly member: { readonly name: LocalizedText; readonly timeZone: string };
  readonly state: ResponseState;
  /** Number of the latest revision; 0 before the first submission. */
  readonly latest: number;
  /** The revision that is shown; `undefined` while nothing was submitted. */
  readonly revision: Pick<ResponseRevision, "number" | "receipt" | "receivedAt" | "language"> | undefined;
  readonly sections: readonly SectionInWords[];
  readonly confirmed: number;
  readonly history: readonly (ResponseStateChange & { readonly personName: string | null })[];
}

/**
 * One member's answers by name with their history. Reading them is noted in the audit trail, in one transaction with it.
 *
 * @param number the revision to show; the latest if none is given
 * @param language of the survey's texts; another one that the survey offers is taken where it lacks this
 * @returns `undefined` if the round has no such response of a member, or the response no such revision
 */
export async function readNamedResponse(
  db: Database,
  {
    roundId,
    responseId,
    number,
    language,
    actor,
    at,
  }: {
    readonly roundId: string;
    readonly responseId: string;
    readonly number: number | undefined;
    readonly language: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<NamedResponse | undefined> {
  return db.transaction(async (tx) => {
    const response = await findResponse(tx, responseId);
    const round = await findRound(tx, roundId);
    const member = response?.memberId ? await findMember(tx, response.memberId) : undefined;
    if (!response || !round || response.roundId !== round.id || !member) return undefined;
    const revision = await findRevision(tx, { responseId, number: number ?? response.currentRevision });
    if (!revision && number !== undefined) return undefined;
    await recordAudit(tx, {
      at,
      actor,
      action: "response:readNamed",
      subjectType: "response",
      subjectId: responseId,
      details: { revision: revision?.number ?? 0 },
    });
    const version = revision && (await compiledVersion(tx, revision.versionId));
    const shown = revision &&
      version && {
        sections: answersInWords(version.compiled, revision.document, {
          given: givenRowsFor(revision.given),
          language: version.compiled.languages.includes(language) ? language : (version.compiled.languages[0] ?? "en"),
        }),
        confirmed: revision.confirmed.length,
      };
    const history = await findResponseHistory(tx, responseId);
    const names = new Map((await findPeopleWithRole(tx)).map(({ id, name }) => [id, name]));
    return {
      roundName: round.name,
      member: { name: member.name, timeZone: member.timeZone },
      state: response.state,
      latest: response.currentRevision,
      revision,
      sections: shown?.sections ?? [],
      confirmed: shown?.confirmed ?? 0,
      history: history.map((change) => ({ ...change, personName: names.get(change.personId ?? "") ?? null })),
    };
  });
}
