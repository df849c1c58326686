import { constants, setPriority } from "node:os";
import { type Answer, type ExplanationTask, explainProposal } from "~/app/operations/proposal/explain-proposal";
import { runInWorker } from "./worker-thread";

// Minutes of work that nobody waits for: pages and other jobs go first. Only Linux gives a thread a priority of its own.
if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);

await runInWorker<ExplanationTask | null, readonly Answer[]>(async (task, controls) =>
  task === null ? [] : explainProposal(task, { ...controls, now: () => performance.now() }),
);
