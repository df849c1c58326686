import fs from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";
import { z } from "zod";

/** An embedded engine whose commits survive a power cut, and how often it has synced. */
export interface DurableEngine {
  readonly pg: PGlite;
  syncs(): number;
}

type NodeOperation = (this: unknown, ...args: unknown[]) => unknown;

/** The part of Emscripten's NODEFS that is completed here; its shape is checked, since PGlite does not promise it. */
const NodeFileSystem = z.object({
  realPath: z.custom<(node: unknown) => string>((value) => typeof value === "function"),
  node_ops: z.custom<Record<string, NodeOperation>>((value) => typeof value === "object" && value !== null),
  stream_ops: z.custom<Record<string, unknown>>((value) => typeof value === "object" && value !== null),
});
const WithParent = z.object({ parent: z.unknown() });
const WithDescriptor = z.object({ nfd: z.number() });

/**
 * PGlite's NODEFS has no fsync, so its commits are not durable. This one has: a sync of a file first syncs every
 * folder whose entries have changed, since PostgreSQL does not sync all of them itself.
 */
export class DurableFS extends NodeFS {
  count = 0;

  override async init(...[pg, options]: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(pg, options);
    emscriptenOpts.preRun?.push((module) => this.#complete(module));
    return { emscriptenOpts };
  }

  #complete(module: object): void {
    // Not the parsed copy: the functions have to be replaced in the object itself.
    const nodefs: unknown = Reflect.get(module, "NODEFS");
    const { realPath, node_ops, stream_ops } = NodeFileSystem.parse(nodefs);
    const changed = new Set<string>();
    const note = (node: unknown) => changed.add(realPath.call(nodefs, node));

    const foldersOf: Readonly<Record<string, (args: unknown[]) => unknown[]>> = {
      mknod: ([parent]) => [parent],
      unlink: ([parent]) => [parent],
      rmdir: ([parent]) => [parent],
      rename: ([node, to]) => [WithParent.parse(node).parent, to],
    };
    for (const [operation, folders] of Object.entries(foldersOf)) {
      const plain = node_ops[operation];
      if (plain === undefined) throw new Error(`NODEFS has no ${operation}`);
      node_ops[operation] = function (...args) {
        for (const folder of folders(args)) note(folder);
        return plain.apply(this, args);
      };
    }

    stream_ops.fsync = (stream: unknown) => {
      try {
        for (const folder of changed) {
          changed.delete(folder);
          if (fs.existsSync(folder)) syncPath(folder);
        }
        fs.fsyncSync(WithDescriptor.parse(stream).nfd);
      } catch (error) {
        // PGlite would swallow the error and acknowledge what is not stored.
        console.error("The embedded database cannot write to its folder and stops.", error);
        process.exit(1);
      }
      this.count++;
      return 0;
    };
  }
}

/**
 * Opens a folder, made anew if there is none, so that what is committed survives a power cut.
 *
 * A new folder is made aside, synced and renamed, so that a half-made one never bears the name.
 *
 * @throws {Error} if this version of PGlite does not call the sync that was put in
 */
export async function openDurable(folder: string): Promise<DurableEngine> {
  if (!fs.existsSync(path.join(folder, "PG_VERSION"))) await makeFolder(folder);

  const files = new DurableFS(folder);
  const startParams = [
    ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
    "-c",
    "fsync=on",
    "-c",
    "wal_sync_method=fsync",
  ];
  const pg = await PGlite.create({ fs: files, startParams });
  const before = files.count;
  await pg.query("select pg_logical_emit_message(false, '', '', true)");
  if (files.count === before) throw new Error("this version of PGlite does not sync: commits would not be durable");
  return { pg, syncs: () => files.count };
}

async function makeFolder(folder: string): Promise<void> {
  const aside = `${folder}.new`;
  fs.rmSync(aside, { recursive: true, force: true });
  await (await PGlite.create(aside)).close();
  syncTree(aside);
  fs.renameSync(aside, folder);
  syncPath(path.dirname(folder));
}

function syncTree(entry: string): void {
  if (fs.lstatSync(entry).isDirectory()) for (const name of fs.readdirSync(entry)) syncTree(path.join(entry, name));
  syncPath(entry);
}

function syncPath(entry: string): void {
  const descriptor = fs.openSync(entry, "r");
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}
