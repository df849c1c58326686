import { compareIds } from "~/analysis/compare-ids";
import { checkProblem } from "./check-problem";
import { mayFund, seatOf } from "./eligibility";
import type { Coverage, DeliveryMode, PlanProblem } from "./problem";
import { tieBreakWeight } from "./tie-break-weight";

/** Why an activity cannot be in any plan, whatever else is chosen. */
export type Blocked =
  | "fixedOut"
  | "noRequest"
  | "budget"
  | "funder"
  | "expert"
  | "month"
  | "officeWorkload"
  | "absorption";

export interface CompiledActivity {
  readonly id: string;
  readonly cost: number;
  readonly days: number;
  readonly teamSize: number;
  /** Positions of months in which it can be held and staffed, taken by itself; empty if blocked. */
  readonly months: readonly number[];
  readonly members: readonly number[];
  readonly national: boolean;
  readonly topic: string;
  /** Needs that it covers with a value above 0, in ten-thousandths. */
  readonly values: readonly { readonly need: number; readonly value: number }[];
  /** Experts that may take any seat, and those that may take all but the lead's. */
  readonly leads: readonly number[];
  readonly seconds: readonly number[];
  readonly groups: readonly number[];
  /** Funders that may pay, as bits; 0 if none has to. */
  readonly funders: number;
  readonly tieBreak: number;
  readonly blocked: Blocked | null;
  readonly fixedIn: boolean;
}

export interface CompiledExpert {
  readonly id: string;
  /** Missions left after the given lines. */
  readonly missions: number;
  /** By position of the month: whether the person is free. */
  readonly free: readonly boolean[];
}

/** A problem with positions instead of ids and with what the given lines take already taken. */
export interface CompiledPlan {
  readonly problem: PlanProblem;
  readonly activities: readonly CompiledActivity[];
  readonly position: ReadonlyMap<string, number>;
  readonly experts: readonly CompiledExpert[];
  /** Per need: the value that a given line already brings. */
  readonly base: readonly number[];
  readonly groupCount: number;
  /** What is left; `null` where the rule does not bind. May be below 0: then the given lines alone break the rule. */
  readonly left: {
    readonly budget: number | null;
    readonly funders: readonly number[] | null;
    readonly days: readonly number[] | null;
    readonly fewest: readonly number[];
    readonly most: readonly number[] | null;
    readonly absorption: readonly number[] | null;
    readonly missions: readonly number[] | null;
    /** Small islands that still have to be reached, and whether each member is one that is not yet. */
    readonly islands: number | null;
  };
  readonly openIsland: readonly boolean[];
  /** The given lines alone need more money or workdays than there are: no plan keeps the rules. */
  readonly overdrawn: boolean;
}

/** Value of covering a need, in ten-thousandths: an integer, so that sums and comparisons are exact. */
export function coverageValue(
  problem: PlanProblem,
  weight: number,
  mode: DeliveryMode,
  coverage: Pick<Coverage, "mismatch">,
): number {
  const quality = Math.max(0, problem.quality[mode] - (coverage.mismatch ? problem.mismatch : 0));
  return Math.round(10_000 * weight * quality);
}

/**
 * Sorts a problem by id, turns ids into positions and takes what the given lines use.
 *
 * @throws {RangeError} as `checkProblem`
 */
export function compilePlan(problem: PlanProblem): CompiledPlan {
  checkProblem(problem);
  const sorted = sortProblem(problem);
  const { rules, given } = sorted;
  const memberAt = positions(sorted.members);
  const needAt = positions(sorted.needs);
  const weights = sorted.needs.map(({ weight }) => weight);
  const base = sorted.needs.map(() => 0);
  for (const line of given)
    for (const coverage of line.covers) {
      const need = needAt.get(coverage.need) ?? 0;
      base[need] = Math.max(base[need] ?? 0, coverageValue(sorted, weights[need] ?? 0, line.mode, coverage));
    }

  const perMember = (applies: (mode: DeliveryMode, experts: readonly string[]) => boolean) =>
    sorted.members.map(
      ({ id }) => given.filter((line) => line.members.includes(id) && applies(line.mode, line.experts)).length,
    );
  const named = perMember(() => true);
  const visited = perMember((mode) => mode === "national");
  const spent = given.reduce((sum, line) => sum + line.cost, 0);
  const inMonth = (month: number) => given.filter((line) => line.month === month);
  const covered = new Set(
    sorted.needs.flatMap(({ member }, need) => (member !== null && (base[need] ?? 0) > 0 ? [member] : [])),
  );
  const openIsland = sorted.members.map(({ id, smallIsland }) => smallIsland && !covered.has(id));
  const reached = sorted.members.filter(({ id, smallIsland }) => smallIsland && covered.has(id)).length;
  const { absorption, missionsPerMember, islandsAtLeast } = rules;
  const left = {
    budget: rules.budget === null ? null : rules.budget - spent,
    funders:
      rules.funders?.map(
        ({ id, amount }) => amount - given.reduce((sum, line) => sum + (line.funder === id ? line.cost : 0), 0),
      ) ?? null,
    days:
      rules.officeDays?.map((days, month) => days - inMonth(month).reduce((sum, line) => sum + line.officeDays, 0)) ??
      null,
    fewest: sorted.months.map((_, month) => (rules.perMonth?.[month]?.fewest ?? 0) - inMonth(month).length),
    most:
      rules.perMonth?.map(({ most }, month) =>
        most === null ? Number.POSITIVE_INFINITY : most - inMonth(month).length,
      ) ?? null,
    absorption: absorption === null ? null : named.map((lines) => absorption.limit - lines),
    missions: missionsPerMember === null ? null : visited.map((lines) => missionsPerMember - lines),
    islands: islandsAtLeast === null ? null : islandsAtLeast - reached,
  };
  const experts = sorted.experts.map((expert) => {
    const lines = given.filter((line) => line.experts.includes(expert.id));
    const free = sorted.months.map(
      (_, month) => expert.months.includes(month) && !lines.some((line) => line.month === month),
    );
    const missions = rules.missionsPerExpert ? Math.max(0, expert.missions - lines.length) : sorted.months.length;
    return { id: expert.id, missions, free };
  });

  const groups = new Map<string, number>();
  const groupOf = (name: string) => {
    const known = groups.get(name);
    if (known !== undefined) return known;
    groups.set(name, groups.size);
    return groups.size - 1;
  };
  const locks = new Map(sorted.fixedIn.map((lock) => [lock.activity, lock]));
  const out = new Set(sorted.fixedOut);
  const activities = sorted.activities.map((activity): CompiledActivity => {
    const seats = sorted.experts.map((expert) => seatOf(expert, activity, rules));
    const able = (seat: string) =>
      seats.flatMap((each, expert) => (each === seat && (experts[expert]?.missions ?? 0) > 0 ? [expert] : []));
    const leads = activity.teamSize === 0 ? [] : able("lead");
    const seconds = activity.teamSize < 2 ? [] : able("second");
    const lock = locks.get(activity.id);
    const wished = activity.months.filter((month) => lock?.month == null || lock.month === month);
    const staffed = wished.filter((month) => {
      const freeOf = (list: readonly number[]) => list.filter((expert) => experts[expert]?.free[month]).length;
      const free = freeOf(leads);
      return activity.teamSize === 0 || (free > 0 && free + freeOf(seconds) >= activity.teamSize);
    });
    const light = staffed.filter((month) => left.days === null || activity.officeDays <= (left.days[month] ?? 0));
    const open = light.filter((month) => left.most === null || (left.most[month] ?? 0) > 0);
    let funders = 0;
    rules.funders?.forEach((funder, bit) => {
      if (activity.cost > 0 && mayFund(funder, activity)) funders |= 1 << bit;
    });
    const members = activity.members.map((member) => memberAt.get(member) ?? 0);
    const national = activity.kind === "national";
    const full = members.some(
      (member) =>
        (left.absorption !== null && (left.absorption[member] ?? 0) < 1) ||
        (national && left.missions !== null && (left.missions[member] ?? 0) < 1),
    );
    let blocked: Blocked | null = null;
    if (out.has(activity.id)) blocked = "fixedOut";
    else if (rules.nationalNeedsRequest && national && activity.requests.length === 0) blocked = "noRequest";
    else if (left.budget !== null && activity.cost > left.budget) blocked = "budget";
    else if (rules.funders !== null && activity.cost > 0 && funders === 0) blocked = "funder";
    else if (full) blocked = "absorption";
    else if (wished.length === 0) blocked = "month";
    else if (staffed.length === 0) blocked = "expert";
    else if (light.length === 0) blocked = "officeWorkload";
    else if (open.length === 0) blocked = "month";
    const variants = rules.oneLinePerRequest
      ? [
          ...activity.requests.map((id) => `request ${id}`),
          ...activity.variants.map((id) => `variant ${id}`),
          ...(national ? activity.members.map((member) => `national ${member}\n${activity.topic}`) : []),
        ]
      : [];
    return {
      id: activity.id,
      cost: activity.cost,
      days: activity.officeDays,
      teamSize: activity.teamSize,
      months: blocked === null ? [...open].sort((a, b) => a - b) : [],
      members,
      national,
      topic: activity.topic,
      values: activity.covers
        .map((coverage) => {
          const need = needAt.get(coverage.need) ?? 0;
          return { need, value: coverageValue(sorted, weights[need] ?? 0, activity.mode, coverage) };
        })
        .filter(({ value }) => value > 0)
        .sort((a, b) => a.need - b.need),
      leads,
      seconds,
      groups: [...new Set(variants)].map(groupOf),
      funders,
      tieBreak: tieBreakWeight(activity.id),
      blocked,
      fixedIn: lock !== undefined,
    };
  });
  return {
    problem: sorted,
    activities,
    position: positions(sorted.activities),
    experts,
    base,
    groupCount: groups.size,
    left,
    openIsland,
    overdrawn: [left.budget ?? 0, ...(left.funders ?? []), ...(left.days ?? [])].some((rest) => rest < 0),
  };
}

/** The problem with every list in the order of its ids: nothing that follows depends on the order of the input. */
export function sortProblem(problem: PlanProblem): PlanProblem {
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => compareIds(a.id, b.id));
  const funders = problem.rules.funders;
  if (funders !== null && funders.length > 20) throw new RangeError(`${funders.length} funders are more than 20`);
  return {
    ...problem,
    members: byId(problem.members),
    needs: byId(problem.needs),
    activities: byId(problem.activities),
    experts: byId(problem.experts),
    given: byId(problem.given),
    rules: { ...problem.rules, funders: funders === null ? null : byId(funders) },
    fixedIn: [...problem.fixedIn].sort((a, b) => compareIds(a.activity, b.activity)),
    fixedOut: [...problem.fixedOut].sort(compareIds),
  };
}

function positions(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map(({ id }, index) => [id, index]));
}
