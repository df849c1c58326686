/** A member's request for a mission. */
export interface RequestRow {
  readonly id: string;
  readonly member: string;
  readonly topic: string;
  /** The member's order of its requests, from 1. */
  readonly order: number;
  /** Languages in which the mission can be held; `null` or empty: unknown. */
  readonly languages: readonly string[] | null;
  readonly refusesInterpretation: boolean;
  /** A remote mission needs one expert, who leads. */
  readonly mode: "onSite" | "diagnostic" | "remote";
}

/** One administration's ratings of one topic. */
export interface NeedRow {
  readonly member: string;
  readonly topic: string;
  /** 1 to 5, `null` if there is none. */
  readonly importance: number | null;
  readonly capability: number | null;
  /** 1: the main obstacle is training; 0.5: training among others; 0: another one; `null`: not known, counts as 1. */
  readonly trainable: 0 | 0.5 | 1 | null;
}

/** An activity of the plan that takes the seats of a mission. */
export interface PlannedRow {
  readonly id: string;
  readonly members: readonly string[];
  readonly joint: boolean;
  readonly topic: string;
  readonly languages: readonly string[] | null;
  readonly refusesInterpretation: boolean;
  readonly seats: 1 | 2;
}

export interface DemandTopic {
  readonly id: string;
  readonly area: string | null;
  /** Priority from 0 to 1, for the weight 0.5 + 0.5 x priority; `null` if the topic has no score. */
  readonly priority: number | null;
}

export interface DemandMember {
  readonly id: string;
  /** Stratum in which two members share an implied mission. */
  readonly stratum: string;
  /** Languages in which a mission can be held there; used for implied missions, which have no request. */
  readonly languages: readonly string[] | null;
}

/** A request or an implied need that makes no mission, with the rule that says so. */
export interface SetAside {
  readonly column: "requested" | "implied";
  readonly member: string;
  readonly topic: string;
  /** The request, `null` for an implied need. */
  readonly request: string | null;
  readonly reason: "sameMemberAndTopic" | "missionsPerMember";
}
