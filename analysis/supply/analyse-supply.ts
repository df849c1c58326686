import type { Flag, OnProgress, ShouldStop } from "~/analysis/result";
import {
  type AreaForecast,
  accreditationForecast,
  type PlannedWorkshop,
} from "~/analysis/supply/accreditation-forecast";
import { accreditationGains, type GainBase, gainBase } from "~/analysis/supply/accreditation-gain";
import { areaPipelines } from "~/analysis/supply/area-pipelines";
import { assignByWeight } from "~/analysis/supply/assign-by-weight";
import { availability } from "~/analysis/supply/availability";
import { type BestCandidates, bestCandidates } from "~/analysis/supply/best-candidates";
import type { NeedRow, PlannedRow, RequestRow } from "~/analysis/supply/demand-input";
import {
  type DeployableExpert,
  deployableExperts,
  type SupplyKind,
  type SupplyScope,
} from "~/analysis/supply/deployable-experts";
import { deriveDemand } from "~/analysis/supply/derive-demand";
import { type HomeExperts, homeExperts } from "~/analysis/supply/home-experts";
import { needAgainstSupply } from "~/analysis/supply/need-against-supply";
import { recommendWorkshops } from "~/analysis/supply/recommend-workshops";
import { missionShortage, seatShortage } from "~/analysis/supply/shortage";
import {
  type ColumnSupply,
  defaultSupplyViewSettings,
  type ExpertCounts,
  type ScopeSupply,
  type SupplyAnalysis,
  type SupplyMember,
  type SupplyTopic,
  type SupplyViewSettings,
} from "~/analysis/supply/supply-analysis";
import {
  defaultSupplySettings,
  type MissionDemand,
  type SupplyAssumption,
  type SupplyPerson,
  type SupplySettings,
} from "~/analysis/supply/supply-input";
import { supplyRobustness } from "~/analysis/supply/supply-robustness";

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
  const atHome = homeExperts(experts, inAreas);
  const complete = robustness.pairsComplete && best.every((set) => set.proven) && drawn.draws === views.draws;
  const allAssumptions = [...assumptions, ...demand.assumptions];
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
    counts: countExperts(experts),
    flags: flagsOf(allAssumptions, requested.pool, complete),
    assumptions: allAssumptions,
    requested,
    requestedAndImplied: columnSupply(experts, [...demand.requested, ...demand.implied]),
    planned: columnSupply(experts, demand.planned),
    requestedWithoutArea: demand.requested.length - inAreas.length,
    atHome,
    ifMetAtHome: ifMetAtHome(experts, inAreas, atHome),
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
    complete,
  };
}

function countExperts(experts: readonly DeployableExpert[]): ExpertCounts {
  const pool = experts.filter((expert) => expert.kind === "pool");
  const giving = pool.filter((expert) => expert.missions > 0);
  return {
    accredited: pool.filter((expert) => expert.leadAreas.length + expert.lapsedAreas.length > 0).length,
    deployableLeads: giving.filter((expert) => expert.leadAreas.length > 0).length,
    deployableSeconds: giving.filter((expert) => expert.secondAreas.length > 0).length,
    candidates: pool.filter((expert) => expert.open.length > 0).length,
    byKind: KINDS.map((kind) => {
      const own = experts.filter((expert) => expert.missions > 0 && kindOf(expert) === kind);
      return { kind, persons: own.length, missions: own.reduce((sum, expert) => sum + expert.missions, 0) };
    }),
  };
}

const KINDS: readonly SupplyKind[] = [
  "accredited",
  "preAccredited",
  "recognisedOrExternal",
  "officeStaff",
  "wco",
  "partner",
];

/** `null` for somebody of the pool who can take no seat of an area today. */
function kindOf(expert: DeployableExpert): SupplyKind | null {
  if (expert.kind !== "pool") return expert.kind;
  if (expert.leadAreas.length > 0) return "accredited";
  return expert.secondAreas.length > 0 ? "preAccredited" : null;
}

function ifMetAtHome(
  experts: readonly DeployableExpert[],
  missions: readonly MissionDemand[],
  atHome: readonly HomeExperts[],
): SupplyAnalysis["ifMetAtHome"] {
  // A mission to two members is met at home only if both have somebody.
  const met = missions.filter((mission) =>
    mission.members.every((member) => atHome.some((home) => home.mission === mission.id && home.member === member)),
  );
  const rest = missions.filter((mission) => !met.includes(mission));
  const { filled, shortage } = seatShortage({ experts, missions: rest, scope: "pool", roles: "lead" });
  return { missions: met.length, led: filled, shortage };
}

function flagsOf(assumptions: readonly SupplyAssumption[], supply: ScopeSupply, complete: boolean): Flag[] {
  const has = (...kinds: readonly SupplyAssumption["kind"][]): boolean =>
    assumptions.some((assumption) => kinds.includes(assumption.kind));
  const several = supply.staffed.byTopic.some((topic) => topic.shortageMin < topic.shortageMax);
  const flags: readonly (readonly [Flag, boolean])[] = [
    ["assumedLanguage", has("languageUnknown", "demandLanguageUnknown")],
    ["assumedMissions", has("missionsUnknown", "missionsCapped")],
    ["unconfirmedExpert", has("unconfirmed", "unconfirmedTwice")],
    ["unknownObstacle", has("obstacleUnknown")],
    ["multipleOptima", several],
    ["notProven", !complete],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
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
