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
export function staffingRow(
  plan: CompiledPlan,
  { held }: PlanModel,
  cut: StaffingCut,
  only: number | null = null,
): LinearRow {
  const monthCount = plan.problem.months.length;
  let capacity = cut.expertMonths.size;
  for (const expert of cut.experts) capacity += plan.experts[expert]?.missions ?? 0;
  const entries: [number, number][] = [];
  plan.activities.forEach(({ leads, seconds, teamSize }, at) => {
    if (teamSize === 0) return;
    for (const [month, column] of held[at] ?? []) {
      // Where nobody is counted in a month, its seats can all be filled and its coefficients are 0.
      if (only !== null && month !== only) continue;
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

/** Finds rows that a solution breaks because its teams cannot be staffed. */
export type Separate = (values: ArrayLike<number>) => readonly LinearRow[];

/**
 * Separation by a pool of likely cuts first (the experts of each kind of line, counted by missions or in one month),
 * all broken ones at once; by the minimum cut when none of these is broken, which is exact.
 *
 * @returns a function that gives the broken rows, none if the solution can be staffed
 */
export function createSeparation(plan: CompiledPlan, planModel: PlanModel): Separate {
  let pool: readonly LinearRow[] | undefined;
  return (values) => {
    pool ??= likelyCuts(plan, planModel);
    const broken = pool.filter((each) => isBroken(each, values));
    if (broken.length > 0) {
      const taken = new Set(broken);
      pool = pool.filter((each) => !taken.has(each));
      return broken;
    }
    const slots = slotsOf(planModel, values);
    const whole = cutFor(plan, planModel, slots, values);
    if (whole === undefined) return [];
    // Parts of the plan that fall short by themselves give further rows at little cost.
    const parts = [
      ...partition(slots, ({ month }) => month),
      ...partition(slots, ({ activity }) => leadsKey(activity)),
    ];
    const rows = parts.flatMap((part) => cutFor(plan, planModel, part, values) ?? []);
    return distinct(
      [whole, ...rows].flatMap((each) => [each, ...halved(each).filter((half) => isBroken(half, values))]),
    );
  };

  function leadsKey(activity: number): string {
    return plan.activities[activity]?.leads.join() ?? "";
  }
}

function cutFor(
  plan: CompiledPlan,
  planModel: PlanModel,
  slots: readonly Slot[],
  values: ArrayLike<number>,
): LinearRow | undefined {
  const staffing = staffSlots(plan, slots);
  if (staffing.complete) return undefined;
  const cut = staffingRow(plan, planModel, staffing.cut);
  return isBroken(cut, values) ? cut : undefined;
}

function partition<Key>(slots: readonly Slot[], key: (slot: Slot) => Key): readonly (readonly Slot[])[] {
  const parts = new Map<Key, Slot[]>();
  for (const slot of slots) {
    const part = parts.get(key(slot)) ?? [];
    part.push(slot);
    parts.set(key(slot), part);
  }
  return [...parts.values()];
}

function distinct(rows: readonly LinearRow[]): readonly LinearRow[] {
  return [
    ...new Map(rows.map((each) => [`${each.upper} ${each.columns.join()} ${each.values.join()}`, each])).values(),
  ];
}

function likelyCuts(plan: CompiledPlan, planModel: PlanModel): readonly LinearRow[] {
  const monthCount = plan.problem.months.length;
  const sets = new Map<string, readonly number[]>();
  for (const { leads, seconds, blocked } of plan.activities)
    if (blocked === null && leads.length > 0)
      for (const set of [leads, [...leads, ...seconds].sort((a, b) => a - b)]) sets.set(set.join(), set);
  const rows = [...sets.values()].flatMap((set) => [
    staffingRow(plan, planModel, { experts: new Set(set), expertMonths: new Set() }),
    ...plan.problem.months.map((_, month) => {
      const free = set.filter((expert) => plan.experts[expert]?.free[month]);
      const expertMonths = new Set(free.map((expert) => expert * monthCount + month));
      return staffingRow(plan, planModel, { experts: new Set(), expertMonths }, month);
    }),
  ]);
  return distinct(rows.flatMap((each) => [each, ...halved(each)]));
}

/** Half of a row, rounded down (Chvatal 1973): an odd number of seats leaves one that no team of two can use. */
function halved({ upper, columns, values }: LinearRow): readonly LinearRow[] {
  if (upper % 2 === 0 || !values.some((value) => value >= 2)) return [];
  const entries = columns.map((column, at): [number, number] => [column, Math.floor((values[at] ?? 0) / 2)]);
  return [row(Number.NEGATIVE_INFINITY, Math.floor(upper / 2), entries)];
}

function isBroken({ columns, values: weights, upper }: LinearRow, values: ArrayLike<number>): boolean {
  let taken = 0;
  for (let at = 0; at < columns.length; at++) taken += (weights[at] ?? 0) * (values[columns[at] ?? 0] ?? 0);
  return taken > upper + TOLERANCE;
}
