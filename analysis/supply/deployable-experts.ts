import { compareIds } from "~/analysis/compare-ids";
import type {
  AreaStanding,
  PersonKind,
  SupplyAssumption,
  SupplyPerson,
  SupplySettings,
} from "~/analysis/supply/supply-input";
import { defaultSupplySettings, sortedById } from "~/analysis/supply/supply-input";

/** Kinds of supply, from the narrowest: shortage is shown for accredited experts alone and for all. */
export type SupplyKind = "accredited" | "preAccredited" | "recognisedOrExternal" | "officeStaff" | "wco" | "partner";

/** Which kinds of supply may take seats. `pool`: accredited leads, seconds accredited or pre-accredited. */
export type SupplyScope = "accreditedAlone" | "pool" | "all";

/** A step towards accreditation in one area that a person has not finished; with it the person could lead there. */
export interface OpenAccreditation {
  readonly area: string;
  readonly standing: "nominated" | "preScreened" | "attendedWorkshop" | "inFieldMissions";
}

/** What a person can give this year. */
export interface DeployableExpert {
  readonly id: string;
  readonly member: string | null;
  readonly kind: PersonKind;
  /** Missions this year; 0 if not released or unconfirmed for two cycles. */
  readonly missions: number;
  readonly languages: readonly string[];
  readonly conflicts: readonly string[];
  /** Areas in which the person is accredited and current. */
  readonly leadAreas: readonly string[];
  /** Areas in which the person is pre-accredited. */
  readonly secondAreas: readonly string[];
  /** Areas in which the accreditation is no longer current. */
  readonly lapsedAreas: readonly string[];
  /** Topics for which the person is listed without an accreditation. */
  readonly topics: readonly string[];
  readonly open: readonly OpenAccreditation[];
  readonly gender: "female" | "male" | null;
}

export interface DeployableExperts {
  /** In the order of ids; persons with 0 missions are among them, so that pages can say why. */
  readonly experts: readonly DeployableExpert[];
  readonly assumptions: readonly SupplyAssumption[];
}

/**
 * What each person can give on a day: missions by confirmation (2, 1, 0), areas by standing and currency, languages.
 *
 * A stated number of missions counts up to what the confirmation allows. An accreditation is current until as many
 * years have passed since the latest of mission, refresher and accreditation itself (which ends with an evaluated
 * field mission); with no date at all it counts as not current. Lapsed and withdrawn persons take no seat. Whatever
 * was not known is listed as an assumption.
 *
 * @param asOf the ISO day on which currency is judged
 * @throws {RangeError} if two persons have one id, a person has two standings in an area, a stated number of missions
 *   is negative or not an integer, or a date is not an ISO day
 * @see docs/methods/deployable-experts.md
 */
export function deployableExperts(
  people: readonly SupplyPerson[],
  { asOf, settings = defaultSupplySettings }: { readonly asOf: string; readonly settings?: SupplySettings },
): DeployableExperts {
  requireDay(asOf);
  const assumptions: SupplyAssumption[] = [];
  const experts = sortedById(people, "persons").map((person): DeployableExpert => {
    const note = (kind: SupplyAssumption["kind"], taken: string | number, about: string | null = null) =>
      assumptions.push({ kind, subject: person.id, taken, about });

    const standings = [...person.standings].sort((a, b) => compareIds(a.area, b.area));
    standings.forEach((standing, i) => {
      if (standing.area === standings[i + 1]?.area)
        throw new RangeError(
          `person ${JSON.stringify(person.id)} has two standings in ${JSON.stringify(standing.area)}`,
        );
    });
    const accredited = standings.filter((row) => row.standing === "accredited");
    const current = accredited.filter((row) => {
      const latest = latestActivity(row);
      if (latest === null) note("currencyUnknown", "notCurrent", row.area);
      return latest !== null && addYears(latest, settings.currentYears) >= asOf;
    });
    const lapsed = [
      ...accredited.filter((row) => !current.includes(row)),
      ...standings.filter((row) => row.standing === "lapsed"),
    ];

    const known = [...new Set(person.languages ?? [])].sort(compareIds);
    if (known.length === 0) note("languageUnknown", settings.defaultLanguage);

    return {
      id: person.id,
      member: person.member,
      kind: person.kind,
      missions: missionsOf(person, settings, note),
      languages: known.length > 0 ? known : [settings.defaultLanguage],
      conflicts: [...new Set(person.conflicts.map((conflict) => conflict.member))].sort(compareIds),
      leadAreas: current.map((row) => row.area),
      secondAreas: standings
        .filter((row) => row.standing === "attendedWorkshop" || row.standing === "inFieldMissions")
        .map((row) => row.area),
      lapsedAreas: lapsed.map((row) => row.area).sort(compareIds),
      topics: [...new Set(person.topics)].sort(compareIds),
      open: standings.flatMap(({ area, standing }) =>
        standing === "nominated" ||
        standing === "preScreened" ||
        standing === "attendedWorkshop" ||
        standing === "inFieldMissions"
          ? [{ area, standing }]
          : [],
      ),
      gender: person.gender,
    };
  });
  return { experts, assumptions };
}

function missionsOf(
  person: SupplyPerson,
  settings: SupplySettings,
  note: (kind: SupplyAssumption["kind"], taken: string | number) => void,
): number {
  if (person.missions !== null && !(Number.isInteger(person.missions) && person.missions >= 0))
    throw new RangeError(`person ${JSON.stringify(person.id)} cannot give ${person.missions} missions`);
  if (!person.released) return 0;
  const allowed = {
    thisCycle: settings.missionsConfirmed,
    lastCycle: settings.missionsUnconfirmed,
    neither: settings.missionsUnconfirmedTwice,
  }[person.confirmation];
  if (person.confirmation === "lastCycle") note("unconfirmed", Math.min(allowed, person.missions ?? allowed));
  if (person.confirmation === "neither") note("unconfirmedTwice", Math.min(allowed, person.missions ?? allowed));
  if (person.missions === null) {
    if (person.confirmation === "thisCycle") note("missionsUnknown", allowed);
    return allowed;
  }
  if (person.missions > allowed && person.confirmation === "thisCycle") note("missionsCapped", allowed);
  return Math.min(person.missions, allowed);
}

function latestActivity({ since, lastMission, lastRefresher }: AreaStanding): string | null {
  let latest: string | null = null;
  for (const day of [since, lastMission, lastRefresher]) {
    if (day === null) continue;
    requireDay(day);
    if (latest === null || day > latest) latest = day;
  }
  return latest;
}

/** The same day so many years later; compared as text, so that 29 February needs no special case. */
function addYears(day: string, years: number): string {
  return `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
}

function requireDay(day: string): void {
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day))
    throw new RangeError(`${JSON.stringify(day)} is no ISO day`);
}
