import { compareIds } from "~/analysis/compare-ids";
import { type BlockingSet, blockingSets } from "~/analysis/supply/blocking-set";
import type { DeployableExpert, SupplyScope } from "~/analysis/supply/deployable-experts";
import { emptyFlow, filledSeats, fillSeats, type SeatFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork, type SeatNetwork, type SeatRoles } from "~/analysis/supply/seat-network";
import { staffedMissions } from "~/analysis/supply/staffed-missions";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/** Seats of one topic or area; what stays empty differs between equally good assignments. */
export interface GroupShortage {
  /** The topic or the area. */
  readonly id: string;
  readonly missions: number;
  readonly seats: number;
  /** Seats that could be filled if these were served first. */
  readonly fillableFirst: number;
  /** Fewest and most empty seats of the group over all assignments that fill as many seats as possible in all. */
  readonly shortageMin: number;
  readonly shortageMax: number;
  /** The naive figure beside it: missions of all who may take a seat here, each counted in every group of theirs. */
  readonly naiveCapacity: number;
}

/** Supply against demand for one scope of supply and one kind of seats. */
export interface SeatShortage {
  readonly scope: SupplyScope;
  readonly roles: SeatRoles;
  readonly missions: number;
  readonly seats: number;
  readonly filled: number;
  /** seats - filled, the Hall deficiency. */
  readonly shortage: number;
  /** Sum over groups of max(0, seats - naive capacity): a lower bound that overlooks who is counted twice. */
  readonly naiveShortage: number;
  readonly byTopic: readonly GroupShortage[];
  /** Missions on topics without an accreditation area are in no area. */
  readonly byArea: readonly GroupShortage[];
  readonly blockingSets: readonly BlockingSet[];
}

/** With both seats: also the missions that can be staffed as a whole. */
export interface MissionShortage extends SeatShortage {
  /** Most missions whose seats can all be filled at once; found by a second optimisation, never read off the seats. */
  readonly missionsStaffed: number;
  readonly missionsUnstaffed: number;
}

/**
 * Shortage of seats by maximum flow, with the smallest sets that block and the least and greatest shortage of each
 * topic and area over all assignments that fill as many seats as possible.
 *
 * The seats that can be filled together form a matroid: filling the seats of a topic first reaches its least shortage
 * without losing a seat in all, filling all others first its greatest.
 *
 * @returns all figures in seats; empty demand gives zeros and no blocking set
 * @throws {RangeError} as `buildSeatNetwork`
 * @see docs/methods/expert-shortage.md
 */
export function seatShortage(input: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly scope: SupplyScope;
  readonly roles: SeatRoles;
}): SeatShortage {
  return shortageOf(buildSeatNetwork(input), input.scope, input.roles).result;
}

/** As `seatShortage` with all seats, and the missions that can be staffed as a whole. */
export function missionShortage(input: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly scope: SupplyScope;
}): MissionShortage {
  const { result, flow } = shortageOf(buildSeatNetwork({ ...input, roles: "all" }), input.scope, "all");
  const missionsStaffed = staffedMissions(flow).count;
  return { ...result, missionsStaffed, missionsUnstaffed: result.missions - missionsStaffed };
}

/** The shortage of a network that is built already, with the maximum flow that it was read from. */
export function shortageOf(
  network: SeatNetwork,
  scope: SupplyScope,
  roles: SeatRoles,
): { readonly result: SeatShortage; readonly flow: SeatFlow } {
  const flow = emptyFlow(network);
  fillSeats(flow);
  const filled = filledSeats(flow);
  const seats = network.seatMission.length;
  const byTopic = groupShortages(network, filled, (mission) => mission.topic);
  return {
    flow,
    result: {
      scope,
      roles,
      missions: network.missions.length,
      seats,
      filled,
      shortage: seats - filled,
      naiveShortage: byTopic.reduce((sum, topic) => sum + Math.max(0, topic.seats - topic.naiveCapacity), 0),
      byTopic,
      byArea: groupShortages(network, filled, (mission) => mission.area),
      blockingSets: blockingSets(flow),
    },
  };
}

function groupShortages(
  network: SeatNetwork,
  filledInAll: number,
  groupOf: (mission: MissionDemand) => string | null,
): GroupShortage[] {
  const seatsOf = new Map<string, number[]>();
  network.seatMission.forEach((m, seat) => {
    const mission = network.missions[m];
    const group = mission === undefined ? null : groupOf(mission);
    if (group === null) return;
    const seats = seatsOf.get(group);
    if (seats) seats.push(seat);
    else seatsOf.set(group, [seat]);
  });
  const every = Int32Array.from(network.seatMission, (_, seat) => seat);
  return [...seatsOf]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([id, seats]): GroupShortage => {
      const own = new Set(seats);
      const fillableFirst = fillSeats(emptyFlow(network), Int32Array.from(seats));
      const others = fillSeats(
        emptyFlow(network),
        every.filter((seat) => !own.has(seat)),
      );
      return {
        id,
        missions: new Set(seats.map((seat) => network.seatMission[seat])).size,
        seats: seats.length,
        fillableFirst,
        shortageMin: seats.length - fillableFirst,
        shortageMax: seats.length - (filledInAll - others),
        naiveCapacity: naiveCapacity(network, seats),
      };
    });
}

function naiveCapacity(network: SeatNetwork, seats: readonly number[]): number {
  const able = new Set<number>();
  for (const seat of seats)
    for (let k = network.start[seat] ?? 0; k < (network.start[seat + 1] ?? 0); k++)
      if ((network.edgeUnit[k] ?? -1) < 0) able.add(network.edgeExpert[k] ?? 0);
  let missions = 0;
  for (const expert of able) missions += network.experts[expert]?.missions ?? 0;
  return missions;
}
