import type { ProposalOutcome, ProposalTask } from "~/app/operations/proposal/proposal-document";
import { solveProposal } from "~/app/operations/proposal/solve-proposal";
import { runInWorker } from "./worker-thread";

await runInWorker<ProposalTask, ProposalOutcome>(({ problem }, controls) =>
  solveProposal(problem, { ...controls, now: () => performance.now() }),
);
