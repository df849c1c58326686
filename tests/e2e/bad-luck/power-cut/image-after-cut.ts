import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Random } from "~/analysis/numeric/random";
import type { DiskEvent, Recording } from "./disk-event";

type Change = Extract<DiskEvent, { op: "write" | "truncate" }>;
type Naming = Extract<DiskEvent, { op: "name" | "unname" | "makeFolder" }>;

/** What a disk makes of changes that were not synced. */
const fates = ["lost", "some", "torn"] as const;
const sector = 512;
const block = 4_096;

/**
 * Makes a folder what a power cut may have left of it: what was synced is there, of the rest each block, and of each
 * folder's names the later ones, may be lost or torn. A name is safe once its folder was synced, not before.
 *
 * @param folder a copy of the folder as it was when the recording began; changed to the image
 * @param cut how many events had happened
 */
export function imageAfterCut(
  { events, known }: Recording,
  { folder, cut, random }: { readonly folder: string; readonly cut: number; readonly random: Random },
): void {
  const stable = new Map<number, Buffer>();
  const pending = new Map<number, Change[]>();
  const names: Naming[] = [];
  const waiting = new Map<string, Naming[]>();
  const contentOf = (file: number): Buffer => {
    const place = known.get(file);
    const found = stable.get(file) ?? (place === undefined ? Buffer.alloc(0) : readFileSync(path.join(folder, place)));
    stable.set(file, found);
    return found;
  };
  for (const event of events.slice(0, cut)) {
    if (event.op === "write" || event.op === "truncate") push(pending, event.file, event);
    else if (event.op === "sync") {
      for (const change of pending.get(event.file) ?? [])
        stable.set(event.file, changed(contentOf(event.file), change));
      pending.delete(event.file);
    } else if (event.op === "syncFolder") {
      names.push(...(waiting.get(event.folder) ?? []));
      waiting.delete(event.folder);
    } else if (event.op !== "acknowledged") push(waiting, event.folder, event);
  }

  const fate = fates[random.integer(fates.length)] ?? "lost";
  for (const [file, changes] of pending)
    for (const change of changes)
      for (const part of survivors(change, fate, random)) stable.set(file, changed(contentOf(file), part));
  for (const changes of waiting.values())
    names.push(...changes.slice(0, fate === "lost" ? 0 : random.integer(changes.length + 1)));

  // Contents of what was there before are read above at the latest here, before any name moves.
  for (const naming of names) if (naming.op === "name") contentOf(naming.file);
  for (const [file, place] of known) if (stable.has(file)) writeFileSync(path.join(folder, place), contentOf(file));
  for (const naming of names) {
    const entry = path.join(folder, naming.folder, naming.name);
    if (naming.op === "makeFolder") mkdirSync(entry, { recursive: true });
    else if (naming.op === "unname") rmSync(entry, { recursive: true, force: true });
    else if (existsSync(path.dirname(entry))) writeFileSync(entry, contentOf(naming.file));
  }
}

function* survivors(change: Change, fate: (typeof fates)[number], random: Random): Generator<Change> {
  if (fate === "lost") return;
  if (change.op === "truncate") {
    if (random.integer(2) === 0) yield change;
    return;
  }
  const { at, bytes } = change;
  for (let start = 0; start < bytes.length; ) {
    const end = Math.min(bytes.length, start + block - ((at + start) % block));
    if (random.integer(2) === 0) {
      const whole = fate === "some" || end - start <= sector;
      const stop = whole ? end : start + sector * (1 + random.integer(Math.ceil((end - start) / sector)));
      yield { ...change, at: at + start, bytes: bytes.subarray(start, Math.min(end, stop)) };
    }
    start = end;
  }
}

function changed(content: Buffer, change: Change): Buffer {
  if (change.op === "truncate") {
    if (change.size <= content.length) return content.subarray(0, change.size);
    return Buffer.concat([content, Buffer.alloc(change.size - content.length)]);
  }
  const end = change.at + change.bytes.length;
  const grown = end > content.length ? Buffer.concat([content, Buffer.alloc(end - content.length)]) : content;
  grown.set(change.bytes, change.at);
  return grown;
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
