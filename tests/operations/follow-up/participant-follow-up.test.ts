import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { openAnswering } from "~/app/operations/answering/open-answering";
import { showReceipt } from "~/app/operations/answering/show-receipt";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { holdParticipantFollowUp } from "~/app/operations/follow-up/hold-participant-follow-up";
import { remindFollowUp } from "~/app/operations/follow-up/remind-follow-up";
import { trackFollowUp } from "~/app/operations/follow-up/track-follow-up";
import { endRound } from "~/app/operations/rounds/hold-round";
import { findPledges, insertActivity } from "~/db/activities";
import { findMails } from "~/db/mail";
import { opened, publishedSurvey, sentSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import { FILLED } from "../../support/filled-surveys";
import {
  answered,
  cycle,
  letters,
  MERE,
  participantsAsked,
  pledgedWorkshop,
  secretOf,
} from "../../support/followed-workshop";
import { noon, system } from "../../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const titles = (rows: readonly { readonly title: string }[] | undefined) =>
  (rows ?? []).map(({ title }) => title).sort();

describe("the follow-up of pledges", () => {
  test(
    "asks each author after exactly the own pledges, by address or through the administration, and nobody else",
    database.rolledBack(async (db) => {
      const { activityId, contact } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      expect(held.links.map(({ label, mailedTo }) => [label, mailedTo]).sort()).toEqual([
        ["Nepal", [contact.email]],
        [MERE, [MERE]],
      ]);
      const mere = await opened(db, secretOf(held, MERE));
      expect(titles(mere.given.pledges)).toEqual(["Rewrite the checklist", "Train the night shift"]);
      expect(titles((await opened(db, secretOf(held, "Nepal"))).given.pledges)).toEqual(["Draft a manual"]);
      expect((await trackFollowUp(db, held.round.id))?.unreachable).toBe(1);
    }),
  );

  test(
    "writes to the author in the language of the pledge, to the contact point that passes it on in its own",
    database.rolledBack(async (db) => {
      const { activityId, contact } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      const mails = await findMails(db);
      const letterTo = (address: string | null) => mails.find(({ toAddress }) => toAddress === address);
      expect(letterTo(MERE)?.text).toContain("– Rewrite the checklist");
      expect(letterTo(MERE)?.text).toContain(secretOf(held, MERE));
      expect(letterTo(MERE)).toMatchObject({ toPersonId: null, language: "en" });
      expect(letterTo(contact.email)?.text).toContain("pass this letter on");
      expect(letterTo(contact.email)?.text).not.toContain(MERE);
      expect(mails).toHaveLength(2);
    }),
  );

  test(
    "closes when the day is over everywhere, since participants are at home in many zones",
    database.rolledBack(async (db) => {
      const { activityId } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      const windowAt = async (at: string) => (await opened(db, secretOf(held, MERE), new Date(at))).window;
      expect(await windowAt(noon.toISOString())).toBe("open");
      expect(await windowAt("2026-11-01T11:59:00Z")).toBe("open");
      expect(await windowAt("2026-11-01T12:01:00Z")).toBe("closed");
    }),
  );

  test(
    "an answer says what became of each pledge, and whether somebody else is in charge now",
    database.rolledBack(async (db) => {
      const { activityId, mere } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      const { given } = await opened(db, secretOf(held, MERE));
      const pledges = (given.pledges ?? []).map(({ id, title }) =>
        title === "Rewrite the checklist"
          ? { id, title, status: "done", result: "In use", evidence: "Circular 12", colleagues_trained: 9 }
          : { id, title, status: "not-started", obstacle_kind: "staffing" },
      );
      const document = { answered_by: "successor", pledges };
      expect(await answered(db, secretOf(held, MERE), document)).toMatchObject({ outcome: "submitted" });
      const stateOf = new Map((await findPledges(db, { activityId })).map((pledge) => [pledge.id, pledge]));
      expect(mere.map((id) => stateOf.get(id)?.state)).toEqual(["done", "open"]);
      expect(mere.map((id) => stateOf.get(id)?.followedUpAt)).toEqual([noon, noon]);
      expect(await answered(db, secretOf(held, MERE), document)).toMatchObject({ repeated: true });
      const tracked = await trackFollowUp(db, held.round.id);
      expect(tracked?.asked.map(({ progress }) => progress).sort()).toEqual(["answered", "invited"]);
    }),
  );

  test(
    "a pledge of somebody else cannot be answered through one's own link",
    database.rolledBack(async (db) => {
      const { activityId, nepal } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      const foreign = { pledges: [{ id: nepal[0], title: "Draft a manual", status: "done" }] };
      expect(await answered(db, secretOf(held, MERE), foreign)).toMatchObject({ outcome: "incomplete" });
      expect((await findPledges(db, { memberId: "nepal" }))[0]?.state).toBe("open");
    }),
  );

  test(
    "is held once at a time, and not at all where nobody can be asked or the activity is not there",
    database.rolledBack(async (db) => {
      const { activityId } = await pledgedWorkshop(db);
      await participantsAsked(db, activityId);
      await expect(participantsAsked(db, activityId)).rejects.toMatchObject({ reason: "nameTaken" });
      const other = { title: "Other", scope: "regional", form: "workshop", topicIds: [], memberIds: [] };
      const empty = await insertActivity(db, { activity: other, ...made });
      const ask = { name: "-", closesOn: "2026-10-31", cycle, letters, ...made };
      expect(await holdParticipantFollowUp(db, { activityId: empty, ...ask })).toEqual({ nobody: true, authors: 0 });
      expect(await holdParticipantFollowUp(db, { activityId: "nowhere", ...ask })).toBeUndefined();
    }),
  );
});

describe("a reminder", () => {
  test(
    "goes to those who have not answered, once a day, and the first link goes on to work",
    database.rolledBack(async (db) => {
      const { activityId } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      const { given } = await opened(db, secretOf(held, MERE));
      const pledges = (given.pledges ?? []).map(({ id, title }) => ({ id, title, status: "done" }));
      await answered(db, secretOf(held, MERE), { pledges });
      const remind = (at: Date) => remindFollowUp(db, { roundId: held.round.id, letters, actor: system, at });
      expect(await remind(noon)).toEqual({ reminded: 1, withoutAddress: 0 });
      await expect(remind(noon)).rejects.toMatchObject({ reason: "alreadyInvited" });
      const letter = (await findMails(db)).find(({ template }) => template === "followUpReminder");
      const again = /\/a\/([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
      expect((await opened(db, again)).invitation).toEqual((await opened(db, secretOf(held, "Nepal"))).invitation);
      expect(await remind(new Date(noon.getTime() + 24 * 3_600_000))).toMatchObject({ reminded: 1 });
    }),
  );
});

describe("an address that was given for the follow-up", () => {
  test(
    "stands beside the pledges alone: not in the stored answers, not on the receipt",
    database.rolledBack(async (db) => {
      const { activityId } = await pledgedWorkshop(db);
      const filled = FILLED.find(({ instrument }) => instrument === "pledges");
      const version = await publishedSurvey(db, "pledges");
      const sent = await sentSurvey(db, { versionId: version.id, memberId: null, round: { activityId } });
      const answering = await opened(db, sent.token);
      const submission = { answering, document: filled?.document, mode: "strict", language: "en", at: noon } as const;
      const stored = await submitDocument(db, { ...submission, clientKey: "pledging" });
      if (stored.outcome !== "submitted") throw new Error("the pledges were not stored");
      expect(await findPledges(db, { email: "officer@example.org" })).toHaveLength(2);
      const number = stored.revision?.receipt ?? "";
      expect(await showReceipt(db, { answering, number, language: "en" })).toBeDefined();
      const [all] = await db.execute<{ text: string }>(sql`
        select concat((select json_agg(r) from response_revision r), (select json_agg(e) from draft_entry e),
          (select json_agg(a) from audit_event a)) as text`);
      expect(all?.text).toContain("Write a manual for audits");
      expect(all?.text).not.toContain("officer@example.org");
    }),
  );

  test(
    "is forgotten everywhere when the follow-up is closed; what was pledged stays",
    database.rolledBack(async (db) => {
      const { activityId } = await pledgedWorkshop(db);
      const held = await participantsAsked(db, activityId);
      await endRound(db, { roundId: held.round.id, ...made });
      const [all] = await db.execute<{ text: string }>(sql`
        select concat((select json_agg(p) from pledge p), (select json_agg(i) from invitation i),
          (select json_agg(m) from outgoing_mail m), (select json_agg(a) from audit_event a)) as text`);
      expect(all?.text).toContain("Rewrite the checklist");
      expect(all?.text).not.toContain(MERE);
      expect(await openAnswering(db, { token: secretOf(held, MERE), at: noon })).toMatchObject({
        answering: { window: "closed" },
      });
    }),
  );
});
