import type { RegionPack } from "./pack-schema";

/** A cycle with its first and last day, `YYYY-MM-DD`. */
export interface CycleDates {
  /** `2026-2027`; where cycles begin in January, `2026`. */
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The cycle that a local date, `YYYY-MM-DD`, falls into, by the month in which the pack's cycles begin. */
export function cycleAt(pack: Pick<RegionPack, "manifest">, date: string): CycleDates {
  const { cycleStartMonth } = pack.manifest;
  const [year = 0, month = 0] = date.split("-").map(Number);
  return cycleFrom(month >= cycleStartMonth ? year : year - 1, cycleStartMonth);
}

/** The cycle after the one that begins on `startsOn`. */
export function cycleAfter({ startsOn }: Pick<CycleDates, "startsOn">): CycleDates {
  const [year = 0, month = 1] = startsOn.split("-").map(Number);
  return cycleFrom(year + 1, month);
}

/** The cycle that the pack's printed plan is for. */
export function cycleOfPlan(pack: Pick<RegionPack, "planFramework">): CycleDates {
  const [year = 0, month = 1] = pack.planFramework.period.start.split("-").map(Number);
  return cycleFrom(year, month);
}

/** "2026-2027" as people write it: "2026–27". */
export function shortCycleName(id: string): string {
  return id.replace(/^(\d{4})-\d{2}(\d{2})$/, "$1–$2");
}

function cycleFrom(year: number, month: number): CycleDates {
  const two = (value: number) => String(value).padStart(2, "0");
  const lastDay = new Date(Date.UTC(year + 1, month - 1, 0)).toISOString().slice(0, 10);
  return {
    id: month === 1 ? String(year) : `${year}-${year + 1}`,
    startsOn: `${year}-${two(month)}-01`,
    endsOn: lastDay,
  };
}
