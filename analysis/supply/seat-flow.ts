import type { SeatNetwork } from "~/analysis/supply/seat-network";

/**
 * Who sits where at the moment, and who is switched off. Mutable, for one calculation: the functions of this file change
 * it in place, since thousands of re-solves start from one another.
 */
export interface SeatFlow {
  readonly network: SeatNetwork;
  /** Expert in each seat, -1 if empty. */
  readonly taken: Int32Array;
  /** Seats that each expert holds. */
  readonly load: Int32Array;
  /** Seats of expert e: held[heldStart[e] .. heldStart[e] + load[e]). */
  readonly held: Int32Array;
  readonly heldStart: Int32Array;
  /** 1 if the expert may take seats. */
  readonly enabled: Uint8Array;
  /** 1 if the accreditation is assumed to be finished. */
  readonly active: Uint8Array;
  readonly search: Search;
}

interface Search {
  readonly seatSeen: Uint8Array;
  readonly expertSeen: Uint8Array;
  readonly queue: Int32Array;
  readonly seenExperts: Int32Array;
  /** Seat that wants the expert of this seat. */
  readonly parent: Int32Array;
}

/** A flow without any assignment: all experts enabled, no open accreditation finished. */
export function emptyFlow(network: SeatNetwork): SeatFlow {
  const experts = network.experts.length;
  const seats = network.seatMission.length;
  const heldStart = new Int32Array(experts + 1);
  for (let e = 0; e < experts; e++) heldStart[e + 1] = (heldStart[e] ?? 0) + (network.capacity[e] ?? 0);
  return {
    network,
    taken: new Int32Array(seats).fill(-1),
    load: new Int32Array(experts),
    held: new Int32Array(heldStart[experts] ?? 0),
    heldStart,
    enabled: new Uint8Array(experts).fill(1),
    active: new Uint8Array(network.units.length),
    search: {
      seatSeen: new Uint8Array(seats),
      expertSeen: new Uint8Array(experts),
      queue: new Int32Array(seats),
      seenExperts: new Int32Array(experts),
      parent: new Int32Array(seats),
    },
  };
}

/** A copy that can be changed without changing the first; the search's scratch arrays are shared. */
export function copyFlow(flow: SeatFlow): SeatFlow {
  return {
    ...flow,
    taken: flow.taken.slice(),
    load: flow.load.slice(),
    held: flow.held.slice(),
    enabled: flow.enabled.slice(),
    active: flow.active.slice(),
  };
}

/** Writes the state of one flow into another one of the same network. */
export function restoreFlow(into: SeatFlow, from: SeatFlow): void {
  into.taken.set(from.taken);
  into.load.set(from.load);
  into.held.set(from.held);
  into.enabled.set(from.enabled);
  into.active.set(from.active);
}

/**
 * Fills as many seats as possible by augmenting paths (Ford & Fulkerson 1956); seats that are filled stay filled,
 * perhaps by somebody else. Started from all empty seats it ends in a maximum flow.
 *
 * What a failed search has seen can never be improved later, so that all failed searches together look at each edge
 * once.
 *
 * @param seats the seats to try, in this order; all by default
 * @returns seats filled by this call
 */
export function fillSeats(flow: SeatFlow, seats?: Int32Array): number {
  flow.search.seatSeen.fill(0);
  flow.search.expertSeen.fill(0);
  let gained = 0;
  const count = seats?.length ?? flow.taken.length;
  for (let i = 0; i < count; i++) {
    const seat = seats ? (seats[i] ?? 0) : i;
    if (flow.taken[seat] === -1 && flow.search.seatSeen[seat] === 0 && augment(flow, seat)) gained++;
  }
  return gained;
}

/**
 * Takes an expert out and refills the seats that become empty, as far as others can.
 *
 * @returns seats lost, if the flow was a maximum
 */
export function removeExpert(flow: SeatFlow, expert: number): number {
  const first = flow.heldStart[expert] ?? 0;
  const freed = flow.held.slice(first, first + (flow.load[expert] ?? 0));
  flow.enabled[expert] = 0;
  flow.load[expert] = 0;
  for (const seat of freed) flow.taken[seat] = -1;
  return freed.length - fillSeats(flow, freed);
}

/** Puts an expert into an empty seat, for assignments found by another method. */
export function seatExpert(flow: SeatFlow, seat: number, expert: number): void {
  const load = flow.load[expert] ?? 0;
  flow.taken[seat] = expert;
  flow.held[(flow.heldStart[expert] ?? 0) + load] = seat;
  flow.load[expert] = load + 1;
}

/** Number of seats that are filled. */
export function filledSeats(flow: SeatFlow): number {
  let filled = 0;
  for (const load of flow.load) filled += load;
  return filled;
}

/** The largest number of seats that can be filled at once, with nobody's accreditation finished. */
export function maximumSeats(network: SeatNetwork): number {
  return fillSeats(emptyFlow(network));
}

/**
 * Breadth-first search for an expert with a free mission; marks stay after a failure and are taken back after a success.
 * The residual network has a node for each seat, each expert, and each expert in a mission; the last is passed without
 * the expert's own node when the expert only moves from one seat of the mission to the other.
 */
function augment(flow: SeatFlow, root: number): boolean {
  const { taken, load, held, heldStart, enabled, active } = flow;
  const { capacity, start, edgeExpert, edgeUnit, otherSeat } = flow.network;
  const { seatSeen, expertSeen, queue, seenExperts, parent } = flow.search;
  let tail = 1;
  let experts = 0;
  queue[0] = root;
  parent[root] = -1;
  seatSeen[root] = 1;
  for (let head = 0; head < tail; head++) {
    const seat = queue[head] ?? 0;
    const other = otherSeat[seat] ?? 0;
    const end = start[seat + 1] ?? 0;
    for (let k = start[seat] ?? 0; k < end; k++) {
      const expert = edgeExpert[k] ?? 0;
      if (expertSeen[expert] === 1 || enabled[expert] === 0 || taken[seat] === expert) continue;
      const unit = edgeUnit[k] ?? 0;
      if (unit >= 0 && active[unit] === 0) continue;
      if (other >= 0 && taken[other] === expert) {
        if (seatSeen[other] === 0) {
          seatSeen[other] = 1;
          parent[other] = seat;
          queue[tail++] = other;
        }
        continue;
      }
      expertSeen[expert] = 1;
      seenExperts[experts++] = expert;
      const mine = load[expert] ?? 0;
      const first = heldStart[expert] ?? 0;
      if (mine < (capacity[expert] ?? 0)) {
        held[first + mine] = seat;
        load[expert] = mine + 1;
        shift(flow, seat, expert);
        for (let i = 0; i < tail; i++) seatSeen[queue[i] ?? 0] = 0;
        for (let i = 0; i < experts; i++) expertSeen[seenExperts[i] ?? 0] = 0;
        return true;
      }
      for (let i = 0; i < mine; i++) {
        const given = held[first + i] ?? 0;
        if (seatSeen[given] === 1) continue;
        seatSeen[given] = 1;
        parent[given] = seat;
        queue[tail++] = given;
      }
    }
  }
  return false;
}

/** Along the path found: the expert takes the seat, who sat there takes the seat that wanted them, and so on. */
function shift(flow: SeatFlow, lastSeat: number, freeExpert: number): void {
  const { taken, held, heldStart } = flow;
  let seat = lastSeat;
  let arriving = freeExpert;
  for (;;) {
    const leaving = taken[seat] ?? 0;
    taken[seat] = arriving;
    const wanted = flow.search.parent[seat] ?? 0;
    if (wanted < 0) return;
    let slot = heldStart[leaving] ?? 0;
    while (held[slot] !== seat) slot++;
    held[slot] = wanted;
    seat = wanted;
    arriving = leaving;
  }
}
