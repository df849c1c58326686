import { describe, expect, test } from "vitest";
import {
  fieldsOfMeasure,
  pairedRatings,
  panelsOf,
  ratingsOf,
  textsOf,
  topFiveBallots,
} from "~/surveys/answers-by-measure";
import { checkResponse } from "~/surveys/check-response";
import type { CompiledInstrument } from "~/surveys/compiled";
import { expertOffers, nominations, supportRequests, topicDetails } from "~/surveys/needs-answers";
import { type CodedRevision, tidyAnswers } from "~/surveys/tidy";
import { compiled, fijisAnswers, needsDefinition, pageOf } from "./support/definitions";

const needs = compiled(needsDefinition());
const given = { activities: [{ id: "act-1", title: "National workshop" }] };

function revision(member: string | null, answers: unknown, instrument: CompiledInstrument = needs): CodedRevision {
  const checked = checkResponse(instrument, answers, { mode: "submit", given });
  if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
  return { member, given, ...checked };
}

const fiji = revision("fji", fijisAnswers({ comments: "Vinaka" }));

describe("a response as tidy rows", () => {
  const rows = tidyAnswers(needs, fiji);
  const row = (key: string) => rows.find((candidate) => candidate.key === key);

  test("has each rating with its topic, or why there is none", () => {
    expect(row("importance/valuation")).toMatchObject({
      member: "fji",
      measure: "importance",
      unitId: "valuation",
      code: 5,
      value: 5,
      missing: null,
    });
    expect(row("importance/transit")).toMatchObject({ code: -3, value: null, missing: "notApplicable" });
    expect(row("capability/risk-management")).toMatchObject({ code: -4, value: null, missing: "dontKnow" });
  });

  test("has places, choices taken or not, numbers, dates and texts, with the panel's key", () => {
    expect(row("top/transit")).toMatchObject({ value: 0 });
    expect(row("top/valuation")).toMatchObject({ value: 2 });
    expect(row("requests/months/8")).toMatchObject({ row: "r1", value: 0 });
    expect(row("requests/officers")).toMatchObject({ row: "r1", value: 12, code: null });
    expect(row("requests/since")).toMatchObject({ value: "2026-03" });
    expect(row("comments")).toMatchObject({ value: "Vinaka" });
  });

  test("tells a question that was not shown from one left blank", () => {
    const requests = [{ key: "r1", topic: "transit" }];
    const blank = tidyAnswers(needs, revision("fji", fijisAnswers({ requests })));
    expect(blank.find(({ key }) => key === "requests/officers")).toMatchObject({ value: null, missing: "blank" });
    expect(blank.find(({ key }) => key === "requests/since")).toMatchObject({ value: null, missing: "notAsked" });
  });

  test("is refused for codes of another version", () => {
    expect(() => tidyAnswers(needs, { ...fiji, codes: [1, 2] })).toThrow(RangeError);
  });
});

describe("answers found by what they measure", () => {
  test("pairs of ratings, topic by topic", () => {
    expect(pairedRatings(needs, [fiji])).toEqual([
      { member: "fji", topic: "valuation", importance: 5, capability: 2 },
      { member: "fji", topic: "risk-management", importance: 4, capability: "dontKnow" },
      { member: "fji", topic: "transit", importance: "notApplicable", capability: "notApplicable" },
    ]);
    expect(() => pairedRatings(needs, [{ ...fiji, member: null }])).toThrow(RangeError);
  });

  test("the same after every question was renamed", () => {
    const renamed = JSON.parse(
      JSON.stringify(needsDefinition())
        .replaceAll('"name":"', '"name":"x_')
        .replaceAll("{wants", "{x_wants")
        .replaceAll("{panel.", "{panel.x_")
        .replaceAll("{panel.x_title", "{panel.title"),
    );
    const answers = JSON.parse(
      JSON.stringify(fijisAnswers()).replace(
        /"(importance|capability|top|wants_support|requests|topic|months|officers|since|result|activities|led_to)":/g,
        '"x_$1":',
      ),
    );
    const instrument = compiled(renamed);
    const other = revision("fji", answers, instrument);
    expect(pairedRatings(instrument, [other])).toEqual(pairedRatings(needs, [fiji]));
    expect(topFiveBallots(instrument, [other])).toEqual([{ member: "fji", topics: ["risk-management", "valuation"] }]);
    expect(supportRequests(instrument, [other])).toEqual(supportRequests(needs, [fiji]));
  });

  test("requests with their fields, absent ones as null or empty", () => {
    expect(supportRequests(needs, [fiji])).toEqual([
      expect.objectContaining({
        member: "fji",
        key: "r1",
        topic: "valuation",
        months: [7, 9],
        result: "Post-entry checks",
        mode: null,
        languages: [],
        consent: false,
      }),
    ]);
  });

  test("panels of any measure, with codes kept apart from answers", () => {
    const unknown = revision("fji", fijisAnswers({ activities: [{ id: "act-1", led_to: "dk" }] }));
    expect(panelsOf(needs, [fiji, unknown], "lastYearActivity")).toEqual([
      { member: "fji", key: "act-1", fields: { ledTo: "changed", result: "A new manual" }, missing: {} },
      { member: "fji", key: "act-1", fields: {}, missing: { ledTo: "dontKnow" } },
    ]);
  });

  test("offers, candidates, details of topics, contact", () => {
    const instrument = compiled(
      pageOf([
        { type: "text", name: "who", measure: "respondent", field: "contact" },
        panel("experts", "expertOffer", [
          { type: "text", name: "person", field: "person" },
          { type: "dropdown", name: "area", field: "area", unit: "area", choices: ["valuation"] },
          { type: "text", inputType: "number", name: "missions", field: "missions" },
        ]),
        panel("candidates", "nomination", [
          { type: "text", name: "person", field: "person" },
          { type: "dropdown", name: "area", field: "area", unit: "area", choices: ["valuation"] },
        ]),
        panel("details", "topicDetail", [
          { type: "dropdown", name: "topic", field: "topic", unit: "topic", choices: ["transit"] },
          { type: "checkbox", name: "obstacles", field: "obstacles", choices: ["training", "law"] },
          { type: "radiogroup", name: "within", field: "within", choices: [6, 12] },
        ]),
      ]),
    );
    const answers = {
      who: "Ana",
      experts: [
        { key: "e1", person: "Expert 07", area: "valuation", missions: 2 },
        { key: "e2", person: "Expert 08" },
      ],
      candidates: [{ key: "c1", person: "Candidate 01", area: "valuation" }],
      details: [{ key: "d1", topic: "transit", obstacles: ["law"], within: 12 }],
    };
    const revisions = [revision("fji", answers, instrument)];
    expect(expertOffers(instrument, revisions)).toEqual([
      expect.objectContaining({ person: "Expert 07", area: "valuation", missions: 2, months: [] }),
    ]);
    expect(nominations(instrument, revisions)).toEqual([
      expect.objectContaining({ key: "c1", person: "Candidate 01", gender: null }),
    ]);
    expect(topicDetails(instrument, revisions)).toEqual([
      expect.objectContaining({ topic: "transit", obstacles: ["law"], within: 12, mainObstacle: null }),
    ]);
    expect(fieldsOfMeasure(instrument, revisions, "respondent")).toEqual([
      { member: "fji", fields: { contact: "Ana" }, missing: {} },
    ]);
  });

  test("ratings of an evaluation: single ones, rows of a matrix, panels of given sessions; texts", () => {
    const instrument = compiled(
      pageOf([
        { type: "rating", name: "overall", measure: "satisfaction" },
        {
          type: "matrix",
          name: "materials",
          measure: "material",
          rows: ["slides", "cases"],
          columns: [1, 2, 3, { value: "na", missing: "notApplicable" }],
        },
        {
          ...panel("last", "lastYearActivity", [{ type: "rating", name: "use", field: "ledTo" }]),
          given: "activities",
        },
        { type: "comment", name: "better", measure: "improve" },
      ]),
    );
    const answers = {
      overall: 4,
      materials: { slides: 3, cases: "na" },
      last: [{ id: "act-1", use: 5 }],
      better: "More cases",
    };
    const revisions = [revision(null, answers, instrument)];
    expect(ratingsOf(instrument, revisions, "satisfaction")).toEqual([
      { member: null, key: "overall", row: null, field: null, value: 4 },
    ]);
    expect(ratingsOf(instrument, revisions, "material").map(({ row, value }) => [row, value])).toEqual([
      ["slides", 3],
      ["cases", "notApplicable"],
    ]);
    expect(ratingsOf(instrument, revisions, "lastYearActivity")).toEqual([
      { member: null, key: "last/use", row: "act-1", field: "ledTo", value: 5 },
    ]);
    expect(textsOf(instrument, revisions, "improve")).toEqual([{ member: null, text: "More cases" }]);
  });
});

function panel(
  name: string,
  measure: string,
  templateElements: readonly Record<string, unknown>[],
): Record<string, unknown> {
  return { type: "paneldynamic", name, measure, templateElements };
}
