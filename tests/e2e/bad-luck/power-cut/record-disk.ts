import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import path from "node:path";
import type { DiskEvent, Recording } from "./disk-event";

/**
 * From now on notes, in their order, all writes, truncations, names and syncs below a folder: the functions of `node:fs`
 * that change something are wrapped, and do what they did.
 */
export function recordDisk(root: string): { readonly recording: Recording; readonly acknowledge: (n: number) => void } {
  const events: DiskEvent[] = [];
  const known = new Map<number, string>();
  const fileAt = new Map<string, number>();
  const opened = new Map<number, { readonly file?: number; readonly folder?: string }>();
  let last = 0;

  const within = (entry: unknown): string | undefined => {
    const relative = path.relative(root, path.resolve(String(entry)));
    return relative.startsWith("..") ? undefined : relative;
  };
  const placeOf = (entry: string) => ({ folder: path.dirname(entry), name: path.basename(entry) });
  const fileOf = (entry: string): number => {
    const file = fileAt.get(entry);
    if (file !== undefined) return file;
    fileAt.set(entry, ++last);
    known.set(last, entry);
    return last;
  };
  const create = (entry: string): void => {
    fileAt.set(entry, ++last);
    events.push({ op: "name", ...placeOf(entry), file: last });
  };
  const wrap = (name: string, around: (plain: (...given: unknown[]) => unknown, given: unknown[]) => unknown) => {
    const plain: unknown = Reflect.get(fs, name);
    if (typeof plain !== "function") throw new Error(`node:fs has no ${name}`);
    Reflect.set(fs, name, (...given: unknown[]) => around((...passed) => Reflect.apply(plain, fs, passed), given));
  };

  wrap("openSync", (plain, given) => {
    const entry = within(given[0]);
    const before = entry !== undefined && fs.existsSync(String(given[0]));
    const descriptor = Number(plain(...given));
    if (entry === undefined) return descriptor;
    if (fs.fstatSync(descriptor).isDirectory()) opened.set(descriptor, { folder: entry });
    else {
      if (!before) create(entry);
      const file = fileOf(entry);
      opened.set(descriptor, { file });
      const flags = given[1];
      const empties = typeof flags === "number" ? (flags & fs.constants.O_TRUNC) !== 0 : String(flags).includes("w");
      if (before && empties) events.push({ op: "truncate", file, size: 0 });
    }
    return descriptor;
  });
  wrap("closeSync", (plain, given) => {
    opened.delete(Number(given[0]));
    return plain(...given);
  });
  wrap("writeSync", (plain, given) => {
    const [descriptor, buffer, offset, length, position] = given;
    const file = opened.get(Number(descriptor))?.file;
    const written = Number(plain(...given));
    if (file !== undefined) {
      if (!ArrayBuffer.isView(buffer) || typeof position !== "number") throw new Error("a write that is not recorded");
      const start = buffer.byteOffset + Number(offset ?? 0);
      const bytes = new Uint8Array(buffer.buffer.slice(start, start + Math.min(written, Number(length))));
      events.push({ op: "write", file, at: position, bytes });
    }
    return written;
  });
  wrap("ftruncateSync", (plain, given) => {
    const file = opened.get(Number(given[0]))?.file;
    if (file !== undefined) events.push({ op: "truncate", file, size: Number(given[1] ?? 0) });
    return plain(...given);
  });
  wrap("truncateSync", (plain, given) => {
    const entry = within(given[0]);
    if (entry !== undefined) events.push({ op: "truncate", file: fileOf(entry), size: Number(given[1] ?? 0) });
    return plain(...given);
  });
  wrap("writeFileSync", (plain, given) => {
    const entry = within(given[0]);
    // Emscripten makes an empty file this way; through openSync below it this is noted.
    if (entry !== undefined && String(given[1]) !== "") throw new Error("a file written at once is not recorded");
    if (entry === undefined) return plain(...given);
    return fs.closeSync(fs.openSync(String(given[0]), "w"));
  });
  wrap("mkdirSync", (plain, given) => {
    const entry = within(given[0]);
    const before = fs.existsSync(String(given[0]));
    const made = plain(...given);
    if (entry !== undefined && !before) events.push({ op: "makeFolder", ...placeOf(entry) });
    return made;
  });
  wrap("renameSync", (plain, given) => {
    const [from, to] = [within(given[0]), within(given[1])];
    if (from !== undefined && to !== undefined) {
      if (fs.statSync(String(given[0])).isDirectory()) throw new Error("a renamed folder is not recorded");
      const file = fileOf(from);
      fileAt.delete(from);
      fileAt.set(to, file);
      events.push({ op: "name", ...placeOf(to), file }, { op: "unname", ...placeOf(from) });
    }
    return plain(...given);
  });
  for (const name of ["unlinkSync", "rmdirSync"])
    wrap(name, (plain, given) => {
      const entry = within(given[0]);
      if (entry !== undefined) {
        fileOf(entry);
        fileAt.delete(entry);
        events.push({ op: "unname", ...placeOf(entry) });
      }
      return plain(...given);
    });
  for (const name of ["fsyncSync", "fdatasyncSync"])
    wrap(name, (plain, given) => {
      const target = opened.get(Number(given[0]));
      const done = plain(...given);
      if (target?.file !== undefined) events.push({ op: "sync", file: target.file });
      if (target?.folder !== undefined) events.push({ op: "syncFolder", folder: target.folder || "." });
      return done;
    });
  syncBuiltinESMExports();
  return {
    recording: { events, known },
    acknowledge: (transaction) => events.push({ op: "acknowledged", transaction }),
  };
}
