import { expect, test } from "vitest";
import { publishDefinition } from "~/app/operations/publish-definition";
import { addInstruments } from "~/app/operations/rounds/add-instruments";
import { readInstrument, readVersion } from "~/app/operations/rounds/read-instrument";
import { ConflictError } from "~/db/conflict-error";
import { findDraft, findInstruments, findVersions, saveDraft } from "~/db/instruments";
import { loadPack } from "~/db/regions/read-pack";
import { newOffice } from "../../support/bundled-drafts";
import { testDatabase } from "../../support/database";
import { noon, system } from "../../support/office";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const made = { actor: system, at: noon };
const needs = { instrumentId: "needs", draftRevision: 1, pack, ...made };

test(
  "the pack's surveys begin as drafts that the check accepts; adding them again changes nothing",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const before = await findInstruments(db);
    expect(before).toHaveLength(Object.keys(pack.definitions).length);
    expect(before.filter(({ anonymous }) => anonymous).map(({ id }) => id)).toEqual(["evaluation"]);
    for (const { id } of before) {
      const read = await readInstrument(db, { pack, instrumentId: id });
      expect(read?.draft?.check.problems, id).toEqual([]);
      expect(read?.draft?.check.inputs, id).toBeLessThanOrEqual(160);
    }
    await addInstruments(db, { pack, ...made });
    expect(await findInstruments(db)).toEqual(before);
  }),
);

test(
  "publishing freezes the draft word for word as version 1 with its items, and uses the draft up",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const published = await publishDefinition(db, needs);
    expect(published).toMatchObject({ version: { number: 1, definition: pack.definitions.needs.text } });
    expect(await findDraft(db, "needs")).toBeUndefined();
    const read = await readVersion(db, { instrumentId: "needs", number: 1 });
    const rated = pack.topics.filter((topic) => topic.rated).length;
    expect(read?.items.filter(({ measure }) => measure === "importance")).toHaveLength(rated);
    expect(read?.items.map(({ position }) => position)).toEqual(read?.items.map((_, index) => index));
  }),
);

test(
  "publishing twice at once gives one version; the other publication is told that the draft is gone",
  database.committed(async (db) => {
    await newOffice(db, pack);
    const both = await Promise.allSettled([publishDefinition(db, needs), publishDefinition(db, needs)]);
    expect(await findVersions(db, "needs")).toHaveLength(1);
    const told = both.map((one) =>
      one.status === "rejected" && one.reason instanceof ConflictError
        ? one.reason.reason
        : one.status === "fulfilled" && one.value && "version" in one.value
          ? "published"
          : one.status === "fulfilled" && one.value === undefined
            ? "alreadyPublished"
            : one,
    );
    expect(told.sort()).toEqual(["alreadyPublished", "published"]);
  }),
);

test(
  "a draft that was changed after it was looked at is not published",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await saveDraft(db, { instrumentId: "needs", definition: pack.definitions.needs.text, baseRevision: 1, ...made });
    await expect(publishDefinition(db, needs)).rejects.toMatchObject({ reason: "draftChanged" });
    expect(await findVersions(db, "needs")).toEqual([]);
  }),
);

test(
  "a second version continues the items of the first, and one that changes a scale is refused with the item's name",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await publishDefinition(db, needs);
    const { text } = pack.definitions.needs;
    await saveDraft(db, { instrumentId: "needs", definition: text, baseRevision: 0, ...made });
    const second = await publishDefinition(db, needs);
    expect(second).toMatchObject({ version: { number: 2 } });
    const [one, two] = [
      await readVersion(db, { instrumentId: "needs", number: 1 }),
      await readVersion(db, { instrumentId: "needs", number: 2 }),
    ];
    expect(two?.items.map(({ id }) => id)).toEqual(one?.items.map(({ id }) => id));

    const other = { ...JSON.parse(text) };
    const changed = JSON.stringify(other).replaceAll('"value":5', '"value":6');
    expect(changed).not.toBe(JSON.stringify(other));
    await saveDraft(db, { instrumentId: "needs", definition: changed, baseRevision: 0, ...made });
    const third = await publishDefinition(db, needs);
    expect(third && "problems" in third && third.problems.length).toBeGreaterThan(0);
    expect(await findVersions(db, "needs")).toHaveLength(2);
  }),
);

test(
  "there is nothing to publish without a draft",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    expect(await publishDefinition(db, { ...needs, instrumentId: "unknown" })).toBeUndefined();
  }),
);
