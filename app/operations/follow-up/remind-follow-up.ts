import { hashOfSecret, newSecret } from "~/app/auth/viewer.server";
import { findActivity } from "~/db/activities";
import { type Actor, findAuditEvents, recordAudit } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { lockInstrument } from "~/db/instruments";
import { insertLink } from "~/db/invitations";
import { enqueueMails, type NewMail } from "~/db/mail";
import { findMembers } from "~/db/members";
import { findGivenRows } from "~/db/rounds";
import { followUpLetter, type Letters, linkOf } from "./follow-up-letters";
import { addresseesOf } from "./hold-participant-follow-up";
import { trackFollowUp } from "./track-follow-up";

const PAUSE = 20 * 3_600_000;

/**
 * Reminds those who have not answered yet, in their language, with a link that opens what they have begun: only hashes
 * are stored, so it is a new one. The first link stays good, since it may have been passed on.
 *
 * @returns how many were written to, and how many have no address; `undefined` if there is no such follow-up
 * @throws {ConflictError} `roundNotOpen`, or `alreadyInvited` if they were reminded within the last twenty hours
 */
export async function remindFollowUp(
  db: Database,
  {
    roundId,
    letters,
    actor,
    at,
  }: { readonly roundId: string; readonly letters: Letters; readonly actor: Actor; readonly at: Date },
): Promise<{ readonly reminded: number; readonly withoutAddress: number } | undefined> {
  return db.transaction(async (tx) => {
    const tracked = await trackFollowUp(tx, roundId);
    if (!tracked) return undefined;
    const { round } = tracked;
    if (round.state !== "open") throw new ConflictError("roundNotOpen", "The follow-up is not open.");
    await lockInstrument(tx, round.instrumentId);
    const from = new Date(at.getTime() - PAUSE);
    const last = await findAuditEvents(tx, {
      action: "round:remind",
      subjectType: "round",
      subjectId: roundId,
      from,
      limit: 1,
    });
    if (last.length > 0) throw new ConflictError("alreadyInvited", "They were reminded today already.");

    const silent = tracked.asked.filter(({ progress }) => progress !== "answered");
    const names = new Map((await findMembers(tx)).map((member) => [member.id, member.name]));
    const activity = round.activityId === null ? undefined : await findActivity(tx, round.activityId);
    const mails: NewMail[] = [];
    let reminded = 0;
    for (const one of silent) {
      const addressees = await addresseesOf(tx, one);
      if (addressees.length === 0) continue;
      reminded += 1;
      const secret = newSecret();
      await insertLink(tx, {
        invitationId: one.invitationId,
        tokenHash: hashOfSecret(secret),
        keepOthers: true,
        actor,
        at,
      });
      const given = await findGivenRows(tx, { roundId, invitationId: one.invitationId });
      for (const addressee of addressees)
        mails.push(
          followUpLetter({
            kind: one.memberId !== null ? "administration" : one.byAddress ? "participant" : "forward",
            reminder: true,
            round,
            workshops: activity ? [activity.title] : (given.workshops ?? []).map(({ title }) => String(title)),
            member: one.throughMember === null ? null : (names.get(one.throughMember) ?? null),
            actions: one.pledges.map(({ action }) => action),
            url: linkOf(letters, secret),
            addressee,
            letters,
            key: `followUpReminder/${hashOfSecret(secret)}`,
          }),
        );
    }
    await enqueueMails(tx, { mails, at });
    await recordAudit(tx, {
      at,
      actor,
      action: "round:remind",
      subjectType: "round",
      subjectId: roundId,
      details: { reminded },
    });
    return { reminded, withoutAddress: silent.length - reminded };
  });
}
