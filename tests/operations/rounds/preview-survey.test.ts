import { expect, test } from "vitest";
import { publishDefinition } from "~/app/operations/publish-definition";
import { previewSurvey } from "~/app/operations/rounds/preview-survey";
import { saveDraft } from "~/db/instruments";
import { loadPack } from "~/db/regions/read-pack";
import { newOffice } from "../../support/bundled-drafts";
import { testDatabase } from "../../support/database";
import { noon, system } from "../../support/office";

const database = testDatabase();
const pack = await loadPack("db/regions/asia-pacific");
const made = { actor: system, at: noon };
const needs = { pack, instrumentId: "needs", locale: "en" };

test(
  "a draft is shown section by section as those will see it who answer, in the reader's language",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    const english = await previewSurvey(db, { ...needs, number: null });
    const french = await previewSurvey(db, { ...needs, number: null, locale: "fr" });
    const rated = english?.sections?.flatMap(({ blocks }) =>
      blocks.flatMap(({ controls }) => controls.flatMap((one) => (one.kind === "matrix" ? one.rows : []))),
    );
    const topics = pack.topics.filter((topic) => topic.rated).length;
    expect(rated?.length).toBeGreaterThanOrEqual(2 * topics);
    expect(french?.sections?.map(({ name }) => name)).toEqual(english?.sections?.map(({ name }) => name));
    expect(french?.sections?.[0]?.title).not.toBe(english?.sections?.[0]?.title);
  }),
);

test(
  "a draft that the check refuses has no preview; the version before it still has",
  database.rolledBack(async (db) => {
    await newOffice(db, pack);
    await publishDefinition(db, { ...needs, draftRevision: 1, ...made });
    await saveDraft(db, { instrumentId: "needs", definition: "{", baseRevision: 0, ...made });
    expect(await previewSurvey(db, { ...needs, number: null })).toMatchObject({ sections: null });
    expect((await previewSurvey(db, { ...needs, number: 1 }))?.sections?.length).toBeGreaterThan(3);
    expect(await previewSurvey(db, { ...needs, number: 2 })).toBeUndefined();
    expect(await previewSurvey(db, { ...needs, instrumentId: "unknown", number: null })).toBeUndefined();
  }),
);
