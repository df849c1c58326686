import { type Answer, type ExplanationTask, explainProposal } from "~/app/operations/proposal/explain-proposal";
import { runInWorker } from "./worker-thread";

await runInWorker<ExplanationTask | null, readonly Answer[]>(async (task, controls) =>
  task === null ? [] : explainProposal(task, { ...controls, now: () => performance.now() }),
);
