import { regionShapes } from "../fixtures/plan/region-problem";
import { type BenchRow, figure, mostRow } from "./bench-row";
import { benchPlan, type PlanTiming } from "./plan";

/** Ten regions of different shape: how soon a bound is known, the gap within 1 %, the optimum proven. */
export async function benchPlanRows(
  progress: (line: string) => void,
  limit = Number(process.env.PLAN_BENCH_SECONDS ?? 30),
): Promise<readonly BenchRow[]> {
  const timings: PlanTiming[] = [];
  for (const shape of regionShapes) {
    const [timing] = await benchPlan({ limit, shapes: [shape] });
    if (!timing) continue;
    timings.push(timing);
    progress(`  ${shape}: ${timing.status} after ${figure(timing.seconds)} s`);
  }
  const proven = timings.filter(({ status }) => status === "optimal");
  const soon = proven.filter(({ seconds }) => seconds <= 5).length;
  const kept = (timings.at(-1)?.memory ?? 0) - (timings[0]?.memory ?? 0);
  const most = Math.floor(regionShapes.length / 2) + 1;
  return [
    ...timings.flatMap(rowsOf),
    {
      what: "shapes proven within 5 s",
      measured: `${soon} of ${timings.length}`,
      budget: `most, ${most} or more`,
      missed: soon >= most ? null : `${most - soon} too few`,
    },
    {
      what: `shapes proven within ${limit} s`,
      measured: `${proven.length} of ${timings.length}`,
      budget: "all, within 30 s",
      missed: proven.length === timings.length ? null : `${timings.length - proven.length} not proven`,
    },
    mostRow("memory kept: after all shapes, more than after the first", Math.max(0, kept), { most: 10, unit: "MB" }),
  ];
}

function rowsOf({
  shape,
  status,
  gap,
  firstGap,
  onePerCent,
  gapAfterFive,
  seconds,
  slowestChoices,
}: PlanTiming): readonly BenchRow[] {
  const five = gapAfterFive === null ? "no gap" : `${(gapAfterFive * 100).toFixed(2)} %`;
  const end =
    status === "optimal" ? `proven after ${figure(seconds)} s` : `${status}, gap ${((gap ?? 1) * 100).toFixed(2)} %`;
  return [
    mostRow(`${shape}: bound and gap shown`, firstGap, { most: 1, unit: "s" }),
    mostRow(`${shape}: gap at most 1 %`, onePerCent, { most: 5, unit: "s", detail: `${five} after 5 s, ${end}` }),
    mostRow(`${shape}: other experts, months, hosts of a line`, slowestChoices, { most: 100, unit: "ms" }),
  ];
}
