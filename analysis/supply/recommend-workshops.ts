import { compareIds } from "~/analysis/compare-ids";
import { type CandidateGain, type Gain, type GainBase, gainOf, unitsOf } from "~/analysis/supply/accreditation-gain";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import type { TopicPlace } from "~/analysis/supply/need-against-supply";
import { copyFlow, emptyFlow, filledSeats, fillSeats, removeExpert, restoreFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import type { GroupShortage } from "~/analysis/supply/shortage";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import {
  defaultWorkshopRules,
  type WorkshopCandidate,
  type WorkshopGroup,
  type WorkshopRules,
  workshopGroup,
} from "~/analysis/supply/workshop-group";

/** Lead seats of an area's top-ten topics that remain when the worst expert falls out. */
export interface LeadCoverage {
  /** Missions asked on topics of the area among the first ten places. */
  readonly asked: number;
  readonly led: number;
  readonly ledWithoutWorst: number;
  /** Who is missed most; `null` if nobody is. */
  readonly worst: string | null;
}

export interface WorkshopAdvice {
  readonly area: string;
  readonly recommended: boolean;
  /** `seatsEmpty`: after pre-accredited persons took second seats; `topTenLeadAtRisk`: see `topTenLeads`. */
  readonly reasons: readonly ("seatsEmpty" | "topTenLeadAtRisk")[];
  /** Fewest and most empty seats of the area over all assignments that fill as many seats as possible. */
  readonly emptySeatsMin: number;
  readonly emptySeatsMax: number;
  /** `null` if no mission is asked on a top-ten topic of the area. */
  readonly topTenLeads: LeadCoverage | null;
  readonly group: WorkshopGroup;
  /** Missions and seats more if all nominees were accredited in the area; from the year after the workshop. */
  readonly groupGain: Gain;
  /** Persons who attended a workshop and wait for field missions in the area; they come first. */
  readonly waiting: readonly string[];
  /** First year in which nominees can lead: the year after the workshop. */
  readonly leadsFrom: number;
}

/** Places of the ranking that count as most needed. */
const TOP = 10;

/**
 * For which areas an accreditation workshop is recommended, with whom and for what gain.
 *
 * Recommended if seats of the area can remain empty in a best assignment after pre-accredited persons have taken second
 * seats (then, and only then, somebody new in the area would fill a seat more), or if without one expert the missions of
 * the area's top-ten topics could not all be led, even if they were served first.
 *
 * @param base flows of the requested missions in the scope `pool`
 * @param byArea shortages of the same missions and scope, all seats
 * @param subRegionOf a member's sub-region, `undefined` if it has none
 * @param year year of the workshops
 * @returns one entry per accreditation area of the topics, recommended ones first, then by greatest gain, then by id
 * @see docs/methods/accreditation-workshops.md
 */
export function recommendWorkshops({
  experts,
  missions,
  topics,
  base,
  byArea,
  gains,
  subRegionOf,
  year,
  rules = defaultWorkshopRules,
}: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly topics: readonly TopicPlace[];
  readonly base: GainBase;
  readonly byArea: readonly GroupShortage[];
  readonly gains: readonly CandidateGain[];
  readonly subRegionOf: (member: string) => string | undefined;
  readonly year: number;
  readonly rules?: WorkshopRules;
}): WorkshopAdvice[] {
  const areas = [...new Set(topics.flatMap((topic) => topic.area ?? []))].sort(compareIds);
  const shortageOf = new Map(byArea.map((group) => [group.id, group]));
  return areas
    .map((area): WorkshopAdvice => {
      const candidates = experts.flatMap((expert): WorkshopCandidate[] => {
        if (!expert.open.some((open) => open.area === area && isBeforeWorkshop(open.standing))) return [];
        const gain = gains.find((one) => one.expert === expert.id && one.areas.length === 1 && one.areas[0] === area);
        return [
          {
            expert: expert.id,
            member: expert.member,
            subRegion: expert.member === null ? null : (subRegionOf(expert.member) ?? null),
            languages: expert.languages,
            gender: expert.gender,
            gainPerSeat: gain?.gainPerSeat ?? 0,
          },
        ];
      });
      const group = workshopGroup(candidates, rules);
      const nominees = new Set(group.nominees.map((nominee) => nominee.expert));
      const topTen = new Set(
        topics
          .filter((topic) => topic.area === area && topic.place !== null && topic.place <= TOP)
          .map((one) => one.id),
      );
      const topTenLeads = leadCoverage(
        experts,
        missions.filter((mission) => topTen.has(mission.topic)),
      );
      const shortage = shortageOf.get(area);
      const reasons: ("seatsEmpty" | "topTenLeadAtRisk")[] = [];
      if ((shortage?.shortageMax ?? 0) > 0) reasons.push("seatsEmpty");
      if (topTenLeads !== null && topTenLeads.ledWithoutWorst < topTenLeads.asked) reasons.push("topTenLeadAtRisk");
      return {
        area,
        recommended: reasons.length > 0,
        reasons,
        emptySeatsMin: shortage?.shortageMin ?? 0,
        emptySeatsMax: shortage?.shortageMax ?? 0,
        topTenLeads,
        group,
        groupGain: gainOf(
          base,
          unitsOf(base.lead.network, (unit) => unit.area === area && nominees.has(unit.expert)),
        ),
        waiting: experts
          .filter((expert) => expert.open.some((open) => open.area === area && !isBeforeWorkshop(open.standing)))
          .map((expert) => expert.id)
          .sort(compareIds),
        leadsFrom: year + 1,
      };
    })
    .sort(
      (a, b) =>
        Number(b.recommended) - Number(a.recommended) ||
        b.groupGain.led - a.groupGain.led ||
        b.emptySeatsMax - a.emptySeatsMax ||
        compareIds(a.area, b.area),
    );
}

function isBeforeWorkshop(standing: string): boolean {
  return standing === "nominated" || standing === "preScreened";
}

/** Lead seats of these missions, served before all others, with everybody and without the expert missed most. */
export function leadCoverage(
  experts: readonly DeployableExpert[],
  missions: readonly MissionDemand[],
): LeadCoverage | null {
  if (missions.length === 0) return null;
  const flow = emptyFlow(buildSeatNetwork({ experts, missions, scope: "pool", roles: "lead" }));
  fillSeats(flow);
  const led = filledSeats(flow);
  const today = copyFlow(flow);
  let ledWithoutWorst = led;
  let worst: string | null = null;
  flow.network.experts.forEach((expert, e) => {
    restoreFlow(flow, today);
    const left = led - removeExpert(flow, e);
    if (left >= ledWithoutWorst) return;
    ledWithoutWorst = left;
    worst = expert.id;
  });
  return { asked: missions.length, led, ledWithoutWorst, worst };
}
