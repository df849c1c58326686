import { isPlainObject } from "~/surveys/answer-document";
import type { CompiledInstrument } from "~/surveys/compiled";
import { findEntry } from "~/surveys/entries";

/** Answers that travel in a hidden field from page to page, because they are nobody's at the office yet. */
export function writeCarried(entries: ReadonlyMap<string, unknown>): string {
  return JSON.stringify(Object.fromEntries(entries));
}

/** Read back; what is not an entry of the instrument is left out, values are checked when they are sent for good. */
export function readCarried(compiled: CompiledInstrument, text: string): ReadonlyMap<string, unknown> {
  const entries = new Map<string, unknown>();
  const parsed = parsedJson(text);
  if (!isPlainObject(parsed)) return entries;
  for (const [path, value] of Object.entries(parsed)) if (findEntry(compiled, path)) entries.set(path, value);
  return entries;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
