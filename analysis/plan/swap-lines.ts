import type { Provenance } from "~/analysis/result";
import { compilePlan } from "./compile-plan";
import { type PlanDifference, planDifference } from "./plan-difference";
import type { PlanLine, PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { cheapestHost, linesOf } from "./selection";
import { type Violation, verifyPlan } from "./verify-plan";

export interface SwappedLines extends Provenance {
  readonly a: string;
  readonly b: string;
  /** The plan minus the plan with B in the place of A: score, money, members. */
  readonly difference: PlanDifference;
  /** Experts of A in the plan, and of B in the swapped plan; empty if B cannot be staffed beside the other lines. */
  readonly expertsA: readonly string[];
  readonly expertsB: readonly string[];
  /** Month that B would take, `null` if none of its months suits. */
  readonly month: number | null;
  /** What the swapped plan breaks in its best month; empty if it keeps all rules. */
  readonly violations: readonly Violation[];
}

/**
 * Why A rather than B: what changes if B takes A's place and every other line stays. B is held in the first month in
 * which the plan keeps all rules, or else breaks fewest.
 *
 * @param lines the plan
 * @throws {RangeError} if A is not in the plan, or B is in it or unknown
 */
export function swapLines(problem: PlanProblem, lines: readonly PlanLine[], a: string, b: string): SwappedLines {
  const line = lines.find(({ activity }) => activity === a);
  const other = problem.activities.find(({ id }) => id === b);
  if (line === undefined) throw new RangeError(`${a} is not a line of the plan`);
  if (other === undefined || lines.some(({ activity }) => activity === b))
    throw new RangeError(`${b} is not an activity outside the plan`);
  const rest = lines.filter(({ activity }) => activity !== a);
  const plan = compilePlan(problem);
  const at = plan.position.get(b) ?? -1;
  const trials = other.months.map((month) => {
    const selection = new Map(rest.map((each) => [plan.position.get(each.activity) ?? -1, each.month]));
    const swapped = linesOf(plan, selection.set(at, month)) ?? [
      ...rest,
      { activity: b, month, experts: [], host: cheapestHost(plan, at), funding: [] },
    ];
    return { month, swapped, violations: verifyPlan(problem, swapped) };
  });
  const best = trials.reduce<(typeof trials)[number] | undefined>(
    (found, each) => (found === undefined || each.violations.length < found.violations.length ? each : found),
    undefined,
  );
  const ids = rest.map(({ activity }) => activity);
  return {
    ...planProvenance(problem, "swap-lines", { a, b }),
    a,
    b,
    difference: planDifference(problem, [...ids, a], [...ids, b]),
    expertsA: line.experts,
    expertsB: best?.swapped.find(({ activity }) => activity === b)?.experts ?? [],
    month: best?.month ?? null,
    violations: best?.violations ?? [{ rule: "month", subject: b }],
  };
}
