import type { CompiledPlan } from "./compile-plan";
import { isStaffed, keepsCounts, missingMonths } from "./feasible-selection";
import type { Selection } from "./selection";

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
  effort = 300,
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
  return assign(0) ? selection : undefined;
}
