import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DatabaseProblem } from "~/db/engine/database-problem";
import { type OpenDatabase, openDatabase } from "~/db/engine/open-database";
import { migrationsFolder, openTestDatabase } from "../../support/database";

describe("an opened database", () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(() => opened.close());

  test("has nothing left to migrate the second time", async () => {
    const before = await opened.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`);
    await opened.migrate(migrationsFolder);
    expect(await opened.db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`)).toEqual(before);
  });

  test("answers many statements at once in their order", async () => {
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => opened.db.execute<{ n: number }>(sql`select ${n}::int as n`)),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 300 }, (_, n) => n));
  });

  test("carries a parameter of five megabytes", async () => {
    const long = "x".repeat(5_000_000);
    const [row] = await opened.db.execute<{ n: number }>(sql`select length(${long}) as n`);
    expect(row?.n).toBe(5_000_000);
  });

  test("goes on after an error in the midst of other statements", async () => {
    const [first, second, third] = await Promise.allSettled([
      opened.db.execute(sql`select 1`),
      opened.db.execute(sql`select 1 / 0`),
      opened.db.execute(sql`select 3 as n`),
    ]);
    expect([first?.status, second?.status, third?.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  test("rolls a savepoint back and keeps the transaction around it", async () => {
    const rows = await opened.db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table note (n int) on commit drop`);
      await tx.execute(sql`insert into note values (1)`);
      await tx
        .transaction(async (inner) => {
          await inner.execute(sql`insert into note values (2)`);
          throw new Error("not this one");
        })
        .catch(() => undefined);
      return tx.execute(sql`select n from note`);
    });
    expect([...rows]).toEqual([{ n: 1 }]);
  });

  test("keeps arrays, dates and JSON as they were given", async () => {
    const [row] = await opened.db.execute(
      sql`select ${sql.param([1, 2, -3])}::smallint[] as codes, '{"b":1}'::jsonb as document, date '2026-11-22' as day`,
    );
    expect(row).toEqual({ codes: [1, 2, -3], document: { b: 1 }, day: "2026-11-22" });
  });
});

test("a folder of migrations that cannot be applied leaves a sentence", async () => {
  const opened = await openDatabase({ memory: true, workerFile: inject("databaseWorkerFile") });
  await expect(opened.migrate("tests/db/engine/no-such-folder")).rejects.toThrow(DatabaseProblem);
  await opened.close();
});

test("an unreachable PostgreSQL is named without its password", async () => {
  const opening = openDatabase({ url: "postgres://office:secret@127.0.0.1:9/meridian" });
  await expect(opening).rejects.toThrow(/^PostgreSQL at 127\.0\.0\.1:9\/meridian cannot be reached: .*ECONNREFUSED/);
});
