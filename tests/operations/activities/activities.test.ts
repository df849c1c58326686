import { expect, it } from "vitest";
import { translator } from "~/app/i18n/translate";
import { parseActivityForm } from "~/app/operations/activities/activity-form";
import { changeActivityState } from "~/app/operations/activities/change-state";
import { readActivities, readCountsOutside } from "~/app/operations/activities/read-activities";
import { readActivity } from "~/app/operations/activities/read-activity";
import { type ActivityDraft, saveActivity } from "~/app/operations/activities/save-activity";
import { type AttendanceRow, parseAttendanceForm, saveAttendance } from "~/app/operations/activities/save-attendance";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { saveExpert } from "~/db/experts";
import { loadReference } from "~/db/reference";
import { loadPack } from "~/db/regions/read-pack";
import { decideRequest, findRequests, insertRequest } from "~/db/requests";
import { testDatabase } from "../../support/database";
import { foundOffice, noon, person, smallRegion, system } from "../../support/office";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const made = { actor: system, at: noon };
const t = translator("en");

const draft: ActivityDraft = {
  title: "Sub-regional workshop on valuation",
  scope: "sub-regional",
  form: "workshop",
  topicIds: ["valuation"],
  memberIds: ["fiji", "nepal"],
  cycleId: null,
  startsOn: "2026-10-05",
  endsOn: "2026-10-07",
  place: "Suva",
  hostMemberId: "fiji",
  trainingCentreId: null,
  timeZone: null,
  languages: ["en"],
  funderId: null,
  objectives: ["Value used cars"],
  sessions: ["Methods one to six", "Case studies"],
  expertIds: [],
  named: ["Losa Tamani"],
};

async function added(db: Database, changes: Partial<ActivityDraft> = {}): Promise<string> {
  const saved = await saveActivity(db, { draft: { ...draft, ...changes }, pack, ...made });
  if (!("activityId" in saved)) throw new Error(`unknown ${saved.unknown}`);
  return saved.activityId;
}

/** Fiji's request, planned with the activity. */
async function asked(db: Database, activityId: string): Promise<void> {
  const request = { memberId: "fiji", topicId: "valuation", cycleId: "2026-2027", result: "An audit plan" };
  const { id } = await insertRequest(db, { request, ...made });
  await decideRequest(db, { id, state: "planned", activityId, ...made });
}

const came = (memberId: string | null, women: number, men: number): readonly AttendanceRow[] => [
  { memberId, attendance: "present", gender: "woman", count: women },
  { memberId, attendance: "present", gender: "man", count: men },
];

it(
  "a workshop entered by hand has its cycle by its date, its host's zone, its programme and its facilitators",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const aiko = await person(db, { name: "Aiko", memberId: "japan" });
    await saveExpert(db, { personId: aiko.id, entry: { kind: "pool", languages: ["en"], released: true }, ...made });
    const activityId = await added(db, { expertIds: [aiko.id] });
    const view = await readActivity(db, { activityId });
    expect(view?.activity).toMatchObject({
      cycleId: "2026-2027",
      timeZone: "Pacific/Fiji",
      state: "planned",
      memberIds: ["fiji", "nepal"],
    });
    expect(view?.programme.map(({ id, title }) => [id, title])).toEqual([
      ["objective-1", "Value used cars"],
      ["session-1", "Methods one to six"],
      ["session-2", "Case studies"],
    ]);
    expect(view?.facilitators.map(({ name, expert }) => [name, expert])).toEqual([
      ["Aiko", true],
      ["Losa Tamani", false],
    ]);
  }),
);

it(
  "a session keeps its id when others come and go, and whoever facilitated before by name is the same person again",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const first = await added(db);
    await saveActivity(db, { id: first, draft: { ...draft, sessions: ["Case studies", "Audit"] }, pack, ...made });
    const view = await readActivity(db, { activityId: first });
    expect(view?.programme.filter(({ kind }) => kind === "session").map(({ id, title }) => [id, title])).toEqual([
      ["session-2", "Case studies"],
      ["session-3", "Audit"],
    ]);
    const second = await readActivity(db, { activityId: await added(db) });
    expect(second?.facilitators[0]?.personId).toBe(view?.facilitators[0]?.personId);
  }),
);

it(
  "of two coordinators who change a workshop at once the second is told",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const id = await added(db);
    const change = (place: string) =>
      saveActivity(db, { id, baseRevision: 1, draft: { ...draft, place }, pack, ...made });
    await change("Nadi");
    await expect(change("Lautoka")).rejects.toMatchObject({ reason: "activityChanged" });
    expect((await readActivity(db, { activityId: id }))?.activity.place).toBe("Nadi");
  }),
);

it(
  "what a draft names must be there",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const save = (changes: Partial<ActivityDraft>) =>
      saveActivity(db, { draft: { ...draft, ...changes }, pack, ...made });
    expect(await save({ topicIds: ["nothing"] })).toEqual({ unknown: "topics" });
    expect(await save({ memberIds: ["atlantis"] })).toEqual({ unknown: "members" });
    expect(await save({ cycleId: "1999-2000" })).toEqual({ unknown: "cycle" });
    expect(await save({ expertIds: ["01980000-0000-7000-8000-00000000dead"] })).toEqual({ unknown: "experts" });
    expect(await readActivities(db)).toEqual([]);
  }),
);

it(
  "a workshop is held once it has begun at its venue, and the request that it answers is met",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const activityId = await added(db, { startsOn: "2026-10-06", endsOn: "2026-10-06" });
    await asked(db, activityId);
    const step = { activityId, step: { to: "held" as const }, actor: system };
    // At noon in UTC the 6th has just begun in Fiji, twelve hours ahead; a minute before it has not.
    const before = new Date(noon.getTime() - 60_000);
    expect(await changeActivityState(db, { ...step, at: before })).toEqual({ refused: "notOver" });
    expect(await changeActivityState(db, { ...step, at: noon })).toEqual({ state: "held" });
    expect(await findRequests(db, { memberId: "fiji" })).toMatchObject([{ state: "met" }]);
    expect((await findAuditEvents(db, { action: "activity:change" }))[0]?.details).toMatchObject({ state: "held" });
  }),
);

it(
  "a cancelled workshop says why, and so does the request that it was to answer, until it is planned again",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const activityId = await added(db);
    await asked(db, activityId);
    await changeActivityState(db, { activityId, step: { to: "cancelled", because: "The host withdrew." }, ...made });
    expect(await findRequests(db, {})).toMatchObject([{ state: "notThisYear", notBecause: "The host withdrew." }]);
    expect((await readActivity(db, { activityId }))?.activity.cancelledBecause).toBe("The host withdrew.");
    expect(await changeActivityState(db, { activityId, step: { to: "held" }, ...made })).toEqual({
      refused: "notPossible",
    });
    await changeActivityState(db, { activityId, step: { to: "planned" }, ...made });
    expect(await findRequests(db, {})).toMatchObject([{ state: "planned", notBecause: null }]);
  }),
);

it(
  "participants are counted by member, those expected apart, women among those who came",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const activityId = await added(db);
    const rows: readonly AttendanceRow[] = [
      { memberId: "fiji", attendance: "expected", gender: null, count: 8 },
      ...came("fiji", 3, 4),
      ...came("nepal", 2, 0),
      ...came(null, 1, 0),
    ];
    expect(await saveAttendance(db, { activityId, rows, ...made })).toBe("saved");
    const [listed] = await readActivities(db, { cycleId: "2026-2027" });
    expect(listed?.participation).toMatchObject({
      present: { women: 6, men: 4, total: 10 },
      expected: 8,
      memberIds: ["fiji", "nepal"],
    });
    const [own] = await readActivities(db, { memberId: "nepal" });
    expect(own?.participation.present).toMatchObject({ women: 2, total: 2 });
    expect(await readActivities(db, { memberId: "japan" })).toEqual([]);
  }),
);

it(
  "outside the office no figure about fewer than three people is told, nor one that tells of it",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const small = await added(db);
    const large = await added(db, { title: "Another workshop" });
    await saveAttendance(db, { activityId: small, rows: came("fiji", 1, 7), ...made });
    await saveAttendance(db, { activityId: large, rows: came("nepal", 6, 5), ...made });
    const { byActivity, total } = await readCountsOutside(db, { cycleId: "2026-2027" });
    expect(byActivity.get(small)?.women).toBeNull();
    // With the row's sum known the men would tell of the woman.
    expect([byActivity.get(small)?.men, byActivity.get(small)?.total]).toContain(null);
    // And with the column's sum the other workshop's women would.
    expect([byActivity.get(large)?.women, total.women]).toContain(null);
  }),
);

it(
  "what the office wrote about an activity of the pack stays when the pack is loaded again",
  database.rolledBack(async (db) => {
    const region = {
      ...smallRegion(),
      activities: [{ id: "seminar", title: "Seminar", scope: "regional", form: "workshop" }],
      activityTopics: [{ activityId: "seminar", topicId: "aeo" }],
    };
    await foundOffice(db);
    await loadReference(db, region);
    await saveActivity(db, { id: "seminar", draft, pack, ...made });
    await loadReference(db, region);
    expect((await readActivity(db, { activityId: "seminar" }))?.activity).toMatchObject({
      title: draft.title,
      topicIds: ["valuation"],
    });
  }),
);

it("a wrong form is refused field by field, and a right one is a draft", () => {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    title: " ",
    scope: "galactic",
    form: "workshop",
    startsOn: "2026-10-07",
    endsOn: "2026-10-05",
    timeZone: "+05:00",
    sessions: "x".repeat(201),
    revision: "0",
  }))
    form.set(name, value);
  const wrong = parseActivityForm(form, t);
  expect("errors" in wrong && Object.keys(wrong.errors).sort()).toEqual(["scope", "sessions", "timeZone", "title"]);
  for (const [name, value] of Object.entries({ title: "Seminar", scope: "regional", timeZone: "", sessions: "" }))
    form.set(name, value);
  const turned = parseActivityForm(form, t);
  expect("errors" in turned && Object.keys(turned.errors)).toEqual(["endsOn"]);
  form.set("endsOn", "");
  expect(parseActivityForm(form, t)).toMatchObject({ draft: { title: "Seminar", endsOn: null, objectives: [] } });
});

it("participants are whole numbers; empty fields are nobody", () => {
  const form = new FormData();
  form.set("women-fiji", "3");
  form.set("men-fiji", "");
  form.set("expected-guests", "two");
  const parsed = parseAttendanceForm(form, { memberIds: ["fiji"], t });
  expect("errors" in parsed && Object.keys(parsed.errors)).toEqual(["expected-guests"]);
  form.set("expected-guests", "2");
  expect(parseAttendanceForm(form, { memberIds: ["fiji"], t })).toEqual({
    rows: [
      { memberId: "fiji", attendance: "present", gender: "woman", count: 3 },
      { memberId: null, attendance: "expected", gender: null, count: 2 },
    ],
  });
});
