import type { Flag, Provenance } from "~/analysis/result";
import { type AreaForecast, defaultPipelineRates, type PipelineRates } from "~/analysis/supply/accreditation-forecast";
import type { AccreditationGains } from "~/analysis/supply/accreditation-gain";
import type { MissionAssignment } from "~/analysis/supply/assign-by-weight";
import type { AvailabilityView } from "~/analysis/supply/availability";
import type { BestCandidates } from "~/analysis/supply/best-candidates";
import type { DemandMember, DemandTopic } from "~/analysis/supply/demand-input";
import type { DeployableExpert, SupplyKind, SupplyScope } from "~/analysis/supply/deployable-experts";
import type { Demand } from "~/analysis/supply/derive-demand";
import type { HomeExperts } from "~/analysis/supply/home-experts";
import type { AreaAgainstSupply, TopicPlace } from "~/analysis/supply/need-against-supply";
import type { WorkshopAdvice } from "~/analysis/supply/recommend-workshops";
import type { MissionShortage, SeatShortage } from "~/analysis/supply/shortage";
import type { SupplyAssumption } from "~/analysis/supply/supply-input";
import type { SupplyRobustness } from "~/analysis/supply/supply-robustness";
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

/** Persons of the pool, for the head of the page. */
export interface ExpertCounts {
  /** Accredited in some area, current or not. */
  readonly accredited: number;
  /** Of those, current in some area and giving missions this year. */
  readonly deployableLeads: number;
  /** Pre-accredited in some area and giving missions this year. */
  readonly deployableSeconds: number;
  /** With an open accreditation. */
  readonly candidates: number;
  /** Every person that gives missions, by kind of supply; of the pool, who leads nowhere but is pre-accredited apart. */
  readonly byKind: readonly { readonly kind: SupplyKind; readonly persons: number; readonly missions: number }[];
}

export interface SupplyAnalysis extends Provenance {
  readonly asOf: string;
  readonly demand: Demand;
  readonly experts: readonly DeployableExpert[];
  readonly counts: ExpertCounts;
  readonly flags: readonly Flag[];
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
  /** Scenario: the members of these missions use their own experts, who give no mission for it. */
  readonly ifMetAtHome: { readonly missions: number; readonly led: number; readonly shortage: number };
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
