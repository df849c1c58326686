import type { DeployableExpert, SupplyScope } from "~/analysis/supply/deployable-experts";
import { type CostArc, minimumCostFlow } from "~/analysis/supply/minimum-cost-flow";
import { emptyFlow, fillSeats } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork, type SeatNetwork, type SeatRoles } from "~/analysis/supply/seat-network";
import { staffedMissions } from "~/analysis/supply/staffed-missions";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/** What is filled first: the seats of most weight, or as many whole missions as possible and then seats by weight. */
export type AssignmentGoal = "seatsByWeight" | "wholeMissionsFirst";

/** One filled seat. */
export interface SeatAssignment {
  readonly mission: string;
  readonly seat: "lead" | "second";
  readonly expert: string;
  /** The seat costs interpretation, since expert and member share no language. */
  readonly interpretation: boolean;
  /** Cost of the second stage: interpretation and what the caller adds. */
  readonly cost: number;
}

export interface MissionAssignment {
  readonly goal: AssignmentGoal;
  /** In the order of missions, lead before second. */
  readonly seats: readonly SeatAssignment[];
  /** Sum of the weights of the filled seats. */
  readonly weight: number;
  /** Sum of the costs, the least possible at this weight. */
  readonly cost: number;
  readonly interpretations: number;
  readonly missionsStaffed: readonly string[];
  readonly missionsHalfStaffed: readonly string[];
  readonly missionsUnstaffed: readonly string[];
}

/** Weights are compared in ten-thousandths, as the contributions of the plan are. */
const WEIGHT_SCALE = 10_000;

/**
 * One assignment of experts to seats: most weight first, which is also most seats (the sets of seats that can be filled
 * form a matroid, and weights are above 0), then least cost.
 *
 * With `wholeMissionsFirst` a set of whole missions of the greatest number is fixed first and then kept; which of
 * several such sets is taken does not look at weights. Other assignments may be as good.
 *
 * @param interpretationCost cost of a seat without a common language, a whole number of 0 or more
 * @param extraCost cost of sending an expert to a mission, such as hours between time zones; a whole number of 0 or more
 * @throws {RangeError} as `buildSeatNetwork`; if a cost is negative or not an integer; or if weights and costs are too
 *   large to be added exactly
 * @see docs/methods/assignment-by-weight.md
 */
export function assignByWeight({
  experts,
  missions,
  scope,
  roles = "all",
  goal = "seatsByWeight",
  interpretationCost = 10,
  extraCost = () => 0,
}: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly scope: SupplyScope;
  readonly roles?: SeatRoles;
  readonly goal?: AssignmentGoal;
  readonly interpretationCost?: number;
  readonly extraCost?: (expert: DeployableExpert, mission: MissionDemand) => number;
}): MissionAssignment {
  const network = buildSeatNetwork({ experts, missions, scope, roles });
  const seats = network.seatMission.length;
  const edges = openEdges(network).map((edge) => {
    const expert = network.experts[edge.expert];
    const mission = network.missions[edge.mission];
    const extra = expert === undefined || mission === undefined ? 0 : extraCost(expert, mission);
    const cost = extra + (edge.interpretation ? interpretationCost : 0);
    if (!(Number.isSafeInteger(cost) && extra >= 0 && interpretationCost >= 0))
      throw new RangeError(`a seat cannot cost ${extra} and ${interpretationCost} for interpretation`);
    return { ...edge, cost };
  });

  const must = goal === "wholeMissionsFirst" ? wholeMissionSet(network) : new Set<number>();
  const scaled = network.missions.map((mission) => Math.round(WEIGHT_SCALE * mission.weight));
  const bonus = 1 + Array.from(network.seatMission).reduce((sum, m) => sum + (scaled[m] ?? 0), 0);
  const step = 1 + edges.reduce((most, edge) => Math.max(most, edge.cost), 0) * Math.max(1, seats);
  const seatValue = (seat: number): number => {
    const m = network.seatMission[seat] ?? 0;
    return ((scaled[m] ?? 0) + (must.has(m) ? bonus : 0)) * step;
  };

  const flow = minimumCostFlow(costNetwork(network, edges, seatValue));
  const chosen = edges.filter((edge) => flow[edge.arc] === 1);
  return describe(network, goal, chosen);
}

interface OpenEdge {
  readonly seat: number;
  readonly mission: number;
  readonly expert: number;
  readonly interpretation: boolean;
  /** Its place among the arcs. */
  readonly arc: number;
}

function openEdges(network: SeatNetwork): OpenEdge[] {
  const edges: OpenEdge[] = [];
  for (let seat = 0; seat < network.seatMission.length; seat++) {
    for (let k = network.start[seat] ?? 0; k < (network.start[seat + 1] ?? 0); k++) {
      if ((network.edgeUnit[k] ?? -1) >= 0) continue;
      edges.push({
        seat,
        mission: network.seatMission[seat] ?? 0,
        expert: network.edgeExpert[k] ?? 0,
        interpretation: network.edgeInterpretation[k] === 1,
        arc: edges.length,
      });
    }
  }
  return edges;
}

/** Source -> expert -> expert in a mission -> seat -> sink; the arcs of the edges come first. */
function costNetwork(
  network: SeatNetwork,
  edges: readonly (OpenEdge & { readonly cost: number })[],
  seatValue: (seat: number) => number,
): Parameters<typeof minimumCostFlow>[0] {
  const seats = network.seatMission.length;
  const firstExpert = seats + 2;
  let nodes = firstExpert + network.experts.length;
  const pairs = new Map<number, number>();
  const pairOf = ({ expert, mission }: OpenEdge): number => {
    const key = expert * network.missions.length + mission;
    const known = pairs.get(key);
    if (known !== undefined) return known;
    pairs.set(key, nodes);
    return nodes++;
  };
  const arcs: CostArc[] = edges.map((edge) => ({
    from: pairOf(edge),
    to: 2 + edge.seat,
    capacity: 1,
    cost: edge.cost,
  }));
  for (const [key, node] of pairs) {
    const expert = Math.floor(key / network.missions.length);
    arcs.push({ from: firstExpert + expert, to: node, capacity: 1, cost: 0 });
  }
  network.capacity.forEach((capacity, e) => {
    arcs.push({ from: 0, to: firstExpert + e, capacity, cost: 0 });
  });
  for (let seat = 0; seat < seats; seat++) {
    arcs.push({ from: 2 + seat, to: 1, capacity: 1, cost: -seatValue(seat) });
  }
  if (!Number.isSafeInteger(arcs.reduce((sum, arc) => sum + Math.abs(arc.cost), 0)))
    throw new RangeError("weights and costs are too large to be added exactly");
  return { nodes, arcs, source: 0, sink: 1 };
}

function wholeMissionSet(network: SeatNetwork): Set<number> {
  const flow = emptyFlow(network);
  fillSeats(flow);
  return new Set(staffedMissions(flow).missions);
}

function describe(
  network: SeatNetwork,
  goal: AssignmentGoal,
  chosen: readonly (OpenEdge & { readonly cost: number })[],
): MissionAssignment {
  const bySeat = new Map(chosen.map((edge) => [edge.seat, edge]));
  const seats: SeatAssignment[] = [];
  const filled = network.missions.map(() => 0);
  const asked = network.missions.map(() => 0);
  let weight = 0;
  network.seatMission.forEach((m, seat) => {
    asked[m] = (asked[m] ?? 0) + 1;
    const edge = bySeat.get(seat);
    const mission = network.missions[m];
    const expert = network.experts[edge?.expert ?? -1];
    if (edge === undefined || mission === undefined || expert === undefined) return;
    filled[m] = (filled[m] ?? 0) + 1;
    weight += mission.weight;
    seats.push({
      mission: mission.id,
      seat: network.seatRole[seat] === 0 ? "lead" : "second",
      expert: expert.id,
      interpretation: edge.interpretation,
      cost: edge.cost,
    });
  });
  const idsWhere = (test: (m: number) => boolean): string[] =>
    network.missions.flatMap((mission, m) => (test(m) ? [mission.id] : []));
  return {
    goal,
    seats,
    weight,
    cost: seats.reduce((sum, seat) => sum + seat.cost, 0),
    interpretations: seats.filter((seat) => seat.interpretation).length,
    missionsStaffed: idsWhere((m) => filled[m] === asked[m]),
    missionsHalfStaffed: idsWhere((m) => (filled[m] ?? 0) > 0 && filled[m] !== asked[m]),
    missionsUnstaffed: idsWhere((m) => filled[m] === 0),
  };
}
