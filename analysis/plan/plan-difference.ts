import { compareIds } from "~/analysis/compare-ids";
import type { PlanProblem } from "./problem";
import { type Contribution, scorePlan } from "./score-plan";

/** One need that two plans cover differently. */
export interface ChangedNeed {
  readonly need: string;
  readonly member: string | null;
  readonly topic: string;
  /** Contribution in plan A and in plan B, `null` where it is not covered. */
  readonly a: Contribution | null;
  readonly b: Contribution | null;
  /** Value in A minus value in B. */
  readonly difference: number;
}

/** Plan A minus plan B. */
export interface PlanDifference {
  /** Exactly the sum of the differences of `needs`. */
  readonly score: number;
  /** Exactly the sum of the costs of `onlyA` minus those of `onlyB`. */
  readonly cost: number;
  readonly onlyA: readonly ChangedLine[];
  readonly onlyB: readonly ChangedLine[];
  readonly needs: readonly ChangedNeed[];
  /** Members of whom a need is covered in one plan and none in the other. */
  readonly membersOnlyA: readonly string[];
  readonly membersOnlyB: readonly string[];
}

export interface ChangedLine {
  readonly activity: string;
  /** Signed: above 0 for a line of A, below 0 for one of B, so that changes add up. */
  readonly cost: number;
  /** Score that is credited to the line in its own plan, with the same sign. */
  readonly score: number;
}

/**
 * What two plans do not have in common, as changed lines and changed needs whose differences add up to the difference
 * of the scores. Costs are those of the activities (at the cheapest host).
 *
 * @param a @param b ids of activities, each once; neither has to keep the rules
 * @throws {RangeError} as `scorePlan`
 */
export function planDifference(problem: PlanProblem, a: readonly string[], b: readonly string[]): PlanDifference {
  const inA = scorePlan(problem, a);
  const inB = scorePlan(problem, b);
  const byNeed = (list: readonly Contribution[]) => new Map(list.map((each) => [each.need, each]));
  const coveredA = byNeed(inA.contributions);
  const coveredB = byNeed(inB.contributions);
  const needs = [...problem.needs]
    .sort((x, y) => compareIds(x.id, y.id))
    .flatMap(({ id, member, topic }): ChangedNeed[] => {
      const [x, y] = [coveredA.get(id) ?? null, coveredB.get(id) ?? null];
      if (x?.activity === y?.activity && x?.value === y?.value) return [];
      return [{ need: id, member, topic, a: x, b: y, difference: (x?.value ?? 0) - (y?.value ?? 0) }];
    });
  const onlyA = changedLines(problem, a, b, inA.contributions, 1);
  const onlyB = changedLines(problem, b, a, inB.contributions, -1);
  const members = (list: readonly Contribution[]) =>
    new Set(list.flatMap(({ member }) => (member === null ? [] : [member])));
  const [membersA, membersB] = [members(inA.contributions), members(inB.contributions)];
  return {
    score: inA.score - inB.score,
    cost: [...onlyA, ...onlyB].reduce((sum, { cost }) => sum + cost, 0),
    onlyA,
    onlyB,
    needs,
    membersOnlyA: [...membersA].filter((id) => !membersB.has(id)).sort(compareIds),
    membersOnlyB: [...membersB].filter((id) => !membersA.has(id)).sort(compareIds),
  };
}

function changedLines(
  problem: PlanProblem,
  plan: readonly string[],
  other: readonly string[],
  contributions: readonly Contribution[],
  sign: 1 | -1,
): readonly ChangedLine[] {
  const costs = new Map(problem.activities.map(({ id, cost }) => [id, cost]));
  const shared = new Set(other);
  return [...plan]
    .filter((id) => !shared.has(id))
    .sort(compareIds)
    .map((activity) => ({
      activity,
      cost: sign * (costs.get(activity) ?? 0) + 0,
      score: sign * contributions.reduce((sum, each) => sum + (each.activity === activity ? each.value : 0), 0) + 0,
    }));
}
