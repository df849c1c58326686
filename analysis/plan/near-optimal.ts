import type { Provenance } from "~/analysis/result";
import { branchAndBound } from "./branch-and-bound";
import { type CompiledPlan, compilePlan } from "./compile-plan";
import { positionsOf } from "./explain-out";
import { type PlanDifference, planDifference } from "./plan-difference";
import { buildPlanModel, type PlanModel } from "./plan-model";
import type { PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import { costOf, type Selection } from "./selection";
import type { SolveOptions } from "./solve-options";
import { type ProposedPlan, proposedPlan } from "./solve-plan";
import type { Solver } from "./solver";
import { stageControl } from "./stage-control";

export interface AlternativePlan {
  readonly plan: ProposedPlan;
  /** Lines that it shares with the proposal. */
  readonly shared: number;
  /** Proposal minus alternative. */
  readonly difference: PlanDifference;
}

export interface NearOptimalPlans extends Provenance {
  readonly alternatives: readonly AlternativePlan[];
  /** `false`: time ran out before the most different plan was proven to be that. */
  readonly proven: boolean;
}

/**
 * Plans that score nearly as much and are as different as can be: each shares as few lines as possible with the
 * proposal and with the alternatives before it. More useful to a planner than one optimum.
 *
 * @param chosen ids of the proposal's activities
 * @param share how much of the proposal's score an alternative may lose, 0.02 by default
 * @throws {RangeError} if the share is not from 0 to 1 or there is no solver
 */
export function nearOptimalPlans(
  problem: PlanProblem,
  chosen: readonly string[],
  options: SolveOptions & { readonly share?: number; readonly count?: number },
): NearOptimalPlans {
  const { share = 0.02, count = 3 } = options;
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share ${share} is not from 0 to 1`);
  const solver = needsSolver(options);
  const plan = compilePlan(problem);
  const own = positionsOf(plan, chosen);
  const least = Math.ceil((1 - share) * scoreOf(plan, own) - 1e-9);
  const overlap = new Map(own.map((at) => [at, 1]));
  const alternatives: AlternativePlan[] = [];
  let proven = true;
  for (let index = 0; index < count && proven && !options.shouldStop?.(); index++) {
    const planModel = buildPlanModel(plan);
    requireScore(planModel, least);
    const weight = (at: number) => overlap.get(at) ?? 0;
    const shared = (selection: Selection) => [...selection.keys()].reduce((sum, at) => sum + weight(at), 0);
    const result = branchAndBound(
      plan,
      planModel,
      {
        objective: planModel.chosen.flatMap((column, at): [number, number][] =>
          column < 0 || weight(at) === 0 ? [] : [[column, -weight(at)]],
        ),
        constant: 0,
        valueOf: (selection) => 0 - shared(selection),
        accepts: (selection) => scoreOf(plan, selection.keys()) >= least,
        grows: true,
      },
      undefined,
      stageControl(solver, options),
    );
    proven = result.proven;
    const proposed = result.incumbent === undefined ? undefined : proposedPlan(plan, result.incumbent);
    if (result.incumbent === undefined || proposed === undefined) break;
    const ids = proposed.lines.map(({ activity }) => activity);
    const same = [...result.incumbent.keys()].filter((at) => own.includes(at)).length;
    // The proposal once more, or an alternative: there is nothing else within the share.
    if (same === own.length && ids.length === own.length) break;
    alternatives.push({ plan: proposed, shared: same, difference: planDifference(problem, chosen, ids) });
    for (const at of result.incumbent.keys()) overlap.set(at, weight(at) + 1);
  }
  return {
    ...planProvenance(problem, "near-optimal", { share, count, timeLimit: options.timeLimit ?? null }),
    alternatives,
    proven,
  };
}

export interface TiedPlans extends Provenance {
  /** Ids of the activities of other plans with the same score that cost no more, at most `count`. */
  readonly plans: readonly (readonly string[])[];
  /** `true`: these are all there are. */
  readonly complete: boolean;
}

/** Other plans that score the same as the proposal and cost no more: only the order of the ids decided. */
export function tiedPlans(
  problem: PlanProblem,
  chosen: readonly string[],
  options: SolveOptions & { readonly count?: number },
): TiedPlans {
  const { count = 5 } = options;
  const solver = needsSolver(options);
  const plan = compilePlan(problem);
  const own = positionsOf(plan, chosen);
  const score = scoreOf(plan, own);
  const cost = costOf(plan, own);
  const seen: ReadonlySet<number>[] = [new Set(own)];
  const provenance = planProvenance(problem, "near-optimal", { count, timeLimit: options.timeLimit ?? null });
  const plans: (readonly string[])[] = [];
  for (;;) {
    if (plans.length === count) return { ...provenance, plans, complete: false };
    const planModel = buildPlanModel(plan);
    requireScore(planModel, score);
    planModel.model.rows.push({ lower: -Infinity, upper: cost, ...entriesOf(planModel, (at) => costOf(plan, [at])) });
    for (const set of seen)
      planModel.model.rows.push({
        lower: -Infinity,
        upper: set.size - 1,
        ...entriesOf(planModel, (at) => (set.has(at) ? 1 : -1)),
      });
    const { incumbent, proven } = branchAndBound(
      plan,
      planModel,
      {
        objective: [],
        constant: 0,
        valueOf: () => 0,
        accepts: (selection) =>
          scoreOf(plan, selection.keys()) >= score &&
          costOf(plan, selection.keys()) <= cost &&
          !seen.some((set) => set.size === selection.size && [...selection.keys()].every((at) => set.has(at))),
        grows: false,
      },
      undefined,
      stageControl(solver, options),
    );
    if (incumbent === undefined) return { ...provenance, plans, complete: proven };
    seen.push(new Set(incumbent.keys()));
    plans.push(idsOf(plan, incumbent));
  }
}

function idsOf(plan: CompiledPlan, selection: Selection): readonly string[] {
  return [...selection.keys()].sort((a, b) => a - b).map((at) => plan.activities[at]?.id ?? "");
}

function entriesOf({ chosen }: PlanModel, weight: (at: number) => number) {
  const kept = chosen.flatMap((column, at) => (column < 0 || weight(at) === 0 ? [] : [{ column, value: weight(at) }]));
  return { columns: kept.map(({ column }) => column), values: kept.map(({ value }) => value) };
}

/** Adds the rule that a plan scores at least this much. */
export function requireScore({ model, score, constant }: PlanModel, least: number): void {
  model.rows.push({
    lower: least - constant,
    upper: Number.POSITIVE_INFINITY,
    columns: score.map(([column]) => column),
    values: score.map(([, worth]) => worth),
  });
}

export function needsSolver({ solver }: SolveOptions): Solver {
  if (solver === null) throw new RangeError("this question needs the solver");
  return solver;
}
