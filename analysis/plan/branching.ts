import type { Bounds } from "./column-bounds";
import type { PlanModel } from "./plan-model";
import type { LpResult, WarmLp } from "./solver";

const TRIALS = 4;
const TRIAL_STEPS = 20;
const EPSILON = 1e-6;

/**
 * Chooses the column to branch on: activities before months, by the loss of the objective in both branches, tried for
 * columns not branched on before and remembered per unit afterwards (pseudo-costs; Achterberg, Koch & Martin 2005).
 */
export function createBrancher({ chosen, model }: PlanModel, lp: WarmLp, bounds: Bounds) {
  const activities = new Set(chosen.filter((column) => column >= 0));
  const known = new Map<number, { readonly down: number; readonly up: number }>();

  const trial = (result: LpResult, column: number) => {
    const at = result.values[column] ?? 0;
    const loss = (to: 0 | 1) =>
      bounds.during(column, to, () => {
        const child = lp.solve({ iterationLimit: TRIAL_STEPS });
        // A branch without a solution is the best that can happen.
        return child.status === "infeasible"
          ? Math.abs(result.objective) + 1
          : Math.max(0, result.objective - child.objective);
      });
    const down = loss(0);
    lp.restore(result);
    const up = loss(1);
    lp.restore(result);
    known.set(column, { down: down / at, up: up / (1 - at) });
  };

  return {
    choose: (result: LpResult): number | undefined => {
      const fractional = model.integer.flatMap((integer, column) => {
        const at = result.values[column] ?? 0;
        return integer && at > EPSILON && at < 1 - EPSILON ? [{ column, at }] : [];
      });
      const preferred = fractional.filter(({ column }) => activities.has(column));
      const candidates = preferred.length > 0 ? preferred : fractional;
      const unknown = candidates
        .filter(({ column }) => !known.has(column))
        .sort((a, b) => Math.abs(a.at - 0.5) - Math.abs(b.at - 0.5) || a.column - b.column)
        .slice(0, preferred.length > 0 ? TRIALS : 0);
      if (candidates.length > 1) for (const { column } of unknown) trial(result, column);
      const merit = ({ column, at }: { column: number; at: number }) => {
        const cost = known.get(column);
        if (cost === undefined) return 0;
        return Math.max(cost.down * at, EPSILON) * Math.max(cost.up * (1 - at), EPSILON);
      };
      let best: { column: number; at: number } | undefined;
      for (const each of candidates)
        if (best === undefined || merit(each) > merit(best) || (merit(each) === merit(best) && each.at > best.at))
          best = each;
      return best?.column;
    },
  };
}
