import { compareIds } from "~/analysis/compare-ids";
import { fillSeats, type SeatFlow } from "~/analysis/supply/seat-flow";
import type { SeatNetwork } from "~/analysis/supply/seat-network";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/** Somebody who can take seats of a blocking set. */
export interface BlockingPerson {
  readonly expert: string;
  readonly member: string | null;
  /** Missions that the person gives in a year. */
  readonly missions: number;
  /** Missions of the set that the person may join. */
  readonly eligible: number;
  /** Seats of the set that the person can fill: the smaller of the two. */
  readonly canFill: number;
  /** Areas and topics of the set in which the person may take a seat. */
  readonly areas: readonly string[];
  readonly topics: readonly string[];
}

/** The seats of a blocking set in one accreditation area, or on one topic without an area. */
export interface BlockingPart {
  readonly area: string | null;
  /** `null` where `area` says it. */
  readonly topic: string | null;
  readonly needed: number;
  /** Seats that could be filled if this were all there is: the smaller of missions and eligible missions, added up. */
  readonly fillableAlone: number;
}

/** Seats that together ask for more than those who may take any of them can give. */
export interface BlockingSet {
  /** Accreditation areas, in the order of ids; topics without an area are among `topics` only. */
  readonly areas: readonly string[];
  readonly topics: readonly string[];
  readonly missions: readonly string[];
  readonly leadSeats: number;
  readonly secondSeats: number;
  /** leadSeats + secondSeats. */
  readonly needed: number;
  readonly people: readonly BlockingPerson[];
  /** Seats that these people can fill together: the sum of `canFill`. */
  readonly fillable: number;
  /** needed - fillable, above 0. */
  readonly short: number;
  readonly parts: readonly BlockingPart[];
  /** What the shortage looks like if each part is counted for itself; at most `short`. */
  readonly shortCountedApart: number;
  /** Persons who are counted in several parts but cannot serve all of them: the difference between the two. */
  readonly countedTwice: readonly string[];
}

/**
 * The smallest sets of seats that explain the whole shortage (Hall 1935; Ore 1955; Ford & Fulkerson's minimum cut).
 *
 * The deficiency of a set of seats D is |D| minus the sum over persons of min(missions of the person, missions in D that
 * the person may join); the largest deficiency is the shortage. It is supermodular, so that the sets of largest
 * deficiency are closed under intersection and one of them lies in all others: the seats from which an alternating
 * path leads to an empty seat. That one is taken, so no set with the same message has fewer seats, missions, topics or
 * areas; then it is parted where neither an area nor anybody's
 * limit binds the parts together. The parts' shortages add up.
 *
 * @param flow a maximum flow; its enabled experts and finished accreditations hold
 * @returns the parts, largest shortage first, then by topics; empty if nothing is short
 * @see docs/methods/blocking-set.md
 */
export function blockingSets(flow: SeatFlow): BlockingSet[] {
  // Every search fails on a maximum flow, and its marks are the minimum cut.
  if (fillSeats(flow) > 0) throw new RangeError("the flow is not a maximum");
  const { network } = flow;
  const inside = flow.search.seatSeen;
  const eligible = eligibleMissions(flow, inside);

  const part = Int32Array.from(network.seatMission, (_, seat) => seat);
  const find = (seat: number): number => {
    let root = seat;
    while ((part[root] ?? root) !== root) root = part[root] ?? root;
    part[seat] = root;
    return root;
  };
  eligible.forEach((seatsByMission, expert) => {
    const binds = (network.capacity[expert] ?? 0) < seatsByMission.size;
    const groups = binds ? [[...seatsByMission.values()].flat()] : [...seatsByMission.values()];
    for (const group of groups) for (const seat of group) part[find(seat)] = find(group[0] ?? seat);
  });

  // Seats of one area are one message, whoever could fill them.
  const ofGroup = new Map<string, number>();
  inside.forEach((seen, seat) => {
    const mission = network.missions[network.seatMission[seat] ?? -1];
    if (seen === 0 || mission === undefined) return;
    const group = groupOf(mission);
    part[find(seat)] = find(ofGroup.get(group) ?? seat);
    ofGroup.set(group, seat);
  });

  const parts = new Map<number, number[]>();
  inside.forEach((seen, seat) => {
    if (seen === 0) return;
    const root = find(seat);
    const seats = parts.get(root);
    if (seats) seats.push(seat);
    else parts.set(root, [seat]);
  });
  return [...parts.values()]
    .map((seats) => describe(network, seats, eligible))
    .sort((a, b) => b.short - a.short || compareIds(a.missions[0] ?? "", b.missions[0] ?? ""));
}

/** Per expert: the seats inside that the expert may take now, by mission. */
function eligibleMissions(flow: SeatFlow, inside: Uint8Array): Map<number, number[]>[] {
  const { start, edgeExpert, edgeUnit, seatMission, capacity } = flow.network;
  const eligible = flow.network.experts.map(() => new Map<number, number[]>());
  inside.forEach((seen, seat) => {
    if (seen === 0) return;
    const mission = seatMission[seat] ?? 0;
    for (let k = start[seat] ?? 0; k < (start[seat + 1] ?? 0); k++) {
      const expert = edgeExpert[k] ?? 0;
      const unit = edgeUnit[k] ?? -1;
      if (flow.enabled[expert] === 0 || (capacity[expert] ?? 0) === 0) continue;
      if (unit >= 0 && flow.active[unit] === 0) continue;
      const seats = eligible[expert]?.get(mission);
      if (seats) seats.push(seat);
      else eligible[expert]?.set(mission, [seat]);
    }
  });
  return eligible;
}

function describe(
  network: SeatNetwork,
  seats: readonly number[],
  eligible: readonly ReadonlyMap<number, readonly number[]>[],
): BlockingSet {
  const ofPart = new Set(seats);
  const missions = [...new Set(seats.map((seat) => network.seatMission[seat] ?? 0))].flatMap(
    (m) => network.missions[m] ?? [],
  );
  const groups = new Map<string, { readonly mission: MissionDemand; needed: number; fillableAlone: number }>();
  for (const seat of seats) {
    const mission = network.missions[network.seatMission[seat] ?? -1];
    if (mission === undefined) continue;
    const group = groups.get(groupOf(mission));
    if (group) group.needed++;
    else groups.set(groupOf(mission), { mission, needed: 1, fillableAlone: 0 });
  }
  const countedTwice: string[] = [];
  const people = network.experts.flatMap((expert, e): BlockingPerson[] => {
    const mine = [...(eligible[e] ?? [])]
      .filter(([, taken]) => taken.some((seat) => ofPart.has(seat)))
      .flatMap(([m]) => network.missions[m] ?? []);
    if (mine.length === 0) return [];
    const canFill = Math.min(expert.missions, mine.length);
    let apart = 0;
    for (const [name, group] of groups) {
      const inGroup = Math.min(expert.missions, mine.filter((mission) => groupOf(mission) === name).length);
      group.fillableAlone += inGroup;
      apart += inGroup;
    }
    if (apart > canFill) countedTwice.push(expert.id);
    return [
      {
        expert: expert.id,
        member: expert.member,
        missions: expert.missions,
        eligible: mine.length,
        canFill,
        areas: distinct(mine.map((mission) => mission.area)),
        topics: distinct(mine.map((mission) => mission.topic)),
      },
    ];
  });
  const parts = [...groups]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([, { mission, needed, fillableAlone }]): BlockingPart => {
      return { area: mission.area, topic: mission.area === null ? mission.topic : null, needed, fillableAlone };
    });
  const fillable = people.reduce((sum, person) => sum + person.canFill, 0);
  const leadSeats = seats.filter((seat) => network.seatRole[seat] === 0).length;
  return {
    areas: distinct(missions.map((mission) => mission.area)),
    topics: distinct(missions.map((mission) => mission.topic)),
    missions: missions.map((mission) => mission.id),
    leadSeats,
    secondSeats: seats.length - leadSeats,
    needed: seats.length,
    people,
    fillable,
    short: seats.length - fillable,
    parts,
    shortCountedApart: parts.reduce((sum, part) => sum + Math.max(0, part.needed - part.fillableAlone), 0),
    countedTwice,
  };
}

/** Areas and topics may have the same id. */
function groupOf(mission: MissionDemand): string {
  return mission.area === null ? `topic ${mission.topic}` : `area ${mission.area}`;
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id): id is string => id !== null))].sort(compareIds);
}
