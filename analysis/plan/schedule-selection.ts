import type { CompiledPlan } from "./compile-plan";
import { isStaffed, keepsCounts, missingMonths } from "./feasible-selection";
import { place } from "./greedy-plan";
import type { Selection } from "./selection";
import { staffSlots } from "./staffing-flow";

/**
 * Months for a set of activities, so that workdays, numbers of lines and teams fit; a search that goes back when it is
 * stuck, and gives up after `effort` trials.
 *
 * @param preference share of an activity in a month, tried greatest first
 * @returns `undefined` if none was found, which does not prove that there is none
 */
export function scheduleSelection(
  plan: CompiledPlan,
  activities: readonly number[],
  preference: (activity: number, month: number) => number,
  effort = 60,
): Selection | undefined {
  const monthsOf = (at: number) => plan.activities[at]?.months ?? [];
  const order = [...activities].sort((a, b) => monthsOf(a).length - monthsOf(b).length || a - b);
  let left = effort;
  const selection = new Map<number, number>();
  const assign = (index: number): boolean => {
    const at = order[index];
    if (at === undefined) return missingMonths(plan, selection).length === 0;
    const days = plan.problem.months.map(() => 0);
    for (const [other, month] of selection) days[month] = (days[month] ?? 0) + (plan.activities[other]?.days ?? 0);
    const months = [...monthsOf(at)].sort(
      (a, b) => preference(at, b) - preference(at, a) || (days[a] ?? 0) - (days[b] ?? 0) || a - b,
    );
    for (const month of months) {
      if (left-- <= 0) return false;
      selection.set(at, month);
      const fits = keepsCounts(plan, selection) && (plan.activities[at]?.teamSize === 0 || isStaffed(plan, selection));
      if (fits && assign(index + 1)) return true;
      selection.delete(at);
    }
    return false;
  };
  if (assign(0)) return selection;
  return scheduleMoving(plan, order);
}

function scheduleMoving(plan: CompiledPlan, order: readonly number[]): Selection | undefined {
  let selection: Selection = new Map();
  for (const at of order) {
    const grown = placeMoving(plan, selection, at);
    if (grown === undefined) return undefined;
    selection = grown;
  }
  return missingMonths(plan, selection).length === 0 ? selection : undefined;
}

/**
 * The selection with one more activity, moving one other line to another of its months if nothing else helps.
 *
 * @returns `undefined` if that does not suffice
 */
export function placeMoving(plan: CompiledPlan, selection: Selection, at: number): Selection | undefined {
  const direct = place(plan, selection, at);
  if (direct !== undefined) return direct;
  const activity = plan.activities[at];
  if (activity === undefined || selection.has(at) || !isStaffable(plan, [...selection.keys(), at])) return undefined;
  for (const month of activity.months)
    for (const [other, held] of selection) {
      if (held !== month) continue;
      for (const target of plan.activities[other]?.months ?? []) {
        if (target === month) continue;
        const moved = new Map(selection).set(other, target).set(at, month);
        if (keepsCounts(plan, moved) && isStaffed(plan, moved)) return moved;
      }
    }
  return undefined;
}

/** Whether the teams suffice when an expert's months are left aside: if not, no month helps. */
function isStaffable(plan: CompiledPlan, activities: readonly number[]): boolean {
  const experts = plan.experts.map((each) => ({ ...each, free: activities.map(() => each.free.some((free) => free)) }));
  const slots = activities.map((activity, month) => ({ activity, month, share: 1 }));
  const spread = { ...plan, experts, problem: { ...plan.problem, months: activities.map(String) } };
  return staffSlots(spread, slots).complete;
}
