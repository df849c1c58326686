import type { PlanExpert } from "~/analysis/plan/problem";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";

/** A month of a person as the register has it. */
interface Availability {
  readonly cycleId: string;
  /** Calendar month, 1 to 12. */
  readonly month: number;
  readonly available: boolean;
}

/**
 * Deployable experts as the plan staffs with them; who gives no mission stays away. A month is free unless the register
 * says otherwise for the cycle that is planned.
 *
 * @param months names of the months, `YYYY-MM`
 */
export function planExperts(
  experts: readonly DeployableExpert[],
  {
    months,
    cycleId,
    availabilityOf,
  }: {
    readonly months: readonly string[];
    readonly cycleId: string;
    readonly availabilityOf: ReadonlyMap<string, readonly Availability[]>;
  },
): readonly PlanExpert[] {
  return experts
    .filter(({ missions }) => missions > 0)
    .map((expert) => {
      const busy = new Set(
        (availabilityOf.get(expert.id) ?? [])
          .filter((row) => row.cycleId === cycleId && !row.available)
          .map(({ month }) => month),
      );
      const lead = new Set(expert.leadAreas);
      return {
        id: expert.id,
        member: expert.member,
        languages: expert.languages,
        areas: [
          ...expert.leadAreas.map((area) => ({ area, standing: "accredited" as const })),
          ...expert.secondAreas
            .filter((area) => !lead.has(area))
            .map((area) => ({ area, standing: "preAccredited" as const })),
        ],
        topics: expert.topics,
        missions: expert.missions,
        months: months.flatMap((name, at) => (busy.has(Number(name.slice(5))) ? [] : [at])),
        conflicts: expert.conflicts,
      };
    });
}
