import { compareIds } from "~/analysis/compare-ids";
import type { Provenance } from "~/analysis/result";
import { funderUnions } from "./allocate-funding";
import { type CompiledPlan, compilePlan } from "./compile-plan";
import { isComplete, keepsCounts } from "./feasible-selection";
import type { PlanLine, PlanProblem } from "./problem";
import { planProvenance } from "./provenance";
import { scoreOf } from "./score-plan";
import type { Selection } from "./selection";
import { staffWith } from "./staff-with";
import { staffableWithout } from "./staffable-without";
import { staffSlots } from "./staffing-flow";

/** One other expert, month or host for a line. */
export interface Choice {
  /** Id of the expert or host, or position of the month. */
  readonly id: string;
  readonly month: number | null;
  /** `false`: not even if one other line is given up. */
  readonly feasible: boolean;
  /** Change of the plan's score, 0 or below; `null` if not feasible. */
  readonly score: number | null;
  /** Change of the plan's cost; `null` if not feasible. */
  readonly cost: number | null;
  /** Lines that would be given up, at most one. */
  readonly drops: readonly string[];
  /** Lines that keep their place with another team. */
  readonly newTeams: readonly string[];
}

export interface OtherChoices extends Provenance {
  readonly activity: string;
  readonly experts: readonly Choice[];
  readonly months: readonly Choice[];
  readonly hosts: readonly Choice[];
}

/**
 * Who, when or where else: the experts not in the line's team that may take a seat in it, its other months, its other
 * hosts. Each is tried in the plan as it stands, by counting and one flow, without a new search; if it does not fit,
 * with each other line given up in turn, and the one that costs the least score is named.
 *
 * Best first: by score, then cost, then fewer new teams, then id or month.
 *
 * @param lines the plan, which keeps all rules
 * @throws {RangeError} if the activity is not one of its lines
 */
export function otherChoices(problem: PlanProblem, lines: readonly PlanLine[], activity: string): OtherChoices {
  const line = lines.find((each) => each.activity === activity);
  const own = problem.activities.find(({ id }) => id === activity);
  if (line === undefined || own === undefined) throw new RangeError(`${activity} is not a line of the plan`);
  const plan = compilePlan(problem);
  const at = plan.position.get(activity) ?? -1;
  const compiled = plan.activities[at];
  const selection = new Map(
    lines.flatMap(({ activity: id, month }): [number, number][] => {
      const position = plan.position.get(id);
      return position === undefined ? [] : [[position, month]];
    }),
  );
  const frame = { plan, lines, selection, at, losses: lossesOf(plan, selection, at), unions: funderUnions(plan) };
  const able = [...(compiled?.leads ?? []), ...(compiled?.seconds ?? [])];
  const costNow = own.hosts.find(({ member }) => member === line.host)?.cost ?? own.cost;
  return {
    ...planProvenance(problem, "other-choices", { activity }),
    activity,
    experts: sorted(
      able
        .map((expert) => ({ expert, id: plan.experts[expert]?.id ?? "" }))
        .filter(({ id }) => !line.experts.includes(id))
        .map(({ expert, id }) => attempt(frame, { id, expert, month: line.month, cost: costNow, costNow })),
    ),
    months: sorted(
      own.months
        .filter((month) => month !== line.month)
        .map((month) =>
          attempt(frame, { id: problem.months[month] ?? "", month, cost: costNow, costNow, moved: true }),
        ),
    ),
    hosts: sorted(
      own.hosts
        .filter(({ member }) => member !== line.host)
        .map(({ member, cost }) => attempt(frame, { id: member, month: line.month, cost, costNow })),
    ),
  };
}

interface Frame {
  readonly plan: CompiledPlan;
  readonly lines: readonly PlanLine[];
  readonly selection: Selection;
  readonly at: number;
  /** Lines that may be given up, in the order of what they are worth to the plan: the first that fits costs least. */
  readonly losses: readonly { readonly each: number; readonly loss: number }[];
  readonly unions: ReturnType<typeof funderUnions>;
}

interface Wish {
  readonly id: string;
  readonly expert?: number;
  readonly month: number;
  readonly cost: number;
  readonly costNow: number;
  readonly moved?: boolean;
}

function attempt(frame: Frame, wish: Wish): Choice {
  const { plan, selection, at } = frame;
  const month = wish.moved ? wish.month : null;
  const changed = new Map(selection).set(at, wish.month);
  const staffable = staffableWithout(plan, changed, at, wish.expert);
  for (const { each, loss } of [{ each: -1, loss: 0 }, ...frame.losses]) {
    // Money and teams are asked for first: both are exact, and a fraction of the work of forming the teams.
    if (!affordable(frame, wish, each) || !staffable(each)) continue;
    const rest = new Map(changed);
    rest.delete(each);
    const teams = fits(frame, rest, wish);
    if (teams === undefined) continue;
    const dropped = plan.activities[each];
    return {
      id: wish.id,
      month,
      feasible: true,
      score: 0 - loss,
      cost: wish.cost - wish.costNow - (dropped?.cost ?? 0),
      drops: dropped === undefined ? [] : [dropped.id],
      newTeams: teams,
    };
  }
  return { id: wish.id, month, feasible: false, score: null, cost: null, drops: [], newTeams: [] };
}

function lossesOf(plan: CompiledPlan, selection: Selection, at: number): Frame["losses"] {
  const now = scoreOf(plan, selection.keys());
  return [...selection.keys()]
    .filter((each) => each !== at && !plan.activities[each]?.fixedIn)
    .map((each) => ({
      each,
      loss:
        now -
        scoreOf(
          plan,
          [...selection.keys()].filter((other) => other !== each),
        ),
    }))
    .sort((a, b) => a.loss - b.loss || a.each - b.each);
}

/** Ids of the other lines whose team changes; `undefined` if the selection breaks a rule. */
function fits({ plan, lines, at }: Frame, selection: Selection, wish: Wish): readonly string[] | undefined {
  if (!keepsCounts(plan, selection) || !isComplete(plan, selection)) return undefined;
  const slots = [...selection].map(([activity, month]) => ({ activity, month, share: 1 }));
  const kept = new Map(lines.map(({ activity, experts }) => [activity, experts]));
  if (wish.expert !== undefined) {
    const teams = staffWith(plan, slots, at, wish.expert, kept);
    if (teams === undefined) return undefined;
    return changedTeams(plan, slots, teams, kept, at);
  }
  // A team that can stay together in the new month stays; else the flow finds teams for all.
  const stays = staffWith(plan, slots, at, undefined, kept);
  const staffing = stays === undefined ? staffSlots(plan, slots) : { complete: true as const, teams: stays };
  return staffing.complete ? changedTeams(plan, slots, staffing.teams, kept, at) : undefined;
}

/** Whether the money suffices with the line at its new cost: in all, and for every union of funders (Hall's condition). */
function affordable({ plan, selection, at, unions }: Frame, wish: Wish, dropped: number): boolean {
  // Free at its cheapest host, a line has no funder that could pay for a dearer one.
  if (plan.left.funders !== null && wish.cost > 0 && plan.activities[at]?.funders === 0) return false;
  const limits = [{ funders: -1, amount: plan.left.budget ?? Number.POSITIVE_INFINITY }, ...unions];
  return limits.every(({ funders, amount }) => {
    let total = 0;
    for (const each of selection.keys()) {
      const line = plan.activities[each];
      if (line === undefined || each === dropped) continue;
      if (funders !== -1 && (line.funders === 0 || (line.funders & ~funders) !== 0)) continue;
      total += each === at ? wish.cost : line.cost;
    }
    return total === 0 || total <= amount;
  });
}

function changedTeams(
  plan: CompiledPlan,
  slots: readonly { readonly activity: number }[],
  teams: readonly (readonly number[])[],
  kept: ReadonlyMap<string, readonly string[]>,
  at: number,
): readonly string[] {
  return slots
    .flatMap(({ activity }, slot) => {
      const id = plan.activities[activity]?.id ?? "";
      const before = new Set(kept.get(id));
      const after = teams[slot] ?? [];
      const same = after.length === before.size && after.every((expert) => before.has(plan.experts[expert]?.id ?? ""));
      return activity === at || same ? [] : [id];
    })
    .sort(compareIds);
}

function sorted(choices: readonly Choice[]): readonly Choice[] {
  const rank = ({ feasible }: Choice) => (feasible ? 0 : 1);
  return [...choices].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.score ?? 0) - (a.score ?? 0) ||
      (a.cost ?? 0) - (b.cost ?? 0) ||
      a.newTeams.length - b.newTeams.length ||
      (a.month ?? 0) - (b.month ?? 0) ||
      compareIds(a.id, b.id),
  );
}
