import { describe, expect, test } from "vitest";
import {
  handOutSections,
  markOwnSections,
  readHandOut,
  sectionsUnderWay,
  takeSectionsBack,
} from "~/app/operations/answering/hand-out-sections";
import { openAnswering } from "~/app/operations/answering/open-answering";
import { saveSentEntries } from "~/app/operations/answering/save-entries";
import { showPage } from "~/app/operations/answering/show-page";
import { readDraft } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { foundSurveyedOffice, opened, publishedSurvey, sentSurvey } from "../support/answering";
import { testDatabase } from "../support/database";
import { NEEDS_GIVEN } from "../support/needs-answers";
import { noon } from "../support/office";

const database = testDatabase();

/** Fiji's contact point, who hands parts of the needs survey to colleagues. */
async function contactPoint(db: Database) {
  await foundSurveyedOffice(db);
  const version = await publishedSurvey(db, "needs");
  const { token } = await sentSurvey(db, { versionId: version.id, given: NEEDS_GIVEN });
  const own = () => opened(db, token);
  const handOut = async (holder: string, sections: readonly string[]) => {
    const secret = await handOutSections(db, { answering: await own(), sections, holder, at: noon });
    if (!secret) throw new Error("no link was made");
    return secret;
  };
  const overview = async () => readHandOut(db, { answering: await own(), language: "en" });
  return { own, handOut, overview };
}

const rate = async (db: Database, token: string, path: string, value: number, key: string) => {
  const [outcome] = await saveSentEntries(db, {
    answering: await opened(db, token),
    sent: [{ path, value, baseVersion: 0, key }],
    language: "en",
    at: noon,
  });
  return outcome?.outcome;
};

describe("a part handed to a colleague", () => {
  test(
    "opens by a link of its own, and nothing else does",
    database.rolledBack(async (db) => {
      const { handOut } = await contactPoint(db);
      const colleague = await opened(db, await handOut("Revenue department", ["revenue"]));
      const show = (name: string) => showPage(db, { answering: colleague, name, formKey: "form", language: "en" });
      expect((await show("section_revenue"))?.rail.map(({ name }) => name)).toEqual(["section_revenue"]);
      expect(await show("section_technology")).toBeUndefined();
    }),
  );

  test(
    "is seen by the contact point with its holder, until the colleague says that it is done",
    database.rolledBack(async (db) => {
      const { own, handOut, overview } = await contactPoint(db);
      const colleague = await opened(db, await handOut("Revenue department", ["revenue", "technology"]));
      const underWay = async () => sectionsUnderWay(db, { answering: await own(), language: "en" });
      expect((await underWay()).map(({ id, holder }) => `${id}: ${holder}`)).toEqual([
        "revenue: Revenue department",
        "technology: Revenue department",
      ]);
      const done = { answering: colleague, at: noon };
      await markOwnSections(db, { ...done, sections: ["revenue", "offers"], done: true });
      expect((await underWay()).map(({ id }) => id)).toEqual(["technology"]);
      expect((await overview()).links[0]?.sections.map(({ doneAt }) => doneAt)).toEqual([noon, null]);
      await markOwnSections(db, { ...done, sections: ["revenue"], done: false });
      expect(await underWay()).toHaveLength(2);
    }),
  );

  test(
    "comes back when the link is taken back; what was saved by it stays",
    database.rolledBack(async (db) => {
      const { own, handOut, overview } = await contactPoint(db);
      const token = await handOut("Revenue department", ["revenue"]);
      expect(await rate(db, token, "importance_revenue/hs", 4, "key-of-revenue")).toBe("saved");
      const [link] = (await overview()).links;
      expect(await takeSectionsBack(db, { answering: await own(), linkId: link?.id ?? "", at: noon })).toBe(true);
      expect(await openAnswering(db, { token, at: noon })).toEqual({ refusal: "revoked" });
      expect(await overview()).toMatchObject({ links: [] });
      expect((await overview()).sections.find(({ id }) => id === "revenue")).toMatchObject({ holder: null });
      expect(await readDraft(db, (await own()).response?.id ?? "")).toMatchObject([{ value: 4 }]);
    }),
  );

  test(
    "cannot be made of sections that the survey does not have, nor the whole link be taken back here",
    database.rolledBack(async (db) => {
      const { own } = await contactPoint(db);
      const answering = await own();
      const made = await handOutSections(db, { answering, sections: ["atlantis"], holder: "Nobody", at: noon });
      expect(made).toBeUndefined();
      expect(await takeSectionsBack(db, { answering, linkId: answering.link.id, at: noon })).toBe(false);
      expect(await own()).toMatchObject({ link: { revokedAt: null } });
    }),
  );
});

describe("two colleagues at once", () => {
  test(
    "save into one response from their own sections without meeting",
    database.committed(async (db) => {
      const { own, handOut } = await contactPoint(db);
      const revenue = await handOut("Revenue department", ["revenue"]);
      const technology = await handOut("Systems department", ["technology"]);
      const outcomes = await Promise.all([
        rate(db, revenue, "importance_revenue/hs", 4, "key-of-revenue"),
        rate(db, technology, "importance_technology/data-analytics", 5, "key-of-systems"),
      ]);
      expect(outcomes).toEqual(["saved", "saved"]);
      const draft = await readDraft(db, (await own()).response?.id ?? "");
      expect(draft.map(({ path, value }) => [path, value])).toEqual([
        ["importance_revenue/hs", 4],
        ["importance_technology/data-analytics", 5],
      ]);
      expect(new Set(draft.map(({ linkId }) => linkId)).size).toBe(2);
    }),
  );

  test(
    "with the same answer: one is stored, the other sees it, nothing is overwritten",
    database.committed(async (db) => {
      const { own, handOut } = await contactPoint(db);
      const first = await handOut("Revenue department", ["revenue"]);
      const second = await handOut("Valuation unit", ["revenue"]);
      const outcomes = await Promise.all([
        rate(db, first, "importance_revenue/hs", 4, "key-of-the-first"),
        rate(db, second, "importance_revenue/hs", 2, "key-of-the-second"),
      ]);
      expect([...outcomes].sort()).toEqual(["saved", "stale"]);
      const stored = outcomes[0] === "saved" ? 4 : 2;
      expect(await readDraft(db, (await own()).response?.id ?? "")).toMatchObject([{ value: stored }]);
    }),
  );

  test(
    "may not write into each other's section",
    database.rolledBack(async (db) => {
      const { handOut } = await contactPoint(db);
      const revenue = await handOut("Revenue department", ["revenue"]);
      expect(await rate(db, revenue, "importance_technology/data-analytics", 5, "a-key-of-mine")).toBe("refused");
    }),
  );
});
