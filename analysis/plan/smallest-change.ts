import type { Provenance } from "~/analysis/result";
import { branchAndBound, type StageResult } from "./branch-and-bound";
import { compilePlan } from "./compile-plan";
import { costHeadroom } from "./cost-headroom";
import { standingFor } from "./eligibility";
import { lockIn } from "./explain-out";
import { needsSolver, requireScore } from "./near-optimal";
import { buildPlanModel } from "./plan-model";
import type { PlanActivity, PlanExpert, PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import { costOf } from "./selection";
import { smallestRaise } from "./smallest-raise";
import type { SolveOptions } from "./solve-options";
import { stageControl } from "./stage-control";
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
  /** `false`: stopped before all were tried. */
  readonly complete: boolean;
}

const BUDGET_STEPS = 25;

/**
 * The smallest single changes that would bring a line into a best plan: after each, the best plan with the line scores
 * at least as much as the best plan without it.
 *
 * @throws {RangeError} if the activity is unknown or there is no solver
 * @see docs/methods/plan-reasons.md
 */
export function smallestChanges(problem: PlanProblem, activity: string, options: SolveOptions): SmallestChanges {
  needsSolver(options);
  const own = problem.activities.find(({ id }) => id === activity);
  if (own === undefined) throw new RangeError(`activity ${activity} is unknown`);
  const out = bestScore(without(problem, activity), options);
  const enters = (changed: PlanProblem, known?: number): boolean => {
    const rival = known ?? bestScore(without(changed, activity), options);
    return rival !== null && reaches(lockIn(changed, activity), rival, options);
  };
  const provenance = planProvenance(problem, "smallest-change", { activity });
  const stopped = () => options.shouldStop?.() ?? false;
  if (out === null) return { ...provenance, activity, tied: false, changes: [], complete: !stopped() };
  if (enters(problem, out)) return { ...provenance, activity, tied: true, changes: [], complete: true };

  const changes: BringingChange[] = [];
  const cost = costDown(problem, own, out, options);
  if (cost !== null && enters(withCost(problem, activity, cost), out)) changes.push({ kind: "cost", cost });
  const more = membersMore(problem, own, out, options);
  if (more !== null && enters(withMembers(problem, own, more), out)) changes.push({ kind: "members", more });
  const budget = budgetUp(problem, activity, out, options);
  if (budget !== null) changes.push({ kind: "budget", budget });
  changes.push(...raisedLimits(problem, activity, out, options));
  if (own.teamSize > 0) {
    if (enters(withExpert(problem, own))) changes.push({ kind: "expert" });
    const speaker = missingSpeakers(problem, own).find(({ expert, language }) =>
      enters(withLanguage(problem, expert, language)),
    );
    if (speaker !== undefined) changes.push({ kind: "language", ...speaker });
  }
  return { ...provenance, activity, tied: false, changes, complete: !stopped() };
}

function without(problem: PlanProblem, activity: string): PlanProblem {
  return {
    ...problem,
    fixedIn: problem.fixedIn.filter((lock) => lock.activity !== activity),
    fixedOut: [...problem.fixedOut.filter((id) => id !== activity), activity],
  };
}

/** Proven best score; `null` if there is no plan or it was not proven. */
function bestScore(problem: PlanProblem, options: SolveOptions): number | null {
  const { proven, value } = solveScore(problem, options);
  return proven ? value : null;
}

function reaches(problem: PlanProblem, least: number, options: SolveOptions): boolean {
  const { value } = solveScore(problem, options, least);
  return value !== null && value >= least;
}

function solveScore(problem: PlanProblem, options: SolveOptions, least?: number): StageResult {
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

/** The greatest cost of the line with which a plan that holds it reaches the score; below the cost it has. */
function costDown(problem: PlanProblem, own: PlanActivity, score: number, options: SolveOptions): number | null {
  if (own.cost === 0) return null;
  // At no cost it needs no funder either, which the headroom does not know.
  return costHeadroom(lockIn(problem, own.id), own.id, score, needsSolver(options), options) ?? 0;
}

function membersMore(problem: PlanProblem, own: PlanActivity, out: number, options: SolveOptions): number | null {
  if (own.kind === "national") return null;
  const inside = bestScore(lockIn(problem, own.id), options);
  const value = valueOfOneMore(problem, own);
  return inside === null || value === 0 ? null : Math.ceil((out - inside) / value);
}

/** Value of one more need of the topic's median weight at the line's quality. */
function valueOfOneMore(problem: PlanProblem, own: PlanActivity): number {
  return Math.round(10_000 * medianWeight(problem, own.topic) * problem.quality[own.mode]);
}

function medianWeight({ needs }: PlanProblem, topic: string): number {
  const weights = needs
    .filter((need) => need.topic === topic && need.weight > 0 && !need.imputed)
    .map(({ weight }) => weight)
    .sort((a, b) => a - b);
  return weights[Math.floor((weights.length - 1) / 2)] ?? 0;
}

/** The problem with `more` needs of the topic's median weight that only this line covers; who has them is left open. */
export function withMembers(problem: PlanProblem, own: PlanActivity, more: number): PlanProblem {
  const needs = Array.from({ length: more }, (_, at) => ({
    id: `further ${at} ${own.id}`,
    member: null,
    topic: own.topic,
    weight: medianWeight(problem, own.topic),
    imputed: false,
  }));
  return {
    ...problem,
    needs: [...problem.needs, ...needs],
    activities: problem.activities.map((each) =>
      each.id === own.id
        ? { ...each, covers: [...each.covers, ...needs.map(({ id }) => ({ need: id, mismatch: false }))] }
        : each,
    ),
  };
}

export function withCost(problem: PlanProblem, activity: string, cost: number): PlanProblem {
  return {
    ...problem,
    activities: problem.activities.map((each) => (each.id === activity ? { ...each, cost, hosts: [] } : each)),
  };
}

/**
 * The smallest budget with which the line is in a best plan. More money helps the rivals too, so that the answer need
 * not grow step by step: from the cheapest plan with the line that reaches the rivals' score, the rivals' score is
 * taken at that budget, and so on. No smaller budget can do, since at every smaller one the rivals need more.
 */
function budgetUp(problem: PlanProblem, activity: string, out: number, options: SolveOptions): number | null {
  if (problem.rules.budget === null) return null;
  let rival: number | null = out;
  let budget = problem.rules.budget;
  for (let step = 0; step < BUDGET_STEPS && rival !== null && !options.shouldStop?.(); step++) {
    const needed = cheapest(lockIn(withBudget(problem, null), activity), rival, options);
    if (needed === null) return null;
    if (needed <= budget) return budget > problem.rules.budget ? budget : null;
    budget = needed;
    rival = bestScore(without(withBudget(problem, budget), activity), options);
  }
  return null;
}

/** Raises of a single limit: of each funder that helps, of the month that needs least, of the lines per member. */
function raisedLimits(problem: PlanProblem, activity: string, out: number, options: SolveOptions): BringingChange[] {
  const { rules, activities, given, months } = problem;
  const raise = (rule: RuleRef, most: number) =>
    smallestRaise(problem, activity, rule, out, most, {
      rival: (changed) => bestScore(without(changed, activity), options),
      reaches: (changed, least) => reaches(changed, least, options),
      shouldStop: options.shouldStop ?? (() => false),
    });
  const changes: BringingChange[] = [];
  for (const { id, amount: now } of rules.funders ?? []) {
    const amount = raise({ rule: "funder", subject: id }, now + everything(problem));
    if (amount !== null) changes.push({ kind: "funder", funder: id, amount });
  }
  const everyDay = [...activities, ...given].reduce((sum, each) => sum + each.officeDays, 0);
  let least: { month: number; days: number; by: number } | undefined;
  months.forEach((subject, month) => {
    const now = rules.officeDays?.[month] ?? Number.POSITIVE_INFINITY;
    // Only fewer further days than another month needs are of interest.
    const days = raise({ rule: "officeDays", subject }, Math.min(everyDay, now + (least?.by ?? everyDay) - 1));
    if (days !== null) least = { month, days, by: days - now };
  });
  if (least !== undefined) changes.push({ kind: "officeDays", month: least.month, days: least.days });
  const limit = raise({ rule: "absorption", subject: null }, activities.length + given.length);
  if (limit !== null) changes.push({ kind: "absorption", limit });
  return changes;
}

function withBudget(problem: PlanProblem, budget: number | null): PlanProblem {
  return { ...problem, rules: { ...problem.rules, budget } };
}

/** Cost, given lines included, of the cheapest plan that reaches a score; `null` if none does. */
function cheapest(problem: PlanProblem, score: number, options: SolveOptions): number | null {
  const plan = compilePlan(problem);
  const planModel = buildPlanModel(plan);
  requireScore(planModel, score);
  const { proven, value } = branchAndBound(
    plan,
    planModel,
    {
      objective: planModel.chosen.flatMap((column, at): [number, number][] =>
        column < 0 ? [] : [[column, -costOf(plan, [at])]],
      ),
      constant: 0,
      valueOf: (selection) => 0 - costOf(plan, selection.keys()),
      accepts: (selection) => scoreOf(plan, selection.keys()) >= score,
      grows: false,
    },
    undefined,
    stageControl(needsSolver(options), options),
  );
  const given = problem.given.reduce((sum, line) => sum + line.cost, 0);
  return proven && value !== null ? given - value : null;
}

/** The problem with one more expert who could lead the line. */
export function withExpert(problem: PlanProblem, own: PlanActivity): PlanProblem {
  const expert: PlanExpert = {
    id: "further expert",
    member: null,
    languages: own.languages ?? [],
    areas: own.area === null ? [] : [{ area: own.area, standing: "accredited" }],
    topics: own.area === null ? [own.topic] : [],
    missions: 1,
    months: problem.months.map((_, month) => month),
    conflicts: [],
  };
  return { ...problem, experts: [...problem.experts, expert] };
}

export function withLanguage(problem: PlanProblem, expert: string, language: string): PlanProblem {
  return {
    ...problem,
    experts: problem.experts.map((each) =>
      each.id === expert ? { ...each, languages: [...each.languages, language] } : each,
    ),
  };
}

/** Persons with the standing for the line and none of its languages, in the order of ids. */
export function missingSpeakers(
  problem: PlanProblem,
  own: PlanActivity,
): readonly { readonly expert: string; readonly language: string }[] {
  const [language] = [...(own.languages ?? [])].sort();
  if (language === undefined || !problem.rules.languages) return [];
  return problem.experts
    .filter(
      (expert) =>
        standingFor(expert, own, problem.rules) !== null &&
        !own.languages?.some((each) => expert.languages.includes(each)),
    )
    .map(({ id }) => ({ expert: id, language }))
    .sort((a, b) => (a.expert < b.expert ? -1 : 1));
}
