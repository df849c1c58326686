import { funderUnions } from "./allocate-funding";
import { branchAndBound } from "./branch-and-bound";
import { type CompiledPlan, compilePlan } from "./compile-plan";
import { addColumn, row } from "./linear-model";
import { requireScore } from "./near-optimal";
import { buildPlanModel } from "./plan-model";
import type { PlanProblem } from "./problem";
import { scoreOf } from "./score-plan";
import type { Selection } from "./selection";
import type { SolveOptions } from "./solve-options";
import type { Solver } from "./solver";
import { stageControl } from "./stage-control";

/**
 * The greatest cost of a line, at most what it costs, with which a plan that holds it reaches a score: the line is
 * taken at no cost and what budget and funders leave for it is made as great as can be, in one solve.
 *
 * @param problem with the line locked in
 * @returns `cost`: `null` if not even at no cost, or if that is not known (`proven` is `false` then)
 */
export function costHeadroom(
  problem: PlanProblem,
  activity: string,
  score: number,
  solver: Solver,
  options: SolveOptions,
): { readonly proven: boolean; readonly cost: number | null } {
  // A cost of one unit keeps the line's funders in the model; it is given back at the end.
  const asked = problem.activities.find(({ id }) => id === activity)?.cost ?? 0;
  const plan = compilePlan({
    ...problem,
    activities: problem.activities.map((each) => (each.id === activity ? { ...each, cost: 1, hosts: [] } : each)),
  });
  const at = plan.position.get(activity) ?? -1;
  const limits = limitsOf(plan, at);
  const planModel = buildPlanModel(plan);
  requireScore(planModel, score);
  const room = addColumn(planModel.model, 0, asked - 1, 0, false);
  for (const limit of limits)
    planModel.model.rows.push(
      row(Number.NEGATIVE_INFINITY, limit.amount, [
        [room, 1],
        ...planModel.chosen.flatMap((column, each): [number, number][] =>
          column >= 0 && limit.counts(each) ? [[column, plan.activities[each]?.cost ?? 0]] : [],
        ),
      ]),
    );
  const left = (selection: Selection) =>
    Math.min(
      asked - 1,
      ...limits.map(({ amount, counts }) => {
        let spent = 0;
        for (const each of selection.keys()) if (counts(each)) spent += plan.activities[each]?.cost ?? 0;
        return amount - spent;
      }),
    );
  const { value, proven } = branchAndBound(
    plan,
    planModel,
    {
      objective: [[room, 1]],
      constant: 0,
      valueOf: left,
      accepts: (selection) => scoreOf(plan, selection.keys()) >= score && left(selection) >= 0,
      grows: false,
    },
    undefined,
    stageControl(solver, options),
  );
  return { proven, cost: proven && value !== null ? value + 1 : null };
}

/** The limits that the line's cost counts towards. */
function limitsOf(plan: CompiledPlan, at: number) {
  const own = plan.activities[at]?.funders ?? 0;
  const limits: { amount: number; counts: (activity: number) => boolean }[] = [];
  if (plan.left.budget !== null) limits.push({ amount: plan.left.budget, counts: () => true });
  for (const { funders, amount } of funderUnions(plan))
    if ((own & ~funders) === 0)
      limits.push({
        amount,
        counts: (activity) => {
          const bits = plan.activities[activity]?.funders ?? 0;
          return bits !== 0 && (bits & ~funders) === 0;
        },
      });
  return limits;
}
