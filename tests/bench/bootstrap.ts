import { bootstrapRanks } from "~/analysis/uncertainty/bootstrap-ranks";
import { plainBootstrap } from "../analysis/uncertainty/plain-bootstrap";
import { absentRow, type BenchRow, figure, medianTime, ratioRow } from "./bench-row";
import { randomRatings } from "./random-ratings";
import { rVersion, timesInR } from "./run-in-r";

const REPLICATES = 10_000;

/**
 * 10,000 bootstrap replicates of 35 members and 40 topics with missing answers: intervals and chances in both views, with
 * and without correction; R gives one view. What ours can give besides, who stands above whom for all pairs, is told apart.
 */
export function benchBootstrap(runs: number): readonly BenchRow[] {
  const matrix = randomRatings({ members: 35, topics: 40, N: 40 });
  const withPairs = medianTime(runs, () => bootstrapRanks(matrix, { seed: 1, replicates: REPLICATES }));
  const ours = medianTime(runs, () => bootstrapRanks(matrix, { seed: 1, replicates: REPLICATES, pairs: false }));
  const plain = medianTime(Math.min(runs, 3), () => intervals(plainBootstrap(matrix, REPLICATES, 1).corrected));
  const detail = `${figure(ours)} ms`;
  const version = rVersion();
  const rows = [ratioRow("faster than plain JavaScript", plain / ours, null, `${detail} against ${figure(plain)} ms`)];
  if (version === undefined) return [...rows, absentRow("faster than R", "R is not installed here")];

  const r = timesInR("bootstrap.R", matrix, runs);
  const against = (id: string) => r.get(id)?.milliseconds ?? Number.NaN;
  const compared = (id: string) => `${detail} against ${figure(against(id))} ms`;
  return [
    ...rows,
    ratioRow(`faster than R ${version}, the usual loop`, against("loop") / ours, 10, compared("loop")),
    ratioRow(`faster than R ${version}, matrix form`, against("matrices") / ours, 3, compared("matrices")),
    ratioRow(
      "the same with all pairs, which R does not count",
      against("matrices") / withPairs,
      null,
      `${figure(withPairs)} ms against ${figure(against("matrices"))} ms`,
    ),
  ];
}

/** Interval, middle and chances of each topic, by sorting its places. */
function intervals(ranks: readonly (readonly (number | null)[])[]): readonly number[][] {
  const topics = ranks[0]?.length ?? 0;
  return Array.from({ length: topics }, (_, topic) => {
    const places = ranks.map((replicate) => replicate[topic] ?? 0).sort((a, b) => a - b);
    const at = (share: number) => places[Math.ceil(share * places.length) - 1] ?? 0;
    const within = (place: number) => places.filter((one) => one <= place).length / places.length;
    return [at(0.05), at(0.5), at(0.95), within(5), within(10)];
  });
}
