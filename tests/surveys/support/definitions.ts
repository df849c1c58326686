import { checkDefinition } from "~/surveys/check-definition";
import type { CompiledInstrument } from "~/surveys/compiled";

type Json = Record<string, unknown>;

const SCALE = [
  ...[1, 2, 3, 4, 5].map((value) => ({ value, text: { default: `Level ${value}`, fr: `Niveau ${value}` } })),
  { value: "na", text: { default: "Not applicable", fr: "Sans objet" }, missing: "notApplicable" },
  { value: "dk", text: { default: "Don't know", fr: "Ne sait pas" }, missing: "dontKnow" },
];

/** A rating matrix over topics. */
export function ratings(measure: "importance" | "capability", overrides: Json = {}): Json {
  const rows = ["valuation", "risk-management", "transit"];
  return { type: "matrix", name: measure, measure, unit: "topic", title: measure, columns: SCALE, rows, ...overrides };
}

/** A small needs survey: two ratings, a top two, details by topic, requests, last year. */
export function needsDefinition(overrides: Json = {}): Json {
  const topics = [
    { value: "valuation", text: { default: "Valuation", fr: "Évaluation" } },
    { value: "risk-management", text: { default: "Risk management", fr: "Gestion des risques" } },
    { value: "transit", text: { default: "Transit", fr: "Transit" } },
  ];
  return {
    instrument: "needs",
    title: { default: "Needs", fr: "Besoins" },
    requiredTopics: 2,
    pages: [
      { name: "ratings", section: "ratings", minutes: 5, elements: [ratings("importance"), ratings("capability")] },
      {
        name: "first",
        elements: [
          {
            type: "ranking",
            name: "top",
            measure: "topFive",
            unit: "topic",
            selectToRankEnabled: true,
            maxSelectedChoices: 2,
            isRequired: true,
            choices: topics,
          },
          { type: "boolean", name: "wants_support", measure: "comment", title: "Do you ask for support?" },
        ],
      },
      {
        name: "requests_page",
        visibleIf: "{wants_support} = true",
        elements: [
          {
            type: "paneldynamic",
            name: "requests",
            measure: "request",
            maxPanelCount: 3,
            templateTitle: "Request {panelIndex}: {panel.topic}",
            templateElements: [
              { type: "dropdown", name: "topic", field: "topic", unit: "topic", isRequired: true, choices: topics },
              { type: "checkbox", name: "months", field: "months", unit: "month", choices: [7, 8, 9] },
              { type: "comment", name: "result", field: "result", maxLength: 40 },
              { type: "text", inputType: "number", step: 1, min: 0, max: 50, name: "officers", field: "ability" },
              {
                type: "text",
                inputType: "month",
                name: "since",
                field: "askedWhere",
                visibleIf: "{panel.officers} > 10",
              },
            ],
          },
        ],
      },
      {
        name: "last_year",
        elements: [
          {
            type: "paneldynamic",
            name: "activities",
            measure: "lastYearActivity",
            given: "activities",
            templateTitle: "{panel.title}",
            templateElements: [
              {
                type: "radiogroup",
                name: "led_to",
                field: "ledTo",
                choices: ["changed", "nothing", { value: "dk", missing: "dontKnow" }],
              },
              {
                type: "comment",
                name: "result",
                field: "result",
                visibleIf: "{panel.led_to} = 'changed'",
                requiredIf: "{panel.led_to} = 'changed'",
              },
            ],
          },
          { type: "comment", name: "comments", measure: "comment" },
        ],
      },
    ],
    ...overrides,
  };
}

/** A page with these questions, as a whole definition. */
export function pageOf(elements: readonly Json[], overrides: Json = {}): Json {
  return { instrument: "test", title: "Test", pages: [{ name: "page", elements }], ...overrides };
}

/** Compiles a definition that must be right. */
export function compiled(definition: Json): CompiledInstrument {
  const checked = checkDefinition(definition, { mostInputs: 10_000 });
  if (!checked.ok) throw new Error(checked.problems.map((problem) => `${problem.path}: ${problem.message}`).join("\n"));
  return checked.compiled;
}

/** Fiji's answers to the small needs survey. */
export function fijisAnswers(overrides: Json = {}): Json {
  return {
    importance: { valuation: 5, "risk-management": 4, transit: "na" },
    capability: { valuation: 2, "risk-management": "dk", transit: "na" },
    top: ["risk-management", "valuation"],
    wants_support: true,
    requests: [
      { key: "r1", topic: "valuation", months: [9, 7], officers: 12, since: "2026-03", result: "Post-entry checks" },
    ],
    activities: [{ id: "act-1", led_to: "changed", result: "A new manual" }],
    ...overrides,
  };
}
