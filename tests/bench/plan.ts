import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { otherChoices } from "~/analysis/plan/other-choices";
import { solvePlan } from "~/analysis/plan/solve-plan";
import { loadSolver } from "~/analysis/plan/solver";
import { type RegionShape, regionProblem, regionShapes } from "../fixtures/plan/region-problem";

export interface PlanTiming {
  readonly shape: RegionShape;
  readonly status: string;
  readonly lines: number;
  readonly score: number | null;
  /** (bound - score) / score when the limit struck; 0 if proven. */
  readonly gap: number | null;
  /** Seconds until a bound and a gap were known, until the gap was 1 %, and in all. */
  readonly firstGap: number | null;
  readonly onePerCent: number | null;
  readonly seconds: number;
  /** The gap after five seconds. */
  readonly gapAfterFive: number | null;
  /** Milliseconds for other experts, months and hosts: the slowest line of the plan. */
  readonly slowestChoices: number | null;
  /** Megabytes of heap and outside it that are in use once all is done, garbage collected. */
  readonly memory: number;
}

/** Milliseconds of the processor: where a machine is shared, seconds of the wall say more about the others. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** What is in use after collecting garbage, which the engine is told to allow here only. */
function memoryInUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

/**
 * Solves the ten generated regions of 35 members, 300 candidate activities and 40 experts, each up to a time limit.
 *
 * @param limit seconds for each
 * @param now a clock in milliseconds, by default the processor's
 */
export async function benchPlan({
  limit = 30,
  now = processorTime,
  shapes = regionShapes,
}: {
  readonly limit?: number;
  readonly now?: () => number;
  readonly shapes?: readonly RegionShape[];
} = {}): Promise<readonly PlanTiming[]> {
  const solver = await loadSolver();
  // The first call compiles the solver: a server does that once, when its worker starts.
  solvePlan(regionProblem("tightBudget", { activityCount: 30 }), { solver, timeLimit: 5, now });
  return shapes.map((shape) => {
    const problem = regionProblem(shape);
    const start = now();
    let firstGap: number | null = null;
    let onePerCent: number | null = null;
    let gapAfterFive: number | null = null;
    const { status, plan, gap } = solvePlan(problem, {
      solver,
      timeLimit: limit,
      now,
      onProgress: (progress) => {
        if (progress.gap === null) return;
        const seconds = (now() - start) / 1000;
        firstGap ??= seconds;
        if (progress.gap <= 0.01) onePerCent ??= seconds;
        if (seconds <= 5) gapAfterFive = progress.gap;
      },
    });
    const seconds = (now() - start) / 1000;
    const choices = (plan?.lines ?? []).map(({ activity }) => {
      const before = now();
      otherChoices(problem, plan?.lines ?? [], activity);
      return now() - before;
    });
    return {
      shape,
      status,
      lines: plan?.lines.length ?? 0,
      score: plan?.score ?? null,
      gap,
      firstGap,
      onePerCent,
      gapAfterFive,
      memory: memoryInUse(),
      seconds,
      slowestChoices: choices.length > 0 ? Math.max(...choices) : null,
    };
  });
}
