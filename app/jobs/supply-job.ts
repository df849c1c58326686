import { z } from "zod";
import type { SupplyAnalysis } from "~/analysis/supply/supply-analysis";
import { gatherSupply } from "~/app/operations/supply/gather-supply";
import { type SupplyOrder, storeSupplyRun } from "~/app/operations/supply/run-supply";
import type { SupplyTask } from "~/app/operations/supply/supply-document";
import type { JobKind } from "./job-kind";

const Order: z.ZodType<SupplyOrder> = z.object({
  roundId: z.uuid(),
  modes: z.record(z.string(), z.enum(["diagnostic", "remote"])),
  defaultLanguage: z.string().min(1),
  personId: z.uuid().nullable(),
});

/** Experts against requests, for the needs survey that the order names. */
export const supplyJob: JobKind<SupplyTask, SupplyAnalysis> = {
  kind: "supply",
  prepare: async ({ db, now }, payload) => {
    const task = await gatherSupply(db, { ...Order.parse(payload), at: now() });
    if (!task) throw new Error("The needs survey is not there any more.");
    return task;
  },
  store: async ({ db, now }, { job, input, output }) => {
    const { personId } = Order.parse(job.payload);
    const actor = personId === null ? {} : { personId };
    const run = await storeSupplyRun(db, { task: input, result: output, actor, at: now() });
    return { runId: run.id };
  },
};
