import { ConclusionOrder, concludeSurvey, DEMONSTRATION } from "~/app/demonstration/conclude-survey";
import { type PreparedRanking, prepareRanking } from "~/app/operations/ranking/run-ranking";
import type { JobKind } from "./job-kind";

/** A ranking of the demonstration: calculated like every other, then published and gone on from as the office would. */
export const demonstrationJob: JobKind<PreparedRanking, string> = {
  kind: DEMONSTRATION,
  calculatedAs: "ranking",
  prepare: ({ db }, payload) => prepareRanking(db, { roundId: ConclusionOrder.parse(payload).roundIds[0] }),
  store: ({ db, pack, now }, { job, input, output }) =>
    concludeSurvey(db, {
      pack,
      order: ConclusionOrder.parse(job.payload),
      prepared: input,
      document: output,
      at: now(),
    }),
};
