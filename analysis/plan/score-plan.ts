import { compareIds } from "~/analysis/compare-ids";
import { type CompiledPlan, compilePlan, coverageValue } from "./compile-plan";
import type { PlanProblem } from "./problem";

/** What one line adds to the score by covering one need. */
export interface Contribution {
  /** `null` for the region's need of an area. */
  readonly member: string | null;
  readonly topic: string;
  readonly need: string;
  /** The chosen activity, or the given line, that covers it best; of equal ones the first by id, given lines first. */
  readonly activity: string;
  /** Ten-thousandths of weight x quality, an integer. */
  readonly value: number;
  readonly imputed: boolean;
}

export interface PlanScore {
  /** Exactly the sum of the contributions, an integer. */
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/**
 * Score of any choice of activities, also one that breaks rules or was edited by hand: each need counts once, by the
 * line that covers it with the greatest value.
 *
 * @param chosen ids of activities, each once
 * @returns contributions by need id
 * @throws {RangeError} if an id is unknown or appears twice, or the problem is malformed
 * @see docs/methods/plan-proposal.md
 */
export function scorePlan(problem: PlanProblem, chosen: readonly string[]): PlanScore {
  const plan = compilePlan(problem);
  const positions = chosen.map((id) => {
    const at = plan.position.get(id);
    if (at === undefined) throw new RangeError(`activity ${id} is unknown`);
    return at;
  });
  if (new Set(positions).size !== positions.length) throw new RangeError("an activity is chosen twice");
  return scoreSelection(plan, positions);
}

/** As `scorePlan`, on a compiled problem. */
export function scoreSelection(plan: CompiledPlan, chosen: readonly number[]): PlanScore {
  const { needs, given } = plan.problem;
  const best = new Map<number, { value: number; activity: string }>();
  const offer = (need: number, value: number, activity: string) => {
    if (value > (best.get(need)?.value ?? 0)) best.set(need, { value, activity });
  };
  const needAt = new Map(needs.map(({ id }, index) => [id, index]));
  for (const line of given)
    for (const coverage of line.covers) {
      const need = needAt.get(coverage.need) ?? 0;
      offer(need, coverageValue(plan.problem, needs[need]?.weight ?? 0, line.mode, coverage), line.id);
    }
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const activity = plan.activities[at];
    for (const { need, value } of activity?.values ?? []) offer(need, value, activity?.id ?? "");
  }
  const contributions = [...best].flatMap(([index, { value, activity }]) => {
    const need = needs[index];
    return need === undefined
      ? []
      : [{ member: need.member, topic: need.topic, need: need.id, activity, value, imputed: need.imputed }];
  });
  contributions.sort((a, b) => compareIds(a.need, b.need));
  return { score: contributions.reduce((sum, { value }) => sum + value, 0), contributions };
}

/** The score alone, for searches that ask for it often. */
export function scoreOf(plan: CompiledPlan, chosen: Iterable<number>): number {
  const best = new Map<number, number>();
  let score = plan.base.reduce((sum, value) => sum + value, 0);
  for (const at of chosen)
    for (const { need, value } of plan.activities[at]?.values ?? []) {
      const before = best.get(need) ?? plan.base[need] ?? 0;
      if (value > before) {
        best.set(need, value);
        score += value - before;
      }
    }
  return score;
}
