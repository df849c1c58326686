import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The built project in a folder of its own, so that a test may change it; packages are those of the original. */
export function copyProject(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "meridian-copy-"));
  const withoutMaps = { recursive: true, filter: (path: string) => !path.endsWith(".map") };
  for (const part of ["build", "db/migrations", "db/regions", "surveys/definitions"])
    cpSync(part, join(folder, part), withoutMaps);
  cpSync("package.json", join(folder, "package.json"));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What `git pull` brings: one more migration. */
export function addMigration(folder: string, { tag, sql }: { readonly tag: string; readonly sql: string }): void {
  const migrations = join(folder, "db/migrations");
  const journalFile = join(migrations, "meta/_journal.json");
  mkdirSync(join(migrations, "meta"), { recursive: true });
  const journal: { entries: { idx: number; when: number; version: string; tag: string; breakpoints: boolean }[] } =
    JSON.parse(readFileSync(journalFile, "utf8"));
  const last = journal.entries.at(-1);
  if (!last) throw new RangeError("there is no migration yet");
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag });
  writeFileSync(journalFile, JSON.stringify(journal));
  writeFileSync(join(migrations, `${tag}.sql`), sql);
}
