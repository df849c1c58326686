import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { preparedQuery } from "./engine/prepared-query";
import { requireOpenRound } from "./round-window";
import {
  type AnswerDocument,
  draftSaves,
  type GivenRows,
  responseRevisions,
  responseRows,
  responseStateChanges,
  responses,
} from "./schema/responses";
import { rounds } from "./schema/rounds";

export type ResponseRevision = typeof responseRevisions.$inferSelect;
export type ResponseRow = typeof responseRows.$inferSelect;

/** Coded answers of a repeated row; `position` is that of its question in the codebook. */
export interface CodedRow {
  readonly position: number;
  readonly rowKey: string;
  readonly codes: readonly number[];
  readonly numbers: readonly (number | null)[];
}

/** A checked response as it is stored. */
export interface CheckedResponse {
  readonly document: AnswerDocument;
  readonly codes: readonly number[];
  readonly numbers: readonly (number | null)[];
  /** In the order in which the rows stand in the document. */
  readonly rows: readonly CodedRow[];
  readonly given: GivenRows;
  /** Paths whose draft answers were left out, since the question was hidden. */
  readonly hidden: readonly string[];
  readonly confirmed: readonly string[];
  readonly language: string;
}

export interface Submission {
  readonly revision: ResponseRevision;
  /** Whether this very submission was stored before. */
  readonly repeated: boolean;
}

/**
 * Stores a submission as the response's next revision.
 *
 * The response's row is locked: of the same submission sent twice at once the second gets the first one's revision, by
 * the client's key. The draft's entries stay, for the case that the response is reopened.
 *
 * @param versionId version that the answers were checked against
 * @param receipt the receipt's number, random, shown to whoever submits
 * @throws {ConflictError} `roundNotOpen` if it came too late; `responseState` if the response was submitted otherwise
 *   or withdrawn meanwhile
 * @throws {RangeError} if the answers were checked against another version than the round's
 */
export async function submitResponse(
  db: Database,
  {
    responseId,
    versionId,
    answers,
    clientKey,
    receipt,
    actor,
    receivedAt,
  }: {
    responseId: string;
    versionId: string;
    answers: CheckedResponse;
    clientKey: string;
    receipt: string;
    actor: Actor;
    receivedAt: Date;
  },
): Promise<Submission> {
  return db.transaction(async (tx) => {
    const [response] = await tx.select().from(responses).where(eq(responses.id, responseId)).for("update");
    if (!response) throw new RangeError(`there is no response ${responseId}`);
    const before = await findRevisionByClientKey(tx, { responseId, clientKey });
    if (before) return { revision: before, repeated: true };
    if (response.state !== "draft" && response.state !== "reopened") {
      throw new ConflictError("responseState", "These answers have already been submitted.");
    }
    const round = await requireOpenRound(tx, {
      roundId: response.roundId,
      memberId: response.memberId,
      at: receivedAt,
    });
    if (round.versionId !== versionId) throw new RangeError("the answers were checked against another version");

    const number = response.currentRevision + 1;
    const [revision] = await tx
      .insert(responseRevisions)
      .values({
        id: newId(),
        responseId,
        number,
        versionId,
        document: answers.document,
        codes: [...answers.codes],
        numbers: answers.numbers,
        given: answers.given,
        hidden: [...answers.hidden],
        confirmed: [...answers.confirmed],
        language: answers.language,
        linkId: actor.linkId ?? null,
        personId: actor.personId ?? null,
        clientKey,
        receipt,
        receivedAt,
      })
      .returning();
    if (!revision) throw new Error("the revision was not stored");
    await insertRows(tx, responseRows, storedRows(answers.rows, { revisionId: revision.id }));
    await tx
      .update(responses)
      .set({ state: "submitted", currentRevision: number, updatedAt: receivedAt })
      .where(eq(responses.id, responseId));
    await tx.delete(draftSaves).where(eq(draftSaves.responseId, responseId));
    await tx.insert(responseStateChanges).values({
      id: newId(),
      responseId,
      fromState: response.state,
      toState: "submitted",
      revision: number,
      personId: actor.personId ?? null,
      linkId: actor.linkId ?? null,
      at: receivedAt,
    });
    await recordAudit(tx, {
      at: receivedAt,
      actor,
      action: "response:submit",
      subjectType: "response",
      subjectId: responseId,
      details: { revision: number },
    });
    return { revision, repeated: false };
  });
}

/** Rows as their table has them; `ordinal` counts within each repeated question. */
export function storedRows<Owner extends object>(rows: readonly CodedRow[], owner: Owner) {
  const seen = new Map<number, number>();
  return rows.map(({ position, rowKey, codes, numbers }) => {
    const ordinal = seen.get(position) ?? 0;
    seen.set(position, ordinal + 1);
    return { ...owner, position, rowKey, ordinal, codes: [...codes], numbers };
  });
}

async function findRevisionByClientKey(
  tx: Database,
  { responseId, clientKey }: { responseId: string; clientKey: string },
): Promise<ResponseRevision | undefined> {
  const [revision] = await tx
    .select()
    .from(responseRevisions)
    .where(and(eq(responseRevisions.responseId, responseId), eq(responseRevisions.clientKey, clientKey)));
  return revision;
}

/** The latest revision of a response. */
export async function findLatestRevision(db: Database, responseId: string): Promise<ResponseRevision | undefined> {
  const [revision] = await db
    .select()
    .from(responseRevisions)
    .where(eq(responseRevisions.responseId, responseId))
    .orderBy(desc(responseRevisions.number))
    .limit(1);
  return revision;
}

/** A revision of a response by its number. */
export async function findRevision(
  db: Database,
  { responseId, number }: { responseId: string; number: number },
): Promise<ResponseRevision | undefined> {
  const [revision] = await db
    .select()
    .from(responseRevisions)
    .where(and(eq(responseRevisions.responseId, responseId), eq(responseRevisions.number, number)));
  return revision;
}

export async function findRevisionByReceipt(db: Database, receipt: string): Promise<ResponseRevision | undefined> {
  const [revision] = await db.select().from(responseRevisions).where(eq(responseRevisions.receipt, receipt));
  return revision;
}

/**
 * What a member last submitted in a round, with the round's first day, for "last year's answer": submitted or signed off.
 */
export async function findRevisionOfMember(
  db: Database,
  { roundId, memberId }: { roundId: string; memberId: string },
): Promise<(Pick<ResponseRevision, "id" | "versionId" | "document"> & { readonly opensOn: string }) | undefined> {
  const [found] = await revisionOfMember(db).execute({ roundId, memberId });
  return found;
}

const revisionOfMember = preparedQuery((db) =>
  db
    .select({
      id: responseRevisions.id,
      versionId: responseRevisions.versionId,
      document: responseRevisions.document,
      opensOn: rounds.opensOn,
    })
    .from(responseRevisions)
    .innerJoin(
      responses,
      and(eq(responses.id, responseRevisions.responseId), eq(responses.currentRevision, responseRevisions.number)),
    )
    .innerJoin(rounds, eq(rounds.id, responses.roundId))
    .where(
      and(
        eq(responses.roundId, sql.placeholder("roundId")),
        eq(responses.memberId, sql.placeholder("memberId")),
        inArray(responses.state, ["submitted", "signedOff"]),
      ),
    )
    .orderBy(desc(responseRevisions.receivedAt))
    .limit(1)
    .prepare("revision_of_member"),
);
