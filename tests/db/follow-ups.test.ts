import { expect, it } from "vitest";
import { findPledges, insertActivity, insertPledges } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findAskedPledges, forgetAddresses } from "~/db/follow-ups";
import { findInvitation, insertInvitations } from "~/db/invitations";
import { enqueueMails, findMails } from "~/db/mail";
import { testDatabase } from "../support/database";
import { foundOffice, hashOf, noon, openedRound, person, published, system } from "../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const pledge = { language: "en", pledgedOn: "2026-10-05" };

async function asked(db: Database) {
  await foundOffice(db);
  const activityId = await insertActivity(db, {
    activity: { title: "Workshop", scope: "regional", form: "workshop", topicIds: [], memberIds: [] },
    ...made,
  });
  const [mine = "", other = ""] = await insertPledges(db, [
    { ...pledge, activityId, email: "mere@example.org", action: "Write a plan" },
    { ...pledge, activityId, email: "mere@example.org", action: "Train three colleagues" },
  ]);
  await insertPledges(db, [{ ...pledge, activityId, email: "ben@example.org", action: "Nothing of this" }]);
  const { id: versionId } = await published(db, { id: "follow-up-participant" });
  const round = await openedRound(db, { versionId, audience: "participants", activityId });
  const [invitation] = await insertInvitations(db, {
    roundId: round.id,
    invitations: [
      {
        email: "mere@example.org",
        language: "en",
        tokenHash: hashOf("mere"),
        given: { pledges: [mine, other].map((id) => ({ id, title: "Pledge" })) },
      },
    ],
    ...made,
  });
  return { activityId, roundId: round.id, invitationId: invitation?.id ?? "", pledgeIds: [mine, other] };
}

it(
  "pledges made together are known as such, those of somebody else are not",
  database.rolledBack(async (db) => {
    const { activityId } = await asked(db);
    const groups = (await findPledges(db, { activityId })).map(({ madeWith }) => madeWith);
    expect(groups).toHaveLength(3);
    expect(new Set(groups).size).toBe(2);
    expect(groups).not.toContain(null);
  }),
);

it(
  "an invitation asks after the pledges that it was given and no others",
  database.rolledBack(async (db) => {
    const { roundId, invitationId, pledgeIds } = await asked(db);
    expect(await findAskedPledges(db, [roundId])).toEqual(
      pledgeIds.map((pledgeId) => ({ roundId, invitationId, pledgeId })),
    );
    expect(await findAskedPledges(db, [])).toEqual([]);
  }),
);

it(
  "addresses of a follow-up are forgotten with the letters to them; pledges and letters to contact points stay",
  database.rolledBack(async (db) => {
    const { activityId, roundId, invitationId } = await asked(db);
    const contact = await person(db, { name: "Contact Point", memberId: "fiji" });
    const mail = { language: "en", template: "followUp", subject: "-", text: "-", html: null } as const;
    const about = { subjectType: "round", subjectId: roundId };
    await enqueueMails(db, {
      mails: [
        { ...mail, ...about, key: "to-mere", toAddress: "mere@example.org", toPersonId: null },
        { ...mail, ...about, key: "to-contact", toAddress: contact.email ?? "", toPersonId: contact.id },
      ],
      at: noon,
    });
    expect(await forgetAddresses(db, { roundId, ...made })).toBe(2);
    expect((await findPledges(db, { activityId })).map(({ email }) => email).sort()).toEqual([
      "ben@example.org",
      null,
      null,
    ]);
    expect(await findInvitation(db, invitationId)).toMatchObject({ email: null });
    expect((await findMails(db)).map(({ key }) => key)).toEqual(["to-contact"]);
    expect(await forgetAddresses(db, { roundId, ...made })).toBe(0);
  }),
);
