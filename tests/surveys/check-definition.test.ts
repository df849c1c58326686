import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CheckContext, checkDefinition } from "~/surveys/check-definition";
import { DEFINITION_MESSAGES, definitionMessage } from "~/surveys/definition-messages";
import { needsDefinition, pageOf, ratings } from "./support/definitions";

type Json = Record<string, unknown>;

function problems(definition: unknown, context: CheckContext = {}) {
  const checked = checkDefinition(definition, context);
  return checked.ok ? [] : checked.problems.map(({ path, code }) => `${path} ${code}`);
}

function warnings(definition: unknown, context: CheckContext = {}) {
  return checkDefinition(definition, context).warnings.map(({ path, code, params }) => ({ path, code, params }));
}

const text = (overrides: Json = {}): Json => ({ type: "text", name: "a", ...overrides });

describe("what the check of a definition lets through", () => {
  test("the small needs survey", () => {
    expect(problems(needsDefinition())).toEqual([]);
  });
});

describe("what it refuses, each with its place", () => {
  const cases: readonly (readonly [string, Json, string])[] = [
    ["an unknown type", pageOf([text({ type: "signaturepad" })]), "pages[0].elements[0].type typeNotAllowed"],
    [
      "HTML as a question",
      pageOf([{ type: "html", name: "a", html: "<b>x</b>" }]),
      "pages[0].elements[0].type typeNotAllowed",
    ],
    ["a file question", pageOf([{ type: "file", name: "a" }]), "pages[0].elements[0].type typeNotAllowed"],
    ["duplicate names", pageOf([text(), text()]), "pages[0].elements[1].name duplicateName"],
    ["__proto__ as a name", pageOf([text({ name: "__proto__" })]), "pages[0].elements[0].name badFormat"],
    ["constructor as a name", pageOf([text({ name: "constructor" })]), "pages[0].elements[0].name reservedName"],
    ["a name in capitals", pageOf([text({ name: "A b" })]), "pages[0].elements[0].name badFormat"],
    [
      "remote choices",
      pageOf([{ type: "dropdown", name: "a", choicesByUrl: { url: "http://10.0.0.1" }, choices: [1] }]),
      "pages[0].elements[0] remoteChoices",
    ],
    [
      "a regular expression",
      pageOf([text({ validators: [{ type: "regex", regex: "^(a+)+$" }] })]),
      "pages[0].elements[0].validators[0].type regularExpression",
    ],
    [
      "an expression validator",
      pageOf([text({ validators: [{ type: "expression", expression: "1=1" }] })]),
      "pages[0].elements[0].validators[0].type script",
    ],
    ["HTML in a text", pageOf([text({ title: "See <a href='x'>this</a>" })]), "pages[0].elements[0].title html"],
    [
      "HTML in a translation",
      pageOf([text({ title: { default: "a", fr: "<script>" } })]),
      "pages[0].elements[0].title html",
    ],
    ["HTML for the end", pageOf([text()], { completedHtml: "<b>x</b>" }), " html"],
    ["triggers", pageOf([text()], { triggers: [] }), " script"],
    ["calculated values", pageOf([text()], { calculatedValues: [] }), " script"],
    ["an unknown property", pageOf([text({ colour: "red" })]), "pages[0].elements[0] unknownProperty"],
    ["a default value", pageOf([text({ defaultValue: "x" })]), "pages[0].elements[0] unknownProperty"],
    [
      "a function in a condition",
      pageOf([text({ visibleIf: "today() > 1" })]),
      "pages[0].elements[0].visibleIf conditionFunction",
    ],
    [
      "code in a condition",
      pageOf([text({ visibleIf: "this.constructor.constructor('x')()" })]),
      "pages[0].elements[0].visibleIf conditionSyntax",
    ],
    [
      "a condition on a question that is not there",
      pageOf([text({ visibleIf: "{b} = 1" })]),
      "pages[0].elements[0].visibleIf conditionUnknownName",
    ],
    [
      "a condition on a later question",
      pageOf([text({ visibleIf: "{b} = 1" }), text({ name: "b" })]),
      "pages[0].elements[0].visibleIf conditionLaterName",
    ],
    [
      "a condition on itself",
      pageOf([text({ visibleIf: "{a} empty" })]),
      "pages[0].elements[0].visibleIf conditionLaterName",
    ],
    [
      "an endless condition",
      pageOf([text(), text({ name: "b", visibleIf: "(".repeat(200) })]),
      "pages[0].elements[1].visibleIf conditionTooComplex",
    ],
    ["a text in a list of names", pageOf([text({ title: ["a"] })]), "pages[0].elements[0].title wrongType"],
    [
      "a language that is none",
      pageOf([text({ title: { default: "a", "<b>": "x" } })]),
      "pages[0].elements[0].title.<b> badFormat",
    ],
    [
      "a text without the default language",
      pageOf([text({ title: { fr: "a" } })]),
      "pages[0].elements[0].title missingDefaultText",
    ],
    [
      "an answer in the title of a question",
      pageOf([text(), text({ name: "b", title: "You said {a}" })]),
      "pages[0].elements[1].title unknownPlaceholder",
    ],
    [
      "a placeholder for nothing",
      pageOf([text({ title: "Dear {nobody}" })]),
      "pages[0].elements[0].title unknownPlaceholder",
    ],
    [
      "a choice twice",
      pageOf([{ type: "dropdown", name: "a", choices: [1, "1"] }]),
      "pages[0].elements[0].choices[1] duplicateValue",
    ],
    [
      "a slash in a choice",
      pageOf([{ type: "dropdown", name: "a", choices: ["a/b"] }]),
      "pages[0].elements[0].choices[0] badFormat",
    ],
    [
      "more choices than 300",
      pageOf([{ type: "dropdown", name: "a", choices: Array.from({ length: 301 }, (_, i) => i) }]),
      "pages[0].elements[0].choices tooMany",
    ],
    [
      "more than 2,000 characters of text",
      pageOf([text({ title: "x".repeat(2_001) })]),
      "pages[0].elements[0].title tooLong",
    ],
    [
      "panels of panels of panels of panels",
      pageOf([panel(panel(panel(panel(text()))))]),
      "pages[0].elements[0].elements[0].elements[0].elements[0] depth",
    ],
    [
      "repeated panels within repeated ones",
      pageOf([rows([rows([text()], "y")], "x")]),
      "pages[0].elements[0].templateElements[0] nestedRows",
    ],
    [
      "an unknown given list",
      pageOf([{ ...rows([text()], "x"), given: "guests" }]),
      "pages[0].elements[0].given givenUnknown",
    ],
    [
      "a given list of another measure",
      pageOf([{ ...rows([text()], "x"), given: "sessions", measure: "objective" }]),
      "pages[0].elements[0].given givenMeasure",
    ],
    [
      "a measure that needs a given list",
      pageOf([{ ...rows([text()], "x"), measure: "pledgeStatus" }]),
      "pages[0].elements[0] givenMissing",
    ],
    ["ratings of nothing", pageOf([ratings("importance", { unit: undefined })]), "pages[0].elements[0] missingUnit"],
    [
      "ratings on a scale of words",
      pageOf([ratings("importance", { columns: ["low", "high"] })]),
      "pages[0].elements[0].columns scaleNotAscending",
    ],
    [
      "ratings that are no matrix",
      pageOf([text({ measure: "importance", unit: "topic" })]),
      "pages[0].elements[0].type measureType",
    ],
    ["no instrument", { ...pageOf([text()]), instrument: undefined }, " missingProperty"],
    ["no pages", { instrument: "a", title: "a" }, " missingProperty"],
    [
      "a section in two places",
      {
        ...pageOf([]),
        pages: ["x", "y", "x"].map((section, i) => ({ name: `p${i}`, section, elements: [text({ name: `q${i}` })] })),
      },
      "pages[2] sectionSplit",
    ],
    [
      "bounds that exclude everything",
      pageOf([text({ inputType: "number", min: 3, max: 1 })]),
      "pages[0].elements[0].min boundsReversed",
    ],
    [
      "a date as bound of a number",
      pageOf([text({ inputType: "number", min: "2026-01-01" })]),
      "pages[0].elements[0].min boundType",
    ],
    ["more required topics than are asked", needsDefinition({ requiredTopics: 4 }), "requiredTopics requiredTopics"],
  ];
  test.each(cases)("%s", (_name, definition, expected) => {
    expect(problems(definition)).toContain(expected);
  });

  test("more inputs than a person should fill", () => {
    expect(problems(needsDefinition(), { mostInputs: 10 })).toEqual([" tooManyInputs"]);
  });

  test("500 nested panels, as an object that no parser has bounded", () => {
    let nested: Json = text();
    for (let depth = 0; depth < 500; depth++) nested = panel(nested);
    expect(problems(pageOf([nested]))).toEqual([" tooDeep"]);
  });

  test("a list of a million", () => {
    expect(problems(pageOf([{ type: "dropdown", name: "a", choices: new Array(1_000_000).fill(1) }]))).toEqual([
      " tooMany",
    ]);
  });

  test("anything that is no definition at all, with a sentence and without an exception", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const checked = checkDefinition(value);
        expect(checked.ok).toBe(false);
        expect(checked.ok ? [] : checked.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  test("a regular expression that would take for ever is never run", () => {
    const start = performance.now();
    const hostile = pageOf([
      text({ validators: [{ type: "regex", regex: "^(a+)+$" }], title: `${"a".repeat(1_900)}!` }),
    ]);
    expect(problems(hostile)).not.toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe("what it warns of", () => {
  test("a topic rated on one scale only", () => {
    const definition = pageOf([ratings("importance"), ratings("capability", { rows: ["valuation", "transit"] })]);
    expect(warnings(definition)).toContainEqual({
      path: "pages[0].elements[0].rows[1]",
      code: "topicOneScale",
      params: { topic: "risk-management", has: "importance", lacks: "capability" },
    });
  });

  test("topics of the region that nobody is asked about, and rows that are no topic", () => {
    const found = warnings(needsDefinition(), { region: { topics: ["valuation", "transit", "ipr"] } });
    expect(found).toContainEqual({ path: "", code: "topicNotAsked", params: { topic: "ipr" } });
    expect(found).toContainEqual({
      path: "pages[0].elements[0].rows[1]",
      code: "unknownId",
      params: { value: "risk-management", unit: "topic" },
    });
  });

  test("no top five beside ratings, no overall item beside an evaluation", () => {
    expect(warnings(pageOf([ratings("importance"), ratings("capability")])).map(({ code }) => code)).toContain(
      "noTopFive",
    );
    const pace = { type: "rating", name: "pace", measure: "pace" };
    expect(warnings(pageOf([pace])).map(({ code }) => code)).toEqual(["noSatisfaction"]);
    expect(warnings(pageOf([pace, { type: "rating", name: "overall", measure: "satisfaction" }]))).toEqual([]);
  });

  test("a text without its translation", () => {
    const definition = pageOf([
      text({ measure: "comment", title: { default: "Anything else?", fr: "Autre chose ?" }, description: "Optional" }),
    ]);
    expect(warnings(definition)).toContainEqual({
      path: "pages[0].elements[0].description",
      code: "missingTranslation",
      params: { language: "fr" },
    });
  });

  test("measures and fields that no analysis reads, questions that say nothing", () => {
    const found = warnings(
      pageOf([
        text({ measure: "weather" }),
        text({ name: "b" }),
        { ...rows([text({ field: "colour" })], "x"), measure: "request" },
      ]),
    ).map(({ code }) => code);
    expect(found).toEqual(["unknownMeasure", "noMeasure", "unknownField"]);
  });

  test("a condition that can never hold", () => {
    const definition = pageOf([
      { type: "radiogroup", name: "mode", choices: ["remote", "on-site"], measure: "comment" },
      text({ visibleIf: "{mode} = 'online'", measure: "comment" }),
    ]);
    expect(warnings(definition)).toEqual([
      { path: "pages[0].elements[1].visibleIf", code: "conditionValue", params: { name: "mode", value: "online" } },
    ]);
  });

  test("an item of the version before that is gone", () => {
    const before = checkDefinition(needsDefinition());
    const previousItems = before.ok ? before.compiled.items : [];
    const renamed = needsDefinition();
    const after = JSON.parse(JSON.stringify(renamed).replaceAll('"comments"', '"remarks"'));
    expect(warnings(after, { previousItems })).toContainEqual({
      path: "",
      code: "itemDropped",
      params: { key: "comments" },
    });
  });
});

describe("the sentences", () => {
  test("are there in English and French, and differ", () => {
    for (const message of Object.values(DEFINITION_MESSAGES)) expect(message.fr).not.toBe(message.en);
  });

  test("carry the particulars", () => {
    expect(definitionMessage("duplicateName", { name: "a", first: "pages[0]" })).toBe(
      "The name “a” is used already, at pages[0].",
    );
    expect(definitionMessage("duplicateValue", { value: 3 }, "fr-CA")).toBe("La valeur « 3 » figure ici deux fois.");
  });
});

function panel(inside: Json): Json {
  return { type: "panel", name: `p${Math.abs(JSON.stringify(inside).length)}`, elements: [inside] };
}

function rows(templateElements: readonly Json[], name: string): Json {
  return { type: "paneldynamic", name, templateElements };
}
