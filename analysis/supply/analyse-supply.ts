import type { OnProgress, Provenance, ShouldStop } from "~/analysis/result";
import {
  type AreaForecast,
  accreditationForecast,
  defaultPipelineRates,
  type PipelineRates,
  type PlannedWorkshop,
} from "~/analysis/supply/accreditation-forecast";
import {
  type AccreditationGains,
  accreditationGains,
  type GainBase,
  gainBase,
} from "~/analysis/supply/accreditation-gain";
import { areaPipelines } from "~/analysis/supply/area-pipelines";
import { assignByWeight, type MissionAssignment } from "~/analysis/supply/assign-by-weight";
import { type AvailabilityView, availability } from "~/analysis/supply/availability";
import { type BestCandidates, bestCandidates } from "~/analysis/supply/best-candidates";
import { type DeployableExpert, deployableExperts, type SupplyScope } from "~/analysis/supply/deployable-experts";
import {
  type Demand,
  type DemandMember,
  type DemandTopic,
  deriveDemand,
  type NeedRow,
  type PlannedRow,
  type RequestRow,
} from "~/analysis/supply/derive-demand";
import { type HomeExperts, homeExperts } from "~/analysis/supply/home-experts";
import { type AreaAgainstSupply, needAgainstSupply, type TopicPlace } from "~/analysis/supply/need-against-supply";
import { recommendWorkshops, type WorkshopAdvice } from "~/analysis/supply/recommend-workshops";
import { type MissionShortage, missionShortage, type SeatShortage, seatShortage } from "~/analysis/supply/shortage";
import {
  defaultSupplySettings,
  type MissionDemand,
  type SupplyAssumption,
  type SupplyPerson,
  type SupplySettings,
} from "~/analysis/supply/supply-input";
import { type SupplyRobustness, supplyRobustness } from "~/analysis/supply/supply-robustness";
import { defaultWorkshopRules, type WorkshopRules } from "~/analysis/supply/workshop-group";

/** A member as the supply analysis needs it. */
export interface SupplyMember extends DemandMember {
  readonly subRegion: string;
  /** Hours from UTC, halves allowed; `null` if not known. Only the choice between equally good experts looks at it. */
  readonly utcOffset: number | null;
}

/** A topic as the supply analysis needs it: area, priority from 0 to 1, place and score in the ranking. */
export type SupplyTopic = DemandTopic & TopicPlace;

/** One column of demand against one scope of supply. */
export interface ScopeSupply {
  /** Missions that the scope is measured on; those on topics without an area are left to the scope `all`. */
  readonly missions: number;
  /** Lead seats alone: missions that can be led. */
  readonly led: SeatShortage;
  /** All seats, and missions staffed as a whole. */
  readonly staffed: MissionShortage;
}

export type ColumnSupply = Readonly<Record<SupplyScope, ScopeSupply>>;

export interface SupplyAnalysis extends Provenance {
  readonly asOf: string;
  readonly demand: Demand;
  readonly experts: readonly DeployableExpert[];
  /** Whatever was not known about a person or a demand, and how it was taken. */
  readonly assumptions: readonly SupplyAssumption[];
  /** Missions asked for: the headline. */
  readonly requested: ColumnSupply;
  /** Scenario: missions asked for and implied ones together. */
  readonly requestedAndImplied: ColumnSupply;
  readonly planned: ColumnSupply;
  /** Requested missions on topics without an accreditation area. */
  readonly requestedWithoutArea: number;
  /** Requested missions whose member has a lead of its own; they stay counted as asked. */
  readonly atHome: readonly HomeExperts[];
  readonly quadrants: readonly AreaAgainstSupply[];
  /** Lead seats of requested missions without each expert, each pair, each administration. */
  readonly robustness: SupplyRobustness;
  /** For the requested missions: one accreditation more, by area and by person. */
  readonly gains: AccreditationGains;
  /** The persons whose accreditation together adds most missions led, for q = 1, 2, 3. */
  readonly bestCandidates: readonly BestCandidates[];
  /** Lead seats of requested missions if each expert is released by chance. */
  readonly availability: AvailabilityView;
  /** One best assignment of the requested missions: whole missions, seats, weight, then interpretation and time zones. */
  readonly assignment: MissionAssignment;
  readonly workshops: readonly WorkshopAdvice[];
  readonly forecast: {
    readonly withoutWorkshops: readonly AreaForecast[];
    /** With the recommended workshops of viable groups held in the first year. */
    readonly withRecommended: readonly AreaForecast[];
  };
  /** False if `shouldStop` cut a part short; the parts say which. */
  readonly complete: boolean;
}

/** Choices of an office for the further views; none of them evidence. */
export interface SupplyViewSettings {
  readonly releaseProbability: number;
  readonly draws: number;
  readonly interpretationCost: number;
  readonly rules: WorkshopRules;
  readonly rates: PipelineRates;
}

export const defaultSupplyViewSettings: SupplyViewSettings = {
  releaseProbability: 0.7,
  draws: 2000,
  interpretationCost: 100,
  rules: defaultWorkshopRules,
  rates: defaultPipelineRates,
};

/**
 * The supply analysis of a stored run: demand in its three columns, shortage of seats, whole missions, blocking sets,
 * robustness, the value of accreditations, workshops, the pipeline and the four quadrants.
 *
 * Within a second for 40 persons, 40 topics and 70 requests. The result does not depend on the order of the rows.
 *
 * @param year year of the demand and of the workshops; the forecast begins with it
 * @param answered members whose answers the demand rests on, n of the result; N is the number of members
 * @throws {RangeError} on duplicate ids, unknown topics or members, and values out of range
 * @see docs/methods/expert-shortage.md
 */
export function analyseSupply({
  asOf,
  people,
  requests,
  needs,
  planned,
  topics,
  members,
  answered,
  year,
  seed,
  settings = defaultSupplySettings,
  views = defaultSupplyViewSettings,
  onProgress,
  shouldStop,
}: {
  readonly asOf: string;
  readonly people: readonly SupplyPerson[];
  readonly requests: readonly RequestRow[];
  readonly needs: readonly NeedRow[];
  readonly planned: readonly PlannedRow[];
  readonly topics: readonly SupplyTopic[];
  readonly members: readonly SupplyMember[];
  readonly answered: number;
  readonly year: number;
  readonly seed: number;
  readonly settings?: SupplySettings;
  readonly views?: SupplyViewSettings;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}): SupplyAnalysis {
  if (!(Number.isInteger(answered) && answered >= 0 && answered <= members.length))
    throw new RangeError(`${answered} of ${members.length} members answered`);
  const demand = deriveDemand({ requests, needs, planned, topics, members, settings });
  const { experts, assumptions } = deployableExperts(people, { asOf, settings });
  const inAreas = demand.requested.filter((mission) => mission.area !== null);
  const requested = columnSupply(experts, demand.requested);
  const base = gainBase({ experts, missions: inAreas, scope: "pool" });
  const progress = { onProgress, shouldStop };
  const gains = accreditationGains({
    experts,
    missions: inAreas,
    scope: "pool",
    defaultLanguage: settings.defaultLanguage,
  });
  const robustness = supplyRobustness(base.lead, progress);
  const best = bestSets(base, experts, progress);
  const drawn = availability(base.lead, {
    seed,
    probability: views.releaseProbability,
    draws: views.draws,
    ...progress,
  });
  const memberById = new Map(members.map((member) => [member.id, member]));
  const workshops = recommendWorkshops({
    experts,
    missions: inAreas,
    topics,
    base,
    byArea: requested.pool.staffed.byArea,
    gains: gains.byCandidate,
    subRegionOf: (member) => memberById.get(member)?.subRegion,
    year,
    rules: views.rules,
  });
  const areas = areaPipelines({ experts, missions: inAreas, topics });
  const forecastWith = (planned: readonly PlannedWorkshop[]): AreaForecast[] =>
    accreditationForecast({ areas, workshops: planned, firstYear: year, rates: views.rates });

  return {
    n: answered,
    N: members.length,
    coverage: members.length === 0 ? null : answered / members.length,
    method: "analyse-supply",
    version: 1,
    parameters: { asOf, year, settings, views },
    seed,
    asOf,
    demand,
    experts,
    assumptions: [...assumptions, ...demand.assumptions],
    requested,
    requestedAndImplied: columnSupply(experts, [...demand.requested, ...demand.implied]),
    planned: columnSupply(experts, demand.planned),
    requestedWithoutArea: demand.requested.length - inAreas.length,
    atHome: homeExperts(experts, inAreas),
    quadrants: needAgainstSupply({ topics, experts, missions: inAreas }),
    robustness,
    gains,
    bestCandidates: best,
    availability: drawn,
    assignment: assignByWeight({
      experts,
      missions: inAreas,
      scope: "pool",
      goal: "wholeMissionsFirst",
      interpretationCost: views.interpretationCost,
      extraCost: (expert, mission) => halfHoursApart(memberById, expert.member, mission.members[0]),
    }),
    workshops,
    forecast: {
      withoutWorkshops: forecastWith([]),
      withRecommended: forecastWith(
        workshops
          .filter((workshop) => workshop.recommended && workshop.group.viable)
          .map((workshop) => ({ area: workshop.area, year, places: workshop.group.nominees.length })),
      ),
    },
    complete: robustness.pairsComplete && best.every((set) => set.proven) && drawn.draws === views.draws,
  };
}

function bestSets(
  base: GainBase,
  experts: readonly DeployableExpert[],
  progress: { readonly onProgress?: OnProgress; readonly shouldStop?: ShouldStop },
): BestCandidates[] {
  const options = experts
    .filter((expert) => expert.open.length > 0 && expert.missions > 0)
    .map((expert) => ({ expert: expert.id, areas: expert.open.map((open) => open.area) }));
  return [1, 2, 3].map((q) => bestCandidates(base, options, { q, goal: "led", ...progress }));
}

/** Difference of the clocks of two administrations in half hours, the short way round; 0 if one is not known. */
function halfHoursApart(
  members: ReadonlyMap<string, SupplyMember>,
  from: string | null,
  to: string | undefined,
): number {
  const here = from === null ? null : (members.get(from)?.utcOffset ?? null);
  const there = to === undefined ? null : (members.get(to)?.utcOffset ?? null);
  if (here === null || there === null) return 0;
  const apart = Math.round(2 * Math.abs(here - there)) % 48;
  return Math.min(apart, 48 - apart);
}

function columnSupply(experts: readonly DeployableExpert[], missions: readonly MissionDemand[]): ColumnSupply {
  const scopeSupply = (scope: SupplyScope): ScopeSupply => {
    const own = scope === "all" ? missions : missions.filter((mission) => mission.area !== null);
    return {
      missions: own.length,
      led: seatShortage({ experts, missions: own, scope, roles: "lead" }),
      staffed: missionShortage({ experts, missions: own, scope }),
    };
  };
  return { accreditedAlone: scopeSupply("accreditedAlone"), pool: scopeSupply("pool"), all: scopeSupply("all") };
}
