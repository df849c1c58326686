import { expect, test } from "vitest";
import { insertCycle } from "~/db/cycles";
import { findFunders, findMembers, findTopics } from "~/db/members";
import { findPlanFramework } from "~/db/plan-framework";
import { loadReference } from "~/db/reference";
import { referenceRowsOf } from "~/db/reference-rows";
import { cycleOfPlan } from "~/db/regions/cycle-dates";
import { loadPack } from "~/db/regions/read-pack";
import { testDatabase } from "../support/database";

const database = testDatabase();

test(
  "the bundled region fits the tables, also when it is loaded again",
  database.rolledBack(async (db) => {
    const pack = await loadPack("db/regions/asia-pacific");
    await insertCycle(db, cycleOfPlan(pack));
    await loadReference(db, referenceRowsOf(pack));
    await loadReference(db, referenceRowsOf(pack));

    expect(await findMembers(db)).toHaveLength(pack.manifest.counts.members);
    expect(await findTopics(db, { ratedOnly: true })).toHaveLength(pack.manifest.counts.ratedTopics);
    expect((await findFunders(db)).map(({ id }) => id)).toEqual(pack.funders.map(({ id }) => id));
    const plan = await findPlanFramework(db, pack.planFramework.id);
    const actions = plan?.pillars.flatMap((pillar) => pillar.actions);
    expect(actions).toHaveLength(pack.manifest.counts.actions);
    expect(actions?.[0]).toMatchObject({ id: "1-a", milestones: [{ objective: "1.1.1", number: 1 }] });
  }),
);
