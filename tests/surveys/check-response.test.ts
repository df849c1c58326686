import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkResponse } from "~/surveys/check-response";
import { RESPONSE_MESSAGES, responseMessage } from "~/surveys/response-messages";
import { compiled, fijisAnswers, needsDefinition, pageOf } from "./support/definitions";

type Json = Record<string, unknown>;

const needs = compiled(needsDefinition());
const given = {
  activities: [
    { id: "act-1", title: "National workshop" },
    { id: "act-2", title: "Seminar" },
  ],
};

function errors(answers: unknown, mode: "submit" | "strict" = "strict", instrument = needs) {
  const checked = checkResponse(instrument, answers, { mode, given });
  return checked.ok ? [] : checked.errors.map(({ path, code }) => `${path} ${code}`);
}

function accepted(answers: unknown, mode: "submit" | "strict" = "strict", instrument = needs) {
  const checked = checkResponse(instrument, answers, { mode, given });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return checked;
}

describe("a complete response of Fiji", () => {
  test("is accepted, coded in the codebook's order", () => {
    const { codes, rows, numbers } = accepted(fijisAnswers());
    // importance, capability (3 topics each); places of the top two (3); support (2 is yes).
    expect(codes).toEqual([5, 4, -3, 2, -4, -3, 2, 1, 0, 2]);
    expect(numbers).toEqual([]);
    expect(rows).toEqual([
      { item: 10, question: "requests", rowKey: "r1", codes: [1, 1, 0, 1], numbers: [12, 20_513] },
      { item: 18, question: "activities", rowKey: "act-1", codes: [1], numbers: [] },
    ]);
  });

  test("gives the same bytes whatever the order of its keys, its line ends and its blanks", () => {
    const answers = fijisAnswers({ comments: "One\nTwo" });
    const reversed = Object.fromEntries(Object.entries(fijisAnswers({ comments: "  One\r\nTwo \r\n" })).reverse());
    expect(accepted(reversed).canonical).toBe(accepted(answers).canonical);
  });

  test("orders choices as the definition does, keeps the order of a ranking", () => {
    const { document } = accepted(fijisAnswers());
    expect(document.top).toEqual(["risk-management", "valuation"]);
    expect(document.requests).toEqual([expect.objectContaining({ months: [7, 9] })]);
  });

  test("leaves out the given fields that the form carries along, and given rows without an answer", () => {
    const activities = [
      { id: "act-2", title: "Seminar" },
      { id: "act-1", title: "National workshop", led_to: "nothing" },
    ];
    expect(accepted(fijisAnswers({ activities })).document.activities).toEqual([{ id: "act-1", led_to: "nothing" }]);
  });
});

describe("answers to questions that are not shown", () => {
  const withdrawn = fijisAnswers({ wants_support: false });

  test("are refused from a program", () => {
    expect(errors(withdrawn, "strict")).toEqual(["requests hidden"]);
  });

  test("are left out and listed at a submission, and coded as not shown", () => {
    const checked = accepted(withdrawn, "submit");
    expect(checked.hidden).toEqual(["requests"]);
    expect(checked.document).not.toHaveProperty("requests");
    expect(checked.rows.map((row) => row.question)).toEqual(["activities"]);
  });

  test("inside a panel are found too", () => {
    const activities = [{ id: "act-1", led_to: "nothing", result: "left over" }];
    expect(errors(fijisAnswers({ activities }))).toEqual(["activities/act-1/result hidden"]);
    expect(accepted(fijisAnswers({ activities }), "submit").hidden).toEqual(["activities/act-1/result"]);
  });

  test("decide about nothing: what hangs on a hidden answer is hidden as well", () => {
    const chain = compiled(
      pageOf([
        { type: "boolean", name: "a" },
        { type: "boolean", name: "b", visibleIf: "{a} = true" },
        { type: "text", name: "c", visibleIf: "{b} = true" },
      ]),
    );
    const checked = accepted({ a: false, b: true, c: "x" }, "submit", chain);
    expect(checked.document).toEqual({ a: false });
    expect(checked.hidden).toEqual(["b", "c"]);
    expect(checked.codes).toEqual([1, -2]);
  });
});

describe("what is refused, each at its place", () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ["no object", "answers", " notAnObject"],
    ["a list", [], " notAnObject"],
    ["a key that nobody asked for", fijisAnswers({ secret: 1 }), "secret unknownKey"],
    ["a row that is no topic", fijisAnswers({ importance: { valuation: 5, ipr: 3 } }), "importance unknownKey"],
    [
      "a key in a panel",
      fijisAnswers({ requests: [{ key: "r1", topic: "transit", budget: 5 }] }),
      "requests/r1 unknownKey",
    ],
    ["a rating of 99", fijisAnswers({ importance: { valuation: 99 } }), "importance/valuation notAChoice"],
    ["a rating as text", fijisAnswers({ importance: { valuation: "5" } }), "importance/valuation notAChoice"],
    [
      "abc for a number",
      fijisAnswers({ requests: [{ key: "r1", topic: "transit", officers: "abc" }] }),
      "requests/r1/officers wrongType",
    ],
    [
      "a number out of range",
      fijisAnswers({ requests: [{ key: "r1", topic: "transit", officers: 51 }] }),
      "requests/r1/officers outOfRange",
    ],
    [
      "half an officer",
      fijisAnswers({ requests: [{ key: "r1", topic: "transit", officers: 1.5 }] }),
      "requests/r1/officers notWhole",
    ],
    [
      "a number beyond all numbers",
      fijisAnswers({ requests: [{ key: "r1", topic: "transit", officers: Number.POSITIVE_INFINITY }] }),
      "requests/r1/officers wrongType",
    ],
    [
      "a choice that is not offered",
      fijisAnswers({ requests: [{ key: "r1", topic: "ipr" }] }),
      "requests/r1/topic notAChoice",
    ],
    ["a choice taken twice", fijisAnswers({ top: ["transit", "transit"] }), "top chosenTwice"],
    [
      "a ranking of three where two are asked",
      fijisAnswers({ top: ["transit", "valuation", "risk-management"] }),
      "top tooManyChosen",
    ],
    [
      "a text that is too long",
      fijisAnswers({ requests: [{ key: "r1", topic: "transit", result: "x".repeat(41) }] }),
      "requests/r1/result tooLong",
    ],
    ["a panel without a key", fijisAnswers({ requests: [{ topic: "transit" }] }), "requests/#1 badRowKey"],
    [
      "two panels with one key",
      fijisAnswers({
        requests: [
          { key: "r1", topic: "transit" },
          { key: "r1", topic: "valuation" },
        ],
      }),
      "requests/r1 rowTwice",
    ],
    [
      "a given row of somebody else",
      fijisAnswers({ activities: [{ id: "act-9", led_to: "nothing" }] }),
      "activities/#1 notGiven",
    ],
    ["a boolean as text", fijisAnswers({ wants_support: "true" }), "wants_support notAChoice"],
    ["a missing required answer", fijisAnswers({ top: undefined }), "top required"],
    [
      "a missing required answer in a panel",
      fijisAnswers({ requests: [{ key: "r1", result: "x" }] }),
      "requests/r1/topic required",
    ],
    [
      "an answer required by another",
      fijisAnswers({ activities: [{ id: "act-1", led_to: "changed" }] }),
      "activities/act-1/result required",
    ],
    ["too few topics rated on both scales", fijisAnswers({ capability: { transit: 1 } }), " requiredTopics"],
  ];
  test.each(cases)("%s", (_name, answers, expected) => {
    expect(errors(answers)).toContain(expected);
  });

  test("2,000 panels at once, without looking into them", () => {
    const requests = Array.from({ length: 2_000 }, (_, index) => ({ key: `r${index}`, topic: "transit" }));
    const start = performance.now();
    expect(errors(fijisAnswers({ requests }))).toEqual(["requests tooManyRows"]);
    expect(performance.now() - start).toBeLessThan(20);
  });

  test("a document of 100,000 keys, with few words", () => {
    const flood = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]));
    expect(errors({ ...fijisAnswers(), ...flood }).length).toBeLessThanOrEqual(20);
  });

  test("a date that does not exist, a month out of range, an address that is none", () => {
    const instrument = compiled(
      pageOf([
        { type: "text", inputType: "date", name: "day", min: "2026-01-01" },
        { type: "text", inputType: "month", name: "month", max: "2026-12" },
        { type: "text", inputType: "email", name: "mail" },
      ]),
    );
    const answers = { day: "2026-02-30", month: "2027-01", mail: "ana@@customs.example" };
    expect(errors(answers, "strict", instrument)).toEqual(["day badDate", "month outOfRange", "mail badEmail"]);
    expect(
      accepted({ day: "2026-02-28", month: "2026-12", mail: "ana@customs.example" }, "strict", instrument).numbers,
    ).toEqual([20_512, 20_788]);
  });

  test("a code beside other choices", () => {
    const instrument = compiled(
      pageOf([{ type: "checkbox", name: "a", choices: ["x", { value: "dk", missing: "dontKnow" }] }]),
    );
    expect(errors({ a: ["x", "dk"] }, "strict", instrument)).toEqual(["a choiceAlone"]);
    expect(accepted({ a: ["dk"] }, "strict", instrument).codes).toEqual([-4]);
    expect(accepted({ a: ["x"] }, "strict", instrument).codes).toEqual([1]);
    expect(accepted({}, "strict", instrument).codes).toEqual([-1]);
  });
});

describe("hostile documents", () => {
  test("no JSON value makes the check throw or reach a prototype", () => {
    const names = fc.constantFrom(
      "importance",
      "top",
      "requests",
      "activities",
      "comments",
      "__proto__",
      "constructor",
      "toString",
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.array(fc.dictionary(names, fc.jsonValue({ maxDepth: 2 })), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(names, values), { maxLength: 6 }),
        fc.constantFrom("submit", "strict"),
        (entries, mode) => {
          // As JSON.parse makes it: a key __proto__ is an own property.
          const parsed: unknown = JSON.parse(
            `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(",")}}`,
          );
          checkResponse(needs, parsed, { mode: mode === "submit" ? "submit" : "strict", given });
          expect(Object.keys(Object.prototype)).toEqual([]);
          expect(({} as Json).polluted).toBeUndefined();
        },
      ),
      { numRuns: 500 },
    );
  });

  test("an own key __proto__ is refused like any other that nobody asked for", () => {
    expect(errors(JSON.parse('{"__proto__": {"polluted": true}}'))).toContain("__proto__ unknownKey");
    const requests = JSON.parse('[{"key": "r1", "topic": "transit", "__proto__": {"polluted": true}}]');
    expect(errors(fijisAnswers({ requests }))).toEqual(["requests/r1 unknownKey"]);
    expect(errors(fijisAnswers({ importance: JSON.parse('{"__proto__": 5}') }))).toContain("importance unknownKey");
  });

  test("characters that a database refuses are left out of texts", () => {
    const { document, canonical } = accepted(fijisAnswers({ comments: "a\u0000b\u0007c\ud800d\u200e" }));
    expect(document.comments).toBe("abc\ufffdd\u200e");
    expect(canonical).not.toContain("\\u0000");
  });
});

describe("the sentences", () => {
  test("are there in English and French, and differ", () => {
    for (const message of Object.values(RESPONSE_MESSAGES)) expect(message.fr).not.toBe(message.en);
  });

  test("name the range as it is", () => {
    expect(responseMessage({ code: "outOfRange", params: { min: 0, max: 50 } }, "en")).toBe(
      "Give a value from 0 to 50.",
    );
    expect(responseMessage({ code: "outOfRange", params: { min: 1 } }, "en")).toBe("Give a value of 1 or more.");
    expect(responseMessage({ code: "outOfRange", params: { max: "2026-12" } }, "fr")).toBe(
      "Indiquez une valeur d’au plus 2026-12.",
    );
  });
});
