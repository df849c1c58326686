import type { Database } from "~/db/engine/database";
import { findMembers } from "~/db/members";
import type { CycleDates } from "~/db/regions/cycle-dates";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { findTracking } from "~/db/tracking";

const NEEDS = "needs";

/** A round as last year's, moved into another cycle; nothing is stored before somebody sends the form. */
export interface PreparedRound {
  readonly survey: string;
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** Whom it asked and who is still there; `null`: all members. */
  readonly memberIds: readonly string[] | null;
}

/** The latest needs survey of an earlier cycle, unless this cycle has one already. */
export async function findRoundToPrepareFrom(db: Database, cycleId: string): Promise<RoundSummary | undefined> {
  const held = (await findRounds(db, { instrumentId: NEEDS })).filter(({ practice }) => !practice);
  if (held.some((round) => round.cycleId === cycleId)) return undefined;
  return held.find((round) => round.cycleId < cycleId);
}

/**
 * Prepares a round from an earlier one: the same survey and audience, name and dates moved by as many years as lie
 * between the cycles; if the first day is over, both days are moved on so that the round lasts as long.
 *
 * @returns `undefined` if there is no such round, or it asked a workshop's participants
 */
export async function prepareRound(
  db: Database,
  { fromRoundId, cycle, today }: { readonly fromRoundId: string; readonly cycle: CycleDates; readonly today: string },
): Promise<PreparedRound | undefined> {
  const from = (await findRounds(db)).find(({ id }) => id === fromRoundId);
  if (from?.audience !== "members") return undefined;
  const years = Number(cycle.startsOn.slice(0, 4)) - Number(from.cycleId.slice(0, 4));
  const asked = new Set((await findTracking(db, from.id)).map(({ memberId }) => memberId));
  const active = (await findMembers(db)).map(({ id }) => id);
  const stillThere = active.filter((id) => asked.has(id));
  const opensOn = yearsLater(from.opensOn, years);
  const late = Math.max(0, daysBetween(opensOn, today));
  return {
    survey: from.instrumentId,
    name: renamed(from.name, years),
    opensOn: daysLater(opensOn, late),
    closesOn: daysLater(yearsLater(from.closesOn, years), late),
    memberIds: stillThere.length === active.length ? null : stillThere,
  };
}

/** "Needs 2026–27" a year later is "Needs 2027–28". */
function renamed(name: string, years: number): string {
  return name.replace(/\b((?:19|20)\d{2})(?:([–/-])(\d{2}|\d{4})\b)?/g, (_all, year, dash, next) => {
    const later = String(Number(year) + years);
    if (dash === undefined) return later;
    return (
      later +
      dash +
      String(Number(next) + years)
        .slice(-next.length)
        .padStart(next.length, "0")
    );
  });
}

/** The same day some years later; 29 February becomes the 28th where there is none. */
function yearsLater(date: string, years: number): string {
  const moved = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  return Number.isNaN(Date.parse(`${moved}T00:00:00Z`)) ||
    new Date(`${moved}T00:00:00Z`).getUTCDate() !== Number(date.slice(8))
    ? `${moved.slice(0, 8)}28`
    : moved;
}

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
