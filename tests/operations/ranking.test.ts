import { describe, expect, test } from "vitest";
import { rankRound } from "~/app/operations/ranking/rank-round";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { prepareRanking, storeRanking } from "~/app/operations/ranking/run-ranking";
import { findAnalysisRun, findRunRevisionIds } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { testDatabase } from "../support/database";
import { bundledOffice, heldSurvey } from "../support/held-survey";
import { noon, system } from "../support/office";

const database = testDatabase();

async function held(db: Database, { answering = 27 } = {}) {
  const office = await bundledOffice(db);
  const members = office.pack.members.slice(0, answering).map(({ id }) => id);
  const round = await heldSurvey(db, {
    pack: office.pack,
    cycleId: office.cycle.id,
    versionId: office.version.id,
    answering: members,
  });
  return { ...office, round, members };
}

describe("the ranking of a closed survey", () => {
  test(
    "names its revisions, and gives the same bytes from the same answers and seed",
    database.rolledBack(async (db) => {
      const { round, members } = await held(db, { answering: 12 });
      const prepared = await prepareRanking(db, { roundId: round.id, replicates: 200 });
      const again = await prepareRanking(db, { roundId: round.id, replicates: 200 });
      const document = rankRound(prepared.input, prepared);
      expect(rankRound(again.input, again)).toBe(document);

      const run = await storeRanking(db, { prepared, document, actor: system, at: noon });
      const stored = await findAnalysisRun(db, run.id);
      expect(stored?.document).toBe(document);
      expect(stored?.inputSha256).toBe(again.inputSha256);
      expect(stored?.methods).toMatchObject({ "priorities/rank-topics": 1, "uncertainty/bootstrap-ranks": 1 });
      expect(await findRunRevisionIds(db, run.id)).toHaveLength(members.length);
      const made = readRankingRun(document);
      expect(made.views[0]).toMatchObject({ id: "region", n: 12 });
      expect(made.input.members).toHaveLength(35);
    }),
  );
});
