import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { insertAnalysisRun } from "~/db/analysis-runs";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { decideAdjustment, findAdjustments, insertAdjustments, isReversed } from "~/db/feedback";
import { testDatabase } from "../support/database";
import { foundOffice, noon, openedRound, published, system } from "../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const KEY = '["actionsDone","fiji","aeo",null,null]';

async function derived(db: Database, roundId: string, { factor = 0.75 } = {}) {
  const { id: runId } = await insertAnalysisRun(db, {
    run: {
      kind: "feedback",
      roundId,
      document: "{}",
      inputSha256: "0".repeat(64),
      parameters: {},
      methods: {},
      revisionIds: [],
    },
    ...made,
  });
  const about = { memberId: "fiji", topicId: "aeo", activityId: null, subject: null };
  await insertAdjustments(db, {
    runId,
    roundId,
    adjustments: [
      { key: KEY, rule: "actionsDone", ...about, factor, trainable: null, mark: null, evidence: { share: 0.5 } },
    ],
  });
  const [stored] = await findAdjustments(db, roundId);
  if (!stored) throw new Error("no adjustment was stored");
  return stored;
}

async function surveyed(db: Database): Promise<string> {
  await foundOffice(db);
  const { id: versionId } = await published(db);
  return (await openedRound(db, { versionId })).id;
}

const why = { reason: "The workshop was on another subject.", byName: "Aiko Mori", ...made };

it(
  "an adjustment is taken back and put in force again by name, each time with its reason and in the audit trail",
  database.rolledBack(async (db) => {
    const roundId = await surveyed(db);
    const { id } = await derived(db, roundId);
    await decideAdjustment(db, { id, decision: "reversed", ...why });
    const [reversed] = await findAdjustments(db, roundId);
    expect(reversed).toMatchObject({ factor: 0.75, decisions: [{ reason: why.reason, byName: "Aiko Mori" }] });
    expect(reversed && isReversed(reversed)).toBe(true);
    await decideAdjustment(db, { id, decision: "restored", ...why });
    const [restored] = await findAdjustments(db, roundId);
    expect(restored && isReversed(restored)).toBe(false);
    const events = await findAuditEvents(db, { action: "adjustment:" });
    expect(events.map(({ action, subjectId }) => [action, subjectId])).toEqual([
      ["adjustment:restored", id],
      ["adjustment:reversed", id],
    ]);
  }),
);

it(
  "what was decided holds for the next run, whose figures are newer",
  database.rolledBack(async (db) => {
    const roundId = await surveyed(db);
    const first = await derived(db, roundId);
    await decideAdjustment(db, { id: first.id, decision: "reversed", ...why });
    const again = await derived(db, roundId, { factor: 0.5 });
    expect(again).toMatchObject({ factor: 0.5 });
    expect(isReversed(again)).toBe(true);
    expect(await findAdjustments(db, roundId)).toHaveLength(1);
  }),
);

it(
  "of two who take it back at once one is told that it is done",
  database.committed(async (db) => {
    const roundId = await surveyed(db);
    const { id } = await derived(db, roundId);
    const both = await Promise.allSettled([
      decideAdjustment(db, { id, decision: "reversed", ...why }),
      decideAdjustment(db, { id, decision: "reversed", ...why }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { reason: "alreadyDecided" } });
    expect((await findAdjustments(db, roundId))[0]?.decisions).toHaveLength(1);
  }),
);

it(
  "a factor is set by hand within half and whole, beside the one that was derived",
  database.rolledBack(async (db) => {
    const roundId = await surveyed(db);
    const { id } = await derived(db, roundId);
    await decideAdjustment(db, { id, decision: "set", factor: 0.9, ...why });
    expect((await findAdjustments(db, roundId))[0]).toMatchObject({ factor: 0.75, decisions: [{ factor: 0.9 }] });
    await expect(decideAdjustment(db, { id, decision: "set", factor: 0.4, ...why })).rejects.toThrow(RangeError);
    await expect(decideAdjustment(db, { id, decision: "set", ...why })).rejects.toThrow(RangeError);
    const nowhere = "01980000-0000-7000-8000-00000000dead";
    expect(await decideAdjustment(db, { id: nowhere, decision: "reversed", ...why })).toBeUndefined();
  }),
);

it(
  "neither what was derived nor what was decided can be rewritten",
  database.committed(async (db) => {
    const roundId = await surveyed(db);
    const { id } = await derived(db, roundId);
    await decideAdjustment(db, { id, decision: "reversed", ...why });
    for (const change of ["update adjustment set factor = 1", "delete from adjustment_decision"])
      await expect(db.execute(sql.raw(change))).rejects.toMatchObject({ cause: { code: "23001" } });
  }),
);
