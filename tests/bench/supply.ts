import { analyseSupply } from "~/analysis/supply/analyse-supply";
import { supplyRegion } from "../analysis/supply/supply-region";
import { type BenchRow, medianTime, mostRow } from "./bench-row";

/** The supply analysis of 40 persons and 40 topics: flows, and all re-solves by topic, candidate, without one and two. */
export function benchSupply(runs: number): readonly BenchRow[] {
  return [1, 2, 3].map((seed) => {
    const region = supplyRegion({ seed });
    const { complete } = analyseSupply(region);
    const time = medianTime(runs, () => analyseSupply(region));
    return mostRow(`region ${seed}: the whole analysis`, complete ? time : null, { most: 1000, unit: "ms" });
  });
}
