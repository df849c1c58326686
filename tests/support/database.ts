import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import type { Database } from "~/db/engine/database";
import { type OpenDatabase, openDatabase } from "~/db/engine/open-database";

export const migrationsFolder = "db/migrations";

export interface TestDatabase {
  /** Runs a test inside a transaction that is rolled back. */
  rolledBack(test: (db: Database) => Promise<void>): () => Promise<void>;
  /** Runs a test that needs real commits, and empties all tables afterwards. */
  committed(test: (db: Database) => Promise<void>): () => Promise<void>;
}

class Rollback extends Error {}

/** A migrated database for the tests of one file: PostgreSQL where TEST_DATABASE_URL is set, else PGlite in memory. */
export function testDatabase(): TestDatabase {
  let opened: OpenDatabase | undefined;
  const database = () => {
    if (opened === undefined) throw new Error("the test database is opened by beforeAll");
    return opened.db;
  };

  beforeAll(async () => {
    opened = await openTestDatabase();
  });
  afterAll(async () => {
    await opened?.close();
  });

  return {
    rolledBack: (test) => async () => {
      await database()
        .transaction(async (tx) => {
          await test(tx);
          throw new Rollback();
        })
        .catch((error: unknown) => {
          if (!(error instanceof Rollback)) throw error;
        });
    },
    committed: (test) => async () => {
      try {
        await test(database());
      } finally {
        await emptyTables(database());
      }
    },
  };
}

/** Opens a migrated database of its own; the caller closes it. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  const url = inject("databaseUrl");
  if (url === null) {
    return openDatabase({ memory: true, workerFile: inject("databaseWorkerFile"), image: inject("databaseImage") });
  }
  const prefix = inject("databasePrefix");
  const name = `${prefix}_${randomUUID().slice(0, 8)}`;
  const admin = postgres(url, { max: 1 });
  await admin`create database ${admin(name)} template ${admin(`${prefix}_template`)}`;
  await admin.end();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return openDatabase({ url: own.href });
}

async function emptyTables(db: Database): Promise<void> {
  const tables = await db.execute<{ name: string }>(
    sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
  );
  await db.execute(sql.raw(`truncate ${tables.map(({ name }) => name).join(", ")} cascade`));
}
