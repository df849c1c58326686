import { expect, test } from "vitest";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { deriveFeedback } from "~/app/operations/feedback/derive-feedback";
import { feedbackInForce } from "~/app/operations/feedback/feedback-in-force";
import type { Database } from "~/db/engine/database";
import { decideAdjustment, findAdjustments } from "~/db/feedback";
import { opened, publishedSurvey, sentSurvey } from "../../support/answering";
import { testDatabase } from "../../support/database";
import { answered, MERE, participantsAsked, pledgedWorkshop, secretOf } from "../../support/followed-workshop";
import { NEEDS_GIVEN, needsAnswers } from "../../support/needs-answers";
import { noon, system } from "../../support/office";

const database = testDatabase();
const made = { actor: system, at: noon };
const need = { member: "fiji", topic: "hs", need: 0.75, trainable: 1, ratedOn: "2026-09-15" };

/** Fiji rated HS 5 and 2 at some moment; Mere says what became of her two pledges. */
async function followedUp(
  db: Database,
  {
    ratedAt = new Date("2026-09-15T12:00:00Z"),
    said = [{ status: "done" }, { status: "stuck", obstacle_kind: "law" }],
  }: { ratedAt?: Date; said?: readonly object[] | null } = {},
) {
  const { activityId } = await pledgedWorkshop(db);
  const version = await publishedSurvey(db, "needs");
  const round = { opensOn: "2026-09-01", closesOn: "2026-12-31" };
  const survey = await sentSurvey(db, { versionId: version.id, given: NEEDS_GIVEN, round });
  const document = needsAnswers({ answers: { importance_revenue: { hs: 5 }, capability_revenue: { hs: 2 } } });
  const answering = await opened(db, survey.token, ratedAt);
  await submitDocument(db, { answering, document, mode: "strict", clientKey: "k", language: "en", at: ratedAt });
  const held = await participantsAsked(db, activityId);
  if (said) {
    const { given } = await opened(db, secretOf(held, MERE));
    const pledges = (given.pledges ?? []).map(({ id, title }, at) => ({ id, title, ...said[at] }));
    await answered(db, secretOf(held, MERE), { pledges });
  }
  const roundId = survey.round.id;
  const run = await deriveFeedback(db, { roundId, ...made });
  return { activityId, roundId, run, adjustments: await findAdjustments(db, roundId) };
}

test(
  "one pledge kept of two takes a quarter off a need rated before, and a law in the way makes it a case for assistance",
  database.rolledBack(async (db) => {
    const { roundId, activityId, adjustments, run } = await followedUp(db);
    const about = adjustments.filter(({ memberId }) => memberId === "fiji");
    expect(about.map(({ rule, factor, trainable, mark }) => ({ rule, factor, trainable, mark }))).toEqual([
      { rule: "actionsDone", factor: 0.75, trainable: null, mark: null },
      { rule: "outsideTraining", factor: 1, trainable: 0.5, mark: "technicalAssistance" },
    ]);
    expect(about[0]).toMatchObject({ activityId, topicId: "hs", evidence: { committed: 2, share: 0.5 } });
    const inForce = await feedbackInForce(db, { roundId, needs: [need] });
    expect(inForce).toMatchObject({ runId: run.id, reversed: [] });
    expect(inForce?.needs).toMatchObject([{ surveyNeed: 0.75, factor: 0.75, need: 0.5625, trainable: 0.5 }]);
  }),
);

test(
  "a need rated after the workshop stays as surveyed, and a record says why",
  database.rolledBack(async (db) => {
    const { roundId, adjustments } = await followedUp(db, { ratedAt: noon });
    expect(adjustments.map(({ rule, memberId }) => [rule, memberId])).toEqual([["freshAnswer", "fiji"]]);
    const inForce = await feedbackInForce(db, { roundId, needs: [{ ...need, ratedOn: "2026-10-05" }] });
    expect(inForce).toMatchObject({ needs: [], applied: [adjustments[0]?.key] });
  }),
);

test(
  "without an answer nothing is taken off, and it is marked unknown",
  database.rolledBack(async (db) => {
    const { adjustments } = await followedUp(db, { said: null });
    expect(adjustments.map(({ factor, mark }) => [factor, mark])).toEqual([[1, "followUpUnknown"]]);
  }),
);

test(
  "what was taken back by name counts no more, also after a new calculation; a factor set by hand does",
  database.rolledBack(async (db) => {
    const { roundId, adjustments } = await followedUp(db);
    const [kept] = adjustments.filter(({ rule }) => rule === "actionsDone");
    const decide = (decision: "reversed" | "restored" | "set", factor?: number) =>
      decideAdjustment(db, {
        id: kept?.id ?? "",
        decision,
        ...(factor && { factor }),
        reason: "-",
        byName: "A",
        ...made,
      });
    await decide("reversed");
    const reversed = await feedbackInForce(db, { roundId, needs: [need] });
    expect(reversed).toMatchObject({ reversed: [kept?.key], needs: [{ factor: 1, trainable: 0.5 }] });
    await deriveFeedback(db, { roundId, kappa: 0.4, ...made });
    expect(await feedbackInForce(db, { roundId, needs: [need] })).toMatchObject({ reversed: [kept?.key] });
    await decide("restored");
    await decide("set", 0.9);
    expect((await feedbackInForce(db, { roundId, needs: [need] }))?.needs).toMatchObject([{ factor: 0.9 }]);
  }),
);

test(
  "the same feedback is derived once",
  database.rolledBack(async (db) => {
    const { roundId, run } = await followedUp(db);
    expect((await deriveFeedback(db, { roundId, ...made })).id).toBe(run.id);
  }),
);
