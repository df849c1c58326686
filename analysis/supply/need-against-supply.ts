import { compareIds } from "~/analysis/compare-ids";
import type { UndefinedReason } from "~/analysis/result";
import { canBeLed } from "~/analysis/supply/can-be-led";
import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import type { MissionDemand } from "~/analysis/supply/supply-input";

/** `trainNow`: needed, leads are there; `accredit`: needed, short; `borrow`: less needed, short; `watch`: less needed. */
export type Quadrant = "trainNow" | "accredit" | "borrow" | "watch";

/** A topic's place and score in the ranking; `null` for both if it is not ranked. */
export interface TopicPlace {
  readonly id: string;
  readonly area: string | null;
  readonly place: number | null;
  readonly score: number | null;
}

/** One accreditation area at its most needed topic. */
export interface AreaAgainstSupply {
  readonly area: string;
  /** The topic of the area with the best place, by id among equals; `null` if no topic of the area is ranked. */
  readonly topic: string | null;
  readonly place: number | null;
  readonly score: number | null;
  readonly asked: number;
  /** Missions that the area's leads can give; where languages or conflicts leave missions without a lead, those led. */
  readonly canBeLed: number;
  /** canBeLed - asked. */
  readonly difference: number;
  /** The same if the persons with an open accreditation in the area pass. */
  readonly canBeLedWithCandidates: number;
  readonly leads: number;
  readonly candidates: number;
  readonly quadrant: Quadrant | null;
  /** Why there is no quadrant. */
  readonly reason: UndefinedReason | null;
}

/** Place after which a topic counts as less needed, and where "missions to spare" are cut: zero is enough. */
const NEEDED_PLACES = 10;
const ENOUGH = -0.5;

/**
 * Need against supply of lead experts by accreditation area: one of four quadrants, each area at its most needed topic.
 *
 * `canBeLed` counts each expert in every area of theirs, so it must not be added up over areas.
 *
 * @returns one entry per area of the topics, best place first, unranked last, then by id
 * @see docs/methods/need-against-supply.md
 */
export function needAgainstSupply({
  topics,
  experts,
  missions,
}: {
  readonly topics: readonly TopicPlace[];
  readonly experts: readonly DeployableExpert[];
  readonly missions: readonly MissionDemand[];
}): AreaAgainstSupply[] {
  const areas = [...new Set(topics.flatMap((topic) => topic.area ?? []))].sort(compareIds);
  const withCandidates = experts.map((expert): DeployableExpert => {
    return { ...expert, leadAreas: [...new Set([...expert.leadAreas, ...expert.open.map((open) => open.area)])] };
  });
  return areas
    .map((area): AreaAgainstSupply => {
      const own = missions.filter((mission) => mission.area === area);
      const best = topics
        .filter((topic) => topic.area === area && topic.place !== null)
        .sort((a, b) => (a.place ?? 0) - (b.place ?? 0) || compareIds(a.id, b.id))[0];
      const led = canBeLed(experts, missions, area);
      const difference = led - own.length;
      const place = best?.place ?? null;
      return {
        area,
        topic: best?.id ?? null,
        place,
        score: best?.score ?? null,
        asked: own.length,
        canBeLed: led,
        difference,
        canBeLedWithCandidates: canBeLed(withCandidates, missions, area),
        leads: experts.filter((expert) => expert.missions > 0 && expert.leadAreas.includes(area)).length,
        candidates: experts.filter((expert) => expert.open.some((open) => open.area === area)).length,
        quadrant: place === null ? null : quadrantOf(place, difference),
        reason: place === null ? "tooFewAnswers" : null,
      };
    })
    .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || compareIds(a.area, b.area));
}

function quadrantOf(place: number, difference: number): Quadrant {
  const needed = place <= NEEDED_PLACES;
  if (difference >= ENOUGH) return needed ? "trainNow" : "watch";
  return needed ? "accredit" : "borrow";
}
