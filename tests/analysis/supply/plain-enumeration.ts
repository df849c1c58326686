import { createRandom, type Random } from "~/analysis/numeric/random";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import type { SeatNetwork } from "~/analysis/supply/seat-network";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import { expert, mission } from "./supply-builders";

const AREAS = ["aeo", "hs", "pca"];
const TOPICS: Record<string, readonly string[]> = { aeo: ["aeo", "mra"], hs: ["hs"], pca: ["pca", "pca-it"] };
const MEMBERS = ["fiji", "japan", "tonga", "vanuatu"];

/** A small region that is different for each seed: languages, conflicts, standings, one or two seats, lists by topic. */
export function smallRegion(
  seed: number,
  { experts: most = 4, missions: mostMissions = 4 } = {},
): { readonly experts: DeployableExpert[]; readonly missions: MissionDemand[] } {
  const random = createRandom(seed);
  const some = <T>(list: readonly T[], chance: number): T[] => list.filter(() => random.next() < chance);
  const experts = Array.from({ length: random.integer(most + 1) }, (_, i) => {
    const leadAreas = some(AREAS, 0.4);
    const rest = AREAS.filter((area) => !leadAreas.includes(area));
    const secondAreas = some(rest, 0.3);
    const nominated = some(
      rest.filter((area) => !secondAreas.includes(area)),
      0.3,
    );
    return expert(`e${i}`, {
      member: one(MEMBERS, random),
      kind: random.next() < 0.8 ? "pool" : "partner",
      missions: random.integer(4),
      languages: random.next() < 0.7 ? ["en"] : ["en", "fr"],
      conflicts: some(MEMBERS, 0.1),
      leadAreas,
      secondAreas,
      topics: some(["aeo", "hs", "rkc"], 0.2),
      open: [
        ...secondAreas.map((area) => ({ area, standing: "attendedWorkshop" as const })),
        ...nominated.map((area) => ({ area, standing: "nominated" as const })),
      ],
    });
  });
  const missions = Array.from({ length: random.integer(mostMissions + 1) }, (_, i) => {
    const area = random.next() < 0.9 ? one(AREAS, random) : null;
    return mission(`m${i}`, {
      area,
      topic: area === null ? "rkc" : one(TOPICS[area] ?? [area], random),
      members: random.next() < 0.8 ? [one(MEMBERS, random)] : ["fiji", "tonga"],
      joint: random.next() < 0.1,
      languages: [random.next() < 0.8 ? ["en"] : ["fr"]],
      refusesInterpretation: random.next() < 0.3,
      seats: random.next() < 0.8 ? 2 : 1,
      weight: 0.5 + random.integer(6) / 10,
    });
  });
  return { experts, missions };
}

function one<T>(list: readonly T[], random: Random): T {
  const item = list[random.integer(list.length)];
  if (item === undefined) throw new RangeError("empty list");
  return item;
}

export interface PlainSeat {
  readonly mission: number;
  readonly topic: string;
  readonly area: string | null;
  readonly weight: number;
  readonly eligible: ReadonlyMap<number, number>;
}

/** Every assignment of a network, one by one: each seat goes to nobody or to somebody who may take it. */
export function everyAssignment(
  seats: readonly PlainSeat[],
  capacity: readonly number[],
  visit: (taken: readonly number[]) => void,
): void {
  const taken: number[] = [];
  const load = capacity.map(() => 0);
  const place = (seat: number): void => {
    const here = seats[seat];
    if (here === undefined) {
      visit(taken);
      return;
    }
    taken.push(-1);
    place(seat + 1);
    taken.pop();
    for (const e of here.eligible.keys()) {
      if ((load[e] ?? 0) >= (capacity[e] ?? 0)) continue;
      if (taken.some((held, other) => held === e && seats[other]?.mission === here.mission)) continue;
      taken.push(e);
      load[e] = (load[e] ?? 0) + 1;
      place(seat + 1);
      load[e] = (load[e] ?? 0) - 1;
      taken.pop();
    }
  };
  place(0);
}

/** The seats of a network with who may take them when these accreditations are finished. */
export function plainSeats(network: SeatNetwork, finished: ReadonlySet<number> = new Set()): PlainSeat[] {
  return Array.from(network.seatMission, (m, seat) => {
    const asked = network.missions[m];
    if (asked === undefined) throw new RangeError(`no mission ${m}`);
    const eligible = new Map<number, number>();
    for (let k = network.start[seat] ?? 0; k < (network.start[seat + 1] ?? 0); k++) {
      const unit = network.edgeUnit[k] ?? -1;
      if (unit < 0 || finished.has(unit)) eligible.set(network.edgeExpert[k] ?? 0, network.edgeInterpretation[k] ?? 0);
    }
    return { mission: m, topic: asked.topic, area: asked.area, weight: asked.weight, eligible };
  });
}

export interface PlainOptimum {
  readonly seats: number;
  readonly whole: number;
  /** Most seats that an assignment with the most whole missions fills. */
  readonly seatsWhenWhole: number;
  /** Per topic: fewest and most empty seats over the assignments that fill the most. */
  readonly emptyByTopic: ReadonlyMap<string, readonly [number, number]>;
}

export function plainOptimum(seats: readonly PlainSeat[], capacity: readonly number[]): PlainOptimum {
  let best = -1;
  let whole = -1;
  let seatsWhenWhole = -1;
  let emptyByTopic = new Map<string, readonly [number, number]>();
  everyAssignment(seats, capacity, (taken) => {
    const filled = taken.filter((e) => e >= 0).length;
    const open = new Set(seats.filter((_, s) => (taken[s] ?? -1) < 0).map((seat) => seat.mission));
    const done = new Set(seats.map((seat) => seat.mission).filter((m) => !open.has(m))).size;
    if (done > whole || (done === whole && filled > seatsWhenWhole)) seatsWhenWhole = filled;
    whole = Math.max(whole, done);
    if (filled < best) return;
    if (filled > best) emptyByTopic = new Map();
    best = filled;
    for (const topic of new Set(seats.map((seat) => seat.topic))) {
      const empty = seats.filter((seat, s) => seat.topic === topic && (taken[s] ?? -1) < 0).length;
      const [least, most] = emptyByTopic.get(topic) ?? [empty, empty];
      emptyByTopic.set(topic, [Math.min(least, empty), Math.max(most, empty)]);
    }
  });
  return { seats: best, whole, seatsWhenWhole, emptyByTopic };
}

/** Largest deficiency over all sets of seats, and the intersection of the sets that reach it. */
export function plainDeficiency(
  seats: readonly PlainSeat[],
  capacity: readonly number[],
): { readonly deficiency: number; readonly smallest: readonly number[] } {
  let deficiency = 0;
  let smallest: readonly number[] = [];
  for (let set = 0; set < 2 ** seats.length; set++) {
    const inside = seats.map((_, s) => s).filter((s) => (set >> s) & 1);
    const supply = capacity.reduce((sum, limit, e) => {
      const missions = new Set(inside.filter((s) => seats[s]?.eligible.has(e)).map((s) => seats[s]?.mission));
      return sum + Math.min(limit, missions.size);
    }, 0);
    const short = inside.length - supply;
    if (short > deficiency) {
      deficiency = short;
      smallest = inside;
    } else if (short === deficiency && inside.length < smallest.length) smallest = inside;
  }
  return { deficiency, smallest };
}
