import type { Flag, Provenance } from "~/analysis/result";
import { type CompiledPlan, compilePlan } from "./compile-plan";
import { chosenIds, type SolveStatus, statusOf, unprovenFlags } from "./explain-in";
import { keepsCounts } from "./feasible-selection";
import { type PlanDifference, planDifference } from "./plan-difference";
import type { PlanProblem } from "./problem";
import { searchProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import type { Selection } from "./selection";
import type { SolveOptions } from "./solve-options";
import { solveCompiled } from "./solve-plan";
import { staffSlots } from "./staffing-flow";

/** Why a line is left out, in one word; a closed list. `locked`: the planner kept it out. */
export type ReasonClass =
  | "noRequest"
  | "budget"
  | "funder"
  | "expert"
  | "language"
  | "month"
  | "absorption"
  | "officeWorkload"
  | "dominated"
  | "needMetOtherwise"
  | "locked";

export interface WhyOut extends Provenance {
  readonly activity: string;
  readonly reason: ReasonClass;
  /** Score of the best plan with the line, over that of the plan, at most 1; `null` if no plan can have it or it is not known. */
  readonly closeness: number | null;
  /**
   * What the line would cost in score: that of the plan minus that of the best plan with the line. Below 0 if the
   * planner locked it out, or if the plan was not the best there is (`notProven`).
   */
  readonly loss: number | null;
  /** `infeasible`: no plan with the line keeps all rules. */
  readonly status: SolveStatus;
  /** The best plan with the line minus the plan: what it would bring and what it would displace. */
  readonly with: PlanDifference | null;
  /** Ids of the lines that it would displace. */
  readonly displaces: readonly string[];
  /** `notProven`: the best plan with the line is not proven, or better than the plan. */
  readonly flags: readonly Flag[];
}

/**
 * Solves once more with an activity that is left out locked in.
 *
 * @param chosen ids of the plan's activities
 * @throws {RangeError} if the activity is one of them or unknown
 * @see docs/methods/plan-reasons.md
 */
export function whyOut(
  problem: PlanProblem,
  chosen: readonly { readonly activity: string; readonly month: number }[],
  activity: string,
  options: SolveOptions,
): WhyOut {
  const ids = chosen.map((line) => line.activity);
  if (ids.includes(activity)) throw new RangeError(`${activity} is in the plan`);
  const forced = lockIn(problem, activity);
  const plan = compilePlan(forced);
  const outcome = solveCompiled(plan, { ...options, near: ids });
  const others = chosenIds(forced, outcome);
  const difference = others === undefined ? null : planDifference(problem, others, ids);
  const own = compilePlan(problem);
  const score = scoreOf(own, positionsOf(own, ids));
  const loss = difference === null ? null : 0 - difference.score;
  return {
    ...searchProvenance(problem, "explain-out", options, { activity }),
    activity,
    reason: reasonClass(problem, chosen, activity),
    closeness: loss === null ? null : score > 0 ? Math.min(1, (score - loss) / score) : 1,
    loss,
    status: statusOf(outcome),
    with: difference,
    displaces: difference?.onlyB.map((line) => line.activity) ?? [],
    flags: unprovenFlags(outcome, loss, problem.fixedOut.includes(activity)),
  };
}

/** The problem with an activity locked in, in any of its months, even if the planner had locked it out. */
export function lockIn(problem: PlanProblem, activity: string): PlanProblem {
  return {
    ...problem,
    fixedIn: [...problem.fixedIn.filter((lock) => lock.activity !== activity), { activity, month: null }],
    fixedOut: problem.fixedOut.filter((id) => id !== activity),
  };
}

export function positionsOf(plan: CompiledPlan, ids: readonly string[]): readonly number[] {
  return ids.flatMap((id) => plan.position.get(id) ?? []);
}

/**
 * The one reason that stands for an activity left out: what excludes it whatever else is chosen; else that its needs
 * are met already; else the first limit that the plan with this line on top would break.
 */
export function reasonClass(
  problem: PlanProblem,
  chosen: readonly { readonly activity: string; readonly month: number }[],
  activity: string,
): ReasonClass {
  const plan = compilePlan(problem);
  const at = plan.position.get(activity);
  const own = at === undefined ? undefined : plan.activities[at];
  if (at === undefined || own === undefined) throw new RangeError(`activity ${activity} is unknown`);
  if (own.blocked === "fixedOut") return "locked";
  if (own.blocked === "expert") return onlyForLanguage(problem, activity) ? "language" : "expert";
  if (own.blocked !== null) return own.blocked;

  const selection = new Map(
    chosen.flatMap(({ activity: id, month }): [number, number][] => {
      const position = plan.position.get(id);
      return position === undefined ? [] : [[position, month]];
    }),
  );
  const gain = scoreOf(plan, [...selection.keys(), at]) - scoreOf(plan, selection.keys());
  const rivals = [...selection.keys()].flatMap((each) => plan.activities[each] ?? []);
  const dominated = rivals.some(
    (rival) =>
      rival.cost <= own.cost &&
      own.values.every(({ need, value }) => rival.values.some((each) => each.need === need && each.value >= value)),
  );
  if (dominated) return "dominated";
  const variant = rivals.some((rival) => rival.groups.some((group) => own.groups.includes(group)));
  if (gain <= 0 || variant) return "needMetOtherwise";
  return brokenLimit(problem, plan, selection, at);
}

function brokenLimit(problem: PlanProblem, plan: CompiledPlan, selection: Selection, at: number): ReasonClass {
  const own = plan.activities[at];
  const grown = (month: number) => new Map(selection).set(at, month);
  const anyMonth = (changed: Partial<CompiledPlan["left"]>) => {
    const loose = { ...plan, left: { ...plan.left, ...changed } };
    return (own?.months ?? []).some((month) => keepsCounts(loose, grown(month)));
  };
  const free = { budget: null, funders: null, days: null, most: null, absorption: null, missions: null };
  const { budget, funders, days, most, absorption, missions } = plan.left;
  // Each limit is put back alone; the first that the line breaks by itself is the reason.
  if (!anyMonth({ ...free, budget })) return "budget";
  if (!anyMonth({ ...free, funders })) return "funder";
  if (!anyMonth({ ...free, absorption, missions })) return "absorption";
  if (!anyMonth({ ...free, days })) return "officeWorkload";
  if (!anyMonth({ ...free, most })) return "month";
  const staffed = (own?.months ?? []).some(
    (month) =>
      staffSlots(
        plan,
        [...grown(month)].map(([activity, held]) => ({ activity, month: held, share: 1 })),
      ).complete,
  );
  if (!staffed) return onlyForLanguage(problem, own?.id ?? "", selectionIds(plan, selection)) ? "language" : "expert";
  // No limit stops it alone in every month: months with room for the office have no expert, or the other way round.
  return "month";
}

function selectionIds(plan: CompiledPlan, selection: Selection): readonly { activity: string; month: number }[] {
  return [...selection].map(([at, month]) => ({ activity: plan.activities[at]?.id ?? "", month }));
}

/** Whether the activity could be staffed, beside the chosen lines, if its language did not bind. */
function onlyForLanguage(
  problem: PlanProblem,
  activity: string,
  chosen: readonly { readonly activity: string; readonly month: number }[] = [],
): boolean {
  const loose = compilePlan({
    ...problem,
    activities: problem.activities.map((each) => (each.id === activity ? { ...each, languages: null } : each)),
  });
  const at = loose.position.get(activity) ?? -1;
  const slots = chosen.map((line) => ({
    activity: loose.position.get(line.activity) ?? -1,
    month: line.month,
    share: 1,
  }));
  return (loose.activities[at]?.months ?? []).some(
    (month) => staffSlots(loose, [...slots, { activity: at, month, share: 1 }]).complete,
  );
}
