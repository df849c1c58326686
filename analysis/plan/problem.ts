/** How an activity is delivered; the quality of each is a setting of the region's pack. */
export type DeliveryMode = "national" | "subRegional" | "regional" | "virtual";

/** A member as the plan sees it. */
export interface PlanMember {
  readonly id: string;
  /** Counts towards the rule for small islands. */
  readonly smallIsland: boolean;
}

/** Something that an activity can cover, once: a member's need in a topic, or the region's need of an area (member `null`). */
export interface PlanNeed {
  readonly id: string;
  readonly member: string | null;
  /** Id of the topic, or of the accreditation area. */
  readonly topic: string;
  /** Weight w, at least 0 (`needWeights`). */
  readonly weight: number;
  /** `true` if the member did not answer and the need is the region's mean: it takes seats, never a line of its own. */
  readonly imputed: boolean;
}

export interface Coverage {
  readonly need: string;
  /** `true` if the member stated another mode: the quality is lowered. */
  readonly mismatch: boolean;
}

export interface HostOption {
  readonly member: string;
  /** What the whole activity costs when held there, whole currency units. */
  readonly cost: number;
}

/** Something that can be planned. */
export interface PlanActivity {
  readonly id: string;
  readonly kind: "national" | "joint" | "accreditation";
  readonly topic: string;
  /** Accreditation area that its lead must hold; `null`: staffed by persons listed for the topic. */
  readonly area: string | null;
  readonly mode: DeliveryMode;
  /** Members named by the line; a joint workshop names several. */
  readonly members: readonly string[];
  readonly covers: readonly Coverage[];
  /** Whole currency units; with `hosts`, the cost at the cheapest one. */
  readonly cost: number;
  /** Where it can be held; empty if nobody has to host. */
  readonly hosts: readonly HostOption[];
  /** Workdays that it takes the office in its month, whole days. */
  readonly officeDays: number;
  /** Seats for experts, one of them the lead's; 0 for none. */
  readonly teamSize: number;
  /** Every expert shares one of these; `null`: any, because interpretation is accepted and its cost included. */
  readonly languages: readonly string[] | null;
  /** Months in which it can be held, positions in `PlanProblem.months`. */
  readonly months: readonly number[];
  /** Whether a member named by it asked for the topic; a line that nobody asked for says so. */
  readonly asked: boolean;
  /** Ids of the requests that it answers: at most one line answers a request. */
  readonly requests: readonly string[];
  /** Further sets of variants of which at most one is planned. */
  readonly variants: readonly string[];
}

export interface PlanExpert {
  readonly id: string;
  /** Home administration, `null` for office, WCO and partner staff. */
  readonly member: string | null;
  readonly languages: readonly string[];
  /** Standing per area; only current ones belong here. */
  readonly areas: readonly { readonly area: string; readonly standing: "accredited" | "preAccredited" }[];
  /** Topics without an area for which the person is listed. */
  readonly topics: readonly string[];
  readonly missions: number;
  /** Positions in `PlanProblem.months` in which the person can be released. */
  readonly months: readonly number[];
  /** Members that declined the person or with which there is a dispute. */
  readonly conflicts: readonly string[];
}

/** A line that is there before anything is chosen: a standing commitment or a fixed event. */
export interface GivenLine {
  readonly id: string;
  readonly kind: "standing" | "fixed";
  readonly mode: DeliveryMode;
  readonly members: readonly string[];
  /** Needs that it meets. */
  readonly covers: readonly Coverage[];
  /** Position of its month, `null` if it runs all year. */
  readonly month: number | null;
  readonly cost: number;
  /** Who pays; `null` if it weighs on the budget only. */
  readonly funder: string | null;
  /** Each gives one mission; with a month, that month. */
  readonly experts: readonly string[];
  /** Workdays of the office, in its month; without one they weigh on no month. */
  readonly officeDays: number;
}

export interface PlanFunder {
  readonly id: string;
  /** Whole currency units. */
  readonly amount: number;
  /** What it pays for; `null` for no condition. An activity is eligible if its topic, its mode and all its members are. */
  readonly topics: readonly string[] | null;
  readonly modes: readonly DeliveryMode[] | null;
  readonly members: readonly string[] | null;
}

/** A rule that is `null` does not bind. */
export interface PlanRules {
  /** Whole currency units over all lines, given ones included. */
  readonly budget: number | null;
  /** Every activity's cost is met by the funders that may pay for it, together if need be. */
  readonly funders: readonly PlanFunder[] | null;
  /** Workdays of the office in each month. */
  readonly officeDays: readonly number[] | null;
  /** Fewest and most lines held in each month, given ones included; `most` may be `null`. */
  readonly perMonth: readonly { readonly fewest: number; readonly most: number | null }[] | null;
  /** Lines that name a member: from `warning` on flagged, above `limit` refused. */
  readonly absorption: { readonly warning: number; readonly limit: number } | null;
  /** National lines of a member in the year; of one topic never more than one. */
  readonly missionsPerMember: number | null;
  /** Small islands with at least one need covered. */
  readonly islandsAtLeast: number | null;
  /** A national line answers a request; `false`: it need not. */
  readonly nationalNeedsRequest: boolean;
  /** `false`: several lines may answer one request, and be variants of each other. */
  readonly oneLinePerRequest: boolean;
  /** `false`: languages do not bind. */
  readonly languages: boolean;
  /** `false`: conflicts of interest do not bind. */
  readonly conflicts: boolean;
  /** `false`: an expert's missions do not bind, the months still do. */
  readonly missionsPerExpert: boolean;
  /** `false`: pre-accredited persons may lead. */
  readonly accreditedLead: boolean;
}

export interface PlanLock {
  readonly activity: string;
  /** Position of the month it is held to, `null` for any of its months. */
  readonly month: number | null;
}

/** Everything that a proposal depends on. The order of no list matters but that of `months`. */
export interface PlanProblem {
  /** Names of the months in their order, for instance "2026-07". */
  readonly months: readonly string[];
  readonly members: readonly PlanMember[];
  readonly needs: readonly PlanNeed[];
  readonly activities: readonly PlanActivity[];
  readonly experts: readonly PlanExpert[];
  readonly given: readonly GivenLine[];
  readonly rules: PlanRules;
  /** Quality of each mode, from 0 to 1, and what a mode that was not asked for takes off. */
  readonly quality: Readonly<Record<DeliveryMode, number>>;
  readonly mismatch: number;
  readonly fixedIn: readonly PlanLock[];
  readonly fixedOut: readonly string[];
}

/** One line of a plan, chosen by the solver or by hand. */
export interface PlanLine {
  readonly activity: string;
  /** Position of its month. */
  readonly month: number;
  /** The team, the lead first. */
  readonly experts: readonly string[];
  readonly host: string | null;
  /** Who pays how much of it. */
  readonly funding: readonly { readonly funder: string; readonly amount: number }[];
}

/** Defaults of the region's pack where it says nothing else; judgement, no evidence claimed. */
export const defaultQuality: Readonly<Record<DeliveryMode, number>> = {
  national: 1,
  subRegional: 0.85,
  regional: 0.7,
  virtual: 0.6,
};

export const defaultMismatch = 0.1;
