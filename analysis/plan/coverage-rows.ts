import type { CompiledPlan } from "./compile-plan";
import { addColumn, type LinearModel, row } from "./linear-model";

/**
 * Coverage without a variable per need and activity. The distinct values of a need are v1 > v2 > ...; S_j are the
 * activities worth at least v_j; the need brings the sum over j of (v_j - v_(j+1)) Y_j, Y_j <= 1, Y_j <= sum of x over
 * S_j. Equal sets of different needs are one Y; a set of which at most one can be chosen is the sum of its x.
 */
export function addCoverage(
  plan: CompiledPlan,
  model: LinearModel,
  chosen: readonly number[],
): { readonly score: readonly (readonly [number, number])[]; readonly constant: number } {
  const sets = new Map<string, { activities: readonly number[]; worth: number }>();
  for (const [need, offers] of offersByNeed(plan, chosen)) {
    const base = plan.base[need] ?? 0;
    const steps = [...new Set(offers.map(({ value }) => value))].filter((value) => value > base).sort((a, b) => b - a);
    steps.forEach((value, step) => {
      const activities = offers.filter((offer) => offer.value >= value).map(({ activity }) => activity);
      const key = activities.join(" ");
      const worth = value - Math.max(base, steps[step + 1] ?? 0) + (sets.get(key)?.worth ?? 0);
      sets.set(key, { activities, worth });
    });
  }
  const score = new Map<number, number>();
  const add = (column: number, worth: number) => score.set(column, (score.get(column) ?? 0) + worth);
  for (const { activities, worth } of sets.values()) {
    const columns = activities.map((at) => chosen[at] ?? -1);
    if (atMostOne(plan, activities)) for (const column of columns) add(column, worth);
    else {
      const covered = addColumn(model, 0, 1, 0, false);
      model.rows.push(
        row(Number.NEGATIVE_INFINITY, 0, [[covered, 1], ...columns.map((column): [number, number] => [column, -1])]),
      );
      add(covered, worth);
    }
  }
  return { score: [...score].sort((a, b) => a[0] - b[0]), constant: plan.base.reduce((sum, value) => sum + value, 0) };
}

function offersByNeed(plan: CompiledPlan, chosen: readonly number[]) {
  const offers = new Map<number, { activity: number; value: number }[]>();
  plan.activities.forEach(({ values }, activity) => {
    if ((chosen[activity] ?? -1) < 0) return;
    for (const { need, value } of values) {
      const list = offers.get(need) ?? [];
      list.push({ activity, value });
      offers.set(need, list);
    }
  });
  return offers;
}

function atMostOne(plan: CompiledPlan, activities: readonly number[]): boolean {
  const [first, ...others] = activities;
  if (first === undefined || others.length === 0) return true;
  const groups = plan.activities[first]?.groups ?? [];
  return groups.some((group) => others.every((at) => plan.activities[at]?.groups.includes(group)));
}
