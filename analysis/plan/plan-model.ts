import { funderUnions } from "./allocate-funding";
import type { CompiledPlan } from "./compile-plan";
import { addCoverage } from "./coverage-rows";
import { addColumn, createModel, type LinearModel, type LinearRow, row } from "./linear-model";

/** The plan's rules as a linear model; staffing is not in it and comes as cuts (`staffingRow`). */
export interface PlanModel {
  readonly model: LinearModel;
  /** Column of each activity, -1 if it is blocked and not locked in. */
  readonly chosen: readonly number[];
  /** Column of each activity and month it can be held in. */
  readonly held: readonly ReadonlyMap<number, number>[];
  /** Objective of stage one: coverage in ten-thousandths, without the constant of the given lines. */
  readonly score: readonly (readonly [number, number])[];
  /** What the given lines cover. */
  readonly constant: number;
}

/**
 * Builds the model of `docs/methods/plan-proposal.md`: one binary column per activity and month, coverage by nested
 * sets instead of a variable per need and activity, funders by sets, workdays also divided by each duration.
 */
export function buildPlanModel(plan: CompiledPlan): PlanModel {
  const model = createModel(true);
  const chosen = plan.activities.map(({ blocked, fixedIn }) =>
    blocked === null || fixedIn ? addColumn(model, fixedIn ? 1 : 0, 1, 0, true) : -1,
  );
  const held = plan.activities.map((activity, at) => holdInMonths(model, chosen[at] ?? -1, activity.months));
  const all = plan.activities.flatMap((activity, at) => {
    const column = chosen[at] ?? -1;
    return column < 0 ? [] : [{ activity, at, column }];
  });
  const atMost = (limit: number, weight: (each: (typeof all)[number]) => number) => {
    const entries = all.map((each): [number, number] => [each.column, weight(each)]);
    const total = entries.reduce((sum, [, value]) => sum + value, 0);
    if (total > limit) model.rows.push(row(Number.NEGATIVE_INFINITY, limit, entries));
  };
  const { left } = plan;
  if (left.budget !== null) atMost(left.budget, ({ activity }) => activity.cost);
  for (const { funders, amount } of funderUnions(plan))
    atMost(amount, ({ activity }) =>
      activity.funders !== 0 && (activity.funders & ~funders) === 0 ? activity.cost : 0,
    );
  if (plan.overdrawn) model.rows.push(row(1, 1, []));
  for (let group = 0; group < plan.groupCount; group++)
    atMost(1, ({ activity }) => (activity.groups.includes(group) ? 1 : 0));
  plan.problem.members.forEach((_, member) => {
    const names = (national: boolean) => (each: (typeof all)[number]) =>
      each.activity.members.includes(member) && (!national || each.activity.national) ? 1 : 0;
    const lines = left.absorption?.[member];
    if (lines !== undefined) atMost(Math.max(0, lines), names(false));
    const missions = left.missions?.[member];
    if (missions !== undefined) atMost(Math.max(0, missions), names(true));
  });
  for (const each of monthRows(plan, held)) model.rows.push(each);
  addIslands(plan, model, chosen);
  const { score, constant } = addCoverage(plan, model, chosen);
  return { model, chosen, held, score, constant };
}

function holdInMonths(model: LinearModel, column: number, months: readonly number[]): ReadonlyMap<number, number> {
  const [only] = months;
  if (column < 0) return new Map();
  if (months.length === 1 && only !== undefined) return new Map([[only, column]]);
  const columns = months.map((month): [number, number] => [month, addColumn(model, 0, 1, 0, true)]);
  model.rows.push(row(0, 0, [[column, -1], ...columns.map(([, at]): [number, number] => [at, 1])]));
  return new Map(columns);
}

function monthRows(plan: CompiledPlan, held: readonly ReadonlyMap<number, number>[]): LinearRow[] {
  const rows: LinearRow[] = [];
  plan.problem.months.forEach((_, month) => {
    const here = plan.activities.flatMap(({ days }, at) => {
      const column = held[at]?.get(month);
      return column === undefined ? [] : [{ column, days }];
    });
    const days = plan.left.days?.[month];
    if (days !== undefined && days >= 0) {
      const sum = here.reduce((total, each) => total + each.days, 0);
      if (sum > days) {
        // Divided by a duration and rounded down, the row cuts off fractions that no whole number of lines can fill.
        for (const by of new Set([1, ...here.map((each) => each.days)]))
          if (by > 0)
            rows.push(
              row(
                Number.NEGATIVE_INFINITY,
                Math.floor(days / by),
                here.map((each) => [each.column, Math.floor(each.days / by)]),
              ),
            );
      }
    }
    const fewest = Math.max(0, plan.left.fewest[month] ?? 0);
    const most = Math.max(0, plan.left.most?.[month] ?? Number.POSITIVE_INFINITY);
    if (fewest > 0 || here.length > most)
      rows.push(
        row(
          fewest,
          most,
          here.map(({ column }) => [column, 1]),
        ),
      );
  });
  return rows;
}

/** Small islands reached: s <= sum of the lines that cover a need of the island, sum of s at least what is asked. */
function addIslands(plan: CompiledPlan, model: LinearModel, chosen: readonly number[]): void {
  const asked = plan.left.islands;
  if (asked === null || asked <= 0) return;
  const { members, needs } = plan.problem;
  const reached: [number, number][] = [];
  members.forEach(({ id }, member) => {
    if (!plan.openIsland[member]) return;
    const lines = plan.activities.flatMap(({ values }, at): [number, number][] => {
      const column = chosen[at] ?? -1;
      return column >= 0 && values.some(({ need }) => needs[need]?.member === id) ? [[column, -1]] : [];
    });
    const column = addColumn(model, 0, 1, 0, false);
    model.rows.push(row(Number.NEGATIVE_INFINITY, 0, [[column, 1], ...lines]));
    reached.push([column, 1]);
  });
  model.rows.push(row(asked, Number.POSITIVE_INFINITY, reached));
}
