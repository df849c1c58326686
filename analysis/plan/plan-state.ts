import { funderUnions } from "./allocate-funding";
import type { CompiledPlan } from "./compile-plan";
import type { Selection } from "./selection";
import { createTeamState } from "./team-state";

/**
 * A plan that keeps all limits while lines come and go, one by one: every count, the score and the teams are kept, so
 * that a change costs what it touches. What must be reached (islands, fewest lines of a month) may be missing.
 */
export interface PlanState {
  /** Month of each activity, -1 if it is not in the plan. */
  readonly monthOf: ArrayLike<number>;
  /** Lines of each month. */
  readonly inMonth: readonly ReadonlySet<number>[];
  readonly score: () => number;
  /** Islands and lines of months that must still be reached. */
  readonly missing: () => number;
  /** What the score gains by an activity that is not in the plan. */
  readonly gain: (activity: number) => number;
  /** What the score loses without a line. */
  readonly loss: (activity: number) => number;
  /** How many of the missing islands and, in that month, lines the activity would bring. */
  readonly brings: (activity: number, month: number) => number;
  /** Whether money, members and variants leave room, months and teams left aside. */
  readonly hasRoom: (activity: number) => boolean;
  /** Whether the experts' missions allow one more line, months left aside. */
  readonly hasMissions: (activity: number) => boolean;
  /** Whether workdays and number of lines leave room in a month. */
  readonly hasDays: (activity: number, month: number) => boolean;
  /** Puts an activity into a month if all limits allow it. */
  readonly add: (activity: number, month: number) => boolean;
  readonly remove: (activity: number) => void;
  readonly selection: () => Selection;
}

export function createPlanState(plan: CompiledPlan): PlanState {
  const { activities, left, problem } = plan;
  const teams = createTeamState(plan);
  const monthOf = new Int32Array(activities.length).fill(-1);
  const inMonth = problem.months.map(() => new Set<number>());
  const days = new Float64Array(problem.months.length);
  const named = new Int32Array(problem.members.length);
  const visited = new Int32Array(problem.members.length);
  const groups = new Uint8Array(plan.groupCount);
  const unions = funderUnions(plan);
  const paid = new Float64Array(unions.length);
  const unionsOf = activities.map(({ funders }) =>
    unions.flatMap((union, at) => (funders !== 0 && (funders & ~union.funders) === 0 ? [at] : [])),
  );
  const valued = activities.map(({ values }) => ({
    needs: Int32Array.from(values, ({ need }) => need),
    values: Float64Array.from(values, ({ value }) => value),
  }));
  const offers = offersOf(plan);
  const best = Float64Array.from(plan.base);
  const memberAt = new Map(problem.members.map(({ id }, at) => [id, at]));
  const islandOf = problem.needs.map(({ member }) => {
    const at = memberAt.get(member ?? "") ?? -1;
    return at >= 0 && plan.openIsland[at] ? at : -1;
  });
  const islandsOf = activities.map(({ values }) => [
    ...new Set(values.map(({ need }) => islandOf[need] ?? -1).filter((member) => member >= 0)),
  ]);
  const reached = new Int32Array(problem.members.length);
  let reachedCount = 0;
  let score = plan.base.reduce((sum, value) => sum + value, 0);
  let cost = 0;

  const within = (value: number, limit: number | undefined) => value === 0 || limit === undefined || value <= limit;
  const hasRoom = (at: number): boolean => {
    const activity = activities[at];
    if (activity === undefined || monthOf[at] !== -1) return false;
    if (left.budget !== null && cost + activity.cost > left.budget) return false;
    for (const group of activity.groups) if (groups[group] !== 0) return false;
    for (const member of activity.members) {
      if (!within((named[member] ?? 0) + 1, left.absorption?.[member])) return false;
      if (activity.national && !within((visited[member] ?? 0) + 1, left.missions?.[member])) return false;
    }
    for (const union of unionsOf[at] ?? [])
      if (!within((paid[union] ?? 0) + activity.cost, unions[union]?.amount)) return false;
    return true;
  };
  const count = (at: number, month: number, sign: 1 | -1) => {
    const activity = activities[at];
    if (activity === undefined) return;
    cost += sign * activity.cost;
    days[month] = (days[month] ?? 0) + sign * activity.days;
    for (const group of activity.groups) groups[group] = (groups[group] ?? 0) + sign;
    for (const member of activity.members) {
      named[member] = (named[member] ?? 0) + sign;
      if (activity.national) visited[member] = (visited[member] ?? 0) + sign;
    }
    for (const union of unionsOf[at] ?? []) paid[union] = (paid[union] ?? 0) + sign * activity.cost;
    for (const member of islandsOf[at] ?? []) {
      reached[member] = (reached[member] ?? 0) + sign;
      if (sign === 1 ? reached[member] === 1 : reached[member] === 0) reachedCount += sign;
    }
  };
  /** Value of a need without one activity. */
  const bestWithout = (need: number, without: number): number => {
    for (const { activity, value } of offers[need] ?? [])
      if (activity !== without && monthOf[activity] !== -1) return Math.max(value, plan.base[need] ?? 0);
    return plan.base[need] ?? 0;
  };
  const missingIslands = () => Math.max(0, (left.islands ?? 0) - reachedCount);

  const hasDays = (at: number, month: number) =>
    within((days[month] ?? 0) + (activities[at]?.days ?? 0), left.days?.[month]) &&
    within((inMonth[month]?.size ?? 0) + 1, left.most?.[month]);

  return {
    monthOf,
    inMonth,
    score: () => score,
    missing: () =>
      inMonth.reduce(
        (sum, lines, month) => sum + Math.max(0, (left.fewest[month] ?? 0) - lines.size),
        missingIslands(),
      ),
    gain: (at) => {
      const { needs, values } = valued[at] ?? { needs: [], values: [] };
      let gain = 0;
      for (let index = 0; index < needs.length; index++) {
        const more = (values[index] ?? 0) - (best[needs[index] ?? 0] ?? 0);
        if (more > 0) gain += more;
      }
      return gain;
    },
    loss: (at) => {
      const { needs } = valued[at] ?? { needs: [] };
      let loss = 0;
      for (const need of needs) loss += (best[need] ?? 0) - bestWithout(need, at);
      return loss;
    },
    brings: (at, month) => {
      const islands = (islandsOf[at] ?? []).filter((member) => reached[member] === 0).length;
      const line = (inMonth[month]?.size ?? 0) < (left.fewest[month] ?? 0) ? 1 : 0;
      return Math.min(islands, missingIslands()) + line;
    },
    hasRoom,
    hasDays,
    hasMissions: (at) => activities[at]?.teamSize === 0 || teams.hasMissions(at),
    add: (at, month) => {
      const activity = activities[at];
      const lines = inMonth[month];
      if (activity === undefined || lines === undefined || !hasRoom(at) || !activity.months.includes(month))
        return false;
      if (!hasDays(at, month)) return false;
      if (activity.teamSize > 0 && !teams.seat(at, month)) return false;
      monthOf[at] = month;
      lines.add(at);
      count(at, month, 1);
      for (const { need, value } of activity.values)
        if (value > (best[need] ?? 0)) {
          score += value - (best[need] ?? 0);
          best[need] = value;
        }
      return true;
    },
    remove: (at) => {
      const month = monthOf[at] ?? -1;
      const activity = activities[at];
      if (activity === undefined || month === -1) return;
      if (activity.teamSize > 0) teams.unseat(at);
      monthOf[at] = -1;
      inMonth[month]?.delete(at);
      count(at, month, -1);
      for (const { need, value } of activity.values) {
        if (value < (best[need] ?? 0)) continue;
        const rest = bestWithout(need, at);
        score += rest - (best[need] ?? 0);
        best[need] = rest;
      }
    },
    selection: () =>
      new Map(activities.flatMap((_, at): [number, number][] => (monthOf[at] === -1 ? [] : [[at, monthOf[at] ?? 0]]))),
  };
}

/** Activities that cover each need, the most valuable first. */
function offersOf({ activities, problem }: CompiledPlan) {
  const offers = problem.needs.map((): { activity: number; value: number }[] => []);
  activities.forEach(({ values }, activity) => {
    for (const { need, value } of values) offers[need]?.push({ activity, value });
  });
  for (const list of offers) list.sort((a, b) => b.value - a.value || a.activity - b.activity);
  return offers;
}
