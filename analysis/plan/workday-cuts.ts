import type { CompiledPlan } from "./compile-plan";
import { addColumn, createModel, type LinearRow, row } from "./linear-model";
import type { PlanModel } from "./plan-model";
import type { Solver, WarmLp } from "./solver";

const MOST_PATTERNS = 120;
const VIOLATION = 1e-4;

/** One month's workdays: which numbers of lines of each duration fit into it. */
interface Month {
  readonly durations: readonly number[];
  /** Columns of the lines that can be held in it, by position of their duration. */
  readonly columns: readonly (readonly number[])[];
  readonly patterns: readonly (readonly number[])[];
  readonly lp: WarmLp;
}

/**
 * Rows that cut off fractions which no whole number of lines can fill: for each month the deepest valid inequality
 * over durations, sum of a_d n_d <= 1, where a keeps every set of lines that fits the month's workdays (and its most
 * lines). Exact for the durations alone; months that hold many short lines are left aside, they are hardly ever full.
 */
export function createWorkdayCuts(plan: CompiledPlan, planModel: PlanModel, solver: Solver) {
  const months = plan.problem.months.flatMap((_, month) => monthOf(plan, planModel, month, solver) ?? []);
  return {
    separate: (values: ArrayLike<number>): readonly LinearRow[] =>
      months.flatMap((month) => cutOf(month, values) ?? []),
    dispose: () => {
      for (const { lp } of months) lp.dispose();
    },
  };
}

function monthOf(plan: CompiledPlan, { held }: PlanModel, month: number, solver: Solver): Month | undefined {
  const days = plan.left.days?.[month];
  if (days === undefined || !(days > 0)) return undefined;
  const byDuration = new Map<number, number[]>();
  plan.activities.forEach((activity, at) => {
    const column = held[at]?.get(month);
    if (column === undefined || activity.days === 0) return;
    byDuration.set(activity.days, [...(byDuration.get(activity.days) ?? []), column]);
  });
  const durations = [...byDuration.keys()].sort((a, b) => b - a);
  const columns = durations.map((each) => byDuration.get(each) ?? []);
  const patterns = maximalPatterns(
    durations,
    columns.map(({ length }) => length),
    days,
    plan.left.most?.[month] ?? Number.POSITIVE_INFINITY,
  );
  if (patterns === undefined || durations.length < 2) return undefined;
  const model = createModel(true);
  for (const _ of durations) addColumn(model, 0, 1, 0, false);
  for (const pattern of patterns)
    model.rows.push(
      row(
        Number.NEGATIVE_INFINITY,
        1,
        pattern.map((count, at): [number, number] => [at, count]),
      ),
    );
  return { durations, columns, patterns, lp: solver.openLp(model) };
}

/** Every set of lines, by their numbers per duration, to which no line can be added; `undefined` if there are many. */
function maximalPatterns(
  durations: readonly number[],
  available: readonly number[],
  days: number,
  most: number,
): readonly (readonly number[])[] | undefined {
  const found: (readonly number[])[] = [];
  const counts = durations.map(() => 0);
  let steps = 0;
  const visit = (at: number, room: number, lines: number): boolean => {
    if (++steps > 20 * MOST_PATTERNS || found.length > MOST_PATTERNS) return false;
    const duration = durations[at];
    if (duration === undefined) {
      const open = durations.some(
        (each, index) => each <= room && lines > 0 && (counts[index] ?? 0) < (available[index] ?? 0),
      );
      if (!open) found.push([...counts]);
      return true;
    }
    const top = Math.min(Math.floor(room / duration), lines, available[at] ?? 0);
    for (let count = top; count >= 0; count--) {
      counts[at] = count;
      if (!visit(at + 1, room - count * duration, lines - count)) return false;
    }
    counts[at] = 0;
    return true;
  };
  return visit(0, days, most) ? found : undefined;
}

function cutOf({ columns, patterns, lp }: Month, values: ArrayLike<number>): LinearRow | undefined {
  columns.forEach((list, at) => {
    let sum = 0;
    for (const column of list) sum += values[column] ?? 0;
    lp.setCost(at, sum);
  });
  const { status, objective, values: weights } = lp.solve();
  if (status !== "optimal" || objective <= 1 + VIOLATION) return undefined;
  // Rounding in the small solve must not make the row cut off a plan.
  const greatest = Math.max(
    1,
    ...patterns.map((pattern) => pattern.reduce((sum, count, at) => sum + count * Math.max(0, weights[at] ?? 0), 0)),
  );
  return row(
    Number.NEGATIVE_INFINITY,
    greatest + 1e-9,
    columns.flatMap((list, at) => list.map((column): [number, number] => [column, Math.max(0, weights[at] ?? 0)])),
  );
}
