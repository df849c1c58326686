import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  countAnonymousResponses,
  findAnonymousResponses,
  shuffleAnonymousResponses,
  submitAnonymously,
} from "~/db/anonymous-responses";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findTidyAnswers } from "~/db/round-answers";
import { closeRound } from "~/db/rounds";
import { testDatabase } from "../support/database";
import { answers, foundOffice, noon, openedRound, published, system } from "../support/office";

const database = testDatabase();

async function workshopEvaluated(db: Database) {
  await foundOffice(db);
  const version = await published(db, { id: "evaluation", anonymous: true });
  const round = await openedRound(db, {
    versionId: version.id,
    audience: "shared",
    anonymous: true,
    timeZone: "Pacific/Fiji",
  });
  const rate = (key: string, officers: number) =>
    submitAnonymously(db, {
      roundId: round.id,
      versionId: version.id,
      key,
      answers: answers({ document: { officers }, numbers: [officers] }),
      receivedAt: noon,
    });
  return { round, rate };
}

test(
  "a rating sent twice is stored once",
  database.rolledBack(async (db) => {
    const { round, rate } = await workshopEvaluated(db);
    expect([await rate("k1", 1), await rate("k1", 1), await rate("k2", 2)]).toEqual(["stored", "repeated", "stored"]);
    expect(await countAnonymousResponses(db, round.id)).toBe(2);
  }),
);

test(
  "ratings cannot be read before the round is closed and shuffled, only counted",
  database.rolledBack(async (db) => {
    const { round, rate } = await workshopEvaluated(db);
    await rate("k1", 1);
    expect(await findAnonymousResponses(db, round.id)).toEqual([]);
    expect(await findTidyAnswers(db, { roundId: round.id })).toEqual([]);
    await closeRound(db, { id: round.id, actor: system, at: noon });
    expect(await findAnonymousResponses(db, round.id)).toEqual([]);
    await shuffleAnonymousResponses(db, { roundId: round.id, at: noon });
    expect(await findAnonymousResponses(db, round.id)).toMatchObject([{ numbers: [1], rows: [{ rowKey: "r1" }] }]);
    expect(await findTidyAnswers(db, { roundId: round.id })).toHaveLength(5);
  }),
);

test(
  "shuffling keeps every answer under new ids, on the disk in the order of those ids",
  database.rolledBack(async (db) => {
    const { round, rate } = await workshopEvaluated(db);
    for (let n = 1; n <= 12; n++) await rate(`k${n}`, n);
    const before = await db.execute<{ id: string }>(sql`select id from anonymous_response`);
    await closeRound(db, { id: round.id, actor: system, at: noon });
    expect(await shuffleAnonymousResponses(db, { roundId: round.id, at: noon })).toBe(true);
    expect(await shuffleAnonymousResponses(db, { roundId: round.id, at: noon })).toBe(false);

    const after = await findAnonymousResponses(db, round.id);
    expect(after.map(({ numbers }) => numbers[0]).sort((a, b) => Number(a) - Number(b))).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
    expect(after.filter(({ id }) => before.some((row) => row.id === id))).toEqual([]);
    const onDisk = await db.execute<{ id: string }>(sql`select id from anonymous_response order by ctid`);
    expect(onDisk.map(({ id }) => id)).toEqual(after.map(({ id }) => id));
  }),
);

test(
  "nothing in the database leads from a rating to its link, its key or its time",
  database.rolledBack(async (db) => {
    const { round, rate } = await workshopEvaluated(db);
    await rate("k1", 1);
    const columns = await db.execute<{ name: string; type: string }>(sql`
      select column_name as name, data_type as type from information_schema.columns
      where table_name in ('anonymous_response', 'anonymous_row')`);
    expect(
      columns.filter(({ name, type }) => /person|link|invitation|member|client/.test(name) || /time/.test(type)),
    ).toEqual([]);
    expect(await findAuditEvents(db, { action: "response:" })).toEqual([]);
    await closeRound(db, { id: round.id, actor: system, at: noon });
    expect(await db.execute(sql`select * from anonymous_key`)).toHaveLength(0);
    await expect(rate("k2", 2)).rejects.toMatchObject({ reason: "roundNotOpen" });
  }),
);
