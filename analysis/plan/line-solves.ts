import { branchAndBound } from "./branch-and-bound";
import { compilePlan } from "./compile-plan";
import { costHeadroom } from "./cost-headroom";
import { lockIn } from "./explain-out";
import { needsSolver, requireScore } from "./near-optimal";
import { buildPlanModel } from "./plan-model";
import type { PlanProblem } from "./problem";
import { scoreOf } from "./score-plan";
import { costOf } from "./selection";
import type { SolveOptions } from "./solve-options";
import { stageControl } from "./stage-control";

/**
 * The solves that a search for a change asks for. `null` is an answer that was not proven in time: nothing may be built
 * on it, and `open` tells that there was one.
 */
export interface LineSolves {
  /** Best score; -Infinity without a plan. */
  readonly bestScore: (problem: PlanProblem) => number | null;
  /** Whether a plan reaches a score. */
  readonly reaches: (problem: PlanProblem, least: number) => boolean | null;
  /** Cost, given lines included, of the cheapest plan that reaches a score; Infinity if none does. */
  readonly cheapest: (problem: PlanProblem, least: number) => number | null;
  /** The greatest cost of a line, below what it costs, with which a plan that holds it reaches a score; 0 if none does. */
  readonly greatestCost: (problem: PlanProblem, activity: string, least: number) => number | null;
  readonly shouldStop: () => boolean;
  /** Notes that a question stays open. */
  readonly leaveOpen: () => null;
  readonly open: () => boolean;
}

/** @throws {RangeError} if there is no solver */
export function createLineSolves(options: SolveOptions): LineSolves {
  const solver = needsSolver(options);
  let anyOpen = false;
  const leaveOpen = () => {
    anyOpen = true;
    return null;
  };
  return {
    bestScore: (problem) => {
      const { proven, value } = solveScore(problem, options);
      return proven ? (value ?? Number.NEGATIVE_INFINITY) : leaveOpen();
    },
    reaches: (problem, least) => {
      const { proven, value } = solveScore(problem, options, least);
      if (value !== null && value >= least) return true;
      return proven ? false : leaveOpen();
    },
    cheapest: (problem, least) => {
      const { proven, value } = solveCost(problem, least, options);
      const given = problem.given.reduce((sum, line) => sum + line.cost, 0);
      return proven ? (value === null ? Number.POSITIVE_INFINITY : given - value) : leaveOpen();
    },
    greatestCost: (problem, activity, least) => {
      const { proven, cost } = costHeadroom(lockIn(problem, activity), activity, least, solver, options);
      // At no cost it needs no funder either, which the headroom does not know.
      return proven ? (cost ?? 0) : leaveOpen();
    },
    shouldStop: options.shouldStop ?? (() => false),
    leaveOpen,
    open: () => anyOpen,
  };
}

function solveScore(problem: PlanProblem, options: SolveOptions, least?: number) {
  const plan = compilePlan(problem);
  const planModel = buildPlanModel(plan);
  return branchAndBound(
    plan,
    planModel,
    {
      objective: planModel.score,
      constant: planModel.constant,
      valueOf: (selection) => {
        const score = scoreOf(plan, selection.keys());
        // Beyond what is asked nothing matters: the search ends at the first plan that reaches it.
        return least === undefined ? score : Math.min(score, least);
      },
      accepts: () => true,
      grows: true,
    },
    undefined,
    { ...stageControl(needsSolver(options), options, least), ...(least === undefined ? {} : { enough: least }) },
  );
}

function solveCost(problem: PlanProblem, least: number, options: SolveOptions) {
  const plan = compilePlan(problem);
  const planModel = buildPlanModel(plan);
  requireScore(planModel, least);
  return branchAndBound(
    plan,
    planModel,
    {
      objective: planModel.chosen.flatMap((column, at): [number, number][] =>
        column < 0 ? [] : [[column, -costOf(plan, [at])]],
      ),
      constant: 0,
      valueOf: (selection) => 0 - costOf(plan, selection.keys()),
      accepts: (selection) => scoreOf(plan, selection.keys()) >= least,
      grows: false,
    },
    undefined,
    stageControl(needsSolver(options), options),
  );
}
