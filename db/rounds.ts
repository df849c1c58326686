import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { instrumentVersions } from "./schema/instruments";
import { anonymousKeys, anonymousResponses, type GivenRows, responses } from "./schema/responses";
import { invitationGivenRows, invitations, roundGivenRows, rounds } from "./schema/rounds";

export type Round = typeof rounds.$inferSelect;

export interface RoundSummary extends Round {
  readonly instrumentId: string;
  readonly versionNumber: number;
  /** Invitations that are not revoked. */
  readonly invited: number;
  /** Responses that were submitted or signed off; of an anonymous round the ratings. */
  readonly submitted: number;
}

/** Rounds with what came of them so far, the latest closing first; of one cycle or instrument where asked. */
export async function findRounds(
  db: Database,
  { cycleId, instrumentId, activityId }: { cycleId?: string; instrumentId?: string; activityId?: string } = {},
): Promise<readonly RoundSummary[]> {
  const rows = await db
    .select({
      round: rounds,
      instrumentId: instrumentVersions.instrumentId,
      versionNumber: instrumentVersions.number,
      invited: sql<number>`(select count(*)::int from ${invitations}
        where ${invitations.roundId} = ${rounds.id} and ${invitations.revokedAt} is null)`,
      submitted: sql<number>`case when ${rounds.anonymous}
        then (select count(*)::int from ${anonymousResponses} where ${anonymousResponses.roundId} = ${rounds.id})
        else (select count(*)::int from ${responses}
          where ${responses.roundId} = ${rounds.id} and ${responses.state} in ('submitted', 'signedOff')) end`,
    })
    .from(rounds)
    .innerJoin(instrumentVersions, eq(instrumentVersions.id, rounds.versionId))
    .where(
      and(
        cycleId === undefined ? undefined : eq(rounds.cycleId, cycleId),
        instrumentId === undefined ? undefined : eq(instrumentVersions.instrumentId, instrumentId),
        activityId === undefined ? undefined : eq(rounds.activityId, activityId),
      ),
    )
    .orderBy(desc(rounds.closesOn), desc(rounds.id));
  return rows.map(({ round, ...rest }) => ({ ...round, ...rest }));
}

export async function findRound(db: Database, id: string): Promise<Round | undefined> {
  const [round] = await db.select().from(rounds).where(eq(rounds.id, id));
  return round;
}

/** Keeps a round from being changed, and from being written to all its members by two at once, until the transaction ends. */
export async function lockRound(tx: Database, id: string): Promise<Round | undefined> {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, id)).for("update");
  return round;
}

export type NewRound = Pick<
  typeof rounds.$inferInsert,
  | "cycleId"
  | "versionId"
  | "name"
  | "audience"
  | "anonymous"
  | "opensOn"
  | "closesOn"
  | "timeZone"
  | "activityId"
  | "previousRoundId"
  | "sharedCode"
  | "practice"
>;

/** Prepares a round; nobody can answer before it is opened. */
export async function insertRound(
  db: Database,
  { round, given = {}, actor, at }: { round: NewRound; given?: GivenRows; actor: Actor; at: Date },
): Promise<Round> {
  return db.transaction(async (tx) => {
    const [inserted] = await tx
      .insert(rounds)
      .values({ id: newId(), ...round, createdBy: actor.personId ?? null, createdAt: at })
      .returning();
    if (!inserted) throw new Error("the round was not stored");
    await insertRows(tx, roundGivenRows, givenRowsOf(given, { roundId: inserted.id }));
    await audit(tx, "round:prepare", inserted.id, actor, at);
    return inserted;
  });
}

/**
 * Changes a round that is not open yet.
 *
 * @throws {ConflictError} `roundNotDraft` if it has been opened
 */
export async function updateRound(
  db: Database,
  {
    id,
    changes,
    given,
    actor,
    at,
  }: { id: string; changes: Partial<NewRound>; given?: GivenRows; actor: Actor; at: Date },
): Promise<Round> {
  return db.transaction(async (tx) => {
    const [round] = await tx
      .update(rounds)
      .set({ ...changes, state: "draft" })
      .where(and(eq(rounds.id, id), eq(rounds.state, "draft")))
      .returning();
    if (!round) throw new ConflictError("roundNotDraft", "The round has been opened and can no longer be changed.");
    if (given !== undefined) {
      await tx.delete(roundGivenRows).where(eq(roundGivenRows.roundId, id));
      await insertRows(tx, roundGivenRows, givenRowsOf(given, { roundId: id }));
    }
    await audit(tx, "round:change", id, actor, at);
    return round;
  });
}

/**
 * Opens a prepared round.
 *
 * @throws {ConflictError} `roundNotDraft` if it is open or closed already
 */
export async function openRound(
  db: Database,
  { id, actor, at }: { id: string; actor: Actor; at: Date },
): Promise<Round> {
  return db.transaction(async (tx) => {
    const [round] = await tx
      .update(rounds)
      .set({ state: "open", openedAt: at })
      .where(and(eq(rounds.id, id), eq(rounds.state, "draft")))
      .returning();
    if (!round) throw new ConflictError("roundNotDraft", "The round has been opened already.");
    await audit(tx, "round:open", id, actor, at);
    return round;
  });
}

/**
 * Closes a round. The keys against doubling of an anonymous one are dropped; its ratings still have to be shuffled
 * before they count (`shuffleAnonymousResponses`).
 *
 * @throws {ConflictError} `roundNotOpen` if it is not open
 */
export async function closeRound(
  db: Database,
  { id, actor, at }: { id: string; actor: Actor; at: Date },
): Promise<Round> {
  return db.transaction(async (tx) => {
    const [round] = await tx
      .update(rounds)
      .set({ state: "closed", closedAt: at })
      .where(and(eq(rounds.id, id), eq(rounds.state, "open")))
      .returning();
    if (!round) throw new ConflictError("roundNotOpen", "The round is not open.");
    await tx.delete(anonymousKeys).where(eq(anonymousKeys.roundId, id));
    await audit(tx, "round:close", id, actor, at);
    return round;
  });
}

/**
 * Opens a closed round again, or moves the last day of an open one.
 *
 * @throws {ConflictError} `roundNotOpen` if it was never opened, or is anonymous and closed: its ratings are shuffled
 */
export async function extendRound(
  db: Database,
  { id, closesOn, actor, at }: { id: string; closesOn: string; actor: Actor; at: Date },
): Promise<Round> {
  return db.transaction(async (tx) => {
    const [round] = await tx
      .update(rounds)
      .set({ state: "open", closesOn, closedAt: null })
      .where(
        and(
          eq(rounds.id, id),
          ne(rounds.state, "draft"),
          sql`not (${rounds.anonymous} and ${rounds.state} = 'closed')`,
        ),
      )
      .returning();
    if (!round) throw new ConflictError("roundNotOpen", "The round cannot be extended.");
    await audit(tx, "round:extend", id, actor, at, { closesOn });
    return round;
  });
}

/** The rows given to everyone in a round and, with an invitation, to that one too, by list, in order. */
export async function findGivenRows(
  db: Database,
  { roundId, invitationId }: { roundId: string; invitationId?: string | null },
): Promise<GivenRows> {
  const ofRound = await db
    .select({ list: roundGivenRows.list, row: roundGivenRows.row })
    .from(roundGivenRows)
    .where(eq(roundGivenRows.roundId, roundId))
    .orderBy(asc(roundGivenRows.list), asc(roundGivenRows.position));
  const ofInvitation =
    invitationId == null
      ? []
      : await db
          .select({ list: invitationGivenRows.list, row: invitationGivenRows.row })
          .from(invitationGivenRows)
          .where(eq(invitationGivenRows.invitationId, invitationId))
          .orderBy(asc(invitationGivenRows.list), asc(invitationGivenRows.position));
  return listsOf([...ofRound, ...ofInvitation].map(({ list, row }) => [list, row]));
}

/** Given rows by the name of their list, in their order. */
export function listsOf(rows: readonly (readonly [list: string, row: Readonly<Record<string, unknown>>])[]): GivenRows {
  const lists: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const [list, row] of rows) lists[list] = [...(lists[list] ?? []), row];
  return lists;
}

/** Rows of given lists, each `{ id, title, ... }`, as rows of their table. */
export function givenRowsOf<Owner extends object>(given: GivenRows, owner: Owner) {
  return Object.entries(given).flatMap(([list, rows]) =>
    rows.map((row, position) => {
      const rowId = row.id;
      if (typeof rowId !== "string") throw new RangeError(`a row given in ${list} has no id`);
      return { ...owner, list, rowId, position, row };
    }),
  );
}

async function audit(
  tx: Database,
  action: string,
  roundId: string,
  actor: Actor,
  at: Date,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await recordAudit(tx, { at, actor, action, subjectType: "round", subjectId: roundId, details });
}
