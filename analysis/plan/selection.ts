import { allocateFunding, type Funding } from "./allocate-funding";
import type { CompiledPlan } from "./compile-plan";
import type { PlanLine } from "./problem";
import { staffSlots } from "./staffing-flow";

/** Chosen activities (positions) with the month of each. */
export type Selection = ReadonlyMap<number, number>;

/** Cost of the chosen lines, given ones not included. */
export function costOf(plan: CompiledPlan, chosen: Iterable<number>): number {
  let cost = 0;
  for (const at of chosen) cost += plan.activities[at]?.cost ?? 0;
  return cost;
}

/** Sum of the tie-break weights, what the third stage minimises. */
export function tieBreakOf(plan: CompiledPlan, chosen: Iterable<number>): number {
  let sum = 0;
  for (const at of chosen) sum += plan.activities[at]?.tieBreak ?? 0;
  return sum;
}

/**
 * Lines with team, host and funding for a selection, in the order of the activities' ids.
 *
 * @returns `undefined` if teams or money do not suffice
 */
export function linesOf(plan: CompiledPlan, selection: Selection): readonly PlanLine[] | undefined {
  const slots = [...selection].sort((a, b) => a[0] - b[0]).map(([activity, month]) => ({ activity, month, share: 1 }));
  const staffing = staffSlots(plan, slots);
  const funding = allocateFunding(
    plan,
    slots.map(({ activity }) => ({ activity, cost: plan.activities[activity]?.cost ?? 0 })),
  );
  if (!staffing.complete || funding === undefined) return undefined;
  return slots.map(({ activity, month }, at) => ({
    activity: plan.activities[activity]?.id ?? "",
    month,
    experts: (staffing.teams[at] ?? []).map((expert) => plan.experts[expert]?.id ?? ""),
    host: cheapestHost(plan, activity),
    funding: fundingOf(plan, funding[at] ?? []),
  }));
}

export function fundingOf(plan: CompiledPlan, funding: Funding): PlanLine["funding"] {
  return funding.map(({ funder, amount }) => ({ funder: plan.problem.rules.funders?.[funder]?.id ?? "", amount }));
}

/** The host that costs least, the first by id among equals; `null` if nobody has to host. */
export function cheapestHost(plan: CompiledPlan, activity: number): string | null {
  const hosts = plan.problem.activities[activity]?.hosts ?? [];
  let best: { member: string; cost: number } | undefined;
  for (const host of hosts)
    if (best === undefined || host.cost < best.cost || (host.cost === best.cost && host.member < best.member))
      best = host;
  return best?.member ?? null;
}
