import type { OnProgress, Provenance, ShouldStop } from "~/analysis/result";
import { type AccreditationGains, accreditationGains } from "~/analysis/supply/accreditation-gain";
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
import { emptyFlow, fillSeats } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { type MissionShortage, missionShortage, type SeatShortage, seatShortage } from "~/analysis/supply/shortage";
import {
  defaultSupplySettings,
  type MissionDemand,
  type SupplyAssumption,
  type SupplyPerson,
  type SupplySettings,
} from "~/analysis/supply/supply-input";
import { type SupplyRobustness, supplyRobustness } from "~/analysis/supply/supply-robustness";

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
  /** For the requested missions. */
  readonly gains: AccreditationGains;
}

/**
 * The supply analysis of a stored run: demand in its three columns, shortage of seats, whole missions, blocking sets,
 * robustness, the value of accreditations and the four quadrants.
 *
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
  settings = defaultSupplySettings,
  onProgress,
  shouldStop,
}: {
  readonly asOf: string;
  readonly people: readonly SupplyPerson[];
  readonly requests: readonly RequestRow[];
  readonly needs: readonly NeedRow[];
  readonly planned: readonly PlannedRow[];
  readonly topics: readonly SupplyTopic[];
  readonly members: readonly DemandMember[];
  readonly answered: number;
  readonly settings?: SupplySettings;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}): SupplyAnalysis {
  if (!(Number.isInteger(answered) && answered >= 0 && answered <= members.length))
    throw new RangeError(`${answered} of ${members.length} members answered`);
  const demand = deriveDemand({ requests, needs, planned, topics, members, settings });
  const { experts, assumptions } = deployableExperts(people, { asOf, settings });
  const inAreas = demand.requested.filter((mission) => mission.area !== null);
  const leadFlow = emptyFlow(buildSeatNetwork({ experts, missions: inAreas, scope: "pool", roles: "lead" }));
  fillSeats(leadFlow);

  return {
    n: answered,
    N: members.length,
    coverage: members.length === 0 ? null : answered / members.length,
    method: "analyse-supply",
    version: 1,
    parameters: { asOf, settings },
    seed: null,
    asOf,
    demand,
    experts,
    assumptions: [...assumptions, ...demand.assumptions],
    requested: columnSupply(experts, demand.requested),
    requestedAndImplied: columnSupply(experts, [...demand.requested, ...demand.implied]),
    planned: columnSupply(experts, demand.planned),
    requestedWithoutArea: demand.requested.length - inAreas.length,
    atHome: homeExperts(experts, inAreas),
    quadrants: needAgainstSupply({ topics, experts, missions: inAreas }),
    robustness: supplyRobustness(leadFlow, { onProgress, shouldStop }),
    gains: accreditationGains({
      experts,
      missions: inAreas,
      scope: "pool",
      defaultLanguage: settings.defaultLanguage,
    }),
  };
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
