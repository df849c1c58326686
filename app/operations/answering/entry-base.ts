import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** What a page was drawn from: the version of an entry, and a mark of its value. */
export interface EntryBase {
  readonly version: number;
  readonly mark: string;
}

/** A short mark of a value: equal for equal values, whatever the order of their keys. */
export function markOf(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value ?? null) ?? "")
    .digest("base64url")
    .slice(0, 6);
}

/** Written into a hidden field of the light form. */
export function writeBase(entries: Iterable<readonly [string, EntryBase]>): string {
  return [...entries]
    .map(([path, { version, mark }]) => `${path.split("/").map(encodeURIComponent).join("/")} ${version} ${mark}`)
    .join(";");
}

/** Read back from it; what is not of the form is left out, so that its entries count as never seen. */
export function readBase(text: string): ReadonlyMap<string, EntryBase> {
  const bases = new Map<string, EntryBase>();
  for (const part of text.split(";")) {
    const found = /^(\S{1,600}) (\d{1,9}) ([A-Za-z0-9_-]{6})$/.exec(part);
    if (!found) continue;
    const [, path = "", version = "", mark = ""] = found;
    const readable = decoded(path);
    if (readable !== undefined) bases.set(readable, { version: Number(version), mark });
  }
  return bases;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
