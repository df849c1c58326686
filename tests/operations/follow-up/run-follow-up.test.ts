import { expect, test } from "vitest";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { findFollowUp, runFollowUp } from "~/app/operations/follow-up/run-follow-up";
import type { Database } from "~/db/engine/database";
import { opened, publishedSurvey, sentSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import {
  administrationsAsked,
  answered,
  cycle,
  MERE,
  participantsAsked,
  pledgedWorkshop,
  secretOf,
} from "../../support/followed-workshop";
import { NEEDS_GIVEN, needsAnswers } from "../../support/needs-answers";
import { noon, system } from "../../support/office";

const database = testDatabase();
const made = { cycleId: cycle.id, actor: system, at: noon };

async function results(db: Database) {
  await runFollowUp(db, made);
  const found = await findFollowUp(db, { cycleId: cycle.id });
  if (!found) throw new Error("nothing was stored");
  return found.document;
}

test(
  "pledges, obstacles, evidence and colleagues are counted, each of how many",
  database.rolledBack(async (db) => {
    const { activityId } = await pledgedWorkshop(db);
    const held = await participantsAsked(db, activityId);
    const { given } = await opened(db, secretOf(held, MERE));
    const pledges = (given.pledges ?? []).map(({ id, title }) =>
      title === "Rewrite the checklist"
        ? { id, title, status: "under-way", evidence: "Circular 12", colleagues_trained: 9 }
        : { id, title, status: "stuck", obstacle_kind: "staffing" },
    );
    await answered(db, secretOf(held, MERE), { pledges });
    const { all, byActivity, input } = await results(db);
    expect(all.pledges).toMatchObject({ made: 4, asked: 3, answered: 2, responseRate: { value: 2 / 3 } });
    expect(all.obstacles).toEqual([{ id: "staffing", count: 1 }]);
    expect(all).toMatchObject({ documented: 1, trained: { sum: 9, n: 1 } });
    expect(byActivity).toMatchObject([{ activity: activityId, summary: { pledges: { made: 4 } } }]);
    expect(input.words.obstacles.find(({ id }) => id === "staffing")?.name.fr).toBe("Effectifs");
    expect(JSON.stringify(input)).not.toContain(MERE);
  }),
);

test(
  "administrations are asked about the workshops that their officers attended, and no other member is",
  database.rolledBack(async (db) => {
    const { activityId } = await pledgedWorkshop(db);
    const held = await administrationsAsked(db, [activityId]);
    expect(held.links.map(({ label }) => label)).toEqual(["Fiji", "Nepal"]);
    const title = "Workshop on classification";
    const workshops = [
      {
        id: activityId,
        title,
        reporting_session: "held",
        colleagues_reached: 40,
        change_made: "begun",
        change: "Forms",
      },
    ];
    await answered(db, secretOf(held, "Fiji"), { workshops });
    const { all } = await results(db);
    expect(all.administrations).toMatchObject({ asked: 2, answered: 1, reached: { sum: 40, n: 1 } });
    expect(all.administrations.changes).toContainEqual({ id: "begun", count: 1 });
  }),
);

test(
  "a need that the next survey states as before is found, with the workshop that was to close it",
  database.rolledBack(async (db) => {
    const { activityId } = await pledgedWorkshop(db, { topicIds: ["hs"] });
    const version = await publishedSurvey(db, "needs");
    const ask = async (name: string, at: Date) => {
      const round = { name, opensOn: "2026-09-01", closesOn: "2026-12-31" };
      const { token } = await sentSurvey(db, { versionId: version.id, given: NEEDS_GIVEN, round });
      const answers = { importance_revenue: { hs: 5 }, capability_revenue: { hs: 2 } };
      return { token, at, document: needsAnswers({ answers }) };
    };
    for (const { token, at, document } of [
      await ask("Before", new Date("2026-09-15T12:00:00Z")),
      await ask("After", new Date("2026-11-15T12:00:00Z")),
    ]) {
      const answering = await opened(db, token, at);
      const sent = await submitDocument(db, {
        answering,
        document,
        mode: "strict",
        clientKey: "k",
        language: "en",
        at,
      });
      expect(sent.outcome).toBe("submitted");
    }
    const { trained } = await results(db);
    expect(trained.needs).toMatchObject([{ activity: activityId, member: "fiji", gapBefore: 3, gapAfter: 3 }]);
    expect(trained).toMatchObject({ stillAsk: 1, unchanged: 1, notAskedSince: 1 });
  }),
);

test(
  "the same answers give the same run, and a further answer another one",
  database.rolledBack(async (db) => {
    const { activityId } = await pledgedWorkshop(db);
    const held = await participantsAsked(db, activityId);
    const first = await runFollowUp(db, made);
    expect((await runFollowUp(db, made)).id).toBe(first.id);
    const { given } = await opened(db, secretOf(held, "Nepal"));
    await answered(db, secretOf(held, "Nepal"), {
      pledges: (given.pledges ?? []).map(({ id, title }) => ({ id, title, status: "dropped" })),
    });
    expect((await runFollowUp(db, made)).id).not.toBe(first.id);
  }),
);
