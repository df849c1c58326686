import { expect, it } from "vitest";
import { analyseSupply } from "~/analysis/supply/analyse-supply";
import { gatherSupply } from "~/app/operations/supply/gather-supply";
import { importOffers } from "~/app/operations/supply/import-offers";
import { readSupply, readSupplyRun, supplyOfColumn } from "~/app/operations/supply/read-supply";
import { findSupplyRound, modesOfAnswers, requestSupplyRun, storeSupplyRun } from "~/app/operations/supply/run-supply";
import type { SupplyTask } from "~/app/operations/supply/supply-document";
import { findAnalysisRun, findRunRevisionIds } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { testDatabase } from "../../support/database";
import { demonstrationOffice, RIVER_PROVINCES } from "../../support/demonstration";
import { bundledOffice, heldSurvey } from "../../support/held-survey";
import { noon, system } from "../../support/office";

const database = testDatabase();

async function gathered(db: Database, pack: RegionPack, roundId: string): Promise<SupplyTask> {
  const task = await gatherSupply(db, { roundId, modes: modesOfAnswers(pack), defaultLanguage: "en", at: noon });
  if (!task) throw new Error("no such round");
  return task;
}

const analysed = ({ inputs, parameters }: SupplyTask) => analyseSupply({ ...inputs, ...parameters });

it(
  "stores the same bytes from the same answers and register, with the revisions that were counted",
  database.rolledBack(async (db) => {
    const { pack, cycle, version } = await bundledOffice(db);
    const answering = pack.members.slice(0, 6).map(({ id }) => id);
    const round = await heldSurvey(db, { pack, cycleId: cycle.id, versionId: version.id, answering });
    await importOffers(db, { roundId: round.id, actor: system, at: noon });

    const [task, again] = [await gathered(db, pack, round.id), await gathered(db, pack, round.id)];
    expect(again).toEqual(task);
    expect(task.inputs).toMatchObject({ answered: 6 });
    expect(task.inputs.people).toHaveLength(12);
    expect(task.inputs.requests).toHaveLength(6);

    const first = await storeSupplyRun(db, { task, result: analysed(task), actor: system, at: noon });
    const later = new Date("2026-10-05T13:00:00Z");
    const second = await storeSupplyRun(db, { task: again, result: analysed(again), actor: system, at: later });
    const stored = await findAnalysisRun(db, first.id);
    expect(stored?.document).toBe((await findAnalysisRun(db, second.id))?.document);
    expect(stored?.inputSha256).toBe(task.inputSha256);
    expect((await findRunRevisionIds(db, first.id)).toSorted()).toEqual(task.revisionIds.toSorted());
    expect(task.revisionIds).toHaveLength(6);
  }),
);

it(
  "counts other inputs as another run: one more person in the register changes hash and seed",
  database.rolledBack(async (db) => {
    const { pack, cycle, version } = await bundledOffice(db);
    const answering = pack.members.slice(0, 3).map(({ id }) => id);
    const round = await heldSurvey(db, { pack, cycleId: cycle.id, versionId: version.id, answering });
    const before = await gathered(db, pack, round.id);
    await importOffers(db, { roundId: round.id, actor: system, at: noon });
    const after = await gathered(db, pack, round.id);
    expect(after.inputSha256).not.toBe(before.inputSha256);
    expect(after.parameters.seed).not.toBe(before.parameters.seed);
    expect(after.revisionIds).toEqual(before.revisionIds);
  }),
);

it(
  "runs for a region of other topics, members and areas without a word of the first",
  database.rolledBack(async (db) => {
    const { pack } = await demonstrationOffice(db, { folder: RIVER_PROVINCES });
    const round = await findSupplyRound(db);
    if (!round) throw new Error("the demonstration has no needs survey");
    const job = await requestSupplyRun(db, { pack, actor: system, at: noon });
    expect(job).toMatchObject({ kind: "supply", subjectId: round.id });
    expect((await requestSupplyRun(db, { pack, actor: system, at: noon }))?.id).toBe(job?.id);

    const task = await gathered(db, pack, round.id);
    const run = await storeSupplyRun(db, { task, result: analysed(task), actor: system, at: noon });
    const document = await readSupplyRun(db, run.id);
    if (!document) throw new Error("the run was not stored");
    const areas = new Set(pack.topics.map(({ accreditationArea }) => accreditationArea));
    expect(document.result.quadrants.length).toBeGreaterThan(0);
    for (const { area } of document.result.quadrants) expect(areas).toContain(area);
    const { requested, implied, planned } = document.result.demand;
    expect(supplyOfColumn(document, "requested").missions).toHaveLength(requested.length);
    expect(supplyOfColumn(document, "scenario").missions).toHaveLength(requested.length + implied.length);
    expect(supplyOfColumn(document, "planned").missions).toHaveLength(planned.length);
    expect(requested.length).toBeGreaterThan(0);
    expect(JSON.stringify(document)).not.toMatch(/fiji|valuation|customs|pca/i);
    expect((await readSupply(db)).run?.id).toBe(run.id);
  }),
);
