import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import type { CycleDates } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { Demonstration } from "./demonstration-pack";

/** Everything that the steps of the demonstration have in common. */
export interface DemonstrationScene {
  readonly db: Database;
  readonly pack: RegionPack;
  readonly made: Demonstration;
  /** The day, `YYYY-MM-DD`, on which all dates hang: that of the first start. */
  readonly anchorDate: string;
  readonly cycle: CycleDates;
  readonly cycleBefore: CycleDates;
  /** Whoever works in the office. */
  readonly office: Actor;
  /** Tells whoever starts the server how far it is. */
  readonly step: (text: string) => void;
}

/** The day so many days after (before, if negative) another. */
export function dayAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Math.round(days));
  return day.toISOString().slice(0, 10);
}

/** A moment of a day in working hours, by the hour in UTC. */
export function momentOn(date: string, hour: number): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) + Math.round(hour * 3_600_000));
}
