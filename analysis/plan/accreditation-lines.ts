import { compareIds } from "~/analysis/compare-ids";
import type { CandidateInput } from "./candidate-input";
import type { PlanActivity, PlanNeed } from "./problem";

const FEWEST_CANDIDATES = 8;
const FEWEST_ADMINISTRATIONS = 5;
const MOST_CANDIDATES = 14;

/**
 * One accreditation workshop per area where it unlocks missions and is viable (8 to 14 candidates of 5
 * administrations). It covers the region's need of the area, weighted by the missions unlocked: a need of nobody by
 * name, so that the score still adds up.
 *
 * Of more than 14 candidates the workshop takes 14, one administration after the other in turn.
 */
export function accreditationLines({ accreditation, costs, monthCount, accreditationWeight }: CandidateInput): {
  readonly needs: readonly PlanNeed[];
  readonly activities: readonly PlanActivity[];
  readonly notViable: readonly {
    readonly area: string;
    readonly candidates: number;
    readonly administrations: number;
  }[];
} {
  const useful = accreditation.filter(({ missions }) => missions > 0).sort((a, b) => compareIds(a.area, b.area));
  const counted = useful.map((option) => ({ option, administrations: new Set(option.candidates).size }));
  const viable = counted.filter(
    ({ option, administrations }) =>
      option.candidates.length >= FEWEST_CANDIDATES && administrations >= FEWEST_ADMINISTRATIONS,
  );
  const cost = costs.accreditation;
  return {
    needs: viable.map(({ option }) => ({
      id: areaNeedId(option.area),
      member: null,
      topic: option.area,
      weight: accreditationWeight * option.missions,
      imputed: false,
    })),
    activities: viable.map(({ option }) => {
      const seats = inTurn(option.candidates).slice(0, MOST_CANDIDATES);
      return {
        id: `accreditation/${encodeURIComponent(option.area)}`,
        kind: "accreditation",
        topic: option.area,
        area: option.area,
        mode: "regional",
        members: [...new Set(seats)].sort(compareIds),
        covers: [{ need: areaNeedId(option.area), mismatch: false }],
        cost: cost.fixed + cost.perMember * seats.length,
        hosts: [],
        officeDays: cost.officeDays,
        teamSize: cost.teamSize,
        languages: null,
        months: Array.from({ length: monthCount }, (_, month) => month),
        asked: true,
        requests: [],
        variants: [],
      };
    }),
    notViable: counted
      .filter((each) => !viable.includes(each))
      .map(({ option, administrations }) => ({
        area: option.area,
        candidates: option.candidates.length,
        administrations,
      })),
  };
}

/** Id of the region's need of an area. */
export function areaNeedId(area: string): string {
  return `area/${encodeURIComponent(area)}`;
}

/** First one candidate of each administration, then the second ones, so that a limit keeps as many as can be. */
function inTurn(administrations: readonly string[]): readonly string[] {
  const rounds = new Map<string, number>();
  const seats = [...administrations].sort(compareIds).map((administration) => {
    const round = rounds.get(administration) ?? 0;
    rounds.set(administration, round + 1);
    return { administration, round };
  });
  seats.sort((a, b) => a.round - b.round || compareIds(a.administration, b.administration));
  return seats.map(({ administration }) => administration);
}
