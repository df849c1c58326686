import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { isLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { zoneInWords } from "~/app/i18n/zone-in-words";
import { type Actor, recordAudit } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { insertLink } from "~/db/invitations";
import { enqueueMails, findLatestMails, type NewMail } from "~/db/mail";
import { findMembers } from "~/db/members";
import { findPeopleOfMember } from "~/db/people";
import { lockRound } from "~/db/rounds";
import { findTracking, type TrackedInvitation } from "~/db/tracking";
import { linkAddress } from "./hold-round";

const TEMPLATE = "reminder";
const DAY = 24 * 3_600_000;
/** Begun, and nothing saved for this long, is stuck. */
const STUCK_AFTER = 3 * DAY;

/** Why an invited member may be written to; `null` if there is no reason. */
export type ReminderReason = "silent" | "stuck" | null;

export function reminderReason(
  { state, savedAt, changedAt, begunAt, entries }: TrackedInvitation,
  at: Date,
): ReminderReason {
  if (state === "submitted" || state === "signedOff" || state === "withdrawn") return null;
  if (state !== "reopened" && entries === 0) return "silent";
  const last = savedAt ?? changedAt ?? begunAt;
  return last && at.getTime() - last.getTime() >= STUCK_AFTER ? "stuck" : null;
}

/** Who may be reminded now: silent or stuck, and not written to within a day. */
export async function findRemindable(
  db: Database,
  { roundId, at }: { readonly roundId: string; readonly at: Date },
): Promise<{
  readonly due: readonly TrackedInvitation[];
  /** When each invitation was last reminded of. */
  readonly reminded: ReadonlyMap<string, Date>;
}> {
  const tracked = await findTracking(db, roundId);
  const subjectIds = tracked.map(({ invitationId }) => invitationId);
  const reminded = await findLatestMails(db, { template: TEMPLATE, subjectIds });
  const lately = (id: string) => at.getTime() - (reminded.get(id)?.getTime() ?? 0) < DAY;
  const due = tracked.filter(
    (one) => one.memberId !== null && reminderReason(one, at) !== null && !lately(one.invitationId),
  );
  return { due, reminded };
}

/**
 * Writes to members that are silent or stuck, each in the language of its people and with the end in its own zone. Links
 * are stored as hashes only, so the letter brings a new one; those that are out stay good.
 *
 * @param invitationId only this one; all that are due if none is given
 * @returns how many members were written to, and how many have nobody with an address; `undefined` without such a round
 * @throws {ConflictError} `roundNotOpen` if the round does not take answers
 */
export async function remindMembers(
  db: Database,
  {
    roundId,
    invitationId,
    letters,
    actor,
    at,
  }: {
    readonly roundId: string;
    readonly invitationId?: string | undefined;
    readonly letters: { readonly publicUrl: string; readonly officeName: string };
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly written: number; readonly withoutAddress: number } | undefined> {
  return db.transaction(async (tx) => {
    const round = await lockRound(tx, roundId);
    if (!round) return undefined;
    if (round.state !== "open") throw new ConflictError("roundNotOpen", "The round is not open.");
    const { due } = await findRemindable(tx, { roundId, at });
    const members = new Map((await findMembers(tx)).map((member) => [member.id, member]));
    const mails: NewMail[] = [];
    const written: string[] = [];
    let withoutAddress = 0;
    for (const one of due.filter(
      (candidate) => invitationId === undefined || candidate.invitationId === invitationId,
    )) {
      const member = members.get(one.memberId ?? "");
      if (!member) continue;
      const people = (await findPeopleOfMember(tx, member.id)).filter(({ email }) => email !== null);
      if (people.length === 0) {
        withoutAddress++;
        continue;
      }
      const secret = newSecret();
      const tokenHash = hashOfSecret(secret);
      await insertLink(tx, { invitationId: one.invitationId, tokenHash, keepOthers: true, actor, at });
      written.push(one.invitationId);
      for (const person of people) {
        const t = translator(isLocale(person.language) ? person.language : "en");
        const values = {
          name: person.name,
          member: t.pick(member.name),
          round: round.name,
          date: t.date(round.closesOn),
          zone: zoneInWords(t.locale, { timeZone: round.timeZone ?? member.timeZone, date: round.closesOn }),
          begun: one.entries > 0 ? "yes" : "no",
          link: linkAddress(letters, secret),
          office: letters.officeName,
        };
        mails.push({
          key: `${TEMPLATE}/${one.invitationId}/${person.id}/${at.toISOString()}`,
          toAddress: person.email ?? "",
          toPersonId: person.id,
          language: t.locale,
          template: TEMPLATE,
          subject: t("surveys.mail.reminder.subject", values),
          text: t("surveys.mail.reminder.text", values),
          html: null,
          subjectType: "invitation",
          subjectId: one.invitationId,
        });
      }
    }
    await enqueueMails(tx, { mails, at });
    if (written.length > 0)
      await recordAudit(tx, {
        at,
        actor,
        action: "round:remind",
        subjectType: "round",
        subjectId: roundId,
        details: { invitations: written },
      });
    return { written: written.length, withoutAddress };
  });
}
