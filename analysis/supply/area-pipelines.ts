import { compareIds } from "~/analysis/compare-ids";
import type { AreaPipeline } from "~/analysis/supply/accreditation-forecast";
import { canBeLed } from "~/analysis/supply/can-be-led";
import type { DeployableExpert, OpenAccreditation } from "~/analysis/supply/deployable-experts";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/**
 * Where the persons of each accreditation area stand today, as the forecast needs it. Persons who give no mission this
 * year are not counted; a person in two areas is counted in both.
 *
 * @returns one entry per accreditation area of the topics, in the order of ids
 */
export function areaPipelines({
  experts,
  missions,
  topics,
}: {
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
  readonly topics: readonly { readonly area: string | null }[];
}): AreaPipeline[] {
  const giving = experts.filter((expert) => expert.missions > 0);
  return [...new Set(topics.flatMap((topic) => topic.area ?? []))].sort(compareIds).map((area): AreaPipeline => {
    const own = missions.filter((mission) => mission.area === area);
    const at = (standing: OpenAccreditation["standing"]): number =>
      giving.filter((expert) => expert.open.some((open) => open.area === area && open.standing === standing)).length;
    return {
      area,
      stages: {
        nominated: at("nominated"),
        preScreened: at("preScreened"),
        attendedWorkshop: at("attendedWorkshop"),
        inFieldMissions: at("inFieldMissions"),
        leads: giving.filter((expert) => expert.leadAreas.includes(area)).length,
      },
      asked: own.length,
      askedWithSecond: own.filter((mission) => mission.seats === 2).length,
      canBeLed: canBeLed(experts, missions, area),
    };
  });
}
