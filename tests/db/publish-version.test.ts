import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { findDraft, findVersionItems, saveDraft } from "~/db/instruments";
import { type CompiledItem, publishVersion } from "~/db/publish-version";
import { testDatabase } from "../support/database";
import { closedItem, needsItems, noon, published, system } from "../support/office";

const database = testDatabase();

async function publishNext(db: Database, items: readonly CompiledItem[]) {
  await saveDraft(db, { instrumentId: "needs", definition: "{}", baseRevision: 0, actor: system, at: noon });
  return publishVersion(db, {
    instrumentId: "needs",
    draftRevision: 1,
    items,
    languages: ["en"],
    actor: system,
    at: noon,
  });
}

describe("publishing a draft", () => {
  test(
    "freezes its text word for word under the next number and uses the draft up",
    database.rolledBack(async (db) => {
      const first = await published(db);
      const second = await publishNext(db, needsItems);
      expect(first).toMatchObject({ number: 1, definition: '{ "instrument": "needs" }' });
      expect(second).toMatchObject({ version: { number: 2 } });
      expect(await findDraft(db, "needs")).toBeUndefined();
    }),
  );

  test(
    "twice gives one version and one conflict",
    database.committed(async (db) => {
      await published(db);
      await saveDraft(db, { instrumentId: "needs", definition: "{}", baseRevision: 0, actor: system, at: noon });
      const publish = () =>
        publishVersion(db, {
          instrumentId: "needs",
          draftRevision: 1,
          items: needsItems,
          languages: ["en"],
          actor: system,
          at: noon,
        });
      const outcomes = await Promise.allSettled([publish(), publish()]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const lost = outcomes.find((outcome) => outcome.status === "rejected");
      expect(lost?.reason).toMatchObject({ name: "ConflictError", reason: "alreadyPublished" });
    }),
  );

  test(
    "refuses a draft that someone changed since it was compiled",
    database.rolledBack(async (db) => {
      await published(db);
      const draft = { instrumentId: "needs", actor: system, at: noon };
      await saveDraft(db, { ...draft, definition: "{}", baseRevision: 0 });
      await saveDraft(db, { ...draft, definition: "{ }", baseRevision: 1 });
      const late = publishVersion(db, { ...draft, draftRevision: 1, items: needsItems, languages: ["en"] });
      await expect(late).rejects.toMatchObject({ reason: "draftChanged" });
    }),
  );

  test(
    "keeps the identity of an item that was renamed",
    database.rolledBack(async (db) => {
      const first = await published(db, { items: [closedItem("importance/aeo")] });
      const second = await publishNext(db, [closedItem("importance/trusted-traders", { sameAs: "importance/aeo" })]);
      if (!second || !("version" in second)) throw new Error("not published");
      const [before] = await findVersionItems(db, first.id);
      const [after] = await findVersionItems(db, second.version.id);
      expect(after).toMatchObject({ id: before?.id, key: "importance/trusted-traders" });
    }),
  );

  test(
    "refuses a key used again with another scale, saying what it was",
    database.rolledBack(async (db) => {
      await published(db, { items: [closedItem("importance/aeo")] });
      expect(await publishNext(db, [closedItem("importance/aeo", { scaleKey: "1 2 3" })])).toEqual({
        faults: [{ key: "importance/aeo", reason: "scaleChanged", was: "1 2 3 4 5", is: "1 2 3" }],
      });
    }),
  );

  test(
    "begins a new item where a break is declared, once",
    database.rolledBack(async (db) => {
      await published(db, { items: [closedItem("importance/aeo")] });
      const broken = [closedItem("importance/aeo", { scaleKey: "1 2 3", seriesBreak: true })];
      const second = await publishNext(db, broken);
      const third = await publishNext(db, broken);
      if (!second || !("version" in second) || !third || !("version" in third)) throw new Error("not published");
      const [inSecond] = await findVersionItems(db, second.version.id);
      const [inThird] = await findVersionItems(db, third.version.id);
      expect(inSecond).toMatchObject({ series: 2, scale: "1 2 3" });
      expect(inThird?.id).toBe(inSecond?.id);
    }),
  );

  test(
    "refuses a rename from a key that never was, and two items that continue the same one",
    database.rolledBack(async (db) => {
      await published(db, { items: [closedItem("importance/aeo")] });
      const publication = await publishNext(db, [
        closedItem("importance/x", { sameAs: "importance/never" }),
        closedItem("importance/aeo", { position: 1 }),
        closedItem("importance/y", { position: 2, sameAs: "importance/aeo" }),
      ]);
      expect(publication).toMatchObject({
        faults: [{ reason: "sameAsUnknown" }, { key: "importance/y", reason: "continuedTwice" }],
      });
    }),
  );
});

describe("a published version", () => {
  test.each([
    ["changed", sql`update instrument_version set definition = '{}'`],
    ["removed", sql`delete from instrument_version`],
    ["given other items", sql`update version_item set slot = 7`],
  ])("cannot be %s, not even by plain SQL", (_, statement) =>
    database.rolledBack(async (db) => {
      await published(db);
      const change = db.transaction((tx) => tx.execute(statement));
      await expect(change).rejects.toMatchObject({ cause: { code: "23001" } });
    })(),
  );
});

test(
  "saving a draft over somebody else's is a conflict",
  database.rolledBack(async (db) => {
    await published(db);
    const draft = { instrumentId: "needs", actor: system, at: noon };
    await saveDraft(db, { ...draft, definition: "mine", baseRevision: 0 });
    await expect(saveDraft(db, { ...draft, definition: "yours", baseRevision: 0 })).rejects.toThrow(ConflictError);
    expect(await findDraft(db, "needs")).toMatchObject({ definition: "mine", revision: 1 });
  }),
);
