import type { CompiledPlan } from "./compile-plan";
import { type LinearRow, row } from "./linear-model";
import type { PlanModel } from "./plan-model";
import { type Slot, type StaffingCut, staffSlots } from "./staffing-flow";

const TOLERANCE = 1e-6;

/**
 * A minimum cut as a row of the model: all seats that must be taken from the counted experts, over all activities and
 * months and not only those of the cut, need no more than these can give.
 *
 * The coefficient of an activity in a month is the fewest of its seats that uncounted experts cannot fill.
 */
export function staffingRow(plan: CompiledPlan, { held }: PlanModel, cut: StaffingCut): LinearRow {
  const monthCount = plan.problem.months.length;
  let capacity = cut.expertMonths.size;
  for (const expert of cut.experts) capacity += plan.experts[expert]?.missions ?? 0;
  const entries: [number, number][] = [];
  plan.activities.forEach(({ leads, seconds, teamSize }, at) => {
    if (teamSize === 0) return;
    for (const [month, column] of held[at] ?? []) {
      const uncounted = (experts: readonly number[]) =>
        experts.filter(
          (expert) =>
            plan.experts[expert]?.free[month] &&
            !cut.experts.has(expert) &&
            !cut.expertMonths.has(expert * monthCount + month),
        ).length;
      const free = uncounted(leads);
      const filled = Math.min(1, free) + Math.min(teamSize - 1, Math.max(0, free - 1) + uncounted(seconds));
      entries.push([column, teamSize - filled]);
    }
  });
  return row(Number.NEGATIVE_INFINITY, capacity, entries);
}

/** The slots of a solution of the model, with the month of each activity. */
export function slotsOf({ held }: PlanModel, values: ArrayLike<number>): Slot[] {
  return held.flatMap((months, activity) =>
    [...months].flatMap(([month, column]) => {
      const share = values[column] ?? 0;
      return share > TOLERANCE ? [{ activity, month, share: share > 1 - TOLERANCE ? 1 : share }] : [];
    }),
  );
}

/** The row that a solution breaks because its teams cannot be staffed; `undefined` if they can. */
export function separateStaffing(
  plan: CompiledPlan,
  planModel: PlanModel,
  values: ArrayLike<number>,
): LinearRow | undefined {
  const staffing = staffSlots(plan, slotsOf(planModel, values));
  if (staffing.complete) return undefined;
  const cut = staffingRow(plan, planModel, staffing.cut);
  const taken = cut.columns.reduce((sum, column, at) => sum + (cut.values[at] ?? 0) * (values[column] ?? 0), 0);
  return taken > cut.upper + TOLERANCE ? cut : undefined;
}
