import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { link, mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { findOffice } from "~/db/office";
import type { Database } from "../database";
import { DatabaseProblem } from "../database-problem";
import type { BackupHeader, BackupSummary } from "./backup-format";
import { findAppliedMigrations, findKeyColumns, findTables, settleTextForms } from "./tables";

const rowsAtOnce = 200;

/**
 * Writes everything in the database, as it is at one moment, into a new file that only its owner may read.
 *
 * The file appears under its name when it is whole and on the disk, not before. Rows stand in the order of their keys,
 * which for ratings without a name are random: nothing tells in what order they came.
 *
 * @throws {DatabaseProblem} if the file is there already or cannot be written, or the database was never set up
 */
export async function writeBackup(
  db: Database,
  { file, at }: { readonly file: string; readonly at: Date },
): Promise<BackupSummary> {
  const part = `${file}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    const summary = await writeRows(db, { part, at });
    await syncAndName(part, file);
    return summary;
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    if (isThere(error)) throw new DatabaseProblem(`${file} is there already and was left as it is.`);
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem(`The backup ${file} could not be written: ${reason}`, { cause: error });
  } finally {
    await rm(part, { force: true });
  }
}

async function writeRows(db: Database, { part, at }: { part: string; at: Date }): Promise<BackupSummary> {
  const gzip = createGzip({ level: 3 });
  const target = createWriteStream(part, { flags: "wx", mode: 0o600 });
  const written = finished(gzip.pipe(target));
  // Awaited at the end; an error before then is thrown there and must not end the process.
  written.catch(() => gzip.destroy());
  const hash = createHash("sha256");
  const put = async (lines: readonly unknown[]) => {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
    hash.update(text);
    if (target.errored) throw target.errored;
    if (!gzip.write(text)) await Promise.race([once(gzip, "drain"), written]);
  };

  const summary = await db.transaction(
    async (tx) => {
      await settleTextForms(tx);
      const migrations = await findAppliedMigrations(tx);
      if (migrations.length === 0) throw new DatabaseProblem("There is nothing to back up: this database is empty.");
      const office = await findOffice(tx);
      const header: BackupHeader = {
        format: "meridian-backup",
        version: 1,
        createdAt: at.toISOString(),
        office: office ? { packId: office.packId, name: office.name, synthetic: office.synthetic } : null,
        migrations: [...migrations],
      };
      await put([header]);
      const rows: Record<string, number> = {};
      const tables = await findTables(tx);
      for (const { table, columns } of tables) {
        await put([{ table, columns }]);
        rows[table] = await copyRows(tx, table, put);
      }
      const sha256 = hash.copy().digest("hex");
      await put([{ end: { rows, sha256 } }]);
      return { header, tables: tables.length, rows: Object.values(rows).reduce((sum, count) => sum + count, 0) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
  gzip.end();
  await written;
  return summary;
}

/** @returns how many rows the table has */
async function copyRows(
  tx: Database,
  table: string,
  put: (lines: readonly unknown[]) => Promise<void>,
): Promise<number> {
  const key = await findKeyColumns(tx, table);
  const order = sql.join(
    key.map((column) => sql`whole_row.${sql.identifier(column)}`),
    sql`, `,
  );
  await tx.execute(sql`declare backup_rows no scroll cursor for
    select whole_row::text as line from public.${sql.identifier(table)} as whole_row
    order by ${key.length > 0 ? order : sql`1`}`);
  let count = 0;
  for (;;) {
    const rows = await tx.execute<{ line: string }>(sql.raw(`fetch ${rowsAtOnce} from backup_rows`));
    if (rows.length === 0) break;
    await put(rows.map(({ line }) => line));
    count += rows.length;
  }
  await tx.execute(sql`close backup_rows`);
  return count;
}

/** A link instead of a rename: it fails where something bears the name already. */
async function syncAndName(part: string, file: string): Promise<void> {
  await sync(part);
  await link(part, file);
  await sync(path.dirname(file));
}

async function sync(entry: string): Promise<void> {
  const handle = await open(entry, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
