import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findAuditEvents } from "~/db/audit";
import { beginResponse, readDraft, saveEntry } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { insertLink, revokeInvitation } from "~/db/invitations";
import { findLink } from "~/db/opened-link";
import { findResponseHistory, reopenResponse, signOffResponse, withdrawResponse } from "~/db/response-states";
import { findRoundAnswers, findTidyAnswers } from "~/db/round-answers";
import { closeRound } from "~/db/rounds";
import { responseRevisions, responses } from "~/db/schema/responses";
import { findLatestRevision, submitResponse } from "~/db/submissions";
import { findCoverage, findTracking } from "~/db/tracking";
import { testDatabase } from "../support/database";
import { answers, foundOffice, hashOf, invited, noon, openedRound, published, system } from "../support/office";

const database = testDatabase();

/** An open round; Fiji has begun. */
async function fijiAnswers(db: Database) {
  await foundOffice(db);
  const version = await published(db);
  const round = await openedRound(db, { versionId: version.id });
  const [fiji] = await invited(db, round.id);
  if (!fiji) throw new Error("nobody was invited");
  const actor = { linkId: fiji.linkId };
  const response = await beginResponse(db, { invitationId: fiji.id, actor, at: noon });
  if (!response) throw new Error("the response was not begun");
  const submit = (changes: Partial<Parameters<typeof submitResponse>[1]> = {}) =>
    submitResponse(db, {
      responseId: response.id,
      versionId: version.id,
      answers: answers(),
      clientKey: "once",
      receipt: randomUUID(),
      actor,
      receivedAt: noon,
      ...changes,
    });
  const save = (changes: Partial<Parameters<typeof saveEntry>[1]> = {}) =>
    saveEntry(db, {
      responseId: response.id,
      path: "importance/aeo",
      baseVersion: 0,
      value: 4,
      clientKey: randomUUID(),
      actor,
      at: noon,
      ...changes,
    });
  return { version, round, invitation: fiji, actor, response, submit, save };
}

describe("saving an entry of a draft", () => {
  test(
    "counts its versions from one",
    database.rolledBack(async (db) => {
      const { save, response } = await fijiAnswers(db);
      expect(await save()).toEqual({ outcome: "saved", path: "importance/aeo", version: 1 });
      expect(await save({ baseVersion: 1, value: 5 })).toMatchObject({ outcome: "saved", version: 2 });
      expect(await readDraft(db, response.id)).toMatchObject([{ path: "importance/aeo", value: 5, version: 2 }]);
    }),
  );

  test(
    "repeated with the same key changes nothing, also after somebody saved on top",
    database.rolledBack(async (db) => {
      const { save, response } = await fijiAnswers(db);
      await save({ clientKey: "first" });
      await save({ baseVersion: 1, value: 5 });
      expect(await save({ clientKey: "first" })).toEqual({ outcome: "repeated", path: "importance/aeo", version: 1 });
      expect(await readDraft(db, response.id)).toMatchObject([{ value: 5, version: 2 }]);
    }),
  );

  test(
    "made on an older version is refused with both values, and can be sent again after the choice",
    database.rolledBack(async (db) => {
      const { save } = await fijiAnswers(db);
      await save({ value: 4 });
      const stale = await save({ value: 2, clientKey: "mine" });
      expect(stale).toMatchObject({ outcome: "stale", stored: { value: 4, version: 1 }, sent: 2 });
      expect(await save({ value: 2, baseVersion: 1, clientKey: "mine" })).toMatchObject({
        outcome: "saved",
        version: 2,
      });
    }),
  );

  test(
    "to what is stored already is no conflict",
    database.rolledBack(async (db) => {
      const { save } = await fijiAnswers(db);
      await save({ value: { a: 1, b: [2] } });
      expect(await save({ value: { b: [2], a: 1 } })).toMatchObject({ outcome: "saved", version: 1 });
    }),
  );

  test(
    "by two colleagues at once lets one through",
    database.committed(async (db) => {
      const { save } = await fijiAnswers(db);
      const outcomes = await Promise.all([save({ value: 1 }), save({ value: 2 })]);
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["saved", "stale"]);
    }),
  );

  test(
    "takes an answer away without forgetting that it was there",
    database.rolledBack(async (db) => {
      const { save } = await fijiAnswers(db);
      await save();
      await save({ baseVersion: 1, value: null });
      expect(await save({ value: 3 })).toMatchObject({ outcome: "stale", stored: { value: null, version: 2 } });
    }),
  );

  test(
    "is refused after the submission",
    database.rolledBack(async (db) => {
      const { save, submit } = await fijiAnswers(db);
      await submit();
      await expect(save()).rejects.toMatchObject({ reason: "responseState" });
    }),
  );
});

describe("submitting", () => {
  test(
    "the same twice at once gives one revision and its receipt twice",
    database.committed(async (db) => {
      const { submit, response } = await fijiAnswers(db);
      const outcomes = await Promise.all([submit(), submit()]);
      expect(outcomes.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
      expect(new Set(outcomes.map(({ revision }) => revision.receipt)).size).toBe(1);
      expect(await db.$count(responseRevisions, eq(responseRevisions.responseId, response.id))).toBe(1);
    }),
  );

  test(
    "other answers after that is refused",
    database.rolledBack(async (db) => {
      const { submit } = await fijiAnswers(db);
      await submit();
      await expect(submit({ clientKey: "another" })).rejects.toMatchObject({ reason: "responseState" });
    }),
  );

  test(
    "keeps numbers that were not given as null",
    database.rolledBack(async (db) => {
      const { submit, response } = await fijiAnswers(db);
      await submit({ answers: answers({ numbers: [null] }) });
      expect(await findLatestRevision(db, response.id)).toMatchObject({ numbers: [null], codes: [4, -1] });
    }),
  );

  test(
    "ends at midnight in the member's zone, not the server's",
    database.rolledBack(async (db) => {
      const { submit } = await fijiAnswers(db);
      // Fiji is twelve hours ahead: its 31 October ends at noon UTC.
      await expect(submit({ receivedAt: new Date("2026-10-31T12:00:00Z") })).rejects.toMatchObject({
        reason: "roundNotOpen",
      });
      await expect(submit({ receivedAt: new Date("2026-10-31T11:59:59Z") })).resolves.toMatchObject({
        repeated: false,
      });
    }),
  );

  test(
    "to a closed round is refused, but the repetition of what was acknowledged is not",
    database.rolledBack(async (db) => {
      const { submit, round } = await fijiAnswers(db);
      await submit();
      await closeRound(db, { id: round.id, actor: system, at: noon });
      expect(await submit()).toMatchObject({ repeated: true });
      await expect(submit({ clientKey: "late" })).rejects.toMatchObject({ name: "ConflictError" });
    }),
  );

  test(
    "leaves a revision that plain SQL cannot change, though its author may be forgotten",
    database.rolledBack(async (db) => {
      const { submit } = await fijiAnswers(db);
      await submit();
      const change = (statement: string) => db.transaction((tx) => tx.execute(sql.raw(statement)));
      await expect(change("update response_revision set document = '{}'")).rejects.toMatchObject({
        cause: { code: "23001" },
      });
      await expect(change("update response_revision set link_id = null")).resolves.toBeDefined();
    }),
  );

  test(
    "is in the audit trail with the link, without the answers",
    database.rolledBack(async (db) => {
      const { submit, response, actor } = await fijiAnswers(db);
      await submit();
      const [event] = await findAuditEvents(db, { action: "response:submit", subjectId: response.id });
      expect(event).toMatchObject({ linkId: actor.linkId, actorId: null, details: { revision: 1 } });
    }),
  );
});

describe("the states of a response", () => {
  test(
    "go from draft over sign-off and reopening to a second revision, all in its history",
    database.rolledBack(async (db) => {
      const { submit, response } = await fijiAnswers(db);
      const change = { responseId: response.id, actor: system, at: noon };
      await submit();
      await signOffResponse(db, { ...change, revision: 1, signedName: "Director Vula" });
      await reopenResponse(db, { ...change, reason: "A section was missing." });
      await submit({ clientKey: "twice" });
      const history = await findResponseHistory(db, response.id);
      expect(history.map(({ toState, revision }) => `${toState} ${revision}`)).toEqual([
        "draft 0",
        "submitted 1",
        "signedOff 1",
        "reopened 1",
        "submitted 2",
      ]);
      expect(history[2]).toMatchObject({ signedName: "Director Vula", fromState: "submitted" });
    }),
  );

  test(
    "let nobody sign what was submitted anew since they read it",
    database.rolledBack(async (db) => {
      const { submit, response } = await fijiAnswers(db);
      const change = { responseId: response.id, actor: system, at: noon };
      await submit();
      await reopenResponse(db, { ...change, reason: "-" });
      await submit({ clientKey: "twice" });
      const signing = signOffResponse(db, { ...change, revision: 1, signedName: "Director Vula" });
      await expect(signing).rejects.toMatchObject({ reason: "responseState" });
    }),
  );

  test(
    "end with a withdrawal, after which the answers count nowhere",
    database.rolledBack(async (db) => {
      const { submit, response, round } = await fijiAnswers(db);
      await submit();
      expect(await findRoundAnswers(db, { roundId: round.id })).toHaveLength(1);
      await withdrawResponse(db, { responseId: response.id, actor: system, at: noon });
      expect(await findRoundAnswers(db, { roundId: round.id })).toEqual([]);
      expect(await findTidyAnswers(db, { roundId: round.id })).toEqual([]);
    }),
  );
});

test(
  "the tidy view gives each coded answer of the current revision a row, with its row key where it was repeated",
  database.rolledBack(async (db) => {
    const { submit, round } = await fijiAnswers(db);
    await submit();
    const rows = await findTidyAnswers(db, { roundId: round.id });
    expect(rows.map(({ key, code, number, rowKey, unitId }) => ({ key, code, number, rowKey, unitId }))).toEqual([
      { key: "importance/aeo", code: 4, number: null, rowKey: null, unitId: "aeo" },
      { key: "importance/valuation", code: -1, number: null, rowKey: null, unitId: "valuation" },
      { key: "officers", code: null, number: 12, rowKey: null, unitId: null },
      { key: "requests/topic", code: 0, number: null, rowKey: "r1", unitId: null },
      { key: "requests/days", code: null, number: 5, rowKey: "r1", unitId: null },
    ]);
  }),
);

test(
  "two colleagues who open the form at once begin one response",
  database.committed(async (db) => {
    const { invitation, response } = await fijiAnswers(db);
    await db.delete(responses).where(eq(responses.id, response.id));
    const begin = () => beginResponse(db, { invitationId: invitation.id, actor: system, at: noon });
    const [one, other] = await Promise.all([begin(), begin()]);
    expect(one?.id).toBe(other?.id);
  }),
);

test(
  "tracking tells who was invited, began and submitted, by member and by sub-region",
  database.rolledBack(async (db) => {
    const { save, submit, round } = await fijiAnswers(db);
    await save();
    const [fiji, nepal] = await findTracking(db, round.id);
    expect(fiji).toMatchObject({ memberId: "fiji", entries: 1, state: "draft", savedAt: noon, revision: 0 });
    expect(nepal).toMatchObject({ memberId: "nepal", entries: 0, state: null, openedAt: null });
    await submit();
    expect(await findCoverage(db, round.id)).toEqual([
      { subRegionId: "islands", members: 1, invited: 1, opened: 1, begun: 1, submitted: 1 },
      { subRegionId: "mainland", members: 2, invited: 2, opened: 0, begun: 0, submitted: 0 },
    ]);
  }),
);

describe("a link", () => {
  test(
    "opens its invitation by its secret's hash only",
    database.rolledBack(async (db) => {
      const { invitation } = await fijiAnswers(db);
      expect(await findLink(db, hashOf("fiji"))).toMatchObject({ invitation: { id: invitation.id } });
      expect(await findLink(db, hashOf("tonga"))).toBeUndefined();
    }),
  );

  test(
    "made anew takes the old one back, but not a colleague's section",
    database.rolledBack(async (db) => {
      const { invitation } = await fijiAnswers(db);
      const link = { invitationId: invitation.id, actor: system, at: noon };
      await insertLink(db, { ...link, tokenHash: hashOf("colleague"), sections: ["trade"], holder: "Enforcement" });
      await insertLink(db, { ...link, tokenHash: hashOf("anew") });
      expect((await findLink(db, hashOf("fiji")))?.link.revokedAt).toEqual(noon);
      expect((await findLink(db, hashOf("colleague")))?.link).toMatchObject({ revokedAt: null, sections: ["trade"] });
    }),
  );

  test(
    "of a withdrawn invitation begins no response",
    database.rolledBack(async (db) => {
      const { round } = await fijiAnswers(db);
      const nepal = await findLink(db, hashOf("nepal"));
      if (!nepal) throw new Error("Nepal was not invited");
      await revokeInvitation(db, { id: nepal.invitation.id, actor: system, at: noon });
      const begun = await beginResponse(db, { invitationId: nepal.invitation.id, actor: system, at: noon });
      expect(begun).toBeUndefined();
      expect(await findTracking(db, round.id)).toHaveLength(2);
    }),
  );

  test(
    "is not made twice for a member that is invited already",
    database.rolledBack(async (db) => {
      const { round } = await fijiAnswers(db);
      expect(await invited(db, round.id)).toEqual([]);
    }),
  );
});
