import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { Database } from "~/db/engine/database";
import {
  claimJob,
  endCancelledJob,
  failJob,
  findBusyWorkers,
  finishJob,
  type Job,
  reportJobProgress,
  requeueDeadJobs,
} from "~/db/jobs";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { JobKind } from "./job-kind";
import { JOB_KINDS } from "./kinds";
import { repeatWork } from "./repeated-work";
import { isOfEndedProcess, newWorkerName } from "./worker-name";
import type { WorkerMessage } from "./worker-thread";

const EVERY = 5_000;
const HEARTBEAT = 1_000;
/** A worker that has not reported for so long is dead; its job goes to another. */
const SILENCE = 60_000;
/** Megabytes that the values of one calculation may take. */
const MEMORY = 1_024;
/** After a cancelled job was told to stop, it may still hand over what it has. */
const PATIENCE = 3_000;

const OUT_OF_MEMORY = "The calculation needed more memory than it may have.";

/** The thread ended in the midst of a calculation, which did not fail by itself. */
class BrokenOff extends Error {}

export interface JobRunner {
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
}

/** Works on queued jobs one after the other, each in a worker thread; several processes may do so at once. */
export function startJobs({
  db,
  pack,
  log,
  workerFolder,
  now,
  kinds = JOB_KINDS,
  memory = MEMORY,
}: {
  readonly db: Database;
  readonly pack: RegionPack;
  readonly log: Logger;
  /** Where the bundled `<kind>-worker.js` files are. */
  readonly workerFolder: URL;
  readonly now: () => Date;
  readonly kinds?: readonly JobKind[];
  readonly memory?: number;
}): JobRunner {
  const name = newWorkerName();
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  let stopped = false;
  let interrupt: (() => void) | undefined;

  async function workOff(): Promise<void> {
    const dead = (await findBusyWorkers(db)).filter((worker) => isOfEndedProcess(worker));
    await requeueDeadJobs(db, { silentSince: new Date(now().getTime() - SILENCE), dead, at: now() });
    while (!stopped) {
      const job = await claimJob(db, { kinds: [...byName.keys()], worker: name, at: now() });
      if (!job) return;
      await work(job);
    }
  }

  async function work(job: Job): Promise<void> {
    const kind = byName.get(job.kind);
    if (!kind) return;
    try {
      const input = await kind.prepare({ db, pack, log, now }, job.payload);
      const outcome = await calculate(job, kind, input);
      if (outcome === "cancelled") {
        await endCancelledJob(db, { id: job.id, worker: name, at: now() });
        return;
      }
      const result = await kind.store({ db, pack, log, now }, { job, input, output: outcome.output });
      await finishJob(db, { id: job.id, worker: name, result, at: now() });
    } catch (error) {
      log.error({ error, job: job.id, kind: job.kind }, "a job failed");
      const reason = error instanceof Error ? error.message : String(error);
      // A calculation that failed fails again; what was broken off is worth another try.
      const retryAt = stopped || error instanceof BrokenOff ? now() : null;
      await failJob(db, { id: job.id, worker: name, error: reason, retryAt, at: now() });
    }
  }

  function calculate(job: Job, kind: JobKind, input: unknown): Promise<"cancelled" | { readonly output: unknown }> {
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const worker = new Worker(new URL(`${kind.calculatedAs ?? kind.kind}-worker.js`, workerFolder), {
      workerData: { input, stop },
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    return new Promise((resolve, reject) => {
      let progress: unknown;
      let cancelled = false;
      const heartbeat = setInterval(async () => {
        const told = await reportJobProgress(db, { id: job.id, worker: name, progress, at: now() }).catch(() => "goOn");
        progress = undefined;
        if (told === "stop" && !cancelled) {
          cancelled = true;
          Atomics.store(stop, 0, 1);
          setTimeout(() => worker.terminate(), PATIENCE).unref();
        }
      }, HEARTBEAT);
      interrupt = () => worker.terminate();
      worker.on("message", (message: WorkerMessage) => {
        if (message.type === "progress") progress = message.progress;
        else {
          resolve(cancelled ? "cancelled" : { output: message.output });
          worker.terminate();
        }
      });
      worker.once("error", (error) =>
        reject(isOutOfMemory(error) ? new Error(OUT_OF_MEMORY, { cause: error }) : error),
      );
      worker.once("exit", () => {
        clearInterval(heartbeat);
        interrupt = undefined;
        if (cancelled) resolve("cancelled");
        else reject(new BrokenOff(stopped ? "The server was stopped." : "The calculation ended without a result."));
      });
    });
  }

  const { wake, stop } = repeatWork(workOff, { every: EVERY, log, failure: "jobs could not be worked on" });
  return {
    wake,
    stop: async () => {
      stopped = true;
      interrupt?.();
      await stop();
    },
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
