import { compareIds } from "~/analysis/compare-ids";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/** A mission whose member employs somebody who is accredited in its area. */
export interface HomeExperts {
  readonly mission: string;
  readonly member: string;
  readonly topic: string;
  /** The member's own current leads in the area, whatever missions they give abroad, in the order of ids. */
  readonly experts: readonly string[];
}

/**
 * Missions that the member could replace by its own experts. A home expert is no mission (nobody is sent to their own
 * administration) but can meet its need; the demand stays as asked, because the member asked for somebody from outside.
 *
 * @returns in the order of missions, one entry per mission and member concerned
 * @see docs/methods/expert-shortage.md
 */
export function homeExperts(
  experts: readonly DeployableExpert[],
  missions: readonly MissionDemand[],
): readonly HomeExperts[] {
  const sorted = [...experts].sort((a, b) => compareIds(a.id, b.id));
  return [...missions]
    .sort((a, b) => compareIds(a.id, b.id))
    .flatMap((mission) =>
      mission.members.flatMap((member): HomeExperts[] => {
        const own = sorted.filter(
          (expert) => expert.member === member && mission.area !== null && expert.leadAreas.includes(mission.area),
        );
        if (own.length === 0) return [];
        return [{ mission: mission.id, member, topic: mission.topic, experts: own.map((expert) => expert.id) }];
      }),
    );
}
