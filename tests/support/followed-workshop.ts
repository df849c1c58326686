import { submitDocument } from "~/app/operations/answering/submit-document";
import { holdAdministrationFollowUp } from "~/app/operations/follow-up/hold-administration-follow-up";
import { holdParticipantFollowUp } from "~/app/operations/follow-up/hold-participant-follow-up";
import type { OpenedFollowUp } from "~/app/operations/follow-up/open-follow-up-round";
import { insertActivity, insertPledges, saveParticipants } from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { foundSurveyedOffice, opened, publishedSurvey } from "./answering";
import { noon, person, system } from "./office";

// A workshop of March 2026 on AEO with pledges of three authors, half a year later.

const made = { actor: system, at: noon };
export const letters = { publicUrl: "https://office.example", officeName: "Test office" };
export const cycle = { id: "2026-2027", startsOn: "2026-07-01", endsOn: "2027-06-30" };
export const MERE = "mere@home.example";

/** Mere of Fiji gave her address, an officer of Nepal asked to be asked through the administration, one gave nothing. */
export async function pledgedWorkshop(db: Database, { topicIds = ["hs"] }: { topicIds?: readonly string[] } = {}) {
  await foundSurveyedOffice(db);
  await publishedSurvey(db, "follow-up-participant");
  await publishedSurvey(db, "follow-up-administration");
  const contact = await person(db, { name: "Contact Nepal", memberId: "nepal" });
  const activityId = await insertActivity(db, {
    activity: {
      title: "Workshop on classification",
      scope: "regional",
      form: "workshop",
      cycleId: cycle.id,
      state: "held",
      startsOn: "2026-09-28",
      endsOn: "2026-10-02",
      topicIds,
      memberIds: ["fiji", "nepal", "japan"],
    },
    ...made,
  });
  await saveParticipants(db, {
    activityId,
    participants: [
      { memberId: "fiji", gender: "woman", count: 2 },
      { memberId: "nepal", gender: "man", count: 1 },
    ],
    ...made,
  });
  const pledge = { activityId, language: "en", pledgedOn: "2026-10-02" };
  const mere = await insertPledges(db, [
    { ...pledge, email: MERE, memberId: "fiji", action: "Rewrite the checklist" },
    { ...pledge, email: MERE, memberId: "fiji", action: "Train the night shift" },
  ]);
  const nepal = await insertPledges(db, [{ ...pledge, memberId: "nepal", language: "fr", action: "Draft a manual" }]);
  const nobody = await insertPledges(db, [{ ...pledge, action: "Read more" }]);
  return { activityId, contact, mere, nepal, nobody };
}

export async function participantsAsked(db: Database, activityId: string): Promise<OpenedFollowUp> {
  const held = await holdParticipantFollowUp(db, {
    activityId,
    name: "What became of your actions",
    closesOn: "2026-10-31",
    cycle,
    letters,
    ...made,
  });
  if (!held || "nobody" in held) throw new Error("nobody was asked");
  return held;
}

export async function administrationsAsked(db: Database, activityIds: readonly string[]): Promise<OpenedFollowUp> {
  const name = "What became of the workshops";
  const held = await holdAdministrationFollowUp(db, {
    activityIds,
    name,
    closesOn: "2026-10-31",
    cycle,
    letters,
    ...made,
  });
  if (!held) throw new Error("nobody was asked");
  return held;
}

export const secretOf = ({ links }: OpenedFollowUp, label: string): string =>
  links
    .find((link) => link.label === label)
    ?.url.split("/")
    .at(-1) ?? "none";

/** Answers a follow-up whole, through its link. */
export async function answered(db: Database, token: string, document: unknown, key = "once") {
  const answering = await opened(db, token);
  return submitDocument(db, { answering, document, mode: "strict", clientKey: key, language: "en", at: noon });
}
