import type { Flag, Provenance } from "~/analysis/result";
import { branchAndBound, type StageControl } from "./branch-and-bound";
import { type CompiledPlan, compilePlan } from "./compile-plan";
import { knapsackBound } from "./greedy-plan";
import { createImprover } from "./improve-plan";
import { buildPlanModel, type PlanModel } from "./plan-model";
import { roughPrices } from "./price-lines";
import type { PlanLine, PlanProblem } from "./problem";
import { searchProvenance } from "./provenance";
import { type Contribution, scoreOf, scoreSelection } from "./score-plan";
import { costOf, linesOf, type Selection, tieBreakOf } from "./selection";
import type { SolveOptions } from "./solve-options";
import { secondsLeftOf } from "./stage-control";
import { type Violation, verifyPlan } from "./verify-plan";

export interface ProposedPlan {
  readonly lines: readonly PlanLine[];
  /** Covered weight in ten-thousandths, given lines included: exactly the sum of `contributions`. */
  readonly score: number;
  /** Cost of all lines, given ones included. */
  readonly cost: number;
  readonly contributions: readonly Contribution[];
  /** What the independent check found; empty unless the program is wrong. */
  readonly violations: readonly Violation[];
  /** Members named by as many lines as the warning of the absorption rule, or more. */
  readonly absorbed: readonly { readonly member: string; readonly lines: number }[];
}

export interface PlanProposal extends Provenance {
  /**
   * `optimal`: proven in all three stages. `bestFound`: time ran out, it was stopped, or there is no solver.
   * `infeasible`: proven that no plan keeps all rules. `notSolved`: stopped before any plan was found.
   */
  readonly status: "optimal" | "bestFound" | "infeasible" | "notSolved";
  readonly plan: ProposedPlan | null;
  /** No plan scores more; `null` if infeasible. */
  readonly bound: number | null;
  /** (bound - score) / score, 0 once proven; `null` without a plan or with a score of 0 that is not proven. */
  readonly gap: number | null;
  /** Which of coverage, cost and order of the ids are proven. */
  readonly proven: readonly [boolean, boolean, boolean];
  readonly flags: readonly Flag[];
}

/**
 * The best plan under all rules: greatest covered weight, of these the cheapest, of these the one that comes first by
 * the hashed order of ids. The same problem gives the same plan in whatever order its lists stand; a time limit that
 * strikes gives the best found with bound and gap.
 *
 * Blocks its thread while the solver runs; `shouldStop` is asked about twenty times a second.
 *
 * @throws {RangeError} if the problem is malformed, or a time limit comes without a clock
 * @see docs/methods/plan-proposal.md
 */
export function solvePlan(problem: PlanProblem, options: SolveOptions): PlanProposal {
  const plan = compilePlan(problem);
  const outcome = solveCompiled(plan, options);
  return proposalOf(plan, outcome, options);
}

export interface Outcome {
  readonly selection: Selection | undefined;
  readonly infeasible: boolean;
  readonly bound: number;
  readonly proven: readonly [boolean, boolean, boolean];
  /** `true`: it was asked to stop, and did. */
  readonly asked: boolean;
}

/** Trials per activity where there is no solver to go on. */
const LONE_TRIALS = 20;

/** The three stages on a compiled problem, or the first only. */
export function solveCompiled(plan: CompiledPlan, options: SolveOptions, stages: 1 | 3 = 3): Outcome {
  const { solver } = options;
  let asked = false;
  const shouldStop = () => {
    asked ||= options.shouldStop?.() ?? false;
    return asked;
  };
  const secondsLeft = secondsLeftOf(options);
  const report = reporter(options);
  const halted = () => shouldStop() || secondsLeft() <= 0;
  const improver = createImprover(plan, startOf(plan, options.start), roughPrices(plan));
  const knapsack = knapsackBound(plan);
  report(1, improver.best()?.score ?? null, knapsack);
  improver.run(solver === null ? LONE_TRIALS * plan.activities.length : plan.activities.length, halted);
  const greedy = improver.best()?.selection;
  report(1, greedy === undefined ? null : scoreOf(plan, greedy.keys()), knapsack);
  if (solver === null)
    return { selection: greedy, infeasible: false, bound: knapsack, proven: [false, false, false], asked };

  const planModel = buildPlanModel(plan);
  let score: number | null = null;
  const control = (stage: 1 | 2 | 3): StageControl => ({
    solver,
    secondsLeft,
    shouldStop,
    onState: (value, bound) =>
      stage === 1 ? report(1, value, Math.min(knapsack, bound)) : report(stage, score, score ?? bound),
  });
  const first = branchAndBound(
    plan,
    planModel,
    {
      objective: planModel.score,
      constant: planModel.constant,
      valueOf: (selection) => scoreOf(plan, selection.keys()),
      accepts: () => true,
      grows: true,
      improver,
    },
    greedy,
    control(1),
  );
  const bound = Math.min(knapsack, first.bound);
  score = first.value;
  if (!first.proven || first.incumbent === undefined || stages === 1)
    return {
      selection: first.incumbent,
      infeasible: first.proven && first.incumbent === undefined,
      bound,
      proven: [first.proven, false, false],
      asked,
    };
  const rest = refine(plan, planModel, first.incumbent, control, secondObjective(plan, options.near));
  return { selection: rest.selection, infeasible: false, bound, proven: [true, rest.cost, rest.order], asked };
}

/** What the second stage makes small: the cost, or the number of lines that differ from a plan. */
function secondObjective(plan: CompiledPlan, near: readonly string[] | undefined): (at: number) => number {
  if (near === undefined) return (at) => plan.activities[at]?.cost ?? 0;
  const there = new Set(near);
  return (at) => (there.has(plan.activities[at]?.id ?? "") ? -1 : 1);
}

/** Stages two and three: the cheapest of the best, and of these the first in the hashed order. */
function refine(
  plan: CompiledPlan,
  planModel: PlanModel,
  best: Selection,
  control: (stage: 1 | 2 | 3) => StageControl,
  weight: (at: number) => number,
): { selection: Selection; cost: boolean; order: boolean } {
  const score = scoreOf(plan, best.keys());
  const infinite = Number.POSITIVE_INFINITY;
  const entries = (weight: (at: number) => number) =>
    planModel.chosen.flatMap((column, at): [number, number][] => (column < 0 ? [] : [[column, -weight(at)]]));
  const keepsScore = (selection: Selection) => scoreOf(plan, selection.keys()) >= score;
  addFloor(planModel, planModel.score, score - planModel.constant, infinite);
  const secondary = (selection: Selection) => 0 - [...selection.keys()].reduce((sum, at) => sum + weight(at), 0);
  const worths = entries(weight);
  const second = branchAndBound(
    plan,
    planModel,
    { objective: worths, constant: 0, valueOf: secondary, accepts: keepsScore, grows: false },
    best,
    control(2),
  );
  const cheapest = second.incumbent ?? best;
  if (!second.proven || second.incumbent === undefined) return { selection: cheapest, cost: false, order: false };
  const reached = secondary(cheapest);
  addFloor(planModel, worths, reached, infinite);
  const third = branchAndBound(
    plan,
    planModel,
    {
      objective: entries((at) => plan.activities[at]?.tieBreak ?? 0),
      constant: 0,
      valueOf: (selection) => -tieBreakOf(plan, selection.keys()),
      accepts: (selection) => keepsScore(selection) && secondary(selection) >= reached,
      grows: false,
    },
    cheapest,
    control(3),
  );
  return { selection: third.incumbent ?? cheapest, cost: true, order: third.proven && third.incumbent !== undefined };
}

function addFloor(
  { model }: PlanModel,
  entries: readonly (readonly [number, number])[],
  lower: number,
  upper: number,
): void {
  const kept = entries.filter(([, value]) => value !== 0);
  model.rows.push({
    lower,
    upper,
    columns: kept.map(([column]) => column),
    values: kept.map(([, value]) => value),
  });
}

function startOf(plan: CompiledPlan, start: SolveOptions["start"]): Selection | undefined {
  if (start === undefined) return undefined;
  const selection = new Map<number, number>();
  for (const { activity, month } of start) {
    const at = plan.position.get(activity);
    if (at === undefined) return undefined;
    selection.set(at, month);
  }
  const check = proposedPlan(plan, selection);
  return check !== undefined && check.violations.length === 0 ? selection : undefined;
}

function proposalOf(plan: CompiledPlan, outcome: Outcome, options: SolveOptions): PlanProposal {
  const { solver, timeLimit } = options;
  const proposed = outcome.selection === undefined ? undefined : proposedPlan(plan, outcome.selection);
  const provenance = searchProvenance(plan.problem, "solve-plan", options);
  if (proposed === undefined)
    return {
      ...provenance,
      status: outcome.infeasible ? "infeasible" : "notSolved",
      plan: null,
      bound: outcome.infeasible ? null : outcome.bound,
      gap: null,
      proven: outcome.proven,
      flags: outcome.infeasible ? [] : ["notProven"],
    };
  const optimal = outcome.proven.every((stage) => stage);
  const flags: Flag[] = [];
  if (!optimal) flags.push("notProven");
  if (!optimal && solver !== null && timeLimit !== undefined && !outcome.asked) flags.push("timeLimit");
  if (proposed.contributions.some(({ imputed }) => imputed)) flags.push("imputed");
  return {
    ...provenance,
    status: optimal ? "optimal" : "bestFound",
    plan: proposed,
    bound: outcome.bound,
    gap: gapOf(proposed.score, outcome.bound),
    proven: outcome.proven,
    flags,
  };
}

/** The plan that a selection makes, checked; `undefined` if it has no teams or no money. */
export function proposedPlan(plan: CompiledPlan, selection: Selection): ProposedPlan | undefined {
  const lines = linesOf(plan, selection);
  if (lines === undefined) return undefined;
  const { problem } = plan;
  const named = problem.members.map(({ id }, member) => ({
    member: id,
    lines:
      problem.given.filter((line) => line.members.includes(id)).length +
      [...selection.keys()].filter((at) => plan.activities[at]?.members.includes(member)).length,
  }));
  const warning = problem.rules.absorption?.warning ?? Number.POSITIVE_INFINITY;
  return {
    lines,
    ...scoreSelection(plan, [...selection.keys()]),
    cost: costOf(plan, selection.keys()) + problem.given.reduce((sum, line) => sum + line.cost, 0),
    violations: verifyPlan(problem, lines),
    absorbed: named.filter((each) => each.lines >= warning),
  };
}

export function gapOf(score: number | null, bound: number): number | null {
  if (score === null || !Number.isFinite(bound)) return null;
  if (bound <= score) return 0;
  return score > 0 ? (bound - score) / score : null;
}

function reporter({ onProgress }: SolveOptions) {
  return (stage: 1 | 2 | 3, score: number | null, bound: number) =>
    onProgress?.({ stage, score, bound, gap: gapOf(score, bound) });
}
