import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseConfig } from "~/app/config.server";
import { backupOffice, listBackups } from "~/app/operations/backup-office";
import { openExistingStore } from "~/app/operations/open-store";
import { writeBackup } from "~/db/engine/backup/write-backup";
import { DatabaseProblem } from "~/db/engine/database-problem";

/**
 * `npm run backup [-- file]`: writes everything in the configured database into one file, by default into BACKUP_DIR. A
 * running server on PostgreSQL goes on meanwhile; the embedded database is opened by one process only.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const parsed = parseConfig(process.env, { empty: true });
if ("faults" in parsed) refuse(...parsed.faults);
const { config } = parsed;
const folder = resolve(root, config.backupDirectory);

try {
  const database = await openExistingStore(config, root);
  if (!database)
    refuse(`There is no database in ${resolve(root, config.dataDirectory)}, so there is nothing to back up.`);
  try {
    const at = new Date();
    const asked = process.argv[2];
    const file = asked === undefined ? undefined : resolve(process.cwd(), asked);
    const made = file
      ? { ...(await writeBackup(database.db, { file, at })), file }
      : await backupOffice(database.db, { folder, at });
    const size = (statSync(made.file).size / 1_000_000).toFixed(1);
    console.log(`${made.rows} rows of ${made.tables} tables are in ${made.file} (${size} MB).`);
    console.log(
      "It holds all answers and addresses: keep it where only the office can read it, not on this disk alone.",
    );
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error;
  refuse(error.message, ...(error.message.includes("is in use by") ? whatTheServerDoes() : []));
}

function whatTheServerDoes(): readonly string[] {
  const newest = listBackups(folder)[0];
  const known = newest ? `the newest is ${newest.file}` : `there is none in ${dirname(`${folder}/x`)} yet`;
  return [`A running server makes backups by itself: ${known}. To make one now, stop the server first.`];
}

function refuse(...lines: readonly string[]): never {
  console.error(["", "No backup was made:", ...lines.map((line) => `  ${line}`), ""].join("\n"));
  process.exit(1);
}
