import fc from "fast-check";
import { expect, test } from "vitest";
import type { GivenRows } from "~/surveys/answer-document";
import { checkResponse } from "~/surveys/check-response";
import type { CompiledInstrument } from "~/surveys/compiled";
import { assembleDocument, checkEntry, type Entry, splitDocument } from "~/surveys/entries";
import { describeSection } from "~/surveys/light-form/describe-section";
import { readSection } from "~/surveys/light-form/read-section";
import type { Control, SectionView } from "~/surveys/light-form/section-view";
import { answerFrom, entropy } from "./support/answer-arbitrary";
import { definitions, GIVEN_ACTIVITIES } from "./support/definition-arbitrary";
import { compiled } from "./support/definitions";

const given: GivenRows = { activities: GIVEN_ACTIVITIES };

/** What a browser posts for a page drawn from this view. */
function posted(view: SectionView): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  const post = (name: string, value: string) => fields.set(name, [...(fields.get(name) ?? []), value]);
  const control = (shown: Control): void => {
    switch (shown.kind) {
      case "matrix":
        for (const row of shown.rows) if (row.chosen !== null) post(row.path, row.chosen);
        break;
      case "choice":
      case "choices":
        for (const option of shown.options) if (option.chosen) post(shown.path, option.value);
        break;
      case "ranking":
        for (const place of shown.places) post(shown.path, place);
        break;
      case "line":
      case "lines":
        // A textarea is posted with the line ends of the network.
        post(shown.path, shown.value.replaceAll("\n", "\r\n"));
        break;
      case "rows":
        for (const panel of shown.panels) {
          if (panel.at !== null) post(shown.path, `${panel.key}:${panel.at}`);
          for (const inner of panel.controls) control(inner);
        }
    }
  };
  for (const block of view.blocks) for (const shown of block.controls) control(shown);
  return fields;
}

/** Page after page as it is drawn, posted and saved, then submitted. */
function throughTheLightForm(instrument: CompiledInstrument, document: Readonly<Record<string, unknown>>) {
  const entries = new Map(splitDocument(instrument, document).map(({ path, value }) => [path, value]));
  const saved: Entry[] = [];
  for (const page of instrument.pages) {
    const state = { compiled: instrument, entries, lastYear: new Map(), given, errors: new Map(), language: "en" };
    const view = describeSection(page, state);
    for (const entry of readSection(page, posted(view), { unasked: new Set(view.unasked), entries, given })) {
      const checked = checkEntry(instrument, entry.path, entry.value, given);
      if (!checked.ok) throw new Error(`${entry.path}: ${JSON.stringify(checked.errors)}`);
      saved.push({ path: entry.path, value: checked.value });
    }
  }
  return checkResponse(instrument, assembleDocument(instrument, saved, given), { mode: "submit", given });
}

test("the same answers through the light form give the same bytes and codes", () => {
  let documents = 0;
  fc.assert(
    fc.property(definitions, entropy, (definition, numbers) => {
      const instrument = compiled(definition);
      const checked = checkResponse(instrument, answerFrom(instrument, numbers, false), { mode: "submit", given });
      if (!checked.ok) return;
      documents++;
      expect(throughTheLightForm(instrument, checked.document)).toEqual({ ...checked, hidden: [] });
    }),
    { numRuns: 300 },
  );
  expect(documents).toBeGreaterThan(30);
});
