import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { planDocx } from "~/app/exports/plan-docx";
import { loadPrintedPlan } from "~/app/operations/load-printed-plan";
import { readPlanDocument } from "~/app/operations/read-plan-document";
import { insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { loadReference } from "~/db/reference";
import { referenceRowsOf } from "~/db/reference-rows";
import { cycleOfPlan } from "~/db/regions/cycle-dates";
import { loadPack } from "~/db/regions/read-pack";
import { testDatabase } from "../support/database";
import { noon } from "../support/office";

const database = testDatabase();
const packs = ["db/regions/asia-pacific", "tests/fixtures/regions/river-provinces"];

async function printedPlan(db: Database, folder: string) {
  const pack = await loadPack(folder);
  await insertCycle(db, cycleOfPlan(pack));
  await loadReference(db, referenceRowsOf(pack));
  const { id } = await loadPrintedPlan(db, { pack, at: noon });
  const again = await loadPrintedPlan(db, { pack, at: noon });
  expect(again.id).toBe(id);
  const plan = await readPlanDocument(db, { planId: id });
  if (!plan) throw new Error("the plan was not stored");
  return { pack, plan };
}

describe.each(packs)("the printed plan of %s", (folder) => {
  it(
    "comes out with every action and entry of the pack, in order, with the printed titles",
    database.rolledBack(async (db) => {
      const { pack, plan } = await printedPlan(db, folder);
      const printed = pack.planFramework.pillars.map(({ number, title, actions }) => ({
        number,
        title,
        actions: actions.map((action) => ({
          letter: action.letter,
          text: action.text,
          kpis: action.kpis,
          entries: action.entries.map(({ id, title: entry, seeAlsoPrinted }) => ({ id, entry, seeAlsoPrinted })),
        })),
      }));
      const shown = plan.pillars.map(({ number, title, actions }) => ({
        number,
        title,
        actions: actions.map(({ letter, text, kpis, entries }) => ({
          letter,
          text,
          kpis,
          entries: entries.map(({ id, title: entry, seeAlsoPrinted }) => ({ id, entry, seeAlsoPrinted })),
        })),
      }));
      expect(shown).toEqual(printed);
      expect(plan.counts).toEqual({
        actions: pack.manifest.counts.actions,
        entries: pack.manifest.counts.entries,
        activities: pack.manifest.counts.activities,
      });
    }),
  );

  it(
    "is an editable document with the same titles and the computed references",
    database.rolledBack(async (db) => {
      const { plan } = await printedPlan(db, folder);
      const parts = unzipSync(await planDocx(plan, { synthetic: false }));
      const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
      const words = xml
        .replace(/<\/w:p>/g, "\n")
        .replace(/<[^>]+>/g, "")
        .replaceAll("&amp;", "&")
        .replaceAll("&apos;", "'")
        .replaceAll("&quot;", '"')
        .split("\n");
      for (const pillar of plan.pillars)
        for (const action of pillar.actions) {
          expect(words).toContain(`${action.letter}) ${action.text}`);
          for (const entry of action.entries)
            expect(words).toContain([entry.title, entry.seeAlso].filter(Boolean).join(" "));
        }
      expect(xml).toContain("<w:tblHeader/>");
      expect(xml).not.toContain("Synthetic");
      const marked = unzipSync(await planDocx(plan, { synthetic: true }));
      expect(strFromU8(marked["word/document.xml"] ?? new Uint8Array())).toContain("Synthetic data.");
    }),
  );
});

it(
  "the office's plan has 53 actions, 225 entries of 104 activities, and one cell for 3-(f) to 3-(j)",
  database.rolledBack(async (db) => {
    const { plan } = await printedPlan(db, "db/regions/asia-pacific");
    expect(plan.counts).toEqual({ actions: 53, entries: 225, activities: 104 });
    const third = plan.pillars[2]?.actions.map(({ letter, workRows }) => [letter, workRows]);
    expect(third).toEqual(
      expect.arrayContaining([
        ["f", 5],
        ["g", 0],
        ["j", 0],
        ["k", 1],
      ]),
    );
    expect(plan.differences).toHaveLength(34);
  }),
);
