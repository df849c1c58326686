import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import { maximumSeats } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/**
 * Missions of one area that its leads can give in a year if they go nowhere else: all their missions, or, where
 * languages, conflicts or numbers leave a mission of the area without a lead, those that can be led.
 *
 * Counts a lead in each area of theirs, so it must not be added up over areas.
 */
export function canBeLed(
  experts: readonly DeployableExpert[],
  missions: readonly MissionDemand[],
  area: string,
): number {
  const own = missions.filter((mission) => mission.area === area);
  const led = maximumSeats(buildSeatNetwork({ experts, missions: own, scope: "pool", roles: "lead" }));
  if (led < own.length) return led;
  return experts.reduce((sum, expert) => sum + (expert.leadAreas.includes(area) ? expert.missions : 0), 0);
}
