import { describe, expect, test } from "vitest";
import { enterFigure } from "~/app/operations/kpis/enter-figure";
import { judgeFigure } from "~/app/operations/kpis/kpi-figure";
import { kpiRows, readBoard } from "~/app/operations/kpis/read-board";
import { endRound } from "~/app/operations/rounds/hold-round";
import { insertActivity, saveParticipants } from "~/db/activities";
import { submitAnonymously } from "~/db/anonymous-responses";
import { findAuditEvents } from "~/db/audit";
import { insertCycle, openFirstCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findKpiEntries } from "~/db/kpi-entries";
import { loadPack } from "~/db/regions/read-pack";
import { insertMission, insertRequest } from "~/db/requests";
import { testDatabase } from "../../support/database";
import { bundledOffice, heldSurvey } from "../../support/held-survey";
import { answers, closedItem, noon, openedRound, published, system } from "../../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const thisCycle = "2026-2027";

/** The bundled region at work in 2026-2027, four months in. */
async function office(db: Database) {
  const founded = await bundledOffice(db);
  await insertCycle(db, { id: thisCycle, startsOn: "2026-07-01", endsOn: "2027-06-30" });
  await openFirstCycle(db, { id: thisCycle, at: noon });
  const board = async (cycleId?: string, at = noon) => {
    const read = await readBoard(db, { pack: founded.pack, cycleId, at });
    const cellOf = (action: string) => {
      const row = read?.rows.find(
        ({ actionId, frameworkId }) => actionId === action && frameworkId.startsWith("strat"),
      );
      return row?.cells.at(-1);
    };
    return { read, cellOf };
  };
  return { ...founded, board };
}

function held(
  db: Database,
  topic: string,
  startsOn: string,
  changes: { trainingCentreId?: string; cycleId?: string } = {},
) {
  return insertActivity(db, {
    activity: {
      title: `${topic} of ${startsOn}`,
      scope: "regional",
      form: "workshop",
      state: "held",
      cycleId: thisCycle,
      startsOn,
      endsOn: startsOn,
      topicIds: [topic],
      memberIds: [],
      ...changes,
    },
    ...made,
  });
}

describe("the rows of the board", () => {
  test("are all 34 actions of the bundled strategic plan with their 35 targets, 16 of them counted", async () => {
    const rows = kpiRows(await loadPack("db/regions/asia-pacific"));
    expect(new Set(rows.map(({ actionId }) => actionId)).size).toBe(34);
    expect(rows).toHaveLength(35);
    expect(rows.filter(({ computation }) => computation !== null)).toHaveLength(16);
  });

  test("of another region are its own targets, with the KPI that only its annual plan has", async () => {
    const rows = kpiRows(await loadPack("tests/fixtures/regions/river-provinces"));
    expect(rows.map(({ frameworkId, actionId, computation }) => `${frameworkId} ${actionId} ${computation}`)).toEqual([
      "water-road 1-a null",
      "water-road 1-b activitiesOnTopics",
      "water-road 1-c averageEvaluation",
      "river-plan-2026 2-a membersContributing",
    ]);
  });
});

test(
  "what was held is counted by month, by topic and at training centres, each with what it was counted from",
  database.rolledBack(async (db) => {
    const { board } = await office(db);
    await held(db, "risk-management", "2026-07-14");
    await held(db, "risk-management", "2026-07-21");
    await held(db, "ipr", "2026-09-08", { trainingCentreId: "rtc-china" });
    await held(db, "integrity", "2026-02-10", { cycleId: "2025-2026" });
    const { cellOf } = await board();
    // July, August, September, October so far.
    expect(cellOf("3-f")).toMatchObject({ figure: { value: 2, of: 4 }, outcome: "notYet" });
    expect(cellOf("1-o")).toMatchObject({ figure: { value: 2 }, outcome: "notYet" });
    expect(cellOf("1-p")?.figure).toMatchObject({ value: 1, evidence: [{ title: "ipr of 2026-09-08" }] });
    expect(cellOf("1-r")).toMatchObject({ figure: { value: 1 }, outcome: "met" });
    expect(cellOf("3-j")).toMatchObject({ figure: { value: 1 }, outcome: "met" });
    const later = await board(thisCycle, new Date("2027-07-02T12:00:00Z"));
    expect(later.cellOf("3-f")).toMatchObject({ figure: { value: 2, of: 12 }, outcome: "missed" });
  }),
);

test(
  "members that contributed are those whose answers count, of all members; without a survey there is no figure",
  database.rolledBack(async (db) => {
    const { pack, version, board } = await office(db);
    expect((await board()).cellOf("3-e")).toMatchObject({
      figure: { value: null, reason: "noSurvey" },
      outcome: "noFigure",
    });
    const answering = ["fiji", "japan", "malaysia"];
    await heldSurvey(db, { pack, cycleId: thisCycle, versionId: version.id, answering });
    const { cellOf, read } = await board();
    expect(cellOf("3-e")).toMatchObject({ figure: { value: 3, n: 3, of: 35 }, outcome: "notYet" });
    expect(cellOf("3-e")?.figure.evidence[0]?.href).toMatch(/^\/rounds\//);
    expect(cellOf("3-d")).toMatchObject({ figure: { value: 1 }, outcome: "met" });
    // The year before has neither a round nor an activity: it is unknown, not zero.
    expect(read?.rows.find(({ actionId }) => actionId === "3-d")?.cells[0]?.figure).toMatchObject({
      value: null,
      reason: "notKept",
    });
  }),
);

test(
  "the average evaluation is the plain one of all ratings, without workshops of fewer than five",
  database.rolledBack(async (db) => {
    const { board } = await office(db);
    const item = closedItem("overall", {
      measure: "satisfaction",
      unit: null,
      unitId: null,
      scaleKey: "1|2|3|4|5",
    });
    const version = await published(db, { id: "evaluation", anonymous: true, items: [item] });
    const rate = async (name: string, ratings: readonly number[]) => {
      const round = await openedRound(db, {
        versionId: version.id,
        name,
        anonymous: true,
        audience: "shared",
        timeZone: "UTC",
      });
      for (const [at, rating] of ratings.entries())
        await submitAnonymously(db, {
          roundId: round.id,
          versionId: version.id,
          key: `${name} ${at}`,
          answers: answers({ codes: [rating - 1], numbers: [], rows: [] }),
          receivedAt: noon,
        });
      return round.id;
    };
    const first = await rate("First workshop", [5, 5, 4, 4, 4]);
    const second = await rate("Second workshop", [3, 4, 4, 4, 4, 5]);
    const small = await rate("Small workshop", [1, 1, 1, 1]);
    expect((await board()).cellOf("3-g")?.figure).toMatchObject({ value: null, reason: "noEvaluation" });
    await endRound(db, { roundId: small, ...made });
    expect((await board()).cellOf("3-g")?.figure).toMatchObject({ value: null, reason: "fewRatings" });
    for (const roundId of [first, second]) await endRound(db, { roundId, ...made });
    expect((await board()).cellOf("3-g")).toMatchObject({ figure: { value: 46 / 11, n: 11 }, outcome: "met" });
    expect((await board()).cellOf("3-g")?.figure.evidence.map(({ title }) => title)).toEqual([
      "First workshop",
      "Second workshop",
    ]);
  }),
);

test(
  "experts used are missions that were asked for and had somebody who was accredited on that day",
  database.rolledBack(async (db) => {
    const { board } = await office(db);
    const request = await insertRequest(db, {
      request: { memberId: "fiji", topicId: "pca", cycleId: thisCycle, result: "Auditors" },
      ...made,
    });
    const person = "01980000-0000-7000-8000-0000000000e1";
    await db.execute(
      `insert into person (id, name, language, created_at) values ('${person}', 'Expert 1', 'en', now())`,
    );
    await db.execute(`insert into expert (person_id, kind, released) values ('${person}', 'pool', true)`);
    await db.execute(
      `insert into standing (person_id, area_id, step, since) values
        ('${person}', 'pca', 'preAccredited', '2025-01-01'), ('${person}', 'pca', 'accredited', '2026-08-15')`,
    );
    const mission = (startsOn: string, requestId: string | null) =>
      insertMission(db, {
        mission: { memberId: "fiji", topicId: "pca", kind: "support", requestId, startsOn, endsOn: startsOn },
        seats: [{ seat: "lead", personId: person }],
        ...made,
      });
    await mission("2026-09-01", null);
    expect((await board()).cellOf("3-a")?.figure).toMatchObject({ value: null, reason: "noRequestedMission" });
    await mission("2026-08-01", request.id);
    await mission("2026-09-15", request.id);
    expect((await board()).cellOf("3-a")).toMatchObject({ figure: { value: 0.5, n: 1, of: 2 }, outcome: "met" });
  }),
);

test(
  "women are counted among those whose gender is noted, at the activities that were held",
  database.rolledBack(async (db) => {
    const { board } = await office(db);
    const activityId = await held(db, "ipr", "2026-09-08");
    const participants = [
      { memberId: "fiji", gender: "woman", attendance: "present", count: 3 },
      { memberId: "fiji", gender: "man", attendance: "present", count: 1 },
      { memberId: "japan", attendance: "present", count: 2 },
      { memberId: "nepal", gender: "woman", attendance: "expected", count: 9 },
    ] as const;
    await saveParticipants(db, { activityId, participants, ...made });
    expect((await board()).read?.attendance).toEqual({ participants: 6, known: 4, women: 3 });
  }),
);

test(
  "a figure is entered once by name; it is put right by a further one, which leaves the first as it was",
  database.committed(async (db) => {
    const { pack, board } = await office(db);
    const row = kpiRows(pack).find(({ actionId }) => actionId === "4-a");
    if (!row) throw new Error("the plan has no action 4-a");
    const figure = { value: 1, of: 1, source: "Newsletter 3", asOf: "2026-09-30" };
    const enter = (changes: Partial<Parameters<typeof enterFigure>[1]>) =>
      enterFigure(db, { row, cycleId: thisCycle, figure, corrects: null, enteredByName: "Ana", ...made, ...changes });

    const outcomes = await Promise.allSettled([enter({}), enter({ enteredByName: "Ben" })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await board()).cellOf("4-a")).toMatchObject({ figure: { value: 1, of: 1 }, outcome: "met" });

    const [first] = await findKpiEntries(db, row.frameworkId);
    const corrects = first?.id ?? null;
    const right = { figure: { ...figure, value: 0 }, corrects };
    const corrections = await Promise.allSettled([enter(right), enter(right)]);
    expect(corrections.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await board()).cellOf("4-a")).toMatchObject({ figure: { value: 0 }, outcome: "notYet" });

    const entries = await findKpiEntries(db, row.frameworkId);
    expect(entries.map(({ value, corrects: of }) => ({ value, of }))).toEqual([
      { value: 1, of: null },
      { value: 0, of: corrects },
    ]);
    await enter({ figure: { ...figure, value: null, of: null }, corrects: entries[1]?.id ?? null });
    expect((await board()).cellOf("4-a")).toMatchObject({ figure: { value: null, reason: "notEntered" } });
    expect(await findAuditEvents(db, { action: "kpi:" })).toHaveLength(3);
    await expect(enter({ corrects, cycleId: "2025-2026" })).rejects.toMatchObject({ reason: "figureChanged" });
    await expect(db.execute("update kpi_entry set value = 9")).rejects.toThrow();
    await expect(db.execute("delete from kpi_entry")).rejects.toThrow();
  }),
);

test("a target is reached at its figure to nine decimals; before the cycle is over it is not missed", () => {
  const target = { kind: "score", atLeast: 4, of: 5, statistic: "average" } as const;
  const judge = (value: number | null, over: boolean) =>
    judgeFigure(target, { value, n: 1, of: null, evidence: [] }, { over });
  expect(judge(4 - 1e-12, true)).toBe("met");
  expect(judge(3.99, true)).toBe("missed");
  expect(judge(3.99, false)).toBe("notYet");
  expect(judge(null, true)).toBe("noFigure");
});
