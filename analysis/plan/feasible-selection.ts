import { funderUnions } from "./allocate-funding";
import type { CompiledPlan } from "./compile-plan";
import type { Selection } from "./selection";
import { staffSlots } from "./staffing-flow";

/** Whether a selection keeps every rule that more lines can only break: money, months, workdays, members, teams. */
export function keepsLimits(plan: CompiledPlan, selection: Selection): boolean {
  return keepsCounts(plan, selection) && isStaffed(plan, selection);
}

/** Whether a selection also reaches what must be reached: locks, small islands, fewest lines of a month. */
export function isComplete(plan: CompiledPlan, selection: Selection): boolean {
  return (
    !plan.overdrawn &&
    plan.activities.every(({ fixedIn }, at) => !fixedIn || selection.has(at)) &&
    missingIslands(plan, selection).length === 0 &&
    missingMonths(plan, selection).length === 0
  );
}

export function isStaffed(plan: CompiledPlan, selection: Selection): boolean {
  return staffSlots(
    plan,
    [...selection].map(([activity, month]) => ({ activity, month, share: 1 })),
  ).complete;
}

/** All limits but the teams. */
export function keepsCounts(plan: CompiledPlan, selection: Selection): boolean {
  const { left } = plan;
  let cost = 0;
  const days = plan.problem.months.map(() => 0);
  const lines = plan.problem.months.map(() => 0);
  const named = plan.problem.members.map(() => 0);
  const visited = plan.problem.members.map(() => 0);
  const groups = new Set<number>();
  for (const [at, month] of selection) {
    const activity = plan.activities[at];
    if (activity === undefined || !activity.months.includes(month)) return false;
    cost += activity.cost;
    days[month] = (days[month] ?? 0) + activity.days;
    lines[month] = (lines[month] ?? 0) + 1;
    for (const member of activity.members) {
      named[member] = (named[member] ?? 0) + 1;
      if (activity.national) visited[member] = (visited[member] ?? 0) + 1;
    }
    for (const group of activity.groups) {
      if (groups.has(group)) return false;
      groups.add(group);
    }
  }
  const within = (used: readonly number[], limits: readonly number[] | null) =>
    limits === null || used.every((value, at) => value === 0 || value <= (limits[at] ?? 0));
  return (
    (left.budget === null || cost <= left.budget) &&
    within(days, left.days) &&
    within(lines, left.most) &&
    within(named, left.absorption) &&
    within(visited, left.missions) &&
    isFunded(plan, selection)
  );
}

function isFunded(plan: CompiledPlan, selection: Selection): boolean {
  return unionsOf(plan).every(({ funders, amount }) => {
    let cost = 0;
    for (const at of selection.keys()) {
      const activity = plan.activities[at];
      if (activity !== undefined && activity.funders !== 0 && (activity.funders & ~funders) === 0)
        cost += activity.cost;
    }
    return cost === 0 || cost <= amount;
  });
}

const unions = new WeakMap<CompiledPlan, ReturnType<typeof funderUnions>>();

function unionsOf(plan: CompiledPlan): ReturnType<typeof funderUnions> {
  const known = unions.get(plan) ?? funderUnions(plan);
  unions.set(plan, known);
  return known;
}

/** Small islands (positions of members) that no line reaches yet; empty once enough are reached. */
export function missingIslands(plan: CompiledPlan, selection: Selection): readonly number[] {
  const asked = plan.left.islands ?? 0;
  if (asked <= 0) return [];
  const reached = new Set<string | null>();
  for (const at of selection.keys())
    for (const { need } of plan.activities[at]?.values ?? []) reached.add(plan.problem.needs[need]?.member ?? null);
  const open = plan.problem.members.flatMap(({ id }, member) =>
    plan.openIsland[member] ? [{ member, done: reached.has(id) }] : [],
  );
  if (open.filter(({ done }) => done).length >= asked) return [];
  const missing = open.filter(({ done }) => !done).map(({ member }) => member);
  return missing.length > 0 ? missing : [-1];
}

/** Months that hold fewer lines than they must. */
export function missingMonths(plan: CompiledPlan, selection: Selection): readonly number[] {
  const lines = plan.problem.months.map(() => 0);
  for (const month of selection.values()) lines[month] = (lines[month] ?? 0) + 1;
  return plan.left.fewest.flatMap((fewest, month) => ((lines[month] ?? 0) < fewest ? [month] : []));
}
