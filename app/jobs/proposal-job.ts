import type { ProposalOutcome, ProposalTask } from "~/app/operations/proposal/proposal-document";
import { ProposalOrder, prepareSolve, storeSolve } from "~/app/operations/proposal/run-proposal";
import { ConflictError } from "~/db/conflict-error";
import type { JobKind } from "./job-kind";

/**
 * The search for a proposal's plan; its result names the stored run, or says that the proposal was changed while it was
 * solved (`superseded`): then nothing is stored.
 */
export const proposalJob: JobKind<ProposalTask, ProposalOutcome> = {
  kind: "proposal",
  prepare: ({ db, pack, now }, payload) =>
    prepareSolve(db, { proposalId: ProposalOrder.parse(payload).proposalId, pack, at: now() }),
  store: async ({ db, now }, { job, input, output }) => {
    const { personId } = ProposalOrder.parse(job.payload);
    const actor = personId === null ? {} : { personId };
    try {
      const run = await storeSolve(db, { task: input, outcome: output, actor, at: now() });
      return { runId: run.id };
    } catch (error) {
      if (error instanceof ConflictError && error.reason === "proposalChanged") return { superseded: true };
      throw error;
    }
  },
};
