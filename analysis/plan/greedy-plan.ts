import type { CompiledPlan } from "./compile-plan";
import { isComplete, isStaffed, keepsCounts, missingIslands, missingMonths } from "./feasible-selection";
import { scoreOf } from "./score-plan";
import type { Selection } from "./selection";

/**
 * A plan by greedy choice, most additional score per cost: what a proposal is compared with.
 *
 * Locks come first, then lines for islands and months that must be reached, then the rest.
 *
 * @returns `undefined` if the greedy order meets no plan that keeps all rules, which does not prove that there is none
 */
export function greedySelection(plan: CompiledPlan): Selection | undefined {
  let selection: Selection = new Map();
  for (const [at, { fixedIn }] of plan.activities.entries()) {
    if (!fixedIn) continue;
    const grown = place(plan, selection, at);
    if (grown === undefined) return undefined;
    selection = grown;
  }
  selection = reachIslands(plan, selection);
  selection = fillMonths(plan, selection);
  selection = fill(plan, selection);
  return isComplete(plan, selection) ? selection : undefined;
}

/** The selection with one more activity, in the month with the fewest office days taken that takes it. */
export function place(plan: CompiledPlan, selection: Selection, at: number): Selection | undefined {
  const activity = plan.activities[at];
  if (activity === undefined || selection.has(at)) return undefined;
  const taken = plan.problem.months.map(() => 0);
  for (const [other, month] of selection) taken[month] = (taken[month] ?? 0) + (plan.activities[other]?.days ?? 0) + 1;
  const months = [...activity.months].sort((a, b) => (taken[a] ?? 0) - (taken[b] ?? 0) || a - b);
  for (const month of months) {
    const grown = new Map(selection).set(at, month);
    if (keepsCounts(plan, grown) && (activity.teamSize === 0 || isStaffed(plan, grown))) return grown;
  }
  return undefined;
}

/** Adds whatever still fits and gains, best gain per cost first. */
function fill(plan: CompiledPlan, start: Selection): Selection {
  let selection = start;
  const gains = plan.activities.map((_, at) => at).filter((at) => !selection.has(at));
  let queue = gains.map((at) => ({ at, ratio: ratioOf(plan, selection, at) })).filter(({ ratio }) => ratio > 0);
  queue.sort(byRatio);
  while (queue.length > 0) {
    const [first, ...rest] = queue;
    if (first === undefined) break;
    // The gain can only have fallen since it was computed: one look tells whether this one is still the best.
    const ratio = ratioOf(plan, selection, first.at);
    const next = rest[0];
    if (ratio <= 0) queue = rest;
    else if (next !== undefined && byRatio({ at: first.at, ratio }, next) > 0)
      queue = [...rest, { at: first.at, ratio }].sort(byRatio);
    else {
      selection = place(plan, selection, first.at) ?? selection;
      queue = rest;
    }
  }
  return selection;
}

function byRatio(a: { at: number; ratio: number }, b: { at: number; ratio: number }): number {
  return b.ratio - a.ratio || a.at - b.at;
}

function ratioOf(plan: CompiledPlan, selection: Selection, at: number): number {
  const activity = plan.activities[at];
  if (activity === undefined || activity.blocked !== null) return 0;
  const gain = scoreOf(plan, [...selection.keys(), at]) - scoreOf(plan, selection.keys());
  return gain / Math.max(1, activity.cost);
}

function reachIslands(plan: CompiledPlan, start: Selection): Selection {
  let selection = start;
  const failed = new Set<number>();
  for (;;) {
    const missing = new Set(missingIslands(plan, selection).map((member) => plan.problem.members[member]?.id ?? ""));
    if (missing.size === 0) return selection;
    const helpful = plan.activities
      .map(({ values }, at) => ({
        at,
        islands: new Set(
          values.flatMap(({ need }) => {
            const member = plan.problem.needs[need]?.member ?? "";
            return missing.has(member) ? [member] : [];
          }),
        ).size,
        ratio: ratioOf(plan, selection, at),
      }))
      .filter(({ at, islands }) => islands > 0 && !failed.has(at) && !selection.has(at))
      .sort((a, b) => b.islands - a.islands || byRatio(a, b));
    const [best] = helpful;
    if (best === undefined) return selection;
    const grown = place(plan, selection, best.at);
    if (grown === undefined) failed.add(best.at);
    else selection = grown;
  }
}

function fillMonths(plan: CompiledPlan, start: Selection): Selection {
  let selection = start;
  for (;;) {
    const [month] = missingMonths(plan, selection);
    if (month === undefined) return selection;
    const grown = plan.activities
      .map(({ months }, at) => ({ at, months, ratio: ratioOf(plan, selection, at) }))
      .filter(({ at, months }) => months.includes(month) && !selection.has(at))
      .sort(byRatio)
      .map(({ at }) => new Map(selection).set(at, month))
      .find((candidate) => keepsCounts(plan, candidate) && isStaffed(plan, candidate));
    if (grown === undefined) return selection;
    selection = grown;
  }
}

/**
 * Bound on the score of any plan without a solver: the lower of all needs at their best value, and the fractional
 * knapsack of the activities' own values under the budget.
 */
export function knapsackBound(plan: CompiledPlan): number {
  const best = [...plan.base];
  const offers = plan.activities
    .filter(({ blocked }) => blocked === null)
    .map(({ cost, values }) => {
      let value = 0;
      for (const each of values) {
        value += Math.max(0, each.value - (plan.base[each.need] ?? 0));
        best[each.need] = Math.max(best[each.need] ?? 0, each.value);
      }
      return { cost, value };
    });
  const base = plan.base.reduce((sum, value) => sum + value, 0);
  const everything = best.reduce((sum, value) => sum + value, 0);
  let money = plan.left.budget ?? Number.POSITIVE_INFINITY;
  let bound = base;
  for (const { cost, value } of offers.sort(
    (a, b) => b.value / Math.max(b.cost, 1e-9) - a.value / Math.max(a.cost, 1e-9),
  )) {
    if (cost <= money) {
      bound += value;
      money -= cost;
    } else {
      bound += (value * Math.max(0, money)) / cost;
      break;
    }
  }
  return Math.min(everything, Math.floor(bound + 1e-6));
}
