import type { PlanModel } from "./plan-model";
import type { LpResult, WarmLp } from "./solver";

const EPSILON = 1e-6;

/** Columns that a node of the search holds at 0 or 1. */
export type Fixed = readonly { readonly column: number; readonly at: number }[];

export interface Bounds {
  apply(fixed: Fixed): void;
  /** Sets one column for a trial and puts it back. */
  during<T>(column: number, at: number, run: () => T): T;
  fixByReducedCost(root: LpResult, least: number): void;
}

/** Bounds of the columns of a warm relaxation, as a search changes them. */
export function createBounds(lp: WarmLp, { model }: PlanModel): Bounds {
  const lower = [...model.lower];
  const upper = [...model.upper];
  let current: Fixed = [];
  const reset = (column: number) => lp.setBounds(column, lower[column] ?? 0, upper[column] ?? 1);
  return {
    apply: (fixed) => {
      const kept = new Set(fixed.map(({ column, at }) => 2 * column + at));
      for (const { column, at } of current) if (!kept.has(2 * column + at)) reset(column);
      for (const { column, at } of fixed) lp.setBounds(column, at, at);
      current = fixed;
    },
    during: (column, at, run) => {
      lp.setBounds(column, at, at);
      const result = run();
      reset(column);
      return result;
    },
    fixByReducedCost: (root, least) => {
      const room = root.objective - least + EPSILON;
      model.integer.forEach((integer, column) => {
        const reduced = Math.abs(root.reducedCosts[column] ?? 0);
        if (!integer || !(reduced > room + EPSILON)) return;
        const at = root.values[column] ?? 0;
        if (at < EPSILON) upper[column] = lower[column] ?? 0;
        else if (at > 1 - EPSILON) lower[column] = upper[column] ?? 1;
        else return;
        reset(column);
      });
    },
  };
}
