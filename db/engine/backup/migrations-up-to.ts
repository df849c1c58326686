import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

const Journal = z.looseObject({ entries: z.array(z.looseObject({ when: z.number(), tag: z.string() })) });

/** The moments that name the migrations in a folder, in their order. */
export function knownMigrations(folder: string): readonly number[] {
  return readJournal(folder).entries.map(({ when }) => when);
}

/**
 * A folder with the first migrations of another, for a schema as an older version of the program had it.
 *
 * @param count how many
 */
export function firstMigrations(
  folder: string,
  count: number,
): { readonly folder: string; readonly remove: () => void } {
  const journal = readJournal(folder);
  const entries = journal.entries.slice(0, count);
  const made = mkdtempSync(path.join(tmpdir(), "meridian-migrations-"));
  mkdirSync(path.join(made, "meta"));
  for (const { tag } of entries) cpSync(path.join(folder, `${tag}.sql`), path.join(made, `${tag}.sql`));
  writeFileSync(path.join(made, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  return { folder: made, remove: () => rmSync(made, { recursive: true, force: true }) };
}

function readJournal(folder: string) {
  return Journal.parse(JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8")));
}
