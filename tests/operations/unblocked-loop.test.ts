import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { proposalJob } from "~/app/jobs/proposal-job";
import { startJobs } from "~/app/jobs/runner";
import { prepareSolve, requestSolve } from "~/app/operations/proposal/run-proposal";
import { solveProposal } from "~/app/operations/proposal/solve-proposal";
import type { OpenDatabase } from "~/db/engine/open-database";
import { findJob } from "~/db/jobs";
import { openTestDatabase } from "~/tests/support/database";
import { type OpenedProposal, openedProposal } from "~/tests/support/solved-proposal";

// How long the server cannot answer while a plan is searched: by the real runner with the real worker, and, to compare
// on the same machine in the same minute, with the same search on the server's own thread.

const at = new Date("2026-11-22T04:00:00Z");
let opened: OpenDatabase | undefined;
let proposal: OpenedProposal | undefined;
let folder = "";

beforeAll(async () => {
  // Inside the project, so that the worker finds the packages that it does not bundle.
  folder = mkdtempSync(join(process.cwd(), "node_modules", ".unblocked-"));
  await build({
    entryPoints: { "proposal-worker": "app/jobs/proposal-worker.ts" },
    outdir: folder,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  opened = await openTestDatabase();
  proposal = await openedProposal(opened.db, { at });
}, 180_000);

afterAll(async () => {
  await opened?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** The longest time, in milliseconds, for which the thread could do nothing else. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.reset();
  await work();
  await new Promise((resolve) => setTimeout(resolve, 20));
  delay.disable();
  return delay.max / 1e6;
}

test("the search for a plan blocks its worker's thread and not the server's", async () => {
  if (!opened || !proposal) throw new Error("opened before all");
  const { db } = opened;
  const { id, pack } = proposal;
  const task = await prepareSolve(db, { proposalId: id, pack, at });
  const onOwnThread = await longestBlock(async () => {
    await solveProposal(task.problem, { now: () => performance.now() });
  });

  const { id: job } = await requestSolve(db, { proposalId: id, actor: {}, at });
  const inWorker = await longestBlock(async () => {
    const jobs = startJobs({
      db,
      pack,
      log: pino({ level: "silent" }),
      workerFolder: pathToFileURL(`${folder}/`),
      now: () => at,
      kinds: [proposalJob],
    });
    jobs.wake();
    for (
      let state = "";
      state !== "finished" && state !== "failed";
      state = (await findJob(db, job))?.state ?? "failed"
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    await jobs.stop();
  });

  expect(await findJob(db, job)).toMatchObject({ state: "finished", error: null, attempts: 1 });
  expect((await proposal.read()).run?.outcome.proposal.status).toBe("optimal");
  expect(inWorker).toBeLessThan(onOwnThread / 4);
}, 120_000);
