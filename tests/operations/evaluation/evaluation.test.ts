import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { translator } from "~/app/i18n/translate";
import { saveActivity } from "~/app/operations/activities/save-activity";
import { saveAttendance } from "~/app/operations/activities/save-attendance";
import { openAnswering, PLEDGES_SUFFIX } from "~/app/operations/answering/open-answering";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { closeEndedEvaluations } from "~/app/operations/evaluation/close-ended";
import { describeEvaluation } from "~/app/operations/evaluation/describe-evaluation";
import { describeYear } from "~/app/operations/evaluation/describe-year";
import { parseEvaluation } from "~/app/operations/evaluation/evaluation-document";
import { openEvaluation } from "~/app/operations/evaluation/open-evaluation";
import { readComments, readEvaluation } from "~/app/operations/evaluation/read-evaluation";
import { readFacilitation } from "~/app/operations/evaluation/read-facilitation";
import { closeEvaluation, storeEvaluationRun } from "~/app/operations/evaluation/run-evaluation";
import { newShortCode, shownShortCode, typedShortCode } from "~/app/operations/evaluation/short-code";
import { findPledges } from "~/db/activities";
import { findActivityPeople } from "~/db/activity-programme";
import { findAnalysisRun } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { loadPack } from "~/db/regions/read-pack";
import { publishedSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import { foundOffice, noon, system } from "../../support/office";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const made = { actor: system, at: noon };
const letters = { publicUrl: "https://meridian.example.org", officeName: "Office" };
const t = translator("en");
/** Midnight at the venue, UTC+12 at noon in UTC, has passed three days later. */
const later = new Date(noon.getTime() + 3 * 86_400_000);

/** A workshop in Suva, held on 4 and 5 October, its evaluation open until the 7th. */
async function opened(db: Database, { title = "Workshop on valuation" } = {}) {
  const saved = await saveActivity(db, {
    draft: {
      title,
      scope: "sub-regional",
      form: "workshop",
      topicIds: ["valuation"],
      memberIds: ["fiji"],
      cycleId: null,
      startsOn: "2026-10-04",
      endsOn: "2026-10-06",
      place: "Suva",
      hostMemberId: "fiji",
      trainingCentreId: null,
      timeZone: null,
      languages: ["en"],
      funderId: null,
      objectives: ["Value used cars"],
      sessions: ["Methods", "Cases"],
      expertIds: [],
      named: ["Losa Tamani"],
    },
    pack,
    ...made,
  });
  if (!("activityId" in saved)) throw new Error(`unknown ${saved.unknown}`);
  const { activityId } = saved;
  const shortCode = newShortCode();
  const evaluation = await openEvaluation(db, { activityId, pack, letters, shortCode, ...made });
  if (!evaluation || !("round" in evaluation)) throw new Error("not opened");
  const [losa] = await findActivityPeople(db, { activityId });
  return { activityId, roundId: evaluation.round.id, shortCode, personId: losa?.personId ?? "" };
}

async function office(db: Database): Promise<void> {
  await foundOffice(db);
  await publishedSurvey(db, "evaluation");
  await publishedSurvey(db, "pledges");
}

async function send(db: Database, token: string, document: object, at = noon) {
  const place = await openAnswering(db, { token, at });
  if (!("answering" in place)) throw new Error(place.refusal);
  const { answering } = place;
  return submitDocument(db, { answering, document, mode: "strict", clientKey: randomUUID(), language: "en", at });
}

/** One form: overall, both sessions, the facilitator, knowledge before and now. */
const form = (personId: string, overall: number, comment?: string) => ({
  objectives: [{ id: "objective-1", met: 4 }],
  sessions: [{ id: "session-1", usefulness: 5 }, { id: "session-2" }],
  facilitators: [{ id: personId, knowledge: 5, clarity: 4 }],
  overall,
  knowledge_before: 2,
  knowledge_now: 4,
  ...(comment === undefined ? {} : { most_useful: comment }),
});

async function rated(db: Database, ratings: readonly number[], changes: { readonly title?: string } = {}) {
  const workshop = await opened(db, changes);
  for (const [index, overall] of ratings.entries())
    await send(db, workshop.shortCode, form(workshop.personId, overall, index < 2 ? `Comment ${index}` : undefined));
  return workshop;
}

it(
  "an evaluation opens with what the workshop consists of, once, and pledges are made behind the same code",
  database.rolledBack(async (db) => {
    await office(db);
    const { activityId, shortCode, personId } = await opened(db);
    const place = await openAnswering(db, { token: shortCode, at: noon });
    expect("answering" in place && place.answering.given).toMatchObject({
      sessions: [
        { id: "session-1", title: "Methods" },
        { id: "session-2", title: "Cases" },
      ],
      facilitators: [{ id: personId, title: "Losa Tamani" }],
    });
    await expect(openEvaluation(db, { activityId, pack, letters, ...made })).rejects.toMatchObject({
      reason: "evaluationHeld",
    });
    const pledge = { pledges: [{ key: "a1", action: "Write an audit plan" }], member: "fiji" };
    await send(db, `${shortCode}${PLEDGES_SUFFIX}`, pledge);
    expect(await findPledges(db, { activityId })).toMatchObject([{ action: "Write an audit plan", memberId: "fiji" }]);
  }),
);

it(
  "ratings are in time until midnight at the venue, and only their number is known before it closes",
  database.rolledBack(async (db) => {
    await office(db);
    const { activityId, shortCode, personId } = await opened(db);
    const lastMinute = new Date("2026-10-08T11:59:00Z");
    expect(await send(db, shortCode, form(personId, 4), lastMinute)).toMatchObject({ outcome: "submitted" });
    const tooLate = new Date("2026-10-08T12:00:00Z");
    await expect(send(db, shortCode, form(personId, 4), tooLate)).rejects.toMatchObject({ reason: "roundNotOpen" });
    const evaluation = await readEvaluation(db, { activityId });
    expect(evaluation).toMatchObject({ ratings: 1, run: undefined });
    if (!evaluation) return;
    expect(await readComments(db, evaluation)).toEqual({ useful: [], improve: [], organisation: [] });
    await expect(storeEvaluationRun(db, { roundId: evaluation.round.id, pack, ...made })).rejects.toMatchObject({
      reason: "roundNotOpen",
    });
  }),
);

it(
  "closing brings the figures as a stored run: verdict, response rate of those present, means, knowledge",
  database.rolledBack(async (db) => {
    await office(db);
    const { activityId, roundId } = await rated(db, [5, 5, 4, 4, 3, 3]);
    const rows = [{ memberId: "fiji", attendance: "present" as const, gender: null, count: 8 }];
    await saveAttendance(db, { activityId, rows, ...made });
    await closeEvaluation(db, { roundId, pack, ...made });
    const evaluation = await readEvaluation(db, { activityId });
    const { inputs, result } = evaluation?.run?.document ?? {};
    expect(inputs).toMatchObject({ forms: 6, participants: 8 });
    expect(result?.verdict).toMatchObject({
      value: { mean: { value: 4 } },
      official: true,
      outcome: "metOnAverageOnly",
      responseRate: { value: 0.75 },
    });
    expect(result?.learning).toMatchObject({ n: 6, change: { value: 2 } });
    const stored = await findAnalysisRun(db, evaluation?.run?.id ?? "");
    expect(parseEvaluation(stored?.document ?? "").scene).toMatchObject({ activityId, roundId });
    // What never changes holds no words of anybody.
    expect(stored?.document).not.toContain("Comment");
    if (evaluation) expect((await readComments(db, evaluation)).useful).toEqual(["Comment 0", "Comment 1"]);
  }),
);

it(
  "the same ratings give the same bytes, whatever the order they came in",
  database.rolledBack(async (db) => {
    await office(db);
    const { roundId } = await rated(db, [5, 2, 4, 4, 3]);
    await closeEvaluation(db, { roundId, pack, ...made });
    const again = () => storeEvaluationRun(db, { roundId, pack, ...made });
    const first = await again();
    expect((await again())?.sha256).toBe(first?.sha256);
  }),
);

it(
  "fewer than five ratings are calculated for nobody",
  database.rolledBack(async (db) => {
    await office(db);
    const { activityId, roundId } = await rated(db, [5, 5, 5, 5]);
    await closeEvaluation(db, { roundId, pack, ...made });
    expect(await readEvaluation(db, { activityId })).toMatchObject({ ratings: 4, run: undefined });
  }),
);

it(
  "outside the office there are no facilitators, no counts, and no item that fewer than five rated",
  database.rolledBack(async (db) => {
    await office(db);
    const { activityId, roundId } = await rated(db, [5, 5, 4, 4, 3]);
    await closeEvaluation(db, { roundId, pack, ...made });
    const document = (await readEvaluation(db, { activityId }))?.run?.document;
    if (!document) throw new Error("no figures");
    const inside = describeEvaluation(document, { office: true, t });
    expect(inside.items.find(({ measure }) => measure === "satisfaction")?.counts).toEqual([0, 0, 1, 2, 2]);
    expect(inside.items.filter(({ measure }) => measure === "facilitator")).toHaveLength(2);
    const outside = describeEvaluation(document, { office: false, t });
    expect(outside.items.some(({ measure, counts }) => measure === "facilitator" || counts !== null)).toBe(false);
    const few = { ...document, result: { ...document.result } };
    const items = document.result.items.map((item) => ({ ...item, n: Math.min(item.n, 4) }));
    const small = describeEvaluation({ ...few, result: { ...few.result, items } }, { office: false, t });
    expect(small.items.every(({ mean, lower }) => mean === null && lower === null)).toBe(true);
  }),
);

it(
  "the year's value is the mean of the workshops' means, those with few answers counted apart",
  database.rolledBack(async (db) => {
    await office(db);
    const good = await rated(db, [5, 5, 5, 5, 5, 5, 5, 5], { title: "Good" });
    const poor = await rated(db, [2, 2, 2, 2, 2], { title: "Poor" });
    const small = await rated(db, [1], { title: "Small" });
    for (const { roundId } of [good, poor, small]) await closeEvaluation(db, { roundId, pack, ...made });
    const year = await describeYear({ db, pack, now: () => noon }, { cycle: "2026-2027", t });
    expect(year.finding).toContain("3.50 on average over 2 workshops");
    expect(year.rows.map(({ title, outcome }) => [title, outcome]).sort()).toEqual([
      ["Good", "metOnAverageOnly"],
      ["Poor", "missed"],
    ]);
    expect(year.terms).toContainEqual(["Closed with fewer than five answers", "1"]);
    const facilitation = await readFacilitation(db, { personIds: [good.personId], t });
    expect(facilitation?.rows).toMatchObject([{ name: "Losa Tamani", forms: 13, workshops: 2, mean: "4.50" }]);
  }),
);

it(
  "an evaluation whose last day is over at its venue is closed by itself, once",
  database.rolledBack(async (db) => {
    await office(db);
    const { activityId } = await rated(db, [5, 5, 4, 4, 4]);
    await closeEndedEvaluations(db, { pack, at: noon });
    expect((await readEvaluation(db, { activityId }))?.round.state).toBe("open");
    await closeEndedEvaluations(db, { pack, at: later });
    const evaluation = await readEvaluation(db, { activityId });
    expect(evaluation).toMatchObject({ round: { state: "closed" }, run: { document: { inputs: { forms: 5 } } } });
    await closeEndedEvaluations(db, { pack, at: later });
    expect((await readEvaluation(db, { activityId }))?.run?.id).toBe(evaluation?.run?.id);
  }),
);

describe("a short code", () => {
  it("has eight signs that are not read for one another", () => {
    for (let tries = 0; tries < 200; tries++) expect(newShortCode()).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
  });

  it("takes no sign more often: the last values of a byte are passed over", () => {
    const bytes = [255, 250, 248, 0, 1, 2, 3, 4, 5, 6, 7];
    expect(newShortCode((size) => Uint8Array.from(bytes.splice(0, size)))).toBe("23456789");
  });

  it("is found however it is typed", () => {
    const code = "ABCD2345";
    expect(typedShortCode(shownShortCode(code))).toBe(code);
    expect(typedShortCode(" abcd 2345 ")).toBe(code);
    expect(typedShortCode("ABCD234")).toBeUndefined();
    expect(typedShortCode("ABCD234O")).toBeUndefined();
  });
});
