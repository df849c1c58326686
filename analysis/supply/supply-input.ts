import { compareIds } from "~/analysis/compare-ids";
/**
 * Where a person stands in one accreditation area. `attendedWorkshop` and `inFieldMissions` are pre-accredited;
 * `accredited` is listed by the WCO after workshop and evaluated field mission.
 */
export type Standing =
  | "nominated"
  | "preScreened"
  | "attendedWorkshop"
  | "inFieldMissions"
  | "accredited"
  | "lapsed"
  | "withdrawn";

/** One person's standing in one accreditation area. Dates are ISO days (`2026-03-31`), `null` if not recorded. */
export interface AreaStanding {
  readonly area: string;
  readonly standing: Standing;
  readonly since: string | null;
  readonly lastMission: string | null;
  readonly lastRefresher: string | null;
}

/** `pool`: in the region's expert pool, whose kind of supply follows from the standing. */
export type PersonKind = "pool" | "recognisedOrExternal" | "officeStaff" | "wco" | "partner";

/** Whether the person's release was confirmed in this cycle, in the last one only, or in neither. */
export type Confirmation = "thisCycle" | "lastCycle" | "neither";

/** Somebody who gives missions, or may after accreditation. */
export interface SupplyPerson {
  readonly id: string;
  /** The administration that employs and releases the person; `null` for staff of the WCO, the office or a partner. */
  readonly member: string | null;
  readonly kind: PersonKind;
  readonly standings: readonly AreaStanding[];
  /** Topics for which a person outside the pool is listed; for the pool, topics without an accreditation area. */
  readonly topics: readonly string[];
  /** `null` or empty: unknown, taken as English only. */
  readonly languages: readonly string[] | null;
  /** Missions a year that the person can be released for, as stated; `null` if not stated. */
  readonly missions: number | null;
  readonly confirmation: Confirmation;
  /** False if the administration refuses the release this year. */
  readonly released: boolean;
  /** Members with which the person is in dispute, or which declined the person. */
  readonly conflicts: readonly { readonly member: string; readonly reason: "dispute" | "declined" }[];
  readonly gender: "female" | "male" | null;
}

/** One mission asked for, implied or planned. */
export interface MissionDemand {
  readonly id: string;
  /** Members visited: one, or two for an implied mission, or those of a joint activity. */
  readonly members: readonly string[];
  /** A joint activity of several members: an expert of one of them is no conflict there. */
  readonly joint: boolean;
  readonly topic: string;
  /** Accreditation area of the topic, `null` if it has none. */
  readonly area: string | null;
  /** One list per member visited: an expert without a word in common with one of them needs interpretation. */
  readonly languages: readonly (readonly string[])[];
  readonly refusesInterpretation: boolean;
  /** 2: a lead and a second; 1: a remote mission, one expert who leads. */
  readonly seats: 1 | 2;
  /** Weight of each seat in the assignment, above 0; usually 0.5 + 0.5 x priority of the topic. */
  readonly weight: number;
}

/** Choices of an office, none of them evidence; written out in every result. */
export interface SupplySettings {
  readonly missionsConfirmed: number;
  readonly missionsUnconfirmed: number;
  readonly missionsUnconfirmedTwice: number;
  /** Years after the last mission or refresher during which an accreditation is current. */
  readonly currentYears: number;
  /** Language taken for a person or a demand of which none is known. */
  readonly defaultLanguage: string;
  readonly missionsPerMember: number;
  readonly impliedImportance: number;
  readonly impliedDiscrepancy: number;
}

export const defaultSupplySettings: SupplySettings = {
  missionsConfirmed: 2,
  missionsUnconfirmed: 1,
  missionsUnconfirmedTwice: 0,
  currentYears: 5,
  defaultLanguage: "en",
  missionsPerMember: 3,
  impliedImportance: 4,
  impliedDiscrepancy: 2,
};

/** Something that was not known and how it was taken: pages list each beside the figures. */
export interface SupplyAssumption {
  readonly kind:
    | "languageUnknown"
    | "missionsUnknown"
    | "missionsCapped"
    | "unconfirmed"
    | "unconfirmedTwice"
    | "currencyUnknown"
    | "demandLanguageUnknown"
    | "obstacleUnknown";
  /** The person, or the demand. */
  readonly subject: string;
  /** What was taken instead: a language code, a number of missions, "notCurrent", "trainable". */
  readonly taken: string | number;
  /** The area or the topic that it speaks of, `null` if it holds for all. */
  readonly about: string | null;
}

/**
 * A copy of the rows in the order of their ids.
 *
 * @throws {RangeError} if two rows have one id
 */
export function sortedById<Row extends { readonly id: string }>(rows: readonly Row[], what: string): Row[] {
  const sorted = [...rows].sort((a, b) => compareIds(a.id, b.id));
  for (let i = 1; i < sorted.length; i++) {
    const id = sorted[i]?.id;
    if (id !== undefined && id === sorted[i - 1]?.id)
      throw new RangeError(`two ${what} have the id ${JSON.stringify(id)}`);
  }
  return sorted;
}
