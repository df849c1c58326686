import { compareIds } from "~/analysis/compare-ids";
import type { DeployableExpert, SupplyScope } from "~/analysis/supply/deployable-experts";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import { sortedById } from "~/analysis/supply/supply-input";

/** Accrediting one person in one area: the seats that it opens stay shut until it is switched on in a flow. */
export interface AccreditationUnit {
  readonly expert: string;
  readonly area: string;
}

/**
 * Who may take which seat, as arrays: experts and missions in the order of their ids, seats in the order of missions,
 * lead before second. Edge k of seat s (start[s] <= k < start[s + 1]) names an expert.
 */
export interface SeatNetwork {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly units: readonly AccreditationUnit[];
  /** Missions that each expert can give, at most all that there are. */
  readonly capacity: Int32Array;
  readonly seatMission: Int32Array;
  /** 0 lead, 1 second. */
  readonly seatRole: Uint8Array;
  /** The other seat of the same mission, -1 if there is none. */
  readonly otherSeat: Int32Array;
  readonly start: Int32Array;
  readonly edgeExpert: Int32Array;
  /** Index of the accreditation that the edge waits for, -1 if it is open today. */
  readonly edgeUnit: Int32Array;
  /** 1 if expert and member share no language, so that the seat costs interpretation. */
  readonly edgeInterpretation: Uint8Array;
}

/** Lead seats alone ("can be led"), or all seats of the missions. */
export type SeatRoles = "lead" | "all";

/**
 * Builds the network of a scope.
 *
 * Leads are accredited and current, seconds also pre-accredited; in the scope `all` persons outside the pool take both
 * seats of the topics for which they are listed. Nobody takes a seat with a member in dispute with or declining them,
 * nor, unless the activity is joint, in their own administration; nor without a common language where interpretation
 * is refused. Topics without an accreditation area are staffed from the lists by topic only.
 *
 * @param candidates experts that supply nothing today: every seat of theirs waits for an accreditation. Persons with
 *   an open standing need not be named here, they get their units anyway
 * @throws {RangeError} if two experts or two missions have one id, a mission has no member or a weight of 0 or less, or
 *   an expert gives a number of missions that is negative or no integer
 */
export function buildSeatNetwork({
  experts,
  missions,
  scope,
  roles,
  candidates = [],
}: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly scope: SupplyScope;
  readonly roles: SeatRoles;
  readonly candidates?: readonly DeployableExpert[];
}): SeatNetwork {
  const people = sortedById([...experts, ...candidates], "experts");
  const asked = sortedById(missions, "missions");
  for (const mission of asked) requireMission(mission);
  for (const { id, missions: given } of people)
    if (!(Number.isSafeInteger(given) && given >= 0))
      throw new RangeError(`expert ${JSON.stringify(id)} cannot give ${given} missions`);

  const units: AccreditationUnit[] = [];
  const unitOf = people.map((expert) => {
    const own = new Map<string, number>();
    for (const area of [...new Set(expert.open.map((open) => open.area))].sort(compareIds)) {
      own.set(area, units.length);
      units.push({ expert: expert.id, area });
    }
    return own;
  });
  const leads = people.map((expert) => new Set(expert.leadAreas));
  const seconds = people.map((expert) => new Set(expert.secondAreas));
  const listed = people.map((expert) => new Set(expert.topics));
  const refused = people.map((expert) => new Set(expert.conflicts));
  const speaks = people.map((expert) => new Set(expert.languages));

  const seatMission: number[] = [];
  const seatRole: number[] = [];
  const otherSeat: number[] = [];
  const start: number[] = [0];
  const edgeExpert: number[] = [];
  const edgeUnit: number[] = [];
  const edgeInterpretation: number[] = [];

  asked.forEach((mission, m) => {
    const seats = roles === "lead" ? 1 : mission.seats;
    for (let role = 0; role < seats; role++) {
      const seat = seatMission.length;
      seatMission.push(m);
      seatRole.push(role);
      otherSeat.push(seats === 1 ? -1 : role === 0 ? seat + 1 : seat - 1);
      people.forEach((expert, e) => {
        const waits = opening(expert, e, mission, role);
        if (waits === undefined) return;
        if (!isFree(expert, e, mission)) return;
        const interpretation = !mission.languages.every((spoken) =>
          spoken.some((language) => speaks[e]?.has(language)),
        );
        if (interpretation && mission.refusesInterpretation) return;
        edgeExpert.push(e);
        edgeUnit.push(waits);
        edgeInterpretation.push(interpretation ? 1 : 0);
      });
      start.push(edgeExpert.length);
    }
  });

  /** -1 open today, a unit's index if an accreditation would open the seat, `undefined` if nothing would. */
  function opening(expert: DeployableExpert, e: number, mission: MissionDemand, role: number): number | undefined {
    const outsidePool = expert.kind !== "pool";
    if (scope === "all" && listed[e]?.has(mission.topic) && (outsidePool || mission.area === null)) return -1;
    if (mission.area === null) return undefined;
    if (leads[e]?.has(mission.area)) return -1;
    if (role === 1 && scope !== "accreditedAlone" && seconds[e]?.has(mission.area)) return -1;
    return unitOf[e]?.get(mission.area);
  }

  function isFree(expert: DeployableExpert, e: number, mission: MissionDemand): boolean {
    for (const member of mission.members) {
      if (refused[e]?.has(member)) return false;
      if (!mission.joint && expert.member === member) return false;
    }
    return true;
  }

  return {
    experts: people,
    missions: asked,
    units,
    capacity: Int32Array.from(people, (expert) => Math.min(expert.missions, asked.length)),
    seatMission: Int32Array.from(seatMission),
    seatRole: Uint8Array.from(seatRole),
    otherSeat: Int32Array.from(otherSeat),
    start: Int32Array.from(start),
    edgeExpert: Int32Array.from(edgeExpert),
    edgeUnit: Int32Array.from(edgeUnit),
    edgeInterpretation: Uint8Array.from(edgeInterpretation),
  };
}

function requireMission(mission: MissionDemand): void {
  if (mission.members.length === 0) throw new RangeError(`mission ${JSON.stringify(mission.id)} names no member`);
  if (!(Number.isFinite(mission.weight) && mission.weight > 0))
    throw new RangeError(`mission ${JSON.stringify(mission.id)} has the weight ${mission.weight}`);
  if (mission.seats !== 1 && mission.seats !== 2)
    throw new RangeError(`mission ${JSON.stringify(mission.id)} has ${String(mission.seats)} seats`);
}
