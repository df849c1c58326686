import { findActivity, findPledges } from "~/db/activities";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { PLEDGES } from "~/db/follow-ups";
import { findMembers } from "~/db/members";
import { findPeopleOfMember } from "~/db/people";
import type { CycleDates } from "~/db/regions/cycle-dates";
import { earliestLocalDate } from "../rounds/earliest-local-date";
import type { Addressee, Letters } from "./follow-up-letters";
import { type Invitee, type OpenedFollowUp, openFollowUpRound } from "./open-follow-up-round";
import { pledgeAuthors, standingPledges } from "./pledge-authors";

/** The day counts until it is over everywhere: participants are at home, in many zones. */
const LAST_ZONE = "Etc/GMT+12";

/**
 * Asks the participants of an activity what became of their pledges: each author gets a link of its own with exactly
 * the own pledges, to the address given for this purpose, else through the contact points of the administration named.
 * The link may be passed on to whoever is in charge now. Authors who gave neither cannot be asked.
 *
 * Nothing here reads ratings: an address stands in the pledges and nowhere else.
 *
 * @param name of the round, as those see it who are asked
 * @param closesOn last day, `YYYY-MM-DD`
 * @returns `undefined` if there is no such activity; otherwise the round with its links, which nobody can read again,
 *   or how many authors there are if none of them can be asked
 * @throws {NotPublishedError} if the survey has no version
 * @throws {ConflictError} `nameTaken` if a follow-up of the activity is under way
 */
export async function holdParticipantFollowUp(
  db: Database,
  {
    activityId,
    name,
    closesOn,
    cycle,
    letters,
    actor,
    at,
  }: {
    readonly activityId: string;
    readonly name: string;
    readonly closesOn: string;
    readonly cycle: CycleDates;
    readonly letters: Letters;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<OpenedFollowUp | { readonly nobody: true; readonly authors: number } | undefined> {
  return db.transaction(async (tx) => {
    const activity = await findActivity(tx, activityId);
    if (!activity) return undefined;
    const authors = pledgeAuthors(standingPledges(await findPledges(tx, { activityId })));
    const reachable = authors.filter(({ way }) => way !== "none");
    if (reachable.length === 0) return { nobody: true, authors: authors.length };
    const names = new Map((await findMembers(tx)).map((member) => [member.id, member.name]));
    const invitees: Invitee[] = [];
    for (const author of reachable) {
      const member = author.memberId === null ? null : (names.get(author.memberId) ?? null);
      invitees.push({
        label: author.email ?? member?.en ?? author.memberId ?? "",
        // The administration is not asked itself, and several of its officers may have pledged.
        memberId: null,
        email: author.email,
        language: author.language,
        given: { [PLEDGES]: author.pledges.map(({ id, action }) => ({ id, title: action })) },
        addressees: await addresseesOf(tx, { ...author, throughMember: author.memberId }),
        letter: {
          kind: author.way === "address" ? "participant" : "forward",
          workshops: [activity.title],
          member,
          actions: author.pledges.map(({ action }) => action),
        },
      });
    }
    return openFollowUpRound(tx, {
      instrumentId: "follow-up-participant",
      round: {
        name,
        audience: "participants",
        opensOn: earliestLocalDate(at),
        closesOn,
        timeZone: LAST_ZONE,
        activityId,
      },
      cycle,
      invitees,
      letters,
      actor,
      at,
    });
  });
}

/** Who gets a letter: the address that was given, else the contact points of the administration. */
export async function addresseesOf(
  tx: Database,
  {
    email,
    language,
    throughMember,
  }: { readonly email: string | null; readonly language: string; readonly throughMember: string | null },
): Promise<readonly Addressee[]> {
  if (email !== null) return [{ address: email, personId: null, language }];
  return throughMember === null ? [] : contactPoints(tx, throughMember);
}

/** Those of an administration to whom letters go. */
export async function contactPoints(tx: Database, memberId: string): Promise<readonly Addressee[]> {
  return (await findPeopleOfMember(tx, memberId)).flatMap((person) =>
    person.email === null ? [] : [{ address: person.email, personId: person.id, language: person.language }],
  );
}
