import { compareIds } from "~/analysis/compare-ids";
import type { DeployableExpert, SupplyScope } from "~/analysis/supply/deployable-experts";
import { copyFlow, emptyFlow, fillSeats, restoreFlow, type SeatFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork, type SeatNetwork } from "~/analysis/supply/seat-network";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/** What one accreditation more would add. Gains overlap: they are not to be added up. */
export interface Gain {
  /** Missions more that could be led at once. */
  readonly led: number;
  /** Seats more, lead and second, that could be filled at once. */
  readonly seats: number;
}

/** The gain of accrediting one person more in an area, nobody in particular: median profile of the pool. */
export interface AreaGain extends Gain {
  readonly area: string;
}

/** The gain of accrediting one person in the areas for which an accreditation is open. */
export interface CandidateGain extends Gain {
  readonly expert: string;
  readonly member: string | null;
  /** Areas of the accreditation, in the order of ids. */
  readonly areas: readonly string[];
  /** Weight of the led missions more: the most weight that can be led with the person minus without. */
  readonly weight: number;
  /** The same per place in a workshop, one place for each area. */
  readonly gainPerSeat: number;
}

export interface MedianProfile {
  /** Median missions of the pool's experts who give any, rounded down. */
  readonly missions: number;
  /** Languages spoken by at least half of them; English alone if there are none. */
  readonly languages: readonly string[];
}

export interface AccreditationGains {
  readonly profile: MedianProfile;
  readonly byArea: readonly AreaGain[];
  /** Every person with an open accreditation, each area alone and, if there are several, all together. */
  readonly byCandidate: readonly CandidateGain[];
  /** If every open accreditation were finished: what is drawn dotted beside today's figures. */
  readonly everybody: Gain;
}

/** Networks of lead seats and of all seats with their maximum flows, from which gains are re-solved. */
export interface GainBase {
  readonly lead: SeatFlow;
  readonly all: SeatFlow;
}

/**
 * What accrediting one person would add, by re-solving (never from duals, which are one-sided and degenerate): for each
 * area somebody with the median profile of the pool, without conflicts; for each person with an open accreditation their
 * true languages, missions and conflicts.
 *
 * Zero means that others could do all the person could, or that the seats short are elsewhere.
 *
 * @param defaultLanguage the language of the profile if nobody is in the pool
 * @throws {RangeError} as `buildSeatNetwork`
 * @see docs/methods/value-of-accreditation.md
 */
export function accreditationGains({
  experts,
  missions,
  scope,
  defaultLanguage = "en",
}: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly scope: SupplyScope;
  readonly defaultLanguage?: string;
}): AccreditationGains {
  const profile = medianProfile(experts, defaultLanguage);
  const areas = [...new Set(missions.flatMap((mission) => mission.area ?? []))].sort(compareIds);
  const typical = areas.map((area): DeployableExpert => typicalExpert(area, profile, experts));
  const base = gainBase({ experts, missions, scope, candidates: typical });
  const byArea = areas.map((area, i): AreaGain => {
    const units = unitsOf(base.lead.network, (unit) => unit.expert === typical[i]?.id);
    return { area, ...gainOf(base, units) };
  });

  const byCandidate: CandidateGain[] = [];
  const weightGain = weightGains(base.lead);
  for (const expert of [...experts].sort((a, b) => compareIds(a.id, b.id))) {
    const own = [...new Set(expert.open.map((open) => open.area))].sort(compareIds);
    for (const set of own.length > 1 ? [...own.map((area) => [area]), own] : own.map((area) => [area])) {
      const units = unitsOf(base.lead.network, (unit) => unit.expert === expert.id && set.includes(unit.area));
      const gain = gainOf(base, units);
      const weight = weightGain(units);
      byCandidate.push({
        expert: expert.id,
        member: expert.member,
        areas: set,
        ...gain,
        weight,
        gainPerSeat: weight / set.length,
      });
    }
  }
  const own = new Set(experts.map((expert) => expert.id));
  const everybody = gainOf(
    base,
    unitsOf(base.lead.network, (unit) => own.has(unit.expert)),
  );
  return { profile, byArea, byCandidate, everybody };
}

/** Builds both networks and their maximum flows with no accreditation finished. */
export function gainBase(input: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly scope: SupplyScope;
  readonly candidates?: readonly DeployableExpert[];
}): GainBase {
  const flowOf = (roles: "lead" | "all"): SeatFlow => {
    const flow = emptyFlow(buildSeatNetwork({ ...input, roles }));
    fillSeats(flow);
    return flow;
  };
  return { lead: flowOf("lead"), all: flowOf("all") };
}

/** Seats more, in both networks, once these accreditations are finished; the flows stay as they are. */
export function gainOf(base: GainBase, units: readonly number[]): Gain {
  const grow = (flow: SeatFlow): number => {
    const before = copyFlow(flow);
    for (const unit of units) flow.active[unit] = 1;
    const gained = fillSeats(flow);
    restoreFlow(flow, before);
    return gained;
  };
  return { led: grow(base.lead), seats: grow(base.all) };
}

/** Indices of a network's units; the same in the networks of lead seats and of all seats. */
export function unitsOf(
  network: SeatNetwork,
  isWanted: (unit: { readonly expert: string; readonly area: string }) => boolean,
): number[] {
  return network.units.flatMap((unit, index) => (isWanted(unit) ? [index] : []));
}

/** Median missions and majority languages of the pool's experts who give missions. */
export function medianProfile(experts: readonly DeployableExpert[], defaultLanguage: string): MedianProfile {
  const pool = experts.filter((expert) => expert.kind === "pool" && expert.missions > 0 && expert.leadAreas.length > 0);
  const missions = pool.map((expert) => expert.missions).sort((a, b) => a - b);
  const middle = missions.length >> 1;
  const median =
    missions.length === 0
      ? 1
      : missions.length % 2 === 1
        ? (missions[middle] ?? 1)
        : Math.floor(((missions[middle - 1] ?? 1) + (missions[middle] ?? 1)) / 2);
  const speakers = new Map<string, number>();
  for (const expert of pool)
    for (const language of expert.languages) speakers.set(language, (speakers.get(language) ?? 0) + 1);
  const languages = [...speakers].filter(([, count]) => 2 * count >= pool.length).map(([language]) => language);
  return { missions: median, languages: languages.length > 0 ? languages.sort(compareIds) : [defaultLanguage] };
}

function typicalExpert(area: string, profile: MedianProfile, experts: readonly DeployableExpert[]): DeployableExpert {
  let id = `typical ${area}`;
  while (experts.some((expert) => expert.id === id)) id += "'";
  return {
    id,
    member: null,
    kind: "pool",
    missions: profile.missions,
    languages: profile.languages,
    conflicts: [],
    leadAreas: [],
    secondAreas: [],
    lapsedAreas: [],
    topics: [],
    open: [{ area, standing: "nominated" }],
    gender: null,
  };
}

/** Most weight of missions that can be led: seats by falling weight, each filled if it can be (matroid greedy). */
function weightGains(flow: SeatFlow): (units: readonly number[]) => number {
  const { network } = flow;
  const weightOf = (seat: number): number => network.missions[network.seatMission[seat] ?? -1]?.weight ?? 0;
  const order = Int32Array.from(network.seatMission, (_, seat) => seat).sort(
    (a, b) => weightOf(b) - weightOf(a) || a - b,
  );
  const scratch = emptyFlow(network);
  const start = copyFlow(scratch);
  const most = (units: readonly number[]): number => {
    restoreFlow(scratch, start);
    for (const unit of units) scratch.active[unit] = 1;
    fillSeats(scratch, order);
    let sum = 0;
    scratch.taken.forEach((expert, seat) => {
      if (expert >= 0) sum += weightOf(seat);
    });
    return sum;
  };
  const today = most([]);
  return (units) => most(units) - today;
}
