import { rankTally } from "~/analysis/priorities/rank-topics";
import { tallyMatrix } from "~/analysis/priorities/topic-tally";
import { absentRow, type BenchRow, figure, medianTime, ratioRow } from "./bench-row";
import { randomRatings } from "./random-ratings";
import { rVersion, timesInR } from "./run-in-r";

/** 20,000 members, 200 topics, two scales, a twentieth missing: n, means, deviations, top-2, scores, places. */
export function benchRanking(runs: number): readonly BenchRow[] {
  const matrix = randomRatings({ members: 20_000, topics: 200 });
  const rank = () => rankTally(tallyMatrix(matrix), [], matrix, matrix.respondents.length);
  const ours = medianTime(runs, rank);
  const version = rVersion();
  if (version === undefined) return [absentRow("faster than base R", `${figure(ours)} ms; R is not installed here`)];
  const r = timesInR("ranking.R", matrix, runs).get("ranking");
  if (!r) throw new Error("ranking.R said nothing");
  const sum = rank().topics.reduce((total, { score }) => total + (score.value ?? 0), 0);
  if (Math.abs(sum - r.check) > 1e-8 * Math.abs(sum)) throw new Error(`the scores differ: ${sum}, in R ${r.check}`);
  const detail = `${figure(ours)} ms against ${figure(r.milliseconds)} ms`;
  return [ratioRow(`faster than base R ${version}`, r.milliseconds / ours, 5, detail)];
}
