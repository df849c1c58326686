import type { ProposalOutcome, ProposalTask } from "~/app/operations/proposal/proposal-document";
import { ProposalOrder, prepareSolve, storeSolve } from "~/app/operations/proposal/run-proposal";
import type { JobKind } from "./job-kind";

/** The search for a proposal's plan, with its reasons; its result names the stored run. */
export const proposalJob: JobKind<ProposalTask, ProposalOutcome> = {
  kind: "proposal",
  prepare: ({ db, pack, now }, payload) =>
    prepareSolve(db, { proposalId: ProposalOrder.parse(payload).proposalId, pack, at: now() }),
  store: async ({ db, now }, { job, input, output }) => {
    const { personId } = ProposalOrder.parse(job.payload);
    const actor = personId === null ? {} : { personId };
    const run = await storeSolve(db, { task: input, outcome: output, actor, at: now() });
    return { runId: run.id };
  },
};
