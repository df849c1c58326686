import type { DeliveryMode, GivenLine, PlanFunder, PlanRules } from "~/analysis/plan/problem";
import type { Funder, Member, Topic } from "~/db/members";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { EffectiveSetting } from "~/db/settings";
import { DELIVERY, numberSetting, type ProposalSettings } from "./proposal-settings";

/** Standing commitments and fixed events of the pack: there before anything is chosen. */
export function givenLines(
  pack: Pick<RegionPack, "calendar" | "planning">,
  months: readonly string[],
): readonly GivenLine[] {
  const common = { mode: "regional", members: [], covers: [], funder: null, experts: [] } as const;
  return [
    ...pack.calendar.standing.map(
      ({ activity, cost }): GivenLine => ({
        ...common,
        id: `standing/${activity}`,
        kind: "standing",
        month: null,
        cost: Math.round(cost.value),
        // Its days lie in several months: `workdays` takes them from each.
        officeDays: 0,
      }),
    ),
    ...pack.calendar.fixedEvents.map(
      ({ activity, month, cost, officeWorkdays }): GivenLine => ({
        ...common,
        id: `fixed/${activity}`,
        kind: "fixed",
        month: positionOf(months, month.value),
        cost: Math.round(cost.value),
        officeDays: Math.round(officeWorkdays.value),
      }),
    ),
  ];
}

/** Workdays left in each month: fewer where the calendar says so, less what standing commitments take. */
export function workdays(
  pack: Pick<RegionPack, "calendar">,
  months: readonly string[],
  usual: number,
): readonly number[] {
  return months.map((name, at) => {
    const share = pack.calendar.months.find(({ month }) => positionOf(months, month) === at)?.share.value ?? 1;
    const taken = pack.calendar.standing.reduce((sum, { months: due, officeWorkdays }) => {
      const here = due.value.filter((month) => month === Number(name.slice(5))).length;
      return sum + (here * officeWorkdays.value) / due.value.length;
    }, 0);
    return Math.max(0, Math.floor(usual * share - taken));
  });
}

/** Position of a calendar month, 1 to 12, among `YYYY-MM` names; `null` if it is none of them. */
export function positionOf(months: readonly string[], month: number): number | null {
  const at = months.findIndex((name) => Number(name.slice(5)) === month);
  return at < 0 ? null : at;
}

/**
 * Funders with the conditions of the pack. One that pays only where a member contributes itself pays for the lines of
 * members that offered it; one that pays for topics of an area pays for an accreditation workshop in it if it pays for
 * such workshops at all.
 */
export function planFunders(
  funders: readonly Funder[],
  {
    settings,
    members,
    topics,
    contributing,
  }: {
    readonly settings: ProposalSettings;
    readonly members: readonly Member[];
    readonly topics: readonly Topic[];
    readonly contributing: ReadonlySet<string>;
  },
): readonly PlanFunder[] {
  return funders.flatMap((funder): PlanFunder[] => {
    const amount = settings.funders[funder.id] ?? 0;
    if (amount <= 0) return [];
    const { modes, topics: ids, groups, ownContribution } = funder.conditions.value;
    const among = members.filter(
      (member) =>
        (groups === null || member.groupIds.some((group) => groups.includes(group))) &&
        (!ownContribution || contributing.has(member.id)),
    );
    const areas = topics.flatMap(({ id, accreditationAreaId }) =>
      ids?.includes(id) && accreditationAreaId !== null && (modes === null || modes.includes("accreditation"))
        ? [accreditationAreaId]
        : [],
    );
    const delivered = modes?.flatMap((mode): DeliveryMode[] => {
      const delivery = DELIVERY[mode];
      return delivery === undefined ? [] : [delivery];
    });
    return [
      {
        id: funder.id,
        amount,
        topics: ids === null ? null : [...new Set([...ids, ...areas])],
        modes: delivered ?? null,
        members: groups === null && !ownContribution ? null : among.map(({ id }) => id),
      },
    ];
  });
}

/** All rules of a proposal; what no planner sets comes from the office's settings. */
export function planRules({
  settings,
  office,
  funders,
  officeDays,
}: {
  readonly settings: ProposalSettings;
  readonly office: readonly EffectiveSetting[];
  readonly funders: readonly PlanFunder[];
  readonly officeDays: readonly number[];
}): PlanRules {
  const limit = settings.absorptionLimit;
  return {
    budget: settings.budget,
    funders,
    officeDays,
    perMonth: null,
    absorption: { warning: Math.min(limit, numberSetting(office, "planning.absorptionWarning", 4)), limit },
    missionsPerMember: numberSetting(office, "planning.missionsPerMember", 3),
    islandsAtLeast: settings.islandsAtLeast,
    nationalNeedsRequest: true,
    oneLinePerRequest: true,
    languages: true,
    conflicts: true,
    missionsPerExpert: true,
    accreditedLead: true,
  };
}
