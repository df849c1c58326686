import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { reopenAnswers, signOffAnswers, withdrawAnswers } from "~/app/operations/answering/change-submitted";
import { confirmPage } from "~/app/operations/answering/confirm-page";
import { openAnswering, PLEDGES_SUFFIX } from "~/app/operations/answering/open-answering";
import { saveSentEntries } from "~/app/operations/answering/save-entries";
import { savePage } from "~/app/operations/answering/save-page";
import { showPage } from "~/app/operations/answering/show-page";
import { showReceipt } from "~/app/operations/answering/show-receipt";
import { submitDocument } from "~/app/operations/answering/submit-document";
import { submitDraft } from "~/app/operations/answering/submit-draft";
import { insertActivity } from "~/db/activities";
import { ConflictError } from "~/db/conflict-error";
import { readDraft } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { insertLink, revokeInvitation } from "~/db/invitations";
import { responseRevisions } from "~/db/schema/responses";
import { foundSurveyedOffice, opened, publishedSurvey, sentSurvey } from "../support/answering";
import { testDatabase } from "../support/database";
import { FILLED } from "../support/filled-surveys";
import { typedFields } from "../support/light-form-hand";
import { NEEDS_GIVEN, needsAnswers } from "../support/needs-answers";
import { hashOf, noon, system } from "../support/office";

const database = testDatabase();
const complete = needsAnswers();
const revenue = "section_revenue";

/** Fiji's link to the needs survey. */
async function fijiAsked(db: Database) {
  await foundSurveyedOffice(db);
  const version = await publishedSurvey(db, "needs");
  const sent = await sentSurvey(db, { versionId: version.id, given: NEEDS_GIVEN });
  const answering = () => opened(db, sent.token);
  const page = async (name = revenue, formKey = "form-1") => {
    const shown = await showPage(db, { answering: await answering(), name, formKey, language: "en" });
    if (!shown) throw new Error(`there is no page ${name}`);
    return shown;
  };
  const save = async (fields: ReadonlyMap<string, readonly string[]>, name = revenue) => {
    const at = noon;
    const place = { answering: await answering(), name, fields, newKey: "added", nextFormKey: "next", language: "en" };
    return savePage(db, { ...place, at });
  };
  const submit = async (document: unknown = complete, changes: { clientKey?: string; at?: Date } = {}) =>
    submitDocument(db, {
      answering: await answering(),
      document,
      mode: "strict",
      clientKey: "submission-1",
      language: "en",
      at: noon,
      ...changes,
    });
  return { ...sent, version, answering, page, save, submit };
}

const rated = (rating: number) => ({ importance_revenue: { hs: rating } });

describe("a link", () => {
  test(
    "that nobody made, was revoked, or has expired opens nothing and says which",
    database.rolledBack(async (db) => {
      const { token, invitation, round } = await fijiAsked(db);
      expect(await openAnswering(db, { token: "nobody's", at: noon })).toEqual({ refusal: "unknown" });
      expect(await openAnswering(db, { token: `${token}${PLEDGES_SUFFIX}`, at: noon })).toEqual({ refusal: "unknown" });
      await insertLink(db, {
        invitationId: invitation.id,
        tokenHash: hashOf("for a colleague"),
        sections: ["revenue"],
        expiresAt: new Date("2026-10-05T11:00:00Z"),
        actor: system,
        at: noon,
      });
      expect(await openAnswering(db, { token: "for a colleague", at: noon })).toEqual({ refusal: "expired" });
      await revokeInvitation(db, { id: invitation.id, actor: system, at: noon });
      expect(await openAnswering(db, { token, at: noon })).toEqual({ refusal: "revoked" });
      expect(round.state).toBe("open");
    }),
  );

  test(
    "closes at midnight where the member is",
    database.rolledBack(async (db) => {
      const { token } = await fijiAsked(db);
      expect((await opened(db, token, new Date("2026-10-31T11:59:00Z"))).window).toBe("open");
      expect((await opened(db, token, new Date("2026-10-31T12:01:00Z"))).window).toBe("closed");
      expect((await opened(db, token, new Date("2026-09-30T11:59:00Z"))).window).toBe("notYet");
    }),
  );

  test(
    "for a colleague opens its sections only and does not send",
    database.rolledBack(async (db) => {
      const { invitation } = await fijiAsked(db);
      const tokenHash = hashOf("for a colleague");
      await insertLink(db, { invitationId: invitation.id, tokenHash, sections: ["revenue"], actor: system, at: noon });
      const answering = await opened(db, "for a colleague");
      const place = { answering, formKey: "k", language: "en" };
      expect((await showPage(db, { ...place, name: revenue }))?.rail).toHaveLength(1);
      expect(await showPage(db, { ...place, name: "section_technology" })).toBeUndefined();
      const sent = [{ path: "contact", value: "Me", baseVersion: 0, key: "a-key-of-mine" }];
      const [outcome] = await saveSentEntries(db, { answering, sent, language: "en", at: noon });
      expect(outcome?.outcome).toBe("refused");
    }),
  );
});

describe("a page of the light form", () => {
  test(
    "is saved entry by entry, and a form sent twice is saved once",
    database.rolledBack(async (db) => {
      const { page, save, answering } = await fijiAsked(db);
      const fields = typedFields(await page(), rated(4));
      expect(await save(fields)).toMatchObject({ outcome: "saved", next: "section_compliance_enforcement" });
      expect(await save(fields)).toMatchObject({ outcome: "saved" });
      const { response } = await answering();
      expect(await readDraft(db, response?.id ?? "")).toMatchObject([
        { path: "importance_revenue/hs", value: 4, version: 1 },
      ]);
    }),
  );

  test(
    "whose answer was changed from another browser shows both texts and keeps the rest",
    database.rolledBack(async (db) => {
      const { page, save, answering } = await fijiAsked(db);
      const [mine, theirs] = [await page(revenue, "mine"), await page(revenue, "theirs")];
      await save(typedFields(theirs, rated(2)));
      const fields = typedFields(mine, { importance_revenue: { hs: 5, valuation: 3 } });
      const again = await save(fields);
      if (again?.outcome !== "again") throw new Error("the stale answer was stored");
      expect(again.conflict).toBe(true);
      const [conflict] = again.page.conflicts;
      expect(conflict).toMatchObject({ path: "importance_revenue/hs", theirs: ["2: Useful, no plans"] });
      expect(conflict?.mine[0]).toMatch(/^5: A binding obligation/);
      const draft = async () => {
        const { response } = await answering();
        return Object.fromEntries((await readDraft(db, response?.id ?? "")).map(({ path, value }) => [path, value]));
      };
      expect(await draft()).toEqual({ "importance_revenue/hs": 2, "importance_revenue/valuation": 3 });

      const chosen = typedFields(again.page, { importance_revenue: { hs: 5, valuation: 3 } });
      expect(await save(new Map([...chosen, ["keep:importance_revenue/hs", ["mine"]]]))).toMatchObject({
        outcome: "saved",
      });
      expect(await draft()).toEqual({ "importance_revenue/hs": 5, "importance_revenue/valuation": 3 });
    }),
  );

  test(
    "that was not touched does not undo what somebody else answered meanwhile",
    database.rolledBack(async (db) => {
      const { page, save } = await fijiAsked(db);
      await save(typedFields(await page(), rated(4)));
      const untouched = await page(revenue, "second");
      await save(typedFields(await page(revenue, "third"), rated(1)));
      expect(await save(typedFields(untouched, rated(4)))).toMatchObject({ outcome: "saved" });
      expect((await page()).view.blocks[0]?.controls[0]).toMatchObject({ rows: [{ chosen: "1" }, {}, {}, {}, {}, {}] });
    }),
  );

  test(
    "shows what does not fit as it was typed, with the error at its place, and saves the rest",
    database.rolledBack(async (db) => {
      const { page, save } = await fijiAsked(db);
      const offers = await page("section_offers");
      await save(typedFields(offers, {}, "add:experts"), "section_offers");
      const document = { experts: [{ key: "added", person: "Expert 07 (synthetic)", missions: "abc" }] };
      const again = await save(typedFields(await page("section_offers", "f2"), document), "section_offers");
      if (again?.outcome !== "again") throw new Error("abc was taken for a number");
      expect(again.page.problems).toMatchObject([{ path: "experts/added/missions" }]);
      const experts = again.page.view.blocks.flatMap(({ controls }) => controls).find(({ path }) => path === "experts");
      const panel = experts?.kind === "rows" ? experts.panels[0] : undefined;
      expect(panel?.controls.find(({ path }) => path.endsWith("missions"))).toMatchObject({ value: "abc" });
      expect(panel?.controls.find(({ path }) => path.endsWith("person"))).toMatchObject({
        value: "Expert 07 (synthetic)",
      });
    }),
  );

  test(
    "is shown again when an answer opens another question of it",
    database.rolledBack(async (db) => {
      const { page, save } = await fijiAsked(db);
      await save(typedFields(await page("section_requests"), {}, "add:requests"), "section_requests");
      const document = { requests: [{ key: "added", topic: "pca", asked_elsewhere: "yes" }] };
      const saved = await save(typedFields(await page("section_requests", "f2"), document), "section_requests");
      expect(saved).toMatchObject({ outcome: "saved", opened: true });
    }),
  );

  test(
    "opens a panel for each of the top five",
    database.rolledBack(async (db) => {
      const { page, save } = await fijiAsked(db);
      const topFive = ["pca", "hs", "cen", "valuation", "aeo"];
      await save(typedFields(await page("section_top_five"), { top_five: topFive }), "section_top_five");
      const [details] = (await page("section_details")).view.blocks.flatMap(({ controls }) => controls);
      expect(details?.kind === "rows" && details.panels.map(({ key }) => key)).toEqual(
        topFive.map((topic) => `for-${topic}`),
      );
    }),
  );

  test(
    "takes over last year's answers where nothing is answered, marked as confirmed",
    database.rolledBack(async (db) => {
      const { version, round, submit } = await fijiAsked(db);
      await submit();
      const now = await sentSurvey(db, {
        versionId: version.id,
        given: NEEDS_GIVEN,
        round: { previousRoundId: round.id },
      });
      const place = { name: revenue, formKey: "this-year", at: noon };
      expect(await confirmPage(db, { answering: await opened(db, now.token), ...place })).toBe(12);
      expect(await confirmPage(db, { answering: await opened(db, now.token), ...place })).toBe(0);
      const { response } = await opened(db, now.token);
      const draft = await readDraft(db, response?.id ?? "");
      expect(draft).toHaveLength(12);
      expect(draft.every(({ confirmed }) => confirmed)).toBe(true);
    }),
  );
});

describe("a submission", () => {
  test(
    "sent twice, also at once, is one revision with one receipt",
    database.committed(async (db) => {
      const { submit, answering } = await fijiAsked(db);
      const both = await Promise.all([submit(), submit()]);
      const receipts = both.map((sent) => (sent.outcome === "submitted" ? sent.revision?.receipt : null));
      expect(receipts[0]).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      expect(receipts[1]).toBe(receipts[0]);
      const { response } = await answering();
      expect(await db.$count(responseRevisions, eq(responseRevisions.responseId, response?.id ?? ""))).toBe(1);
    }),
  );

  test(
    "after closing is refused, and nothing is stored",
    database.rolledBack(async (db) => {
      const { submit } = await fijiAsked(db);
      const late = submit(complete, { at: new Date("2026-11-02T00:00:00Z") });
      await expect(late).rejects.toMatchObject({ name: "ConflictError", reason: "roundNotOpen" });
      expect(await db.$count(responseRevisions)).toBe(0);
    }),
  );

  const refusals: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ["an unknown question", { salary: 5 }, "unknownKey"],
    ["a rating of 99", { importance_revenue: { hs: 99 } }, "notAChoice"],
    ["letters for a number", { experts: [{ key: "e", person: "E", area: "pca", missions: "abc" }] }, "wrongType"],
    ["a choice that is not offered", { approval: "the neighbour" }, "notAChoice"],
    ["an answer to a hidden question", { host_offer: undefined, host_months: [9] }, "hidden"],
    ["2,000 rows", { requests: Array.from({ length: 2000 }, (_, n) => ({ key: `r${n}` })) }, "tooManyRows"],
  ];
  for (const [what, answers, code] of refusals) {
    test(
      `with ${what} is refused with the place`,
      database.rolledBack(async (db) => {
        const { submit } = await fijiAsked(db);
        const sent = await submit(needsAnswers({ answers }));
        expect(sent.outcome === "incomplete" && sent.errors.map((error) => error.code)).toContain(code);
        expect(await db.$count(responseRevisions)).toBe(0);
      }),
    );
  }

  test(
    "is reopened by the member with what was sent, and becomes the next revision",
    database.rolledBack(async (db) => {
      const { submit, answering, page, save } = await fijiAsked(db);
      await submit();
      await expect(save(typedFields(await page(), rated(1)))).rejects.toBeInstanceOf(ConflictError);
      await reopenAnswers(db, { answering: await answering(), reason: "PCA was forgotten", at: noon });
      await save(typedFields(await page(), { importance_revenue: { hs: 1 } }));
      const sent = await submitDraft(db, { answering: await answering(), clientKey: "two", language: "en", at: noon });
      expect(sent).toMatchObject({ outcome: "submitted", revision: { number: 2 } });
    }),
  );

  test(
    "is signed off by name, withdrawn, and all that stays in its history",
    database.rolledBack(async (db) => {
      const { submit, answering } = await fijiAsked(db);
      await submit();
      const signedName = "Comptroller of Customs";
      await signOffAnswers(db, {
        answering: await answering(),
        revision: 1,
        signedName,
        personId: undefined,
        at: noon,
      });
      await withdrawAnswers(db, { answering: await answering(), reason: null, at: noon });
      const receipt = await showReceipt(db, { answering: await answering(), number: null, language: "en" });
      expect(receipt?.history.map(({ toState }) => toState)).toEqual(["draft", "submitted", "signedOff", "withdrawn"]);
      expect(receipt?.history[2]?.signedName).toBe(signedName);
      expect(receipt?.sections[0]?.groups[0]?.answers[0]?.texts).toEqual([complete.contact]);
    }),
  );
});

describe("an anonymous evaluation", () => {
  const [, evaluation, pledges] = FILLED;

  /** A workshop's evaluation and its pledges, each behind a link shared by all. */
  async function workshopAsked(db: Database) {
    await foundSurveyedOffice(db);
    const activity = { id: "valuation-2026", cycleId: "2026-2027", title: "Workshop on valuation" };
    await insertActivity(db, {
      activity: { ...activity, scope: "regional", form: "workshop", state: "held", topicIds: [], memberIds: [] },
      actor: system,
      at: noon,
    });
    const versions = [await publishedSurvey(db, "evaluation"), await publishedSurvey(db, "pledges")] as const;
    const round = { activityId: activity.id, timeZone: "Asia/Tokyo" };
    const rating = await sentSurvey(db, {
      versionId: versions[0].id,
      memberId: null,
      given: evaluation.given,
      round: { ...round, anonymous: true },
    });
    await sentSurvey(db, { versionId: versions[1].id, memberId: null, round });
    return rating.token;
  }

  test(
    "leaves no response, no audit row and no time behind, and is counted once",
    database.rolledBack(async (db) => {
      const token = await workshopAsked(db);
      const audited = async () => Number((await db.execute(sql`select count(*) as n from audit_event`))[0]?.n);
      const before = await audited();
      const send = async () =>
        submitDocument(db, {
          answering: await opened(db, token),
          document: evaluation.document,
          mode: "submit",
          clientKey: "random-key",
          language: "en",
          at: noon,
        });
      expect(await send()).toMatchObject({ outcome: "submitted", revision: null, repeated: false });
      expect(await send()).toMatchObject({ outcome: "submitted", revision: null, repeated: true });
      const [stored] = await db.execute(sql`select received_on::text as day from anonymous_response`);
      expect(stored?.day).toBe("2026-10-05");
      expect(Number((await db.execute(sql`select count(*) as n from response`))[0]?.n)).toBe(0);
      expect(await audited()).toBe(before);
    }),
  );

  test(
    "leads to the pledges, which are a response of their own and stand beside the activity",
    database.rolledBack(async (db) => {
      const token = await workshopAsked(db);
      const send = async (clientKey: string) =>
        submitDocument(db, {
          answering: await opened(db, `${token}${PLEDGES_SUFFIX}`),
          document: pledges.document,
          mode: "submit",
          clientKey,
          language: "en",
          at: noon,
        });
      const [first, second, other] = [await send("key-one"), await send("key-one"), await send("key-two")];
      const receipt = (sent: typeof first) => (sent.outcome === "submitted" ? sent.revision?.receipt : undefined);
      expect(receipt(first)).toBeDefined();
      expect(receipt(second)).toBe(receipt(first));
      expect(receipt(other)).not.toBe(receipt(first));
      const stored = await db.execute(sql`select email, action, by_when::text as day from pledge order by action`);
      expect(stored).toHaveLength(4);
      expect(stored.at(-1)).toMatchObject({ email: "officer@example.org", day: "2027-03-01" });
    }),
  );
});
