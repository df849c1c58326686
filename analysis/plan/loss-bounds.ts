import type { OnProgress, Provenance } from "~/analysis/result";
import { compilePlan } from "./compile-plan";
import { positionsOf, type ReasonClass, reasonClass } from "./explain-out";
import { needsSolver } from "./near-optimal";
import { buildPlanModel } from "./plan-model";
import type { PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import type { SolveOptions } from "./solve-options";
import { createSeparation } from "./staffing-cuts";

export interface LossBound {
  readonly activity: string;
  readonly inPlan: boolean;
  /** For a line left out; `null` for one in the plan. */
  readonly reason: ReasonClass | null;
  /** Bringing it in, or dropping it, costs at least this much score; `null` if `impossible`, or if the solver gave up. */
  readonly lossAtLeast: number | null;
  /** For a line left out: at most this close to the proposal; 0 if impossible, 1 if the solver gave up. */
  readonly closenessAtMost: number | null;
  /** `true`: no plan can do without it, or have it. */
  readonly impossible: boolean;
}

const ROUNDS = 80;

/**
 * Why in and why out of all lines at once, roughly: a proven least loss of each by one warm relaxation, some
 * milliseconds per line. The exact figures of a line come from `whyIn` and `whyOut`.
 *
 * @param chosen lines of the proposal
 * @param first ids to be answered first, for instance the line that was clicked
 */
export function lossBounds(
  problem: PlanProblem,
  chosen: readonly { readonly activity: string; readonly month: number }[],
  options: SolveOptions & {
    readonly first?: readonly string[];
    readonly onLine?: (bound: LossBound) => void;
    readonly onLines?: OnProgress;
  },
): Provenance & { readonly bounds: readonly LossBound[]; readonly complete: boolean } {
  const solver = needsSolver(options);
  const plan = compilePlan(problem);
  const own = new Set(
    positionsOf(
      plan,
      chosen.map(({ activity }) => activity),
    ),
  );
  const score = scoreOf(plan, own);
  const planModel = buildPlanModel(plan);
  const { model } = planModel;
  for (const [column, worth] of planModel.score) model.cost[column] = worth;
  const separate = createSeparation(plan, planModel);
  const lp = solver.openLp(model);
  const bounds: LossBound[] = [];
  const early = new Set(options.first);
  const order = plan.activities.map((_, at) => at);
  order.sort(
    (a, b) =>
      Number(early.has(plan.activities[b]?.id ?? "")) - Number(early.has(plan.activities[a]?.id ?? "")) || a - b,
  );
  try {
    let root = lp.solve();
    for (let round = 0; round < ROUNDS && root.status === "optimal"; round++) {
      const cuts = separate(root.values);
      if (cuts.length === 0) break;
      lp.addRows(cuts);
      root = lp.solve();
    }
    for (const at of order) {
      const activity = plan.activities[at];
      if (activity === undefined) continue;
      if (options.shouldStop?.()) break;
      const column = planModel.chosen[at] ?? -1;
      const inPlan = own.has(at);
      let bound: number | null = null;
      let impossible = true;
      if (column >= 0 && !(inPlan && activity.fixedIn)) {
        lp.setBounds(column, inPlan ? 0 : 1, inPlan ? 0 : 1);
        const result = lp.solve();
        impossible = result.status === "infeasible";
        bound = result.status === "optimal" ? Math.floor(result.objective + planModel.constant + 1e-6) : null;
        lp.setBounds(column, activity.fixedIn ? 1 : 0, 1);
        lp.restore(root);
      }
      const found: LossBound = {
        activity: activity.id,
        inPlan,
        reason: inPlan ? null : reasonClass(problem, chosen, activity.id),
        lossAtLeast: bound === null ? null : Math.max(0, score - bound),
        closenessAtMost: inPlan ? null : impossible ? 0 : bound !== null && score > 0 ? Math.min(1, bound / score) : 1,
        impossible,
      };
      bounds.push(found);
      options.onLine?.(found);
      options.onLines?.({ done: bounds.length, total: order.length });
    }
  } finally {
    lp.dispose();
  }
  return {
    ...planProvenance(problem, "loss-bounds"),
    bounds,
    complete: bounds.length === plan.activities.length,
  };
}
