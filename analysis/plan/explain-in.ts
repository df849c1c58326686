import type { Flag, Provenance } from "~/analysis/result";
import { compilePlan } from "./compile-plan";
import { type PlanDifference, planDifference } from "./plan-difference";
import type { PlanProblem } from "./problem";
import { searchProvenance } from "./provenance";
import type { SolveOptions } from "./solve-options";
import { type Outcome, solveCompiled } from "./solve-plan";

/** Why a line is in the plan: what would be lost without it. */
export interface WhyIn extends Provenance {
  readonly activity: string;
  /** `true` if the planner locked it in; then the loss may be below 0: what the lock costs. */
  readonly locked: boolean;
  /** Score of the plan minus that of the best plan without the line; `null` if that is not known or there is none. */
  readonly loss: number | null;
  /** `optimal`: proven. `bestFound`: the loss is at most this. `infeasible`: no plan without it keeps all rules. */
  readonly status: SolveStatus;
  /** What the best plan without the line would change. */
  readonly without: PlanDifference | null;
  /** `notProven`: the best plan without the line is not proven, or better than the plan. */
  readonly flags: readonly Flag[];
}

/** How far a re-solve came. */
export type SolveStatus = "optimal" | "bestFound" | "infeasible" | "notSolved";

/**
 * Solves once more with one line of the plan kept out.
 *
 * @param chosen ids of the plan's activities
 * @throws {RangeError} if the activity is not one of them
 * @see docs/methods/plan-reasons.md
 */
export function whyIn(problem: PlanProblem, chosen: readonly string[], activity: string, options: SolveOptions): WhyIn {
  if (!chosen.includes(activity)) throw new RangeError(`${activity} is not in the plan`);
  const out: PlanProblem = {
    ...problem,
    fixedIn: problem.fixedIn.filter((lock) => lock.activity !== activity),
    fixedOut: [...problem.fixedOut, activity],
  };
  const locked = problem.fixedIn.some((lock) => lock.activity === activity);
  const outcome = solveCompiled(compilePlan(out), { ...options, near: chosen });
  const others = chosenIds(out, outcome);
  const difference = others === undefined ? null : planDifference(problem, chosen, others);
  return {
    ...searchProvenance(problem, "explain-in", options, { activity }),
    activity,
    locked,
    loss: difference?.score ?? null,
    status: statusOf(outcome),
    without: difference,
    flags: unprovenFlags(outcome, difference?.score ?? null, locked),
  };
}

/** Ids of an outcome's activities in the order of ids. */
export function chosenIds(problem: PlanProblem, { selection }: Outcome): readonly string[] | undefined {
  if (selection === undefined) return undefined;
  const { activities } = compilePlan(problem);
  return [...selection.keys()].sort((a, b) => a - b).map((at) => activities[at]?.id ?? "");
}

export function statusOf({ selection, infeasible, proven }: Outcome): SolveStatus {
  if (selection === undefined) return infeasible ? "infeasible" : "notSolved";
  return proven[0] ? "optimal" : "bestFound";
}

/** A plan without the planner's lock may score more; without any lock, more than the plan shows that it is not the best. */
export function unprovenFlags(outcome: Outcome, loss: number | null, locked: boolean): readonly Flag[] {
  return !outcome.proven[0] || (loss !== null && loss < 0 && !locked) ? ["notProven"] : [];
}
