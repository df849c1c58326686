import type { DeployableExpert } from "~/analysis/supply/deployable-experts";
import type { AreaStanding, MissionDemand, SupplyPerson } from "~/analysis/supply/supply-input";

/** An expert of the pool who leads in the area "pca", with overrides. */
export function expert(id: string, overrides: Partial<DeployableExpert> = {}): DeployableExpert {
  return {
    id,
    member: `home-${id}`,
    kind: "pool",
    missions: 2,
    languages: ["en"],
    conflicts: [],
    leadAreas: ["pca"],
    secondAreas: [],
    lapsedAreas: [],
    topics: [],
    open: [],
    gender: null,
    ...overrides,
  };
}

/** A mission of two seats to one member on the topic of the same name as its area, with overrides. */
export function mission(id: string, overrides: Partial<MissionDemand> = {}): MissionDemand {
  const area = overrides.area === undefined ? "pca" : overrides.area;
  return {
    id,
    members: [`member-${id}`],
    joint: false,
    topic: area ?? "topic",
    area,
    languages: [["en"]],
    refusesInterpretation: false,
    seats: 2,
    weight: 1,
    ...overrides,
  };
}

/** A confirmed, released person of the pool without standings, with overrides. */
export function person(id: string, overrides: Partial<SupplyPerson> = {}): SupplyPerson {
  return {
    id,
    member: `home-${id}`,
    kind: "pool",
    standings: [],
    topics: [],
    languages: ["en"],
    missions: 2,
    confirmation: "thisCycle",
    released: true,
    conflicts: [],
    gender: null,
    ...overrides,
  };
}

export function standing(area: string, overrides: Partial<AreaStanding> = {}): AreaStanding {
  return { area, standing: "accredited", since: "2024-05-01", lastMission: null, lastRefresher: null, ...overrides };
}
