import { z } from "zod";
import { type PreparedRanking, prepareRanking, storeRanking } from "~/app/operations/ranking/run-ranking";
import type { JobKind } from "./job-kind";

const Payload = z.object({ roundId: z.uuid(), personId: z.uuid().optional() });

/** A ranking of regional priorities; its result names the stored run. */
export const rankingJob: JobKind<PreparedRanking, string> = {
  kind: "ranking",
  prepare: ({ db }, payload) => prepareRanking(db, { roundId: Payload.parse(payload).roundId }),
  store: async ({ db, now }, { job, input, output }) => {
    const { personId } = Payload.parse(job.payload);
    const run = await storeRanking(db, {
      prepared: input,
      document: output,
      actor: personId ? { personId } : {},
      at: now(),
    });
    return { runId: run.id };
  },
};
