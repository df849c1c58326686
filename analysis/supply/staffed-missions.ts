import { graphOf, maximumMatching } from "~/analysis/supply/maximum-matching";
import { emptyFlow, fillSeats, type SeatFlow, seatExpert } from "~/analysis/supply/seat-flow";

/** The most missions that can be staffed as a whole, and one assignment that does it. */
export interface StaffedMissions {
  readonly count: number;
  /** Indices of the staffed missions in the network, ascending. */
  readonly missions: readonly number[];
  /** An assignment that staffs these missions and fills as many seats as any assignment can. */
  readonly flow: SeatFlow;
}

/**
 * The largest number of missions all of whose seats can be filled at once.
 *
 * A maximum flow counts seats; it may leave two missions half staffed where one could be whole. Counting whole missions
 * is a maximum matching in a graph that is not bipartite (a general factor problem, Lovász 1972, Cornuéjols 1988): the
 * two seats of a mission are joined by an edge, so that an empty mission counts 1 as a half staffed one does, and a
 * whole one counts 2. Hence whole missions = edges of a maximum matching - missions of two seats - pairs of an expert
 * and a mission of which the expert could take both seats (two vertices each, which let through one of the two).
 *
 * Seats that are filled stay filled when a flow grows, so the same assignment also fills the most seats.
 *
 * @param flow a maximum flow; who is enabled and which accreditations are finished is read from it
 * @see docs/methods/missions-staffed.md
 */
export function staffedMissions(flow: SeatFlow): StaffedMissions {
  const { network } = flow;
  const { start, edgeExpert, edgeUnit, otherSeat, seatMission, capacity } = network;
  const seats = seatMission.length;

  // Vertices: seats, then one per mission that an expert can give, then two per pair.
  const firstCopy = new Int32Array(network.experts.length + 1);
  firstCopy[0] = seats;
  network.experts.forEach((_, e) => {
    const usable = flow.enabled[e] === 0 ? 0 : (capacity[e] ?? 0);
    firstCopy[e + 1] = (firstCopy[e] ?? 0) + usable;
  });
  let vertices = firstCopy[network.experts.length] ?? seats;
  const edges: [number, number][] = [];
  const eligible = Array.from({ length: seats }, () => new Set<number>());
  for (let seat = 0; seat < seats; seat++) {
    for (let k = start[seat] ?? 0; k < (start[seat + 1] ?? 0); k++) {
      const unit = edgeUnit[k] ?? -1;
      if (unit < 0 || flow.active[unit] === 1) eligible[seat]?.add(edgeExpert[k] ?? 0);
    }
  }
  const pairs: { readonly outside: number; readonly inside: number; readonly expert: number; readonly seat: number }[] =
    [];
  for (let seat = 0; seat < seats; seat++) {
    const other = otherSeat[seat] ?? -1;
    if (other > seat) edges.push([seat, other]);
    for (const expert of eligible[seat] ?? []) {
      const from = firstCopy[expert] ?? 0;
      const until = firstCopy[expert + 1] ?? 0;
      const both = other >= 0 && eligible[other]?.has(expert) === true && until - from > 1;
      if (!both) for (let copy = from; copy < until; copy++) edges.push([copy, seat]);
      else if (other > seat) {
        const pair = { outside: vertices, inside: vertices + 1, expert, seat };
        vertices += 2;
        pairs.push(pair);
        for (let copy = from; copy < until; copy++) edges.push([copy, pair.outside]);
        edges.push([pair.outside, pair.inside], [pair.inside, seat], [pair.inside, other]);
      }
    }
  }

  const mate = startFrom(flow, { vertices, firstCopy, pairs });
  maximumMatching(graphOf(vertices, edges), mate);

  const result = emptyFlow(network);
  result.enabled.set(flow.enabled);
  result.active.set(flow.active);
  const expertOfCopy = (copy: number): number => {
    let expert = 0;
    while ((firstCopy[expert + 1] ?? Number.POSITIVE_INFINITY) <= copy) expert++;
    return expert;
  };
  const copies = firstCopy[network.experts.length] ?? seats;
  for (let seat = 0; seat < seats; seat++) {
    const partner = mate[seat] ?? -1;
    if (partner >= seats && partner < copies) seatExpert(result, seat, expertOfCopy(partner));
  }
  for (const { outside, inside, expert } of pairs) {
    const seat = mate[inside] ?? -1;
    const copy = mate[outside] ?? -1;
    if (seat >= 0 && seat < seats && copy >= 0 && copy !== inside) seatExpert(result, seat, expert);
  }
  fillSeats(result);
  const missions = wholeMissions(result);
  return { count: missions.length, missions, flow: result };
}

/** Indices of the missions whose seats are all filled in a flow. */
export function wholeMissions(flow: SeatFlow): number[] {
  const empty = new Set<number>();
  flow.taken.forEach((expert, seat) => {
    if (expert < 0) empty.add(flow.network.seatMission[seat] ?? -1);
  });
  return flow.network.missions.flatMap((_, m) => (empty.has(m) ? [] : [m]));
}

/** The flow as a matching, so that few searches remain. */
function startFrom(
  flow: SeatFlow,
  graph: {
    readonly vertices: number;
    readonly firstCopy: Int32Array;
    readonly pairs: readonly {
      readonly outside: number;
      readonly inside: number;
      readonly expert: number;
      readonly seat: number;
    }[];
  },
): Int32Array {
  const { otherSeat } = flow.network;
  const mate = new Int32Array(graph.vertices).fill(-1);
  const join = (a: number, b: number) => {
    mate[a] = b;
    mate[b] = a;
  };
  const nextCopy = graph.firstCopy.slice();
  const takeCopy = (expert: number): number => {
    const copy = nextCopy[expert] ?? 0;
    nextCopy[expert] = copy + 1;
    return copy;
  };
  const done = new Uint8Array(flow.taken.length);
  for (const { outside, inside, expert, seat } of graph.pairs) {
    const other = otherSeat[seat] ?? -1;
    const sits = flow.taken[seat] === expert ? seat : flow.taken[other] === expert ? other : -1;
    if (sits < 0) join(outside, inside);
    else {
      join(takeCopy(expert), outside);
      join(inside, sits);
      done[sits] = 1;
    }
  }
  flow.taken.forEach((expert, seat) => {
    if (expert >= 0 && done[seat] === 0) join(takeCopy(expert), seat);
  });
  otherSeat.forEach((other, seat) => {
    if (other > seat && (mate[seat] ?? -1) < 0 && (mate[other] ?? -1) < 0) join(seat, other);
  });
  return mate;
}
