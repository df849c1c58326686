import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { v4 as randomId } from "uuid";
import { recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { requireOpenRound } from "./round-window";
import { anonymousKeys, anonymousResponses, anonymousRows } from "./schema/responses";
import { rounds } from "./schema/rounds";
import { type CheckedResponse, storedRows } from "./submissions";

export type AnonymousResponse = typeof anonymousResponses.$inferSelect;
export type AnonymousRow = typeof anonymousRows.$inferSelect;

/**
 * Stores a rating without any way to whoever gave it: a random id, a date only, no link, no audit row.
 *
 * @param key random, made by the form, against sending it twice; dropped when the round closes
 * @returns `"repeated"` if it was stored before
 * @throws {ConflictError} `roundNotOpen` if it came too late
 * @throws {RangeError} if the round is not anonymous or has another version
 */
export async function submitAnonymously(
  db: Database,
  {
    roundId,
    versionId,
    key,
    answers,
    receivedAt,
  }: {
    roundId: string;
    versionId: string;
    key: string;
    answers: Omit<CheckedResponse, "hidden" | "confirmed">;
    receivedAt: Date;
  },
): Promise<"stored" | "repeated"> {
  return db.transaction(async (tx) => {
    const round = await requireOpenRound(tx, { roundId, memberId: null, at: receivedAt });
    if (!round.anonymous) throw new RangeError("the round is not anonymous");
    if (round.versionId !== versionId) throw new RangeError("the answers were checked against another version");
    const fresh = await tx
      .insert(anonymousKeys)
      .values({ roundId, key })
      .onConflictDoNothing()
      .returning({ key: anonymousKeys.key });
    if (fresh.length === 0) return "repeated";
    const id = randomId();
    await tx.insert(anonymousResponses).values({
      id,
      roundId,
      versionId,
      document: answers.document,
      codes: [...answers.codes],
      numbers: answers.numbers,
      given: answers.given,
      language: answers.language,
      receivedOn: round.localDate,
    });
    await insertRows(tx, anonymousRows, storedRows(answers.rows, { responseId: id }));
    return "stored";
  });
}

/** How many ratings there are: all that may be known before the round is closed. */
export async function countAnonymousResponses(db: Database, roundId: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(anonymousResponses).where(eq(anonymousResponses.roundId, roundId));
  return row?.n ?? 0;
}

/**
 * Writes the ratings of a closed round anew, under new random ids and in their order, so that neither ids nor the place
 * on the disk tell in which order they came. After this they can be read. Repeating it is harmless.
 *
 * @returns whether there was anything to do
 */
export async function shuffleAnonymousResponses(
  db: Database,
  { roundId, at }: { roundId: string; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [round] = await tx
      .update(rounds)
      .set({ shuffledAt: at })
      .where(
        and(eq(rounds.id, roundId), eq(rounds.anonymous, true), eq(rounds.state, "closed"), isNull(rounds.shuffledAt)),
      )
      .returning({ id: rounds.id });
    if (!round) return false;
    const old = await tx
      .select({ id: anonymousResponses.id })
      .from(anonymousResponses)
      .where(eq(anonymousResponses.roundId, roundId));
    const pairs = sql`unnest(${sql.param(old.map(({ id }) => id))}::uuid[],
      ${sql.param(old.map(() => randomId()))}::uuid[]) as pair (old_id, new_id)`;
    await tx.execute(sql`
      insert into anonymous_response
        (id, round_id, version_id, document, codes, numbers, given, language, received_on)
      select pair.new_id, a.round_id, a.version_id, a.document, a.codes, a.numbers, a.given, a.language, a.received_on
      from anonymous_response a join ${pairs} on pair.old_id = a.id
      order by pair.new_id`);
    await tx.execute(sql`
      insert into anonymous_row (response_id, position, row_key, ordinal, codes, numbers)
      select pair.new_id, w.position, w.row_key, w.ordinal, w.codes, w.numbers
      from anonymous_row w join ${pairs} on pair.old_id = w.response_id
      order by pair.new_id, w.position, w.ordinal`);
    await tx.execute(sql`delete from anonymous_response where id = any(${sql.param(old.map(({ id }) => id))}::uuid[])`);
    await recordAudit(tx, {
      at,
      actor: {},
      action: "round:shuffle",
      subjectType: "round",
      subjectId: roundId,
      details: { ratings: old.length },
    });
    return true;
  });
}

/** The ratings of a round that was closed and shuffled, in random order; none before. */
export async function findAnonymousResponses(
  db: Database,
  roundId: string,
): Promise<readonly (AnonymousResponse & { readonly rows: readonly AnonymousRow[] })[]> {
  const shuffled = sql`exists (select 1 from ${rounds} where ${rounds.id} = ${roundId} and ${rounds.shuffledAt} is not null)`;
  const found = await db
    .select()
    .from(anonymousResponses)
    .where(and(eq(anonymousResponses.roundId, roundId), shuffled))
    .orderBy(asc(anonymousResponses.id));
  const rows = await db
    .select({ row: anonymousRows })
    .from(anonymousRows)
    .innerJoin(anonymousResponses, eq(anonymousResponses.id, anonymousRows.responseId))
    .where(and(eq(anonymousResponses.roundId, roundId), shuffled))
    .orderBy(asc(anonymousRows.position), asc(anonymousRows.ordinal));
  const byResponse = new Map<string, AnonymousRow[]>(found.map(({ id }) => [id, []]));
  for (const { row } of rows) byResponse.get(row.responseId)?.push(row);
  return found.map((response) => ({ ...response, rows: byResponse.get(response.id) ?? [] }));
}
