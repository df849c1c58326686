import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { z } from "zod";
import { type DurableEngine, openDurable } from "./durable-fs";
import { roomIn, watchRoom } from "./room-watch";

// The embedded engine in a thread of its own. It speaks PostgreSQL's wire protocol with the main thread, plus three
// words: "close", "dump", and what it answers to them.

const { folder, image } = z.object({ folder: z.string().nullable(), image: z.string().nullable() }).parse(workerData);
const port = parentPort ?? refuse();
const quiet = 250;
const checkpointWhenQuiet = 300;
const checkpointAtOnce = 3_000;
const roomToCheckpoint = 16 * 1024 * 1024;

let opened: DurableEngine;
try {
  opened = folder === null ? await openInMemory() : await openDurable(folder);
} catch (error) {
  port.postMessage({ failed: error instanceof Error ? error.message : String(error) });
  throw error;
}
const { pg, syncs } = opened;

let work = Promise.resolve();
let checkpointed = syncs();
let outsideTransaction = true;
const roomIsShort = folder === null ? () => false : watchRoom(folder);
let readOnly = false;
let timer: NodeJS.Timeout | undefined;

port.on("message", (message: unknown) => {
  clearTimeout(timer);
  enqueue(async () => {
    if (message === "close") {
      // Without the checkpoint that closing makes, the next start replays the log: nothing is lost.
      if (hasRoomToCheckpoint()) await pg.close();
      port.postMessage("closed");
      port.close();
    } else if (message === "dump") {
      const dump = await pg.dumpDataDir("gzip");
      port.postMessage({ dump: await dump.arrayBuffer() });
    } else if (message instanceof Uint8Array) {
      await considerRoom();
      const reply = await pg.runExclusive(() => pg.execProtocolRaw(message));
      if (reply.length > 0) port.postMessage(reply);
      if (cannotLog(reply))
        throw new Error("the disk is full: what is committed cannot be written to the log any more");
      outsideTransaction = endsOutsideTransaction(reply);
      await considerCheckpoint();
    }
  });
});
port.postMessage("ready");

function enqueue(task: () => Promise<void>): void {
  work = work.then(task).catch((error: unknown) => {
    setImmediate(() => {
      throw error;
    });
  });
}

/**
 * With little room left the database may be read only, which refuses writes with an error that pages can tell. Where the
 * disk is full the engine would stop in the midst of a commit.
 */
async function considerRoom(): Promise<void> {
  if (!outsideTransaction || roomIsShort() === readOnly) return;
  // A checkpoint may give room back, as it lets old parts of the log go.
  if (!readOnly) await checkpoint();
  readOnly = roomIsShort();
  await pg.exec(`set default_transaction_read_only = ${readOnly ? "on" : "off"}`);
  console.error(
    readOnly
      ? "The disk of the data folder is nearly full: the database can be read but stores nothing until there is room."
      : "The disk of the data folder has room again: the database stores what it is given.",
  );
}

/** The engine makes no checkpoint by itself, and its log would grow for ever. */
async function considerCheckpoint(): Promise<void> {
  if (!outsideTransaction || syncs() - checkpointed < checkpointWhenQuiet) return;
  if (syncs() - checkpointed >= checkpointAtOnce) await checkpoint();
  else timer = setTimeout(() => enqueue(checkpoint), quiet);
}

/** Whether the engine failed to make room for its log: after that it answers nothing, so this thread had better end. */
function cannotLog(reply: Uint8Array): boolean {
  const text = Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength);
  return text.includes("C53100\0") && text.includes("pg_wal/");
}

/** A checkpoint that fails for want of room leaves an engine that answers nothing any more. */
function hasRoomToCheckpoint(): boolean {
  return folder === null || roomIn(folder) >= roomToCheckpoint;
}

async function checkpoint(): Promise<void> {
  if (!outsideTransaction || !hasRoomToCheckpoint()) return;
  await pg.exec("checkpoint");
  checkpointed = syncs();
}

/** Whether the reply's last message is ReadyForQuery with the state "idle". */
function endsOutsideTransaction(reply: Uint8Array): boolean {
  const tail = Buffer.from(reply.subarray(-6)).toString("latin1");
  return tail === "Z\0\0\0\x05I";
}

async function openInMemory(): Promise<DurableEngine> {
  const options = image === null ? {} : { loadDataDir: new Blob([await readFile(image)]) };
  return { pg: await PGlite.create("memory://", options), syncs: () => 0 };
}

function refuse(): never {
  throw new Error("the embedded database runs in a worker thread only");
}
