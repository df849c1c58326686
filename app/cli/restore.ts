import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseConfig } from "~/app/config.server";
import { storeOf } from "~/app/operations/open-store";
import { restoreBackup } from "~/db/engine/backup/restore-backup";
import { DatabaseProblem } from "~/db/engine/database-problem";
import { openDatabase } from "~/db/engine/open-database";
import { findMails } from "~/db/mail";

/**
 * `npm run restore -- <file>`: restores a backup into the configured database, which must be empty: an embedded one in
 * DATA_DIR, or PostgreSQL where DATABASE_URL is set, whichever the backup was made on.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const [file] = process.argv.slice(2);
if (file === undefined) refuse("Name the backup:  npm run restore -- var/data/backups/meridian-....backup");
const parsed = parseConfig(process.env, { empty: true });
if ("faults" in parsed) refuse(...parsed.faults);
const { config } = parsed;
const where = config.databaseUrl ? "PostgreSQL" : resolve(root, config.dataDirectory);

try {
  const database = await openDatabase(storeOf(config, root));
  try {
    console.log(`Restoring into ${where}; until this says that all is there, nothing is.`);
    const { header, rows, tables } = await restoreBackup(database, {
      file: resolve(process.cwd(), file),
      migrationsFolder: join(root, "db/migrations"),
    });
    console.log(`All is there: ${rows} rows of ${tables} tables, as they were on ${header.createdAt}.`);
    if (header.office)
      console.log(`The office is ${header.office.name}; start with its pack, ${header.office.packId}.`);
    const waiting = await findMails(database.db, { state: "queued", limit: 10_000 });
    if (waiting.length > 0) {
      console.log(
        `${waiting.length} letters waited then and are sent at the next start; look whether they went out since.`,
      );
    }
  } finally {
    await database.close();
  }
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error;
  refuse(error.message);
}

function refuse(...lines: readonly string[]): never {
  console.error(["", "Nothing was restored:", ...lines.map((line) => `  ${line}`), ""].join("\n"));
  process.exit(1);
}
