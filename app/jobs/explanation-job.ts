import type { Answer, ExplanationTask } from "~/app/operations/proposal/explain-proposal";
import {
  EXPLANATION,
  ExplanationOrder,
  prepareExplanation,
  storeExplanation,
} from "~/app/operations/proposal/run-explanation";
import type { JobKind } from "./job-kind";

/** Reasons, prices and resamples of a solved proposal, some at a time; `null`: there is nothing left to work out. */
export const explanationJob: JobKind<ExplanationTask | null, readonly Answer[]> = {
  kind: EXPLANATION,
  prepare: ({ db }, payload) => prepareExplanation(db, ExplanationOrder.parse(payload)),
  store: async ({ db, now }, { job, output }) => {
    await storeExplanation(db, { order: ExplanationOrder.parse(job.payload), answers: output, at: now() });
    return { answers: output.length };
  },
};
