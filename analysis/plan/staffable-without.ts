import type { CompiledPlan } from "./compile-plan";
import type { Selection } from "./selection";
import { createTeamState } from "./team-state";

/**
 * Whether teams exist for a plan's lines, one of which must have a given expert, once any one other line is given up:
 * exact, and a path or two per question instead of a flow over all lines.
 *
 * @param at the line that changes, in its new month
 * @param expert `undefined`: anybody may be in its team
 * @returns asks for a line given up, -1 for none
 */
export function staffableWithout(
  plan: CompiledPlan,
  selection: Selection,
  at: number,
  expert: number | undefined,
): (dropped: number) => boolean {
  const month = selection.get(at) ?? 0;
  if (expert === undefined) return withoutOne(plan, selection, at, undefined, false);
  const own = plan.experts[expert];
  if (!own?.free[month] || own.missions < 1) return () => false;
  const asSecond = withoutOne(plan, selection, at, expert, false);
  if (!plan.activities[at]?.leads.includes(expert)) return asSecond;
  const asLead = withoutOne(plan, selection, at, expert, true);
  return (dropped) => asLead(dropped) || asSecond(dropped);
}

/** The same with the expert in the lead's seat or in another, which is taken out of the flow. */
function withoutOne(
  plan: CompiledPlan,
  selection: Selection,
  at: number,
  expert: number | undefined,
  asLead: boolean,
): (dropped: number) => boolean {
  const held = [...selection];
  const place = new Map(held.map(([activity], index) => [activity, index]));
  const size = plan.activities[at]?.teamSize ?? 0;
  if (expert !== undefined && size < (asLead ? 1 : 2)) return () => false;
  const activities = held.flatMap(([activity]) => {
    const line = plan.activities[activity];
    if (line === undefined) return [];
    if (activity !== at || expert === undefined) return [line];
    return [
      { ...line, teamSize: size - 1, ...(asLead ? { leads: [...line.leads, ...line.seconds], seconds: [] } : {}) },
    ];
  });
  const experts =
    expert === undefined
      ? plan.experts
      : plan.experts.map((each, index) =>
          index === expert
            ? {
                ...each,
                missions: each.missions - 1,
                free: each.free.map((free, m) => free && m !== selection.get(at)),
              }
            : each,
        );
  const teams = createTeamState({ ...plan, activities, experts });
  const monthOf = (line: number) => held[line]?.[1] ?? 0;
  const unseated = held.flatMap((_, line) => (teams.seat(line, monthOf(line)) ? [] : [line]));
  return (dropped) => {
    const out = dropped < 0 ? -1 : (place.get(dropped) ?? -1);
    const missing = unseated.filter((line) => line !== out);
    if (missing.length === 0) return true;
    if (out < 0 || unseated.includes(out)) return false;
    teams.unseat(out);
    const seated: number[] = [];
    for (const line of missing) {
      if (!teams.seat(line, monthOf(line))) break;
      seated.push(line);
    }
    for (const line of seated) teams.unseat(line);
    teams.seat(out, monthOf(out));
    return seated.length === missing.length;
  };
}
