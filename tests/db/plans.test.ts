import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findActivities } from "~/db/activities";
import {
  findAnalysisRun,
  findLatestAnalysisRun,
  findPublishedRankings,
  insertAnalysisRun,
  publishRanking,
} from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { approveProposal, findPlanListings, findPlanOfCycle, loadPlan, type PlanContent } from "~/db/plans";
import { findProposal, insertProposal, lockLine, saveSolvedLines, updateProposal } from "~/db/proposals";
import { testDatabase } from "../support/database";
import { foundOffice, hashOf, noon, system } from "../support/office";

const database = testDatabase();
const change = { actor: system, at: noon };

const content: PlanContent = {
  frameworkId: "plan",
  title: "Plan 2026-2027",
  document: '{"lines":[]}',
  activities: [
    {
      id: "aeo-fiji",
      title: "AEO for Fiji",
      scope: "national",
      form: "workshop",
      topicIds: ["aeo"],
      memberIds: ["fiji"],
    },
  ],
  listings: [
    { id: "1-a-01", actionId: "1-a", activityId: "aeo-fiji", title: "AEO for Fiji" },
    { id: "1-b-01", actionId: "1-b", activityId: "aeo-fiji", title: "AEO for Fiji" },
  ],
};

async function proposed(db: Database) {
  await foundOffice(db);
  const line = { kind: "needs" as const, content: { title: "AEO" }, included: true };
  return insertProposal(db, {
    cycleId: "2026-2027",
    name: "First draft",
    settings: { budget: 100 },
    lines: [
      { ...line, id: "aeo" },
      { ...line, id: "valuation", included: false },
    ],
    ...change,
  });
}

async function calculated(db: Database) {
  return insertAnalysisRun(db, {
    run: {
      kind: "ranking",
      document: '{"b":1,"a":[2.50]}',
      inputSha256: hashOf("inputs"),
      parameters: { seed: 1 },
      methods: { "mean-weighted-discrepancy": 1 },
      revisionIds: [],
    },
    ...change,
  });
}

describe("a proposal", () => {
  test(
    "changed by two planners at once keeps one change and refuses the other",
    database.committed(async (db) => {
      const { id } = await proposed(db);
      const outcomes = await Promise.allSettled(
        ["lower", "higher"].map((name) => updateProposal(db, { id, baseRevision: 1, name, ...change })),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    }),
  );

  test(
    "keeps a lock set by hand over the next solve",
    database.rolledBack(async (db) => {
      const { id } = await proposed(db);
      await lockLine(db, { id, baseRevision: 1, lineId: "valuation", lock: "in", ...change });
      const run = await calculated(db);
      const line = { kind: "needs" as const, content: {}, included: true };
      await saveSolvedLines(db, {
        id,
        baseRevision: 2,
        solveRunId: run.id,
        lines: [
          { ...line, id: "valuation" },
          { ...line, id: "new" },
        ],
        ...change,
      });
      expect((await findProposal(db, id))?.lines).toMatchObject([
        { id: "valuation", lock: "in" },
        { id: "new", lock: null },
      ]);
    }),
  );

  test(
    "approved twice at once gives one plan and one conflict",
    database.committed(async (db) => {
      const { id } = await proposed(db);
      const approve = () =>
        approveProposal(db, { proposalId: id, baseRevision: 1, content, approvedByName: "Head of Office", ...change });
      const outcomes = await Promise.allSettled([approve(), approve()]);
      const lost = outcomes.find((outcome) => outcome.status === "rejected");
      expect(lost?.reason).toMatchObject({ reason: "alreadyApproved" });
      const plan = await findPlanOfCycle(db, "2026-2027");
      expect(plan).toMatchObject({ edition: 1, approvedByName: "Head of Office", document: '{"lines":[]}' });
      expect(await findPlanListings(db, plan?.id ?? "")).toHaveLength(2);
      expect(await findActivities(db, { memberId: "fiji" })).toMatchObject([{ id: "aeo-fiji", topicIds: ["aeo"] }]);
    }),
  );

  test(
    "for a cycle that has a plan is approved as its amendment only",
    database.rolledBack(async (db) => {
      const { id } = await proposed(db);
      const printed = await loadPlan(db, { cycleId: "2026-2027", content, at: noon });
      const approval = { proposalId: id, baseRevision: 1, content, approvedByName: "Head", ...change };
      await expect(approveProposal(db, approval)).rejects.toMatchObject({ reason: "planExists" });
      expect(await approveProposal(db, { ...approval, replaces: printed.id })).toMatchObject({ edition: 2 });
    }),
  );

  test(
    "can no longer be changed after its approval",
    database.rolledBack(async (db) => {
      const { id } = await proposed(db);
      await approveProposal(db, { proposalId: id, baseRevision: 1, content, approvedByName: "Head", ...change });
      await expect(updateProposal(db, { id, baseRevision: 1, name: "x", ...change })).rejects.toMatchObject({
        reason: "proposalChanged",
      });
    }),
  );
});

test(
  "the printed plan is loaded once",
  database.rolledBack(async (db) => {
    await foundOffice(db);
    const first = await loadPlan(db, { cycleId: "2026-2027", content, at: noon });
    expect(await loadPlan(db, { cycleId: "2026-2027", content, at: noon })).toEqual(first);
  }),
);

describe("an analysis run", () => {
  test(
    "gives its document back byte for byte, with its hash",
    database.rolledBack(async (db) => {
      const { id, sha256 } = await calculated(db);
      expect(await findAnalysisRun(db, id)).toMatchObject({ document: '{"b":1,"a":[2.50]}' });
      expect(sha256).toBe(hashOf('{"b":1,"a":[2.50]}'));
      expect(await findLatestAnalysisRun(db, { kind: "ranking" })).toMatchObject({ id });
    }),
  );

  test(
    "is published once by a name that nobody else has, and cannot be moved afterwards",
    database.rolledBack(async (db) => {
      const [first, second] = [await calculated(db), await calculated(db)];
      const ranking = { name: "Priorities 2026", note: "Agreed.", publishedByName: "Mere Tuilagi", ...change };
      await publishRanking(db, { ...ranking, runId: first.id });
      await expect(publishRanking(db, { ...ranking, runId: first.id })).rejects.toMatchObject({
        reason: "alreadyPublished",
      });
      await expect(publishRanking(db, { ...ranking, runId: second.id })).rejects.toMatchObject({ reason: "nameTaken" });
      const move = db.transaction((tx) => tx.execute(sql`update published_ranking set run_id = ${second.id}`));
      await expect(move).rejects.toMatchObject({ cause: { code: "23001" } });
      expect(await findPublishedRankings(db)).toMatchObject([{ runId: first.id }]);
    }),
  );
});
