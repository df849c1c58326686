import { expect, it } from "vitest";
import {
  findActivity,
  findParticipants,
  findPledges,
  followUpPledge,
  insertActivity,
  insertPledges,
  saveParticipants,
  updateActivity,
} from "~/db/activities";
import type { Database } from "~/db/engine/database";
import { findExperts, rateMissionSeat, saveExpert } from "~/db/experts";
import { discardDraft, findDraft, insertInstrument, saveDraft } from "~/db/instruments";
import { findSectionAssignments, insertLink, markSectionDone, revokeLinks } from "~/db/invitations";
import { findLink } from "~/db/opened-link";
import { findProposal, insertProposal, saveLine } from "~/db/proposals";
import { insertMission } from "~/db/requests";
import { insertRound, updateRound } from "~/db/rounds";
import { beginSession, deleteExpiredSessions, findSessionPerson } from "~/db/sessions";
import { testDatabase } from "../support/database";
import { foundOffice, hashOf, invited, noon, openedRound, person, published, system } from "../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const workshop = {
  title: "Sub-regional workshop on valuation",
  scope: "sub-regional",
  form: "workshop",
  cycleId: "2026-2027",
  topicIds: ["valuation"],
  memberIds: ["fiji", "nepal"],
};

async function held(db: Database): Promise<string> {
  await foundOffice(db);
  return insertActivity(db, { activity: workshop, ...made });
}

it(
  "an activity gets its dates and place as they become known",
  database.rolledBack(async (db) => {
    const id = await held(db);
    const changes = { state: "held" as const, startsOn: "2026-10-05", endsOn: "2026-10-09", place: "Suva" };
    expect(await updateActivity(db, { id, changes, ...made })).toMatchObject({
      ...changes,
      memberIds: ["fiji", "nepal"],
    });
    expect(await findActivity(db, id)).toMatchObject(changes);
    expect(await updateActivity(db, { id: "nowhere", changes, ...made })).toBeUndefined();
  }),
);

it(
  "participants are counted by member, women among them, and noted anew without doubling",
  database.rolledBack(async (db) => {
    const activityId = await held(db);
    const fiji = { memberId: "fiji", gender: "woman" as const, count: 4 };
    await saveParticipants(db, { activityId, participants: [fiji], ...made });
    await saveParticipants(db, {
      activityId,
      participants: [fiji, { memberId: "nepal", gender: "man" as const, count: 2 }],
      ...made,
    });
    expect(
      (await findParticipants(db, { activityId })).map(({ memberId, gender, count }) => [memberId, gender, count]),
    ).toEqual([
      ["fiji", "woman", 4],
      ["nepal", "man", 2],
    ]);
  }),
);

it(
  "a pledge is found by its address in any letter case, and the follow-up says what became of it",
  database.rolledBack(async (db) => {
    const activityId = await held(db);
    const pledge = {
      activityId,
      memberId: "fiji",
      language: "en",
      action: "Write an audit plan",
      pledgedOn: "2026-10-09",
    };
    const [id = ""] = await insertPledges(db, [{ ...pledge, email: "Mere@Customs.example" }]);
    expect(await findPledges(db, { email: "mere@customs.example" })).toMatchObject([{ id, state: "open" }]);
    expect(await followUpPledge(db, { id, state: "done", ...made })).toMatchObject({
      state: "done",
      followedUpAt: noon,
    });
    expect(await findPledges(db, { activityId, memberId: "nepal" })).toEqual([]);
  }),
);

it(
  "a member rates the work of whoever had the seat, and of nobody else",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const aiko = await person(db, { name: "Aiko" });
    const ben = await person(db, { name: "Ben" });
    for (const { id } of [aiko, ben])
      await saveExpert(db, { personId: id, entry: { kind: "pool", languages: ["en"], released: true }, ...made });
    const missionId = await insertMission(db, {
      mission: { memberId: "fiji", topicId: "aeo", kind: "support", startsOn: "2026-09-01", endsOn: "2026-09-05" },
      seats: [{ seat: "lead", personId: aiko.id }],
      ...made,
    });
    const rate = { missionId, rating: 5, evaluatedOn: "2026-09-06", ...made };
    expect(await rateMissionSeat(db, { ...rate, personId: aiko.id })).toBe(true);
    expect(await rateMissionSeat(db, { ...rate, personId: ben.id })).toBe(false);
    const [expert] = await findExperts(db, { on: "2026-10-01", ids: [aiko.id] });
    expect(expert?.missions).toMatchObject([{ missionId, seat: "lead", rating: 5 }]);
  }),
);

it(
  "a draft is thrown away once",
  database.rolledBack(async (db) => {
    await insertInstrument(db, { id: "needs", title: { en: "Needs" }, anonymous: false, ...made });
    await saveDraft(db, { instrumentId: "needs", definition: "{}", baseRevision: 0, ...made });
    expect(await discardDraft(db, { instrumentId: "needs", ...made })).toBe(true);
    expect(await findDraft(db, "needs")).toBeUndefined();
    expect(await discardDraft(db, { instrumentId: "needs", ...made })).toBe(false);
  }),
);

it(
  "sections handed to a colleague come back when the colleague's link is taken back",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const { id: versionId } = await published(db);
    const round = await openedRound(db, { versionId });
    const [fiji] = await invited(db, round.id);
    const invitationId = fiji?.id ?? "";
    const link = await insertLink(db, { invitationId, tokenHash: hashOf("colleague"), sections: ["trade"], ...made });
    await markSectionDone(db, { invitationId, linkId: link.id, section: "trade", done: true, at: noon });
    expect(await findSectionAssignments(db, invitationId)).toMatchObject([
      { section: "trade", linkId: link.id, doneAt: noon },
    ]);
    await revokeLinks(db, { linkIds: [link.id], ...made });
    expect(await findSectionAssignments(db, invitationId)).toEqual([]);
    expect((await findLink(db, hashOf("colleague")))?.link.revokedAt).toEqual(noon);
    expect((await findLink(db, hashOf("fiji")))?.link.revokedAt).toBeNull();
  }),
);

it(
  "a line written by hand is added to a proposal, then replaced",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const proposal = await insertProposal(db, {
      cycleId: "2026-2027",
      name: "Draft",
      settings: {},
      lines: [],
      ...made,
    });
    const line = { id: "by-hand", kind: "needs" as const, content: { title: "Workshop" }, included: true };
    const once = await saveLine(db, { id: proposal.id, baseRevision: proposal.revision, line, ...made });
    await saveLine(db, { id: proposal.id, baseRevision: once.revision, line: { ...line, included: false }, ...made });
    expect((await findProposal(db, proposal.id))?.lines).toMatchObject([{ id: "by-hand", included: false }]);
  }),
);

it(
  "a round can be changed until it is opened",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const { id: versionId } = await published(db);
    const dates = { opensOn: "2026-10-01", closesOn: "2026-10-31" };
    const plan = {
      cycleId: "2026-2027",
      versionId,
      name: "Needs",
      audience: "members" as const,
      anonymous: false,
      ...dates,
    };
    const round = await insertRound(db, { round: plan, ...made });
    const given = { workshops: [{ id: "w1", title: "Valuation" }] };
    expect(await updateRound(db, { id: round.id, changes: { closesOn: "2026-11-07" }, given, ...made })).toMatchObject({
      closesOn: "2026-11-07",
    });
    const opened = await openedRound(db, { versionId });
    await expect(updateRound(db, { id: opened.id, changes: { name: "Other" }, ...made })).rejects.toThrow(
      "has been opened",
    );
  }),
);

it(
  "sessions that have expired are removed, others stay",
  database.rolledBack(async (db) => {
    const { id: personId } = await person(db, { name: "Mere", role: "planner" });
    const begin = (name: string, hours: number) =>
      beginSession(db, {
        personId,
        sessionHash: hashOf(name),
        expiresAt: new Date(noon.getTime() + hours * 3_600_000),
        at: noon,
      });
    await begin("short", 1);
    await begin("long", 48);
    const later = new Date(noon.getTime() + 2 * 3_600_000);
    await deleteExpiredSessions(db, later);
    expect(await findSessionPerson(db, { sessionHash: hashOf("short"), at: noon })).toBeUndefined();
    expect(await findSessionPerson(db, { sessionHash: hashOf("long"), at: noon })).toMatchObject({ name: "Mere" });
  }),
);
