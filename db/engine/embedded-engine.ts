import { mkdirSync } from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";
import postgres from "postgres";
import { z } from "zod";
import { DatabaseProblem } from "./database-problem";
import { lockFolder } from "./folder-lock";
import { leastRoom, roomIn } from "./room-watch";
import { wireSocket } from "./wire-socket";

export interface EmbeddedEngine {
  readonly sql: postgres.Sql;
  /** The data folder as a gzipped tar, taken between two statements; PGlite's `loadDataDir` reads it. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

const Failed = z.object({ failed: z.string() });
const Dumped = z.object({ dump: z.instanceof(ArrayBuffer) });

/**
 * Starts PGlite in a worker thread and connects postgres.js to it.
 *
 * @param folder the data folder, or `null` for a database in memory
 * @param image file with a dump that a database in memory begins with, which is quicker than making one anew
 * @param onLost called once if the worker ends without having been asked to
 * @throws {DatabaseProblem} if the folder is in use, cannot be written, or holds something else
 */
export async function startEmbeddedEngine({
  folder,
  image = null,
  workerFile,
  onLost,
}: {
  folder: string | null;
  image?: string | null;
  workerFile: string | URL;
  onLost: (error: Error) => void;
}): Promise<EmbeddedEngine> {
  const lock = folder === null ? undefined : lockWritable(folder);
  const worker = new Worker(workerFile, {
    workerData: { folder: folder === null ? null : path.join(folder, "database"), image },
  });
  let closing = false;
  let lastError: Error | undefined;
  worker.on("error", (error) => {
    lastError = error instanceof Error ? error : new Error(String(error));
  });

  try {
    await ready(worker);
  } catch (error) {
    await worker.terminate();
    lock?.release();
    const reason = error instanceof Error ? error.message : String(error);
    const where = folder === null ? "in memory" : `in ${folder}`;
    throw new DatabaseProblem(`The embedded database ${where} cannot be opened: ${reason}`, { cause: error });
  }

  worker.once("exit", () => {
    if (!closing) onLost(lastError ?? new Error("the embedded database's thread has ended"));
  });
  const options = {
    socket: () => wireSocket(worker),
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => {},
    connection: { TimeZone: "UTC" },
  };
  const sql = postgres(options);

  return {
    sql,
    async dump() {
      const answer = nextMessage(worker, (message) => Dumped.safeParse(message).data?.dump);
      worker.postMessage("dump");
      return new Uint8Array(await answer);
    },
    async close() {
      if (closing) return;
      closing = true;
      await sql.end({ timeout: 5 });
      const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
      worker.postMessage("close");
      await exited;
      lock?.release();
    },
  };
}

function lockWritable(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    requireRoom(folder);
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem(`The data folder ${folder} cannot be written: ${reason}`, { cause: error });
  }
}

function requireRoom(folder: string): void {
  const room = roomIn(folder);
  if (room >= leastRoom) return;
  const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);
  throw new DatabaseProblem(
    `The disk of the data folder ${folder} is full: ${megabytes(room)} MB are left, ${megabytes(leastRoom)} MB are needed. ` +
      "Nothing that was stored is lost. Make room, then start again.",
  );
}

async function ready(worker: Worker): Promise<void> {
  await nextMessage(worker, (message) => {
    const failure = Failed.safeParse(message);
    if (failure.success) throw new Error(failure.data.failed);
    return message === "ready" ? true : undefined;
  });
}

/** The first message that `read` makes something of; rejects if the worker ends before. */
function nextMessage<T>(worker: Worker, read: (message: unknown) => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      worker.off("message", receive);
      worker.off("error", fail);
      worker.off("exit", ended);
      settle();
    };
    const receive = (message: unknown) => {
      try {
        const value = read(message);
        if (value !== undefined) finish(() => resolve(value));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const fail = (error: unknown) => finish(() => reject(error));
    const ended = () => finish(() => reject(new Error("its thread has ended")));
    worker.on("message", receive);
    worker.on("error", fail);
    worker.on("exit", ended);
  });
}
