import type { CompiledPlan } from "./compile-plan";
import { type Slot, staffSlots } from "./staffing-flow";

/**
 * Teams for whole slots of which one has a given expert in its team, the others keeping theirs where they can: first
 * with all other teams as they are, then with the teams free that this expert or the slot's month touches, then all.
 *
 * @param expert `undefined`: the slot's old team as it is
 * @param kept ids of the experts of each activity (by id), before
 * @returns the team of each slot, the lead first; `undefined` if there is none
 */
export function staffWith(
  plan: CompiledPlan,
  slots: readonly Slot[],
  at: number,
  expert: number | undefined,
  kept: ReadonlyMap<string, readonly string[]>,
): readonly (readonly number[])[] | undefined {
  const own = slots.find(({ activity }) => activity === at);
  const activity = plan.activities[at];
  if (own === undefined || activity === undefined) return undefined;
  const position = new Map(plan.experts.map(({ id }, index) => [id, index]));
  const teamOf = (id: string) => (kept.get(id) ?? []).flatMap((each) => position.get(each) ?? []);
  const old = slots.map((slot) => teamOf(plan.activities[slot.activity]?.id ?? ""));

  if (expert === undefined) {
    const team = teamOf(activity.id);
    const free = team.every(
      (each) =>
        plan.experts[each]?.free[own.month] &&
        !slots.some((slot, index) => slot.activity !== at && slot.month === own.month && old[index]?.includes(each)),
    );
    return free ? slots.map((slot, index) => (slot.activity === at ? team : (old[index] ?? []))) : undefined;
  }
  if (!plan.experts[expert]?.free[own.month] || (plan.experts[expert]?.missions ?? 0) < 1) return undefined;
  // Within the month of the change and among the lines of the expert, teams may be formed anew; the rest stays.
  for (const open of [
    (slot: Slot) => slot.activity === at,
    (slot: Slot, team: readonly number[]) => slot.month === own.month || team.includes(expert),
    () => true,
  ]) {
    const fixed = slots.map((slot, index) => slot.activity !== at && !open(slot, old[index] ?? []));
    const teams = solveOpen(plan, slots, old, fixed, at, expert);
    if (teams !== undefined) return teams;
  }
  return undefined;
}

function solveOpen(
  plan: CompiledPlan,
  slots: readonly Slot[],
  old: readonly (readonly number[])[],
  fixed: readonly boolean[],
  at: number,
  expert: number,
): readonly (readonly number[])[] | undefined {
  const used = plan.experts.map(() => 0);
  const busy = new Set<number>();
  const monthCount = plan.problem.months.length;
  const take = (each: number, month: number) => {
    used[each] = (used[each] ?? 0) + 1;
    busy.add(each * monthCount + month);
  };
  slots.forEach((slot, index) => {
    if (fixed[index]) for (const each of old[index] ?? []) take(each, slot.month);
  });
  const own = slots.find(({ activity }) => activity === at);
  if (own === undefined || busy.has(expert * monthCount + own.month)) return undefined;
  take(expert, own.month);
  const experts = plan.experts.map((each, index) => ({
    ...each,
    missions: each.missions - (used[index] ?? 0),
    free: each.free.map((free, month) => free && !busy.has(index * monthCount + month)),
  }));
  if (experts.some(({ missions }) => missions < 0)) return undefined;
  const leads = plan.activities[at]?.leads.includes(expert) ?? false;
  // The expert's seat is taken out: the lead's, or else one of the others.
  for (const asLead of leads ? [true, false] : [false]) {
    const size = plan.activities[at]?.teamSize ?? 0;
    if (!asLead && size < 2) continue;
    const activities = plan.activities.map((each, index) =>
      index === at
        ? { ...each, teamSize: size - 1, ...(asLead ? { leads: [...each.leads, ...each.seconds], seconds: [] } : {}) }
        : each,
    );
    const openSlots = slots.filter((_, index) => !fixed[index]);
    const staffing = staffSlots({ ...plan, experts, activities }, openSlots);
    if (!staffing.complete) continue;
    const found = new Map(openSlots.map((slot, index) => [slot.activity, staffing.teams[index] ?? []]));
    return slots.map((slot, index) => {
      if (fixed[index]) return old[index] ?? [];
      const team = found.get(slot.activity) ?? [];
      if (slot.activity !== at) return team;
      return asLead ? [expert, ...team] : [...team.slice(0, 1), expert, ...team.slice(1)];
    });
  }
  return undefined;
}
