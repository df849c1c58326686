import { localDate } from "~/app/operations/answering/open-answering";
import { earliestLocalDate } from "~/app/operations/rounds/earliest-local-date";
import { holdRound } from "~/app/operations/rounds/hold-round";
import { type Activity, findActivity } from "~/db/activities";
import { findActivityPeople, findProgramme } from "~/db/activity-programme";
import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { findCurrentVersion, lockInstrument } from "~/db/instruments";
import { cycleAt } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRounds, type Round } from "~/db/rounds";
import type { GivenRows } from "~/db/schema/responses";
import { EVALUATION } from "../activities/read-activities";
import { newShortCode } from "./short-code";

/** The instrument by which participants commit to actions. */
export const PLEDGES = "pledges";
/** Pledges may be made for so many days after the ratings are closed. */
const DAYS_FOR_PLEDGES = 7;
/** Days for which an evaluation is open unless somebody says otherwise. */
const USUAL_DAYS = 2;

export type OpeningRefusal = "noDate" | "noZone" | "notPublished" | "cancelled" | "datesTurned" | "dateOver";

/** First and last day that an activity's evaluation is open unless somebody says otherwise: from its last day on. */
export function usualDates(
  { startsOn, endsOn, timeZone }: Pick<Activity, "startsOn" | "endsOn" | "timeZone">,
  at: Date,
): { readonly opensOn: string; readonly closesOn: string } {
  const today = localDate(at, timeZone ?? "UTC");
  const opensOn = [endsOn ?? startsOn ?? today, today].sort().at(-1) ?? today;
  return { opensOn, closesOn: daysAfter(opensOn, USUAL_DAYS) };
}

/**
 * Opens the evaluation of an activity: one round of anonymous ratings with a short link for everybody, and one of
 * pledges behind the same link. Title, objectives, sessions and facilitators are given to the ratings as they stand now.
 *
 * @param dates first and last day at the venue
 * @param shortCode for tests; random otherwise
 * @returns the round of ratings, or why it cannot be opened; `undefined` if there is no such activity
 * @throws {ConflictError} `evaluationHeld` if it has one already, `nameTaken` if another of this name is open
 */
export async function openEvaluation(
  db: Database,
  {
    activityId,
    dates,
    pack,
    letters,
    shortCode = newShortCode(),
    practice = false,
    actor,
    at,
  }: {
    readonly activityId: string;
    readonly dates?: { readonly opensOn: string; readonly closesOn: string };
    readonly pack: RegionPack;
    readonly letters: { readonly publicUrl: string; readonly officeName: string };
    readonly shortCode?: string;
    readonly practice?: boolean;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly round: Round } | { readonly refused: OpeningRefusal } | undefined> {
  return db.transaction(async (tx) => {
    const activity = await findActivity(tx, activityId);
    if (!activity) return undefined;
    if (activity.state === "cancelled") return { refused: "cancelled" };
    if (activity.startsOn === null) return { refused: "noDate" };
    if (activity.timeZone === null) return { refused: "noZone" };
    const { opensOn, closesOn } = dates ?? usualDates(activity, at);
    if (opensOn > closesOn) return { refused: "datesTurned" };
    if (closesOn < earliestLocalDate(at)) return { refused: "dateOver" };
    const ratings = await findCurrentVersion(tx, EVALUATION);
    const pledges = await findCurrentVersion(tx, PLEDGES);
    if (!ratings || !pledges) return { refused: "notPublished" };
    // One after the other, so that an activity is not evaluated twice.
    await lockInstrument(tx, EVALUATION);
    const held = await findRounds(tx, { activityId, instrumentId: EVALUATION });
    if (held.some((round) => !round.practice))
      throw new ConflictError("evaluationHeld", "This activity has its evaluation already.");
    const common = {
      cycle: cycleAt(pack, opensOn),
      memberIds: [],
      letters,
      actor,
      at,
    };
    const round = {
      name: activity.title,
      audience: "shared" as const,
      opensOn,
      timeZone: activity.timeZone,
      activityId,
      practice,
    };
    const opened = await holdRound(tx, {
      ...common,
      round: { ...round, versionId: ratings.id, anonymous: true, closesOn, sharedCode: shortCode },
      given: await givenTo(tx, activityId),
    });
    await holdRound(tx, {
      ...common,
      round: { ...round, versionId: pledges.id, anonymous: false, closesOn: daysAfter(closesOn, DAYS_FOR_PLEDGES) },
    });
    return { round: opened.round };
  });
}

/** What the evaluation asks about, as rows with the ids that ratings are keyed by. */
async function givenTo(tx: Database, activityId: string): Promise<GivenRows> {
  const programme = await findProgramme(tx, activityId);
  const rows = (kind: "objective" | "session") =>
    programme.flatMap((entry) => (entry.kind === kind ? [{ id: entry.id, title: entry.title }] : []));
  const people = await findActivityPeople(tx, { activityId, part: "facilitator" });
  return {
    objectives: rows("objective"),
    sessions: rows("session"),
    facilitators: people.map(({ personId, name }) => ({ id: personId, title: name })),
  };
}

function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
