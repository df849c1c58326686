import type { AreaStanding, SupplyPerson } from "~/analysis/supply/supply-input";
import type { Expert } from "~/db/experts";
import type { Topic } from "~/db/members";
import type { ExpertKind, StandingStep } from "~/db/schema/experts";

const KINDS: Readonly<Record<ExpertKind, SupplyPerson["kind"]>> = {
  pool: "pool",
  recognised: "recognisedOrExternal",
  office: "officeStaff",
  wco: "wco",
  partner: "partner",
};

const STANDINGS: Readonly<Record<StandingStep, AreaStanding["standing"]>> = {
  nominated: "nominated",
  preScreened: "preScreened",
  preAccredited: "attendedWorkshop",
  inFieldMissions: "inFieldMissions",
  accredited: "accredited",
  lapsed: "lapsed",
  withdrawn: "withdrawn",
};

/**
 * The register as the supply analysis reads it.
 *
 * A mission keeps an accreditation current in the area of its topic. Release is confirmed for the cycle of the survey
 * by an entry of that cycle or a later one; staff of the office, the WCO and partners are nobody's to release and count
 * as confirmed.
 *
 * @param cycleStart first day of the survey's cycle
 * @param startOf first day of a cycle, by its id
 */
export function peopleOfRegister(
  experts: readonly Expert[],
  {
    topics,
    cycleStart,
    startOf,
  }: {
    readonly topics: readonly Topic[];
    readonly cycleStart: string;
    readonly startOf: ReadonlyMap<string, string>;
  },
): readonly SupplyPerson[] {
  const areaOf = new Map(topics.map((topic) => [topic.id, topic.accreditationAreaId]));
  return experts.map((expert) => ({
    id: expert.personId,
    member: expert.memberId,
    kind: KINDS[expert.kind],
    standings: expert.standings.map((standing) => ({
      area: standing.areaId,
      standing: STANDINGS[standing.step],
      since: standing.since,
      lastMission: lastMissionIn(expert, (topic) => areaOf.get(topic) === standing.areaId),
      lastRefresher: null,
    })),
    topics: expert.topicIds,
    languages: expert.languages.length > 0 ? expert.languages : null,
    missions: expert.missionsPerYear,
    confirmation:
      expert.memberId === null ? "thisCycle" : confirmationOf(startOf.get(expert.confirmedCycleId ?? ""), cycleStart),
    released: expert.released,
    conflicts: expert.conflicts.map(({ memberId, kind }) => ({
      member: memberId,
      reason: kind === "dispute" ? "dispute" : "declined",
    })),
    gender: expert.gender === "woman" ? "female" : expert.gender === "man" ? "male" : null,
  }));
}

/** Last day of the person's latest mission on one of the topics, `null` if there was none. */
export function lastMissionIn(expert: Expert, isTopic: (topicId: string) => boolean): string | null {
  return expert.missions.find(({ topicId }) => isTopic(topicId))?.endsOn ?? null;
}

function confirmationOf(confirmed: string | undefined, cycleStart: string): SupplyPerson["confirmation"] {
  if (confirmed === undefined) return "neither";
  const yearsAgo = Number(cycleStart.slice(0, 4)) - Number(confirmed.slice(0, 4));
  return yearsAgo <= 0 ? "thisCycle" : yearsAgo === 1 ? "lastCycle" : "neither";
}
