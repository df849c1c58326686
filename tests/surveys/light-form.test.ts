import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GivenRows } from "~/surveys/answer-document";
import { checkResponse } from "~/surveys/check-response";
import type { CompiledInstrument } from "~/surveys/compiled";
import { assembleDocument, checkEntry, type Entry, splitDocument } from "~/surveys/entries";
import { entriesToForm, formToEntries, newPanel, panelAction } from "~/surveys/light-form-values";
import { lightSection, sectionsOf } from "~/surveys/light-section";
import { answerFrom, entropy } from "./support/answer-arbitrary";
import { definitions, GIVEN_ACTIVITIES } from "./support/definition-arbitrary";
import { compiled, fijisAnswers, needsDefinition } from "./support/definitions";

const given: GivenRows = { activities: GIVEN_ACTIVITIES };
const needs = compiled(needsDefinition());

/** An accepted document of a generated instrument, or `undefined`. */
function acceptedDocument(instrument: CompiledInstrument, numbers: readonly number[]) {
  const checked = checkResponse(instrument, answerFrom(instrument, numbers, false), { mode: "submit", given });
  return checked.ok ? checked : undefined;
}

/** All sections filled in by hand, posted one after the other, put together and submitted. */
function throughTheLightForm(instrument: CompiledInstrument, document: Readonly<Record<string, unknown>>) {
  const entries = splitDocument(instrument, document);
  const posted: Entry[] = [];
  for (const { id } of sectionsOf(instrument, "en")) {
    const pairs = entriesToForm(instrument, id, entries, given);
    for (const entry of formToEntries(instrument, id, pairs, { document: {}, given })) {
      const checked = checkEntry(instrument, entry.path, entry.value, given);
      if (!checked.ok) throw new Error(`${entry.path}: ${JSON.stringify(checked.errors)}`);
      posted.push({ path: entry.path, value: checked.value });
    }
  }
  return checkResponse(instrument, assembleDocument(instrument, posted, given), { mode: "submit", given });
}

describe("documents, entries and the light form", () => {
  test("a document put together from its entries is the same document", () => {
    let documents = 0;
    fc.assert(
      fc.property(definitions, entropy, (definition, numbers) => {
        const instrument = compiled(definition);
        const accepted = acceptedDocument(instrument, numbers);
        if (!accepted) return;
        documents++;
        const entries = splitDocument(instrument, accepted.document);
        const shuffled = [...entries].reverse();
        expect(assembleDocument(instrument, shuffled, given)).toEqual(accepted.document);
        for (const { path, value } of entries)
          expect(checkEntry(instrument, path, value, given)).toMatchObject({ ok: true, value });
      }),
      { numRuns: 300 },
    );
    expect(documents).toBeGreaterThan(30);
  });

  test("the same answers through the light form give the same bytes and codes", () => {
    let documents = 0;
    fc.assert(
      fc.property(definitions, entropy, (definition, numbers) => {
        const instrument = compiled(definition);
        const accepted = acceptedDocument(instrument, numbers);
        if (!accepted) return;
        documents++;
        expect(throughTheLightForm(instrument, accepted.document)).toEqual({ ...accepted, hidden: [] });
      }),
      { numRuns: 300 },
    );
    expect(documents).toBeGreaterThan(30);
  });
});

describe("a section of the light form", () => {
  const state = { language: "fr", document: fijisAnswers(), given };

  test("carries labels in the language, the answers so far, and names for its inputs", () => {
    const [page] = lightSection(needs, "ratings", state).pages;
    const [importance] = page?.blocks[0]?.fields ?? [];
    expect(importance).toMatchObject({
      kind: "matrix",
      name: "importance",
      columns: expect.arrayContaining([{ value: "na", label: "Sans objet", isCode: true }]),
      rows: [
        { name: "importance/valuation", label: "valuation", chosen: "5" },
        { name: "importance/risk-management", label: "risk-management", chosen: "4" },
        { name: "importance/transit", label: "transit", chosen: "na" },
      ],
    });
  });

  test("asks for a ranking as one select per place", () => {
    const [page] = lightSection(needs, "first", state).pages;
    expect(page?.blocks[0]?.fields[0]).toMatchObject({
      kind: "ranking",
      required: true,
      places: [
        { name: "top/1", place: 1, chosen: "risk-management" },
        { name: "top/2", place: 2, chosen: "valuation" },
      ],
    });
  });

  test("shows own panels with their title and buttons, given ones with theirs and none", () => {
    const requests = lightSection(needs, "requests_page", state).pages[0]?.blocks[0]?.fields[0];
    expect(requests).toMatchObject({
      kind: "rows",
      shown: true,
      add: { value: "add:requests" },
      panels: [{ name: "requests/r1", at: 0, title: "Request 1: Évaluation", remove: { value: "remove:requests/r1" } }],
    });
    const activities = lightSection(needs, "last_year", state).pages[0]?.blocks[0]?.fields[0];
    expect(activities).toMatchObject({
      add: null,
      panels: [
        { title: "National workshop on valuation", at: null, remove: null },
        { title: "Regional seminar", at: null, remove: null },
      ],
    });
  });

  test("says which fields are hidden, and which an answer on the same page may show", () => {
    const withdrawn = { ...state, document: fijisAnswers({ wants_support: false }) };
    const requests = lightSection(needs, "requests_page", withdrawn).pages[0]?.blocks[0]?.fields[0];
    expect(requests).toMatchObject({ shown: false, maybe: false });
    const activities = lightSection(needs, "last_year", { ...state, document: {} }).pages[0]?.blocks[0]?.fields[0];
    expect(activities?.kind === "rows" && activities.panels[0]?.fields[1]).toMatchObject({ shown: false, maybe: true });
  });

  test("is unknown for a section of another instrument", () => {
    expect(() => lightSection(needs, "elsewhere", state)).toThrow(RangeError);
  });
});

describe("a posted section", () => {
  const context = { document: {}, given };

  test("gives null for what was shown and left empty, nothing for what was not shown", () => {
    const pairs: [string, string][] = [
      ["shown", "top"],
      ["top/1", ""],
      ["top/2", ""],
      ["wants_support", "true"],
    ];
    expect(formToEntries(needs, "first", pairs, context)).toEqual([{ path: "top", value: null }]);
  });

  test("closes the gap where only the second place is filled", () => {
    const pairs: [string, string][] = [
      ["shown", "top"],
      ["top/1", ""],
      ["top/2", "transit"],
    ];
    expect(formToEntries(needs, "first", pairs, context)).toEqual([{ path: "top", value: ["transit"] }]);
  });

  test("keeps what fits no option as it was typed, so that the check can say what is wrong", () => {
    const pairs: [string, string][] = [
      ["shown", "requests/r1"],
      ["requests/r1", "0"],
      ["shown", "requests/r1/officers"],
      ["requests/r1/officers", "a dozen"],
    ];
    const [entry] = formToEntries(needs, "requests_page", pairs, context);
    expect(entry).toEqual({ path: "requests/r1", value: { at: 0, officers: "a dozen" } });
    expect(checkEntry(needs, "requests/r1", entry?.value)).toEqual({
      ok: false,
      errors: [{ path: "requests/r1/officers", code: "wrongType", params: {} }],
    });
  });

  test("keeps answers of a panel that the page did not show", () => {
    const document = fijisAnswers();
    const pairs: [string, string][] = [
      ["shown", "requests/r1"],
      ["requests/r1", "0"],
      ["shown", "requests/r1/topic"],
      ["requests/r1/topic", "transit"],
    ];
    expect(formToEntries(needs, "requests_page", pairs, { document, given })).toEqual([
      {
        path: "requests/r1",
        value: { at: 0, topic: "transit", months: [9, 7], result: "Post-entry checks", officers: 12, since: "2026-03" },
      },
    ]);
  });

  test("takes a comma for a decimal point", () => {
    const instrument = compiled({
      instrument: "a",
      title: "a",
      pages: [{ name: "p", elements: [{ type: "text", inputType: "number", name: "share" }] }],
    });
    expect(
      formToEntries(
        instrument,
        "p",
        [
          ["shown", "share"],
          ["share", " 2,5 "],
        ],
        context,
      ),
    ).toEqual([{ path: "share", value: 2.5 }]);
  });

  test("adds and removes panels by buttons", () => {
    expect(panelAction(needs, [["panel", "add:requests"]])).toEqual({ kind: "add", question: "requests" });
    expect(panelAction(needs, [["panel", "remove:requests/r1"]])).toEqual({ kind: "remove", path: "requests/r1" });
    expect(panelAction(needs, [["panel", "add:activities"]])).toBeUndefined();
    expect(panelAction(needs, [["panel", "drop table"]])).toBeUndefined();
    expect(newPanel(needs, "requests", fijisAnswers(), "r2")).toEqual({ path: "requests/r2", value: { at: 1 } });
    expect(() => newPanel(needs, "activities", {}, "x")).toThrow(RangeError);
  });
});

describe("an entry of a draft", () => {
  test("is checked by itself, without what is required or shown, and names its section", () => {
    expect(checkEntry(needs, "importance/valuation", 4)).toEqual({ ok: true, value: 4, section: "ratings" });
    expect(checkEntry(needs, "importance/valuation", "")).toEqual({ ok: true, value: null, section: "ratings" });
    expect(checkEntry(needs, "requests/r1", { at: 0, since: "2026-03" })).toMatchObject({ ok: true });
  });

  test.each([
    ["importance", 4, "importance unknownKey"],
    ["importance/ipr", 4, "importance/ipr unknownKey"],
    ["importance/__proto__", 4, "importance/__proto__ unknownKey"],
    ["__proto__", 4, "__proto__ unknownKey"],
    ["importance/valuation", 9, "importance/valuation notAChoice"],
    ["comments/x", "a", "comments/x unknownKey"],
    ["requests/a b", {}, "requests/a b unknownKey"],
    ["requests/r1", "text", "requests/r1 wrongType"],
    ["requests/r1", { at: "first" }, "requests/r1 wrongType"],
    ["activities/act-9", { led_to: "nothing" }, "activities/act-9 notGiven"],
  ])("refuses %s with %j", (path, value, expected) => {
    const checked = checkEntry(needs, path, value, given);
    expect(checked.ok ? [] : checked.errors.map((error) => `${error.path} ${error.code}`)).toEqual([expected]);
  });

  test("cannot be put into a document that does not know it", () => {
    expect(() => assembleDocument(needs, [{ path: "elsewhere", value: 1 }])).toThrow(RangeError);
  });
});
