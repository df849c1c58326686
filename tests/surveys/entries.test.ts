import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GivenRows } from "~/surveys/answer-document";
import { checkResponse } from "~/surveys/check-response";
import { assembleDocument, checkEntry, splitDocument } from "~/surveys/entries";
import { toModelData } from "~/surveys/model-data";
import { answerFrom, entropy } from "./support/answer-arbitrary";
import { definitions, GIVEN_ACTIVITIES } from "./support/definition-arbitrary";
import { compiled, fijisAnswers, needsDefinition } from "./support/definitions";

const given: GivenRows = { activities: GIVEN_ACTIVITIES };
const needs = compiled(needsDefinition());

describe("a document and its entries", () => {
  test("a document put together from its entries is the same document, in whatever order they come", () => {
    let documents = 0;
    fc.assert(
      fc.property(definitions, entropy, (definition, numbers) => {
        const instrument = compiled(definition);
        const checked = checkResponse(instrument, answerFrom(instrument, numbers, false), { mode: "submit", given });
        if (!checked.ok) return;
        documents++;
        const entries = splitDocument(instrument, checked.document);
        expect(assembleDocument(instrument, [...entries].reverse(), given)).toEqual(checked.document);
        for (const { path, value } of entries) {
          expect(checkEntry(instrument, path, value, given)).toMatchObject({ ok: true, value });
        }
      }),
      { numRuns: 300 },
    );
    expect(documents).toBeGreaterThan(30);
  });

  test("the panels of two colleagues who never met stand one after the other", () => {
    const entries = [
      { path: "requests/b", value: { at: 0, topic: "transit" } },
      { path: "requests/a", value: { at: 1, topic: "valuation" } },
      { path: "requests/c", value: { at: 0, topic: "valuation" } },
      { path: "requests/d", value: null },
    ];
    expect(assembleDocument(needs, entries).requests).toEqual([
      { key: "b", topic: "transit" },
      { key: "c", topic: "valuation" },
      { key: "a", topic: "valuation" },
    ]);
  });

  test("an entry of another instrument cannot be put in", () => {
    expect(() => assembleDocument(needs, [{ path: "elsewhere", value: 1 }])).toThrow(RangeError);
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
    ["requests/r1", { at: 0, officers: "a dozen" }, "requests/r1/officers wrongType"],
    ["activities/act-9", { led_to: "nothing" }, "activities/act-9 notGiven"],
  ])("refuses %s with %j", (path, value, expected) => {
    const checked = checkEntry(needs, path, value, given);
    expect(checked.ok ? [] : checked.errors.map((error) => `${error.path} ${error.code}`)).toEqual([expected]);
  });
});

test("a form of SurveyJS starts with a panel for each given row, with its title and last answers", () => {
  expect(toModelData(needs, fijisAnswers(), given).activities).toEqual([
    { id: "act-1", title: "National workshop on valuation", led_to: "changed", result: "A new manual" },
    { id: "act-2", title: "Regional seminar" },
  ]);
});
