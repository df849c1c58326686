import type { LineCost } from "~/analysis/plan/candidate-input";
import { type DeliveryMode, defaultQuality, type PlanActivity } from "~/analysis/plan/problem";
import type { RegionPack } from "~/db/regions/pack-schema";
import { DELIVERY } from "./proposal-settings";

const PACK_MODE: Readonly<Record<DeliveryMode | "accreditation", string>> = {
  national: "national",
  subRegional: "sub-regional",
  regional: "regional",
  virtual: "virtual",
  accreditation: "accreditation",
};

/** Cost and effort of a line of each mode: the experts' travel is part of what it costs once. */
export function lineCosts(
  pack: Pick<RegionPack, "costs" | "planning">,
): Readonly<Record<DeliveryMode | "accreditation", LineCost>> {
  const costOf = (mode: DeliveryMode | "accreditation"): LineCost => {
    const rule = pack.costs.rules.find((each) => each.mode === PACK_MODE[mode]);
    const planned = pack.planning.modes.find(({ id }) => id === PACK_MODE[mode]);
    const teamSize = planned ? planned.seats.value.lead + planned.seats.value.second : 0;
    return {
      fixed: Math.round((rule?.fixed.value ?? 0) + (rule?.perExpert.value ?? 0) * teamSize),
      perMember: Math.round(rule?.perMember.value ?? 0),
      officeDays: Math.round(planned?.officeWorkdays.value ?? 0),
      teamSize,
    };
  };
  return {
    national: costOf("national"),
    subRegional: costOf("subRegional"),
    regional: costOf("regional"),
    virtual: costOf("virtual"),
    accreditation: costOf("accreditation"),
  };
}

/** Quality of each mode as the pack has it. */
export function modeQuality(pack: Pick<RegionPack, "planning">): Readonly<Record<DeliveryMode, number>> {
  const found = pack.planning.modes.flatMap(({ id, quality }): [string, number][] => {
    const mode = DELIVERY[id];
    return mode === undefined ? [] : [[mode, quality.value]];
  });
  return { ...defaultQuality, ...Object.fromEntries(found) };
}

/** Takes off a joint line's cost what members pay themselves. */
export function withoutSelfPaying(
  activity: PlanActivity,
  { costs, selfPaying }: { readonly costs: ReturnType<typeof lineCosts>; readonly selfPaying: ReadonlySet<string> },
): PlanActivity {
  if (activity.kind !== "joint") return activity;
  const less = costs[activity.mode].perMember * activity.members.filter((member) => selfPaying.has(member)).length;
  return {
    ...activity,
    cost: activity.cost - less,
    hosts: activity.hosts.map((host) => ({ ...host, cost: host.cost - less })),
  };
}

/** Whether a line has as many members as its mode is made for. */
export function fitsMode(pack: Pick<RegionPack, "planning">, { kind, mode, members }: PlanActivity): boolean {
  const id = PACK_MODE[kind === "accreditation" ? "accreditation" : mode];
  const range = pack.planning.modes.find((each) => each.id === id)?.members.value;
  return range === undefined || (members.length >= range.atLeast && members.length <= range.atMost) || kind !== "joint";
}
