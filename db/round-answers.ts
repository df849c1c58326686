import { and, asc, eq, inArray } from "drizzle-orm";
import type { Database } from "./engine/database";
import { type ResponseState, responseRevisions, responseRows, responses } from "./schema/responses";
import { tidyAnswers } from "./schema/tidy";
import type { ResponseRevision, ResponseRow } from "./submissions";

/** Which responses count: both unless a run says otherwise. */
export const countingStates: readonly ResponseState[] = ["submitted", "signedOff"];

export interface CountingRevision extends ResponseRevision {
  readonly memberId: string | null;
  readonly state: ResponseState;
  readonly rows: readonly ResponseRow[];
}

/**
 * The current revisions of a round's responses that count, in the order of members and ids, each with its document,
 * coded answers and repeated rows: one query for the revisions, one for the rows.
 */
export async function findRoundAnswers(
  db: Database,
  { roundId, states = countingStates }: { roundId: string; states?: readonly ResponseState[] },
): Promise<readonly CountingRevision[]> {
  const counting = and(
    eq(responses.roundId, roundId),
    inArray(responses.state, [...states]),
    eq(responses.currentRevision, responseRevisions.number),
  );
  const revisions = await db
    .select({ revision: responseRevisions, memberId: responses.memberId, state: responses.state })
    .from(responseRevisions)
    .innerJoin(responses, eq(responses.id, responseRevisions.responseId))
    .where(counting)
    .orderBy(asc(responses.memberId), asc(responseRevisions.id));
  const rows = await db
    .select({ row: responseRows })
    .from(responseRows)
    .innerJoin(responseRevisions, eq(responseRevisions.id, responseRows.revisionId))
    .innerJoin(responses, eq(responses.id, responseRevisions.responseId))
    .where(counting)
    .orderBy(asc(responseRows.position), asc(responseRows.ordinal));
  const byRevision = new Map<string, ResponseRow[]>(revisions.map(({ revision }) => [revision.id, []]));
  for (const { row } of rows) byRevision.get(row.revisionId)?.push(row);
  return revisions.map(({ revision, memberId, state }) => ({
    ...revision,
    memberId,
    state,
    rows: byRevision.get(revision.id) ?? [],
  }));
}

export type TidyAnswer = typeof tidyAnswers.$inferSelect;

/** The coded answers that count as rows, of certain measures where asked; for exports and single topics. */
export async function findTidyAnswers(
  db: Database,
  {
    roundId,
    measures,
    unitId,
    states = countingStates,
  }: { roundId: string; measures?: readonly string[]; unitId?: string; states?: readonly ResponseState[] },
): Promise<readonly TidyAnswer[]> {
  return db
    .select()
    .from(tidyAnswers)
    .where(
      and(
        eq(tidyAnswers.roundId, roundId),
        eq(tidyAnswers.current, true),
        inArray(tidyAnswers.state, [...states]),
        measures === undefined ? undefined : inArray(tidyAnswers.measure, [...measures]),
        unitId === undefined ? undefined : eq(tidyAnswers.unitId, unitId),
      ),
    )
    .orderBy(
      asc(tidyAnswers.memberId),
      asc(tidyAnswers.responseId),
      asc(tidyAnswers.itemPosition),
      asc(tidyAnswers.rowKey),
    );
}
