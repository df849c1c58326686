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
  /** Milliseconds for other experts, months and hosts: the slowest line of the plan. */
  readonly slowestChoices: number | null;
}

/**
 * Solves the ten generated regions of 35 members, 300 candidate activities and 40 experts, each up to a time limit.
 *
 * @param limit seconds for each
 * @param now a clock in milliseconds: of the wall, or of the processor where the machine is shared
 */
export async function benchPlan({
  limit = 30,
  now = () => performance.now(),
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
    const { status, plan, gap } = solvePlan(problem, {
      solver,
      timeLimit: limit,
      now,
      onProgress: (progress) => {
        if (progress.gap === null) return;
        firstGap ??= (now() - start) / 1000;
        if (progress.gap <= 0.01) onePerCent ??= (now() - start) / 1000;
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
      seconds,
      slowestChoices: choices.length > 0 ? Math.max(...choices) : null,
    };
  });
}
