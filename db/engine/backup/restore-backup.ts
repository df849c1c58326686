import { sql } from "drizzle-orm";
import type { Database } from "../database";
import { DatabaseProblem } from "../database-problem";
import type { OpenDatabase } from "../open-database";
import type { BackupSummary, TableHeading } from "./backup-format";
import { firstMigrations, knownMigrations } from "./migrations-up-to";
import { readBackup } from "./read-backup";
import { findAppliedMigrations, findTables, settleTextForms } from "./tables";

const bytesAtOnce = 2_000_000;
const rowsAtOnce = 1_000;

/**
 * Restores a backup into a database that is empty, on either engine, whichever it was made on.
 *
 * The schema is first brought to the version of the backup, then the rows are stored, all of them or none, with every key
 * checked again, then the newer migrations are applied. Broken off at any moment it can be made again.
 *
 * @throws {DatabaseProblem} if the backup is damaged or newer than this program, or the database is not empty
 */
export async function restoreBackup(
  database: OpenDatabase,
  { file, migrationsFolder }: { readonly file: string; readonly migrationsFolder: string },
): Promise<BackupSummary> {
  const { header, rows } = await readBackup(file);
  const known = knownMigrations(migrationsFolder);
  if (header.migrations.some((made, place) => made !== known[place])) {
    throw new DatabaseProblem(
      "The backup was made by a newer version of Meridian. Restore it with that version, or a later one.",
    );
  }
  await requireEmpty(database.db);
  const applied = await findAppliedMigrations(database.db);
  if (applied.some((made, place) => made !== header.migrations[place])) {
    throw new DatabaseProblem("The database has a newer schema than the backup. Restore into one that was never used.");
  }
  const schema = firstMigrations(migrationsFolder, header.migrations.length);
  try {
    await database.migrate(schema.folder);
  } finally {
    schema.remove();
  }
  await database.db.transaction((tx) => storeRows(tx, file, rows));
  await database.migrate(migrationsFolder);
  const counts = Object.values(rows);
  return { header, tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) };
}

/** Nothing is ever overwritten: whoever has the wrong database configured loses nothing. */
async function requireEmpty(db: Database): Promise<void> {
  for (const { table } of await findTables(db)) {
    const [found] = await db.execute<{ filled: boolean }>(
      sql`select exists (select 1 from public.${sql.identifier(table)}) as filled`,
    );
    if (found?.filled) {
      throw new DatabaseProblem(
        `This database is in use: its table ${table} has rows. A backup is restored into an empty one only; nothing was changed.`,
      );
    }
  }
}

async function storeRows(tx: Database, file: string, expected: Readonly<Record<string, number>>): Promise<void> {
  await settleTextForms(tx);
  const restoreKeys = await setKeysAside(tx);
  const tables = await findTables(tx);
  for (const { table } of tables)
    await tx.execute(sql`alter table public.${sql.identifier(table)} disable trigger user`);

  const columnsOf = new Map(tables.map(({ table, columns }) => [table, columns]));
  let table = "";
  let waiting: string[] = [];
  let bytes = 0;
  const store = async () => {
    if (waiting.length > 0) await insertLines(tx, table, waiting);
    waiting = [];
    bytes = 0;
  };
  await readBackup(file, {
    table: async (heading: TableHeading) => {
      await store();
      table = heading.table;
      if (columnsOf.get(table)?.join() !== heading.columns.join()) {
        throw new DatabaseProblem(`The backup's table ${table} is not the one that its migrations make.`);
      }
    },
    row: (line) => {
      waiting.push(line);
      bytes += line.length;
      return bytes >= bytesAtOnce || waiting.length >= rowsAtOnce ? store() : undefined;
    },
  });
  await store();

  for (const { table } of tables)
    await tx.execute(sql`alter table public.${sql.identifier(table)} enable trigger user`);
  await restoreKeys();
  for (const [name, rows] of Object.entries(expected)) {
    const [found] = await tx.execute<{ rows: number }>(
      sql`select count(*)::int as rows from public.${sql.identifier(name)}`,
    );
    if (found?.rows !== rows) throw new Error(`${name} has ${found?.rows} rows after the restoration, not ${rows}`);
  }
}

async function insertLines(tx: Database, table: string, lines: readonly string[]): Promise<void> {
  const name = sql`public.${sql.identifier(table)}`;
  await tx.execute(sql`insert into ${name}
    select (parsed.whole_row).* from (
      select line::${name} as whole_row from jsonb_array_elements_text(${JSON.stringify(lines)}::jsonb) as line offset 0
    ) as parsed`);
}

/**
 * Drops the foreign keys, since rows come table by table; they are made again afterwards, which checks all rows.
 *
 * @returns what makes them again
 */
async function setKeysAside(tx: Database): Promise<() => Promise<void>> {
  const keys = await tx.execute<{ table: string; name: string; definition: string }>(sql`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`);
  for (const { table, name } of keys) await tx.execute(sql.raw(`alter table ${table} drop constraint ${name}`));
  return async () => {
    for (const { table, name, definition } of keys)
      await tx.execute(sql.raw(`alter table ${table} add constraint ${name} ${definition}`));
  };
}
