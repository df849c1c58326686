import { compareIds } from "~/analysis/compare-ids";
import { compilePlan } from "./compile-plan";
import { greedySelection } from "./greedy-plan";
import type { PlanLine, PlanProblem } from "./problem";
import { scorePlan } from "./score-plan";
import { linesOf } from "./selection";
import { type Violation, verifyPlan } from "./verify-plan";

/** What a plan comes to, for setting plans side by side. */
export interface PlanFigures {
  readonly lines: number;
  readonly score: number;
  /** Score over the score with every need covered nationally as asked for; `null` if there is no need. */
  readonly share: number | null;
  readonly cost: number;
  readonly coveredNeeds: number;
  /** Cost over covered needs; `null` if none is covered. */
  readonly costPerNeed: number | null;
  /** Members with a need of their own of which none is covered. */
  readonly membersWithout: readonly string[];
  readonly violations: readonly Violation[];
}

/**
 * Key figures of any plan: the optimum, greedy, last year's, one edited by hand.
 *
 * Lines of activities that the problem does not know are counted as violations and left out of the figures.
 */
export function planFigures(problem: PlanProblem, lines: readonly PlanLine[]): PlanFigures {
  const activities = new Map(problem.activities.map((activity) => [activity.id, activity]));
  const known = lines.filter((line, at) => {
    const first = lines.findIndex((other) => other.activity === line.activity) === at;
    return activities.has(line.activity) && first;
  });
  const { score, contributions } = scorePlan(
    problem,
    known.map(({ activity }) => activity),
  );
  const covered = new Set(contributions.map(({ member }) => member));
  const greatest = problem.needs.reduce((sum, { weight }) => sum + Math.round(10_000 * weight), 0);
  const cost =
    problem.given.reduce((sum, line) => sum + line.cost, 0) +
    known.reduce((sum, { activity, host }) => {
      const own = activities.get(activity);
      return sum + (own?.hosts.find(({ member }) => member === host)?.cost ?? own?.cost ?? 0);
    }, 0);
  const needing = new Set(
    problem.needs.flatMap(({ member, weight, imputed }) => (member !== null && weight > 0 && !imputed ? [member] : [])),
  );
  return {
    lines: known.length,
    score,
    share: greatest > 0 ? score / greatest : null,
    cost,
    coveredNeeds: contributions.length,
    costPerNeed: contributions.length > 0 ? cost / contributions.length : null,
    membersWithout: [...needing].filter((member) => !covered.has(member)).sort(compareIds),
    violations: verifyPlan(problem, lines),
  };
}

/** Lines of the greedy plan, `null` if greedy choice finds none that keeps all rules. */
export function greedyLines(problem: PlanProblem): readonly PlanLine[] | null {
  const plan = compilePlan(problem);
  const selection = greedySelection(plan);
  return (selection === undefined ? undefined : linesOf(plan, selection)) ?? null;
}
