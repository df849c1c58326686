import { compareIds } from "~/analysis/compare-ids";
import type { OnProgress, Provenance } from "~/analysis/result";
import type { PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import type { SolveOptions } from "./solve-options";
import { solvePlan } from "./solve-plan";

export interface InclusionFrequency extends Provenance {
  /** Replicates solved, and of these proven in score. */
  readonly replicates: number;
  readonly provenReplicates: number;
  /** Every activity that is in one plan at least: the share of the plans that hold it, greatest first. */
  readonly activities: readonly { readonly activity: string; readonly count: number; readonly share: number }[];
}

/**
 * In how many of the replicates of the ranking each activity is planned: a line that stays in whoever answers is safe.
 *
 * @param replicates for each replicate the weight of every need by id (`needWeights` on the replicate's scores); a need
 *   without entry keeps its weight
 * @param seed of the replicates, reported
 */
export function inclusionFrequency(
  problem: PlanProblem,
  replicates: readonly ReadonlyMap<string, number>[],
  options: SolveOptions & { readonly seed?: number; readonly onReplicate?: OnProgress },
): InclusionFrequency {
  const counts = new Map<string, number>();
  let solved = 0;
  let proven = 0;
  for (const weights of replicates) {
    if (options.shouldStop?.()) break;
    const { plan, proven: stages } = solvePlan(
      { ...problem, needs: problem.needs.map((need) => ({ ...need, weight: weights.get(need.id) ?? need.weight })) },
      options,
    );
    if (plan !== null) {
      solved++;
      if (stages[0]) proven++;
      for (const { activity } of plan.lines) counts.set(activity, (counts.get(activity) ?? 0) + 1);
    }
    options.onReplicate?.({ done: solved, total: replicates.length });
  }
  return {
    ...planProvenance(problem, "inclusion-frequency", { replicates: replicates.length }, options.seed ?? null),
    replicates: solved,
    provenReplicates: proven,
    activities: [...counts]
      .map(([activity, count]) => ({ activity, count, share: count / solved }))
      .sort((a, b) => b.count - a.count || compareIds(a.activity, b.activity)),
  };
}
