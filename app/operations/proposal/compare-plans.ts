import { type PlanDifference, planDifference } from "~/analysis/plan/plan-difference";
import type { PlanActivity, PlanProblem } from "~/analysis/plan/problem";
import { scorePlan } from "~/analysis/plan/score-plan";
import type { OtherPlan } from "./other-plans";

/** Figures of a plan on the needs of one proposal. */
export interface ComparedFigures {
  readonly lines: number;
  readonly score: number;
  readonly coveredNeeds: number;
  /** Members with a need of their own of whom none is covered. */
  readonly membersWithout: readonly string[];
}

export interface PlanComparison {
  readonly own: ComparedFigures;
  readonly other: ComparedFigures;
  /** The proposal minus the other plan. */
  readonly difference: PlanDifference;
  /** For a line of one plan the first line of the other that does the same for one of its members at least. */
  readonly like: ReadonlyMap<string, string>;
}

/** Puts a plan beside another one, both measured by the needs of the first: lines, needs and members of each alone. */
export function comparePlans(problem: PlanProblem, lines: readonly string[], other: OtherPlan): PlanComparison {
  // Locks are on candidates of this problem and say nothing about the other plan.
  const both = { ...problem, activities: [...problem.activities, ...other.further], fixedIn: [], fixedOut: [] };
  const byId = new Map(both.activities.map((activity) => [activity.id, activity]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const [a, b] = [known(lines), known(other.lines)];
  const like = new Map<string, string>();
  for (const [own, others] of [
    [a, b],
    [b, a],
  ] as const)
    for (const line of own) {
      const same = others.find((each) => isLike(line, each));
      if (same) like.set(line.id, same.id);
    }
  const ids = (activities: readonly PlanActivity[]) => activities.map(({ id }) => id);
  return {
    own: figuresOf(both, ids(a)),
    other: figuresOf(both, ids(b)),
    difference: planDifference(both, ids(a), ids(b)),
    like,
  };
}

/** The same topic in the same way, for a member of both; a line that names nobody is for all. */
function isLike(a: PlanActivity, b: PlanActivity): boolean {
  if (a.id === b.id) return true;
  const needsOf = ({ covers }: PlanActivity) => new Set(covers.map(({ need }) => need));
  const theirs = needsOf(b);
  return a.mode === b.mode && [...needsOf(a)].some((need) => theirs.has(need));
}

function figuresOf(problem: PlanProblem, lines: readonly string[]): ComparedFigures {
  const { score, contributions } = scorePlan(problem, lines);
  const covered = new Set(contributions.map(({ member }) => member));
  const needing = new Set(
    problem.needs.flatMap(({ member, weight, imputed }) => (member !== null && weight > 0 && !imputed ? [member] : [])),
  );
  return {
    lines: lines.length,
    score,
    coveredNeeds: contributions.length,
    membersWithout: [...needing].filter((member) => !covered.has(member)).sort(),
  };
}
