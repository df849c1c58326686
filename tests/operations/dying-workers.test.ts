import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JobKind } from "~/app/jobs/job-kind";
import { startJobs } from "~/app/jobs/runner";
import type { Database } from "~/db/engine/database";
import { claimJob, enqueueJob, findJob } from "~/db/jobs";
import { loadPack } from "~/db/regions/read-pack";
import { testDatabase } from "../support/database";
import { noon } from "../support/office";

// Real threads that really end in the midst of a calculation.

const database = testDatabase();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "meridian-workers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const WORKERS = {
  /** Ends as if it were killed, the first time or each time. */
  dying: `process.exit(7);`,
  dyingOnce: `
    if (existsSync(workerData.input.mark)) parentPort.postMessage({ type: "result", output: "solved" });
    else { writeFileSync(workerData.input.mark, ""); process.exit(7); }`,
  greedy: `const all = []; for (;;) all.push(new Array(100_000).fill(Math.random()));`,
  failing: `throw new Error("the plan cannot be solved: no host in March");`,
  endless: `setInterval(() => {}, 1_000);`,
} as const;

function kindOf(kind: keyof typeof WORKERS): JobKind {
  writeFileSync(
    join(folder, `${kind}-worker.js`),
    `const { parentPort, workerData } = require("node:worker_threads");
     const { existsSync, writeFileSync } = require("node:fs");
     ${WORKERS[kind]}`,
  );
  return { kind, prepare: async (_services, payload) => payload, store: async (_services, { output }) => output };
}

async function work(db: Database, kind: keyof typeof WORKERS) {
  const { startedJobs, id } = await begin(db, kind);
  for (let tries = 0; tries < 400; tries++) {
    const job = await findJob(db, id);
    if (job?.state === "finished" || job?.state === "failed") break;
    startedJobs.wake();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await startedJobs.stop();
  return findJob(db, id);
}

async function begin(db: Database, kind: keyof typeof WORKERS) {
  const { id } = await enqueueJob(db, { kind, payload: { mark: join(folder, `${kind}.mark`) }, createdAt: noon });
  const startedJobs = startJobs({
    db,
    pack: await loadPack("tests/fixtures/regions/river-provinces"),
    log: pino({ level: "silent" }),
    workerFolder: pathToFileURL(`${folder}/`),
    now: () => noon,
    kinds: [kindOf(kind)],
    memory: 100,
  });
  return { id, startedJobs };
}

describe("a calculation whose thread", () => {
  test(
    "dies once is done again",
    database.committed(async (db) => {
      expect(await work(db, "dyingOnce")).toMatchObject({
        state: "finished",
        attempts: 2,
        result: "solved",
        error: null,
      });
    }),
  );

  test(
    "dies each time fails after three tries, and says so",
    database.committed(async (db) => {
      const error = "The calculation ended without a result.";
      expect(await work(db, "dying")).toMatchObject({ state: "failed", attempts: 3, error });
    }),
  );

  test(
    "needs too much memory fails at once, and says so, while the server goes on",
    database.committed(async (db) => {
      const error = "The calculation needed more memory than it may have.";
      expect(await work(db, "greedy")).toMatchObject({ state: "failed", attempts: 1, error });
    }),
  );

  test(
    "fails by itself fails at once with its reason",
    database.committed(async (db) => {
      const error = "the plan cannot be solved: no host in March";
      expect(await work(db, "failing")).toMatchObject({ state: "failed", attempts: 1, error });
    }),
  );

  test(
    "is stopped with the server goes back into the queue",
    database.committed(async (db) => {
      const { startedJobs, id } = await begin(db, "endless");
      while ((await findJob(db, id))?.state !== "running") await new Promise((resolve) => setTimeout(resolve, 20));
      await startedJobs.stop();
      expect(await findJob(db, id)).toMatchObject({ state: "queued", attempts: 1 });
    }),
  );

  test(
    "was of a process on this machine that has ended is taken over at once, not after a minute's silence",
    database.committed(async (db) => {
      const { id } = await enqueueJob(db, { kind: "dyingOnce", payload: {}, createdAt: noon });
      // No process has so high a number.
      await claimJob(db, { kinds: ["dyingOnce"], worker: `${hostname()}/4999999/x/y`, at: noon });
      writeFileSync(join(folder, "again"), "");
      const startedJobs = startJobs({
        db,
        pack: await loadPack("tests/fixtures/regions/river-provinces"),
        log: pino({ level: "silent" }),
        workerFolder: pathToFileURL(`${folder}/`),
        now: () => noon,
        kinds: [{ ...kindOf("dyingOnce"), prepare: async () => ({ mark: join(folder, "again") }) }],
      });
      for (let tries = 0; tries < 400 && (await findJob(db, id))?.state !== "finished"; tries++)
        await new Promise((resolve) => setTimeout(resolve, 50));
      await startedJobs.stop();
      expect(await findJob(db, id)).toMatchObject({ state: "finished", attempts: 2 });
    }),
  );
});
