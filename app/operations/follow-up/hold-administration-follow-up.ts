import { isLocale } from "~/app/i18n/locales";
import { type Activity, findActivities, findParticipants } from "~/db/activities";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findMembers } from "~/db/members";
import type { CycleDates } from "~/db/regions/cycle-dates";
import { earliestLocalDate } from "../rounds/earliest-local-date";
import type { Letters } from "./follow-up-letters";
import { contactPoints } from "./hold-participant-follow-up";
import { type OpenedFollowUp, openFollowUpRound } from "./open-follow-up-round";

/**
 * Members whose officers took part in an activity: those of the list of participants, and without a list those that it
 * was for.
 */
export async function membersPresent(db: Database, activity: Activity): Promise<readonly string[]> {
  const listed = (await findParticipants(db, { activityId: activity.id })).flatMap(({ memberId, attendance }) =>
    attendance === "present" && memberId !== null ? [memberId] : [],
  );
  return listed.length > 0 ? [...new Set(listed)].sort() : activity.memberIds;
}

/**
 * Asks administrations what they made of the workshops that their officers attended, each about its own ones.
 *
 * @param activityIds workshops to ask about; those that were not held are left out
 * @returns the round with its links, which nobody can read again; `undefined` if no member took part in any of them
 * @throws {NotPublishedError} if the survey has no version
 * @throws {ConflictError} `nameTaken` if a follow-up of that name is under way
 */
export async function holdAdministrationFollowUp(
  db: Database,
  {
    activityIds,
    name,
    closesOn,
    cycle,
    letters,
    actor,
    at,
  }: {
    readonly activityIds: readonly string[];
    readonly name: string;
    readonly closesOn: string;
    readonly cycle: CycleDates;
    readonly letters: Letters;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<OpenedFollowUp | undefined> {
  return db.transaction(async (tx) => {
    const attended = new Map<string, Activity[]>();
    for (const activity of await findActivities(tx)) {
      if (activity.state !== "held" || !activityIds.includes(activity.id)) continue;
      for (const memberId of await membersPresent(tx, activity))
        attended.set(memberId, [...(attended.get(memberId) ?? []), activity]);
    }
    const members = (await findMembers(tx)).filter(({ id }) => attended.has(id));
    if (members.length === 0) return undefined;
    const invitees = [];
    for (const member of members) {
      const workshops = attended.get(member.id) ?? [];
      invitees.push({
        label: member.name.en,
        memberId: member.id,
        email: null,
        language: member.workingLanguages.find(isLocale) ?? "en",
        given: { workshops: workshops.map(({ id, title }) => ({ id, title })) },
        addressees: await contactPoints(tx, member.id),
        letter: {
          kind: "administration" as const,
          workshops: workshops.map(({ title }) => title),
          member: member.name,
          actions: [],
        },
      });
    }
    return openFollowUpRound(tx, {
      instrumentId: "follow-up-administration",
      round: { name, audience: "members", opensOn: earliestLocalDate(at), closesOn, timeZone: null, activityId: null },
      cycle,
      invitees,
      letters,
      actor,
      at,
    });
  });
}
