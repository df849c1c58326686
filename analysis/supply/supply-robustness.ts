import { compareIds } from "~/analysis/compare-ids";
import type { OnProgress, ShouldStop } from "~/analysis/result";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import { copyFlow, filledSeats, removeExpert, restoreFlow, type SeatFlow } from "~/analysis/supply/seat-flow";

/** What is lost without one expert. */
export interface LossWithout {
  readonly expert: string;
  readonly member: string | null;
  /** Seats filled without the expert, others moved as well as possible. */
  readonly filled: number;
  /** Seats lost: above 0 the expert is critical. */
  readonly lost: number;
}

/** What is lost if two experts, or all of one administration, are not released. */
export interface LossWithoutPair {
  readonly experts: readonly [string, string];
  readonly filled: number;
  readonly lost: number;
}

export interface LossWithoutMember {
  readonly member: string;
  readonly experts: readonly string[];
  readonly filled: number;
  readonly lost: number;
}

/** A group of asked missions that hangs on one person. */
export interface SolePerson {
  readonly kind: "area" | "topic" | "language" | "member";
  /** The area, topic or language; for `member` the area all of whose leads one administration employs. */
  readonly id: string;
  /** The only expert who can take a seat of these missions; for `member` all of that administration's. */
  readonly experts: readonly string[];
  readonly member: string | null;
  readonly missionsAsked: number;
  /** Seats filled in all without them. */
  readonly filledWithout: number;
}

export interface SupplyRobustness {
  readonly filled: number;
  /** Every expert who gives missions, in the order of ids. */
  readonly withoutEach: readonly LossWithout[];
  /** Greatest loss by one; `null` if there is no expert. */
  readonly worstOne: LossWithout | null;
  /** All pairs with the greatest loss, at most ten, in the order of ids; and how many there are. */
  readonly worstPairs: readonly LossWithoutPair[];
  readonly worstPairsCount: number;
  /** False if the calculation was stopped before all pairs were tried. */
  readonly pairsComplete: boolean;
  readonly withoutMember: readonly LossWithoutMember[];
  readonly sole: readonly SolePerson[];
}

/**
 * What remains without each expert (N-1), each pair (N-2) and each administration's experts, and which areas, topics
 * and languages hang on one person.
 *
 * Each re-solve starts from the maximum flow: who loses a seat's expert looks for another by augmenting paths, and no
 * other seat can gain by the loss.
 *
 * @param flow a maximum flow, usually of lead seats; it stays as it is
 * @see docs/methods/supply-robustness.md
 */
export function supplyRobustness(
  flow: SeatFlow,
  { onProgress, shouldStop }: { readonly onProgress?: OnProgress; readonly shouldStop?: ShouldStop } = {},
): SupplyRobustness {
  const { experts } = flow.network;
  const filled = filledSeats(flow);
  const base = copyFlow(flow);
  const giving = experts.flatMap((expert, e) => (eligibleSeats(flow, e).length > 0 && expert.missions > 0 ? [e] : []));

  const scratch = copyFlow(base);
  const without = (removed: readonly number[]): number => {
    restoreFlow(scratch, base);
    let lost = 0;
    for (const e of removed) lost += removeExpert(scratch, e);
    return lost;
  };
  const withoutEach = giving.map((e): LossWithout => {
    const lost = without([e]);
    return { expert: experts[e]?.id ?? "", member: experts[e]?.member ?? null, filled: filled - lost, lost };
  });

  let most = -1;
  let worst: [number, number][] = [];
  let pairsComplete = true;
  const afterFirst = copyFlow(base);
  for (const [i, first] of giving.entries()) {
    if (shouldStop?.()) {
      pairsComplete = false;
      break;
    }
    onProgress?.({ done: i, total: giving.length });
    restoreFlow(afterFirst, base);
    const lostFirst = removeExpert(afterFirst, first);
    for (const second of giving.slice(i + 1)) {
      restoreFlow(scratch, afterFirst);
      const lost = lostFirst + removeExpert(scratch, second);
      if (lost > most) {
        most = lost;
        worst = [];
      }
      if (lost === most) worst.push([first, second]);
    }
  }

  const employers = new Map<string, number[]>();
  for (const e of giving) {
    const member = experts[e]?.member ?? null;
    if (member !== null) employers.set(member, [...(employers.get(member) ?? []), e]);
  }
  const idsOf = (indices: readonly number[]): string[] => indices.flatMap((e) => experts[e]?.id ?? []);
  const withoutMember = [...employers]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([member, own]): LossWithoutMember => {
      const lost = without(own);
      return { member, experts: idsOf(own), filled: filled - lost, lost };
    });

  return {
    filled,
    withoutEach,
    worstOne: withoutEach.reduce<LossWithout | null>(
      (top, one) => (top === null || one.lost > top.lost ? one : top),
      null,
    ),
    worstPairs: worst.slice(0, 10).map(([a, b]): LossWithoutPair => {
      return { experts: [experts[a]?.id ?? "", experts[b]?.id ?? ""], filled: filled - most, lost: most };
    }),
    worstPairsCount: worst.length,
    pairsComplete,
    withoutMember,
    sole: solePersons(flow, giving, (removed) => filled - without(removed)),
  };
}

/** Seats that an expert may take now. */
function eligibleSeats({ network, active, enabled }: SeatFlow, expert: number): number[] {
  if (enabled[expert] === 0) return [];
  const seats: number[] = [];
  for (let seat = 0; seat < network.seatMission.length; seat++) {
    for (let k = network.start[seat] ?? 0; k < (network.start[seat + 1] ?? 0); k++) {
      const unit = network.edgeUnit[k] ?? -1;
      if (network.edgeExpert[k] === expert && (unit < 0 || active[unit] === 1)) seats.push(seat);
    }
  }
  return seats;
}

function solePersons(
  flow: SeatFlow,
  giving: readonly number[],
  filledWithout: (removed: readonly number[]) => number,
): SolePerson[] {
  const { network } = flow;
  const seatsOf = new Map(giving.map((e) => [e, new Set(eligibleSeats(flow, e))]));
  const groups = new Map<
    string,
    { kind: "area" | "topic" | "language"; id: string; seats: number[]; speak: boolean }
  >();
  const add = (kind: "area" | "topic" | "language", id: string, seat: number): void => {
    const key = `${kind} ${id}`;
    const group = groups.get(key);
    if (group) group.seats.push(seat);
    else groups.set(key, { kind, id, seats: [seat], speak: kind === "language" });
  };
  network.seatMission.forEach((m, seat) => {
    const mission = network.missions[m];
    if (mission === undefined) return;
    if (mission.area === null) add("topic", mission.topic, seat);
    else add("area", mission.area, seat);
    // A language counts where it is the only one in which the mission can be held.
    for (const spoken of mission.languages) if (spoken.length === 1) add("language", spoken[0] ?? "", seat);
  });

  const sole: SolePerson[] = [];
  for (const [, { kind, id, seats, speak }] of [...groups].sort(([a], [b]) => compareIds(a, b))) {
    const able = giving.filter((e) => {
      const expert: DeployableExpert | undefined = network.experts[e];
      return (!speak || expert?.languages.includes(id)) && seats.some((seat) => seatsOf.get(e)?.has(seat));
    });
    const missionsAsked = new Set(seats.map((seat) => network.seatMission[seat])).size;
    const employers = new Set(able.map((e) => network.experts[e]?.member ?? null));
    const [member = null] = employers;
    const common = { id, experts: able.flatMap((e) => network.experts[e]?.id ?? []), member, missionsAsked };
    if (able.length === 1) sole.push({ kind, ...common, filledWithout: filledWithout(able) });
    else if (able.length > 1 && employers.size === 1 && member !== null && kind === "area")
      sole.push({ kind: "member", ...common, filledWithout: filledWithout(able) });
  }
  return sole;
}
