import type { Neighbour } from "./neighbour-groups";
import type { DeliveryMode } from "./problem";

/** A member's request of the needs survey. */
export interface CandidateRequest {
  readonly id: string;
  readonly member: string;
  readonly topic: string;
  /** Mode asked for; `null` if none was stated. */
  readonly mode: DeliveryMode | null;
  /** Positions of months that suit; empty for any. */
  readonly months: readonly number[];
  /** Languages of the training; empty: those of the member. */
  readonly languages: readonly string[];
  /** Whether interpretation is accepted. */
  readonly interpretation: boolean;
}

/** Cost and effort of a line; settings of the region's pack, assumptions. */
export interface LineCost {
  /** Whole currency units: once, and for each member named. */
  readonly fixed: number;
  readonly perMember: number;
  readonly officeDays: number;
  readonly teamSize: number;
}

/** What an accreditation workshop in an area could bring. */
export interface AccreditationOption {
  readonly area: string;
  /** Administrations of the candidates, one entry per candidate. */
  readonly candidates: readonly string[];
  /** Missions that could be staffed in addition (value of accrediting). */
  readonly missions: number;
}

export interface CandidateInput {
  readonly members: readonly Neighbour[];
  readonly topics: readonly { readonly id: string; readonly area: string | null }[];
  /** From `needWeights`. */
  readonly weights: readonly {
    readonly member: string;
    readonly topic: string;
    readonly weight: number;
    readonly imputed: boolean;
  }[];
  /** Importance minus capability where both are there. */
  readonly discrepancies: readonly { readonly member: string; readonly topic: string; readonly value: number }[];
  readonly requests: readonly CandidateRequest[];
  /** Modes that members stated for topics; another mode lowers the quality for them. */
  readonly statedModes: readonly { readonly member: string; readonly topic: string; readonly mode: DeliveryMode }[];
  /** Members willing to host; `topics` null for any. */
  readonly hostOffers: readonly {
    readonly member: string;
    readonly topics: readonly string[] | null;
    readonly extraCost: number;
  }[];
  readonly experts: readonly { readonly languages: readonly string[] }[];
  readonly accreditation: readonly AccreditationOption[];
  /** Sub-regions that are neighbours. */
  readonly neighbours: readonly (readonly [string, string])[];
  readonly monthCount: number;
  readonly costs: Readonly<Record<DeliveryMode | "accreditation", LineCost>>;
  /** What interpretation adds to a mission. */
  readonly interpretation: number;
  /** Languages in which regional and virtual lines are offered. */
  readonly openLanguages: readonly string[];
  /** Fewest members of a regional or virtual line. */
  readonly leastOpen: number;
  /** Discrepancy from which a member is brought into a joint line without a request: 1.5. */
  readonly leastGap: number;
  /** Weight of one mission that an accreditation workshop unlocks. */
  readonly accreditationWeight: number;
}

/** A need that no candidate covers. */
export interface UnmetNeed {
  readonly member: string;
  readonly topic: string;
  readonly weight: number;
  readonly reason: "noRequest";
}
