import type { OnProgress, Provenance } from "~/analysis/result";
import { compilePlan } from "./compile-plan";
import { type SolveStatus, statusOf } from "./explain-in";
import type { PlanProblem } from "./problem";
import { searchProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import type { SolveOptions } from "./solve-options";
import { gapOf, solveCompiled } from "./solve-plan";

export interface BudgetPoint {
  /** Share of the budget, 1 for the budget itself, and the money it is, rounded down. */
  readonly share: number;
  readonly budget: number;
  readonly score: number | null;
  /** (bound - score) / score; 0 if proven. */
  readonly gap: number | null;
  readonly status: SolveStatus;
}

const SHARES = [0.8, 0.9, 1, 1.1, 1.2, 1.3];

/**
 * The best score at 80 to 130 per cent of the budget. Funders' amounts grow and shrink with it.
 *
 * @throws {RangeError} if the problem has no budget, or a share is below 0
 */
export function budgetCurve(
  problem: PlanProblem,
  options: SolveOptions & { readonly shares?: readonly number[]; readonly onPoint?: OnProgress },
): Provenance & { readonly points: readonly BudgetPoint[] } {
  const { budget, funders } = problem.rules;
  if (budget === null) throw new RangeError("there is no budget to vary");
  const shares = options.shares ?? SHARES;
  const points: BudgetPoint[] = [];
  for (const share of shares) {
    if (!(share >= 0)) throw new RangeError(`share ${share} of the budget is below 0`);
    if (options.shouldStop?.()) break;
    const scaled = (amount: number) => Math.floor(amount * share + 1e-9);
    const plan = compilePlan({
      ...problem,
      rules: {
        ...problem.rules,
        budget: scaled(budget),
        funders: funders?.map((funder) => ({ ...funder, amount: scaled(funder.amount) })) ?? null,
      },
    });
    const outcome = solveCompiled(plan, options, 1);
    const score = outcome.selection === undefined ? null : scoreOf(plan, outcome.selection.keys());
    points.push({ share, budget: scaled(budget), score, gap: gapOf(score, outcome.bound), status: statusOf(outcome) });
    options.onPoint?.({ done: points.length, total: shares.length });
  }
  return { ...searchProvenance(problem, "budget-curve", options, { shares }), points };
}
