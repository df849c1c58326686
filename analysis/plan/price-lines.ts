import type { CompiledPlan } from "./compile-plan";
import type { Price } from "./improve-plan";
import type { PlanModel } from "./plan-model";
import type { LpResult } from "./solver";

/** A price is never 0, so that of two lines with the same gain the one that takes less is preferred. */
const LEAST = 0.01;

/**
 * What a line takes from the others in each month, in score: the relaxation's prices of all limits that it counts
 * towards (money, members, variants, workdays, teams).
 */
export function pricesOf({ model, chosen, held }: PlanModel, { prices }: Pick<LpResult, "prices">): Price {
  const ofColumn = new Float64Array(model.cost.length);
  model.rows.forEach(({ upper, columns, values }, at) => {
    const price = prices[at] ?? 0;
    // Rows of coverage and of months have 0 on the right: they pass values on and limit nothing.
    if (!(upper > 0 && price > 0)) return;
    columns.forEach((column, index) => {
      ofColumn[column] = (ofColumn[column] ?? 0) + price * (values[index] ?? 0);
    });
  });
  const table = chosen.map((column, at) => {
    const own = ofColumn[column] ?? 0;
    return new Map(
      [...(held[at] ?? [])].map(([month, each]) => [month, own + (each === column ? 0 : (ofColumn[each] ?? 0))]),
    );
  });
  const all = table.flatMap((months) => [...months.values()]);
  const least = LEAST * Math.max(1, ...all);
  return (activity, month) => (table[activity]?.get(month) ?? 0) + least;
}

/** Prices without a relaxation: the shares of money, workdays and missions that a line takes. */
export function roughPrices(plan: CompiledPlan): Price {
  const share = (taken: number, total: number | null) => (total !== null && total > 0 ? taken / total : 0);
  const days = plan.left.days?.reduce((sum, each) => sum + Math.max(0, each), 0) ?? null;
  const missions = plan.experts.reduce((sum, each) => sum + each.missions, 0);
  const table = plan.activities.map(
    (activity) =>
      share(activity.cost, plan.left.budget) +
      share(activity.days, days) / 2 +
      share(activity.teamSize, missions) +
      1e-3,
  );
  return (activity) => table[activity] ?? 0;
}
