import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { isLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { zoneInWords } from "~/app/i18n/zone-in-words";
import { shuffleAnonymousResponses } from "~/db/anonymous-responses";
import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import { insertCycle, lockOpenCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { forgetAddresses } from "~/db/follow-ups";
import { findVersion, lockInstrument } from "~/db/instruments";
import { findInvitation, insertInvitations, insertLink, type NewInvitation } from "~/db/invitations";
import { enqueueMails, type NewMail } from "~/db/mail";
import { findMembers, type Member } from "~/db/members";
import { findPeopleOfMember } from "~/db/people";
import type { CycleDates } from "~/db/regions/cycle-dates";
import { closeRound, findRound, findRounds, insertRound, type NewRound, openRound, type Round } from "~/db/rounds";
import type { GivenRows } from "~/db/schema/responses";
import { compiledVersion } from "../answering/compiled-version";
import { givenToMember } from "./given-to-member";

/** A link that is shown once: only its hash is stored. */
export interface ShownLink {
  readonly memberId: string | null;
  readonly memberName: string;
  readonly language: string;
  readonly url: string;
  /** Contact points to whom the letter goes. */
  readonly mailedTo: readonly string[];
}

interface Letters {
  readonly publicUrl: string;
  readonly officeName: string;
}

/**
 * Prepares a round of a version, invites its members and opens it, in one transaction. Each member gets a secret link
 * of its own; its contact points get a letter in their language.
 *
 * @param memberIds whom to ask; a shared round (a workshop's evaluation) has one link for all instead
 * @returns the round and the links, which nobody can read again
 * @throws {ConflictError} `nameTaken` if one of that survey, cycle and name is under way, `cycleClosed` if the cycle is
 */
export async function holdRound(
  db: Database,
  {
    round,
    cycle,
    memberIds,
    given = {},
    letters,
    actor,
    at,
  }: {
    readonly round: Omit<NewRound, "cycleId">;
    /** The cycle in which it is held; added if it is the first round of it. */
    readonly cycle: CycleDates;
    readonly memberIds: readonly string[];
    readonly given?: GivenRows;
    readonly letters: Letters;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly round: Round; readonly links: readonly ShownLink[] }> {
  return db.transaction(async (tx) => {
    const version = await findVersion(tx, round.versionId);
    if (!version) throw new RangeError(`there is no version ${round.versionId}`);
    const { instrumentId } = version;
    // One after the other, so that a form that is sent twice does not write to everybody twice.
    await lockInstrument(tx, instrumentId);
    const earlier = await findRounds(tx, { instrumentId });
    if (earlier.some(({ cycleId, name, state }) => cycleId === cycle.id && name === round.name && state !== "closed"))
      throw new ConflictError("nameTaken", "A round of this name is under way already.");
    const previous = earlier.find(
      ({ state, practice, audience }) =>
        state === "closed" && !practice && audience !== "shared" && round.audience !== "shared",
    );
    await insertCycle(tx, cycle);
    await lockOpenCycle(tx, cycle.id);
    const prepared = await insertRound(tx, {
      round: { ...round, cycleId: cycle.id, previousRoundId: round.previousRoundId ?? previous?.id ?? null },
      given,
      actor,
      at,
    });
    const members = (await findMembers(tx)).filter(({ id }) => memberIds.includes(id));
    const links =
      round.audience === "shared"
        ? [await inviteAll(tx, { round: prepared, language: version.languages[0] ?? "en", letters, actor, at })]
        : await inviteMembers(tx, { round: prepared, members, letters, actor, at });
    const opened = await openRound(tx, { id: prepared.id, actor, at });
    return { round: opened, links };
  });
}

async function inviteAll(
  tx: Database,
  {
    round,
    language,
    letters,
    actor,
    at,
  }: {
    readonly round: Round;
    readonly language: string;
    readonly letters: Letters;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<ShownLink> {
  const secret = round.sharedCode ?? newSecret();
  await insertInvitations(tx, {
    roundId: round.id,
    invitations: [{ language, tokenHash: hashOfSecret(secret) }],
    actor,
    at,
  });
  return { memberId: null, memberName: round.name, language, url: linkAddress(letters, secret), mailedTo: [] };
}

async function inviteMembers(
  tx: Database,
  {
    round,
    members,
    letters,
    actor,
    at,
  }: {
    readonly round: Round;
    readonly members: readonly Member[];
    readonly letters: Letters;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<readonly ShownLink[]> {
  const { compiled } = await compiledVersion(tx, round.versionId);
  const lists = new Set(compiled.questions.flatMap((one) => (one.kind === "rows" && one.given ? [one.given] : [])));
  const secrets = new Map(members.map(({ id }) => [id, newSecret()]));
  const invitations: NewInvitation[] = [];
  for (const member of members)
    invitations.push({
      memberId: member.id,
      language: languageOf(member),
      tokenHash: hashOfSecret(secrets.get(member.id) ?? ""),
      given: await givenToMember(tx, { cycleId: round.cycleId, member, lists }),
    });
  await insertInvitations(tx, { roundId: round.id, invitations, actor, at });

  const links: ShownLink[] = [];
  const mails: NewMail[] = [];
  for (const member of members) {
    const language = languageOf(member);
    const url = linkAddress(letters, secrets.get(member.id) ?? "");
    const people = (await findPeopleOfMember(tx, member.id)).filter(({ email }) => email !== null);
    for (const person of people) mails.push(letterTo({ person, member, round, url, letters }));
    links.push({
      memberId: member.id,
      memberName: member.name[language] ?? member.name.en,
      language,
      url,
      mailedTo: people.map(({ email }) => email ?? ""),
    });
  }
  await enqueueMails(tx, { mails, at });
  return links;
}

function letterTo({
  person,
  member,
  round,
  url,
  letters,
}: {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string | null;
    readonly language: string;
  };
  readonly member: Member;
  readonly round: Round;
  readonly url: string;
  readonly letters: Letters;
}): NewMail {
  const t = translator(isLocale(person.language) ? person.language : "en");
  const values = {
    name: person.name,
    member: t.pick(member.name),
    round: round.name,
    date: t.date(round.closesOn),
    zone: zoneInWords(t.locale, { timeZone: round.timeZone ?? member.timeZone, date: round.closesOn }),
    link: url,
    office: letters.officeName,
  };
  return {
    key: `invitation/${hashOfSecret(url)}/${person.id}`,
    toAddress: person.email ?? "",
    toPersonId: person.id,
    language: t.locale,
    template: "invitation",
    subject: t("surveys.mail.invitation.subject", values),
    text: t("surveys.mail.invitation.text", values),
    html: null,
    subjectType: "round",
    subjectId: round.id,
  };
}

/** A new link for an invitation whose old one was lost; the old one opens nothing any more. */
export async function renewLink(
  db: Database,
  {
    invitationId,
    letters,
    actor,
    at,
  }: { readonly invitationId: string; readonly letters: Letters; readonly actor: Actor; readonly at: Date },
): Promise<string | undefined> {
  if (!(await findInvitation(db, invitationId))) return undefined;
  const secret = newSecret();
  await insertLink(db, { invitationId, tokenHash: hashOfSecret(secret), actor, at });
  return linkAddress(letters, secret);
}

/**
 * Closes a round for good. The ratings of an anonymous one are written anew in random order first of all, since only then
 * may they be read. Addresses that participants gave for a follow-up are forgotten, as they were told.
 *
 * @returns `undefined` if there is no such round
 * @throws {ConflictError} if it is not open
 */
export async function endRound(
  db: Database,
  { roundId, actor, at }: { readonly roundId: string; readonly actor: Actor; readonly at: Date },
): Promise<Round | undefined> {
  return db.transaction(async (tx) => {
    if (!(await findRound(tx, roundId))) return undefined;
    const closed = await closeRound(tx, { id: roundId, actor, at });
    if (closed.anonymous) await shuffleAnonymousResponses(tx, { roundId, at });
    if (closed.audience === "participants") await forgetAddresses(tx, { roundId, actor, at });
    return closed;
  });
}

function languageOf({ workingLanguages }: Pick<Member, "workingLanguages">): string {
  return workingLanguages.find(isLocale) ?? "en";
}

/** The address under which a link's secret opens its survey. */
export function linkAddress({ publicUrl }: Pick<Letters, "publicUrl">, secret: string): string {
  return `${publicUrl}/a/${secret}`;
}

/** Whether an error is a lost race or a state that changed meanwhile, which a page tells in words. */
export const isConflict = (error: unknown): error is ConflictError => error instanceof ConflictError;
