import { type DraftEntry, readDraft } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { findEntry } from "~/surveys/entries";
import { type EntryBase, markOf } from "./entry-base";
import type { Answering } from "./open-answering";

export type StoredEntries = ReadonlyMap<string, DraftEntry>;

/** The draft of a kept response, by path; empty before it was begun. Entries that the version does not know are left out. */
export async function storedEntries(
  db: Database,
  { response, compiled }: Pick<Answering, "response" | "compiled">,
): Promise<StoredEntries> {
  if (!response) return new Map();
  const draft = await readDraft(db, response.id);
  return new Map(draft.filter(({ path }) => findEntry(compiled, path)).map((entry) => [entry.path, entry]));
}

/** The values alone. */
export function valuesOf(entries: StoredEntries): ReadonlyMap<string, unknown> {
  return new Map([...entries].map(([path, { value }]) => [path, value]));
}

/** What a page drawn from them has to say when it comes back. */
export function basesOf(entries: StoredEntries): ReadonlyMap<string, EntryBase> {
  return new Map([...entries].map(([path, { version, value }]) => [path, { version, mark: markOf(value) }]));
}

/** When the latest of them was saved. */
export function lastSave(entries: StoredEntries): Date | null {
  return [...entries.values()].reduce<Date | null>(
    (last, { savedAt }) => (last === null || savedAt > last ? savedAt : last),
    null,
  );
}
