import { analyseSupply } from "~/analysis/supply/analyse-supply";
import type { SupplyTask } from "~/app/operations/supply/supply-document";
import { runInWorker } from "./worker-thread";

await runInWorker(({ inputs, parameters }: SupplyTask, controls) =>
  analyseSupply({ ...inputs, ...parameters, ...controls }),
);
