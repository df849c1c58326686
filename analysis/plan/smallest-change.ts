import type { Provenance } from "~/analysis/result";
import {
  missingSpeakers,
  valueOfOneMore,
  withBudget,
  withCost,
  withExpert,
  withLanguage,
  withMembers,
  withoutLine,
} from "./changed-problem";
import { lockIn } from "./explain-out";
import { createLineSolves, type LineSolves } from "./line-solves";
import type { PlanActivity, PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { smallestRaise } from "./smallest-raise";
import type { SolveOptions } from "./solve-options";
import { everything, type RuleRef } from "./without-rule";

/** One change that by itself brings a line into a best plan; each was verified by solving the changed problem. */
export type BringingChange =
  /** The line's cost falls to `cost`, the greatest that does. */
  | { readonly kind: "cost"; readonly cost: number }
  /** `more` further members with the median need of the topic ask for it and are named by the line. */
  | { readonly kind: "members"; readonly more: number }
  /** The budget rises to `budget`, the smallest that does; funders as they are. */
  | { readonly kind: "budget"; readonly budget: number }
  /** One funder gives `amount`, the smallest that does; budget and the other funders as they are. */
  | { readonly kind: "funder"; readonly funder: string; readonly amount: number }
  /** The office has `days` workdays in one month (its position): the fewest more that do, the earliest such month. */
  | { readonly kind: "officeDays"; readonly month: number; readonly days: number }
  /** A member may be named by `limit` lines, the smallest limit that does. */
  | { readonly kind: "absorption"; readonly limit: number }
  /** One more accredited expert with the line's languages, free all year, for one mission. */
  | { readonly kind: "expert" }
  /** A person of the pool learns to work in the line's language. */
  | { readonly kind: "language"; readonly expert: string; readonly language: string };

export interface SmallestChanges extends Provenance {
  readonly activity: string;
  /** `true`: the line is in a plan as good as the proposal already, only cost or order decided. */
  readonly tied: boolean;
  readonly changes: readonly BringingChange[];
  /** `false`: stopped before all were tried, or some rest on a solve that was not proven in time; these are left out. */
  readonly complete: boolean;
}

const BUDGET_STEPS = 25;

/**
 * The smallest single changes that would bring a line into a best plan: after each, the best plan with the line scores
 * at least as much as the best plan without it.
 *
 * A time limit is for each solve. What a solve leaves unproven is not built upon: the change is left out.
 *
 * @throws {RangeError} if the activity is unknown or there is no solver
 * @see docs/methods/plan-reasons.md
 */
export function smallestChanges(problem: PlanProblem, activity: string, options: SolveOptions): SmallestChanges {
  const solves = createLineSolves(options);
  const own = problem.activities.find(({ id }) => id === activity);
  if (own === undefined) throw new RangeError(`activity ${activity} is unknown`);
  const result = (tied: boolean, changes: readonly BringingChange[]): SmallestChanges => ({
    ...planProvenance(problem, "smallest-change", { activity, timeLimit: options.timeLimit ?? null }),
    activity,
    tied,
    changes,
    complete: tied || !(solves.open() || solves.shouldStop()),
  });
  const out = solves.bestScore(withoutLine(problem, activity));
  if (out === null || out === Number.NEGATIVE_INFINITY) return result(false, []);
  const enters = (changed: PlanProblem, known?: number): boolean | null => {
    const rival = known ?? solves.bestScore(withoutLine(changed, activity));
    if (rival === null) return null;
    return rival !== Number.NEGATIVE_INFINITY && solves.reaches(lockIn(changed, activity), rival);
  };
  const tied = enters(problem, out);
  // A change brings nothing in that may be in already.
  if (tied !== false) return result(tied === true, []);

  const changes: BringingChange[] = [];
  const cost = own.cost === 0 ? null : solves.greatestCost(problem, activity, out);
  if (cost !== null && enters(withCost(problem, activity, cost), out)) changes.push({ kind: "cost", cost });
  const more = membersMore(problem, own, out, solves);
  if (more !== null && enters(withMembers(problem, own, more), out)) changes.push({ kind: "members", more });
  const budget = budgetUp(problem, activity, out, solves);
  if (budget !== null) changes.push({ kind: "budget", budget });
  changes.push(...raisedLimits(problem, activity, out, solves));
  if (own.teamSize > 0) {
    if (enters(withExpert(problem, own))) changes.push({ kind: "expert" });
    const speaker = missingSpeakers(problem, own).find(({ expert, language }) =>
      enters(withLanguage(problem, expert, language)),
    );
    if (speaker !== undefined) changes.push({ kind: "language", ...speaker });
  }
  return result(false, changes);
}

function membersMore(problem: PlanProblem, own: PlanActivity, out: number, solves: LineSolves): number | null {
  if (own.kind === "national") return null;
  const inside = solves.bestScore(lockIn(problem, own.id));
  const value = valueOfOneMore(problem, own);
  if (inside === null || inside === Number.NEGATIVE_INFINITY || value === 0) return null;
  return Math.ceil((out - inside) / value);
}

/**
 * The smallest budget with which the line is in a best plan. More money helps the rivals too, so that the answer need
 * not grow step by step: from the cheapest plan with the line that reaches the rivals' score, the rivals' score is
 * taken at that budget, and so on. No smaller budget can do, since at every smaller one the rivals need more.
 */
function budgetUp(problem: PlanProblem, activity: string, out: number, solves: LineSolves): number | null {
  if (problem.rules.budget === null) return null;
  let rival: number | null = out;
  let budget = problem.rules.budget;
  for (let step = 0; step < BUDGET_STEPS && rival !== null && !solves.shouldStop(); step++) {
    const needed = solves.cheapest(lockIn(withBudget(problem, null), activity), rival);
    if (needed === null || needed === Number.POSITIVE_INFINITY) return null;
    if (needed <= budget) return budget > problem.rules.budget ? budget : null;
    budget = needed;
    rival = solves.bestScore(withoutLine(withBudget(problem, budget), activity));
  }
  return solves.leaveOpen();
}

/** Raises of a single limit: of each funder that helps, of the month that needs least, of the lines per member. */
function raisedLimits(problem: PlanProblem, activity: string, out: number, solves: LineSolves): BringingChange[] {
  const { rules, activities, given, months } = problem;
  const raise = (rule: RuleRef, most: number) => smallestRaise(problem, activity, rule, out, most, solves);
  const changes: BringingChange[] = [];
  for (const { id, amount: now } of rules.funders ?? []) {
    const amount = raise({ rule: "funder", subject: id }, now + everything(problem));
    if (typeof amount === "number") changes.push({ kind: "funder", funder: id, amount });
  }
  const everyDay = [...activities, ...given].reduce((sum, each) => sum + each.officeDays, 0);
  let least: { month: number; days: number; by: number } | undefined;
  let anyOpen = false;
  months.forEach((subject, month) => {
    const now = rules.officeDays?.[month] ?? Number.POSITIVE_INFINITY;
    // Only fewer further days than another month needs are of interest.
    const days = raise({ rule: "officeDays", subject }, Math.min(everyDay, now + (least?.by ?? everyDay) - 1));
    if (days === "open") anyOpen = true;
    if (typeof days === "number") least = { month, days, by: days - now };
  });
  // A month left open could need fewer.
  if (least !== undefined && !anyOpen) changes.push({ kind: "officeDays", month: least.month, days: least.days });
  const limit = raise({ rule: "absorption", subject: null }, activities.length + given.length);
  if (typeof limit === "number") changes.push({ kind: "absorption", limit });
  return changes;
}
