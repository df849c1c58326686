import { describe, expect, test } from "vitest";
import { countInputs } from "~/surveys/count-inputs";
import { compiled, needsDefinition, pageOf, ratings } from "./support/definitions";

const needs = compiled(needsDefinition());

describe("the codebook of the small needs survey", () => {
  test("has an item per cell in the definition's order, panels once", () => {
    expect(needs.items.map((item) => item.key)).toEqual([
      "importance/valuation",
      "importance/risk-management",
      "importance/transit",
      "capability/valuation",
      "capability/risk-management",
      "capability/transit",
      "top/valuation",
      "top/risk-management",
      "top/transit",
      "wants_support",
      "requests",
      "requests/topic",
      "requests/months/7",
      "requests/months/8",
      "requests/months/9",
      "requests/result",
      "requests/officers",
      "requests/since",
      "activities",
      "activities/led_to",
      "activities/result",
      "comments",
    ]);
    expect(needs.items.map((item) => item.position)).toEqual(needs.items.map((_, index) => index));
  });

  test("says what each item measures, of which topic, and where its answer is stored", () => {
    expect(needs.itemByKey.get("capability/transit")).toMatchObject({
      kind: "closed",
      measure: "capability",
      unit: "topic",
      unitId: "transit",
      coding: "option",
      slot: 5,
      scaleKey: "1|2|3|4|5",
      section: "ratings",
      parentPosition: null,
    });
    expect(needs.itemByKey.get("requests/since")).toMatchObject({
      kind: "date",
      measure: "request",
      field: "askedWhere",
      parentPosition: 10,
      slot: 1,
      scaleKey: "month",
    });
    expect(needs.lengths.get("")).toEqual({ codes: 10, numbers: 0 });
    expect(needs.lengths.get("requests")).toEqual({ codes: 4, numbers: 2 });
  });

  test("gives the scale its labels in every language, and codes to the missing answers", () => {
    const [importance] = needs.questions;
    expect(needs.languages).toEqual(["en", "fr"]);
    expect(needs.itemByKey.get("importance/transit")?.scale?.[4]).toEqual({
      code: 5,
      value: 5,
      label: { en: "Level 5", fr: "Niveau 5" },
    });
    expect(importance?.kind === "matrix" && importance.options.map((option) => option.code)).toEqual([
      1, 2, 3, 4, 5, -3, -4,
    ]);
  });

  test("is equal for an equal definition", () => {
    expect(compiled(needsDefinition()).items).toEqual(needs.items);
  });
});

describe("inputs of a usual answer", () => {
  test("count rows, places and the questions of one panel", () => {
    // 6 ratings, 2 places, 1 yes or no, 5 in a request, 2 on an activity, 1 comment.
    expect(countInputs(needs)).toBe(17);
  });

  test("count as many panels as the ranking has places where the panels are made from it", () => {
    const top = {
      type: "ranking",
      name: "top",
      selectToRankEnabled: true,
      maxSelectedChoices: 3,
      choices: ["a", "b", "c", "d"],
    };
    const details = {
      type: "paneldynamic",
      name: "details",
      panelsFrom: "top",
      templateElements: [{ type: "text", name: "why" }],
    };
    expect(countInputs(compiled(pageOf([top, details])))).toBe(6);
    expect(countInputs(compiled(pageOf([top, { ...details, usualRows: 2 }])))).toBe(5);
  });
});

describe("renamed items", () => {
  const key = (definition: Record<string, unknown>, item: string) => compiled(definition).itemByKey.get(item)?.sameAs;

  test("carry a question's former name over to its rows, choices and panels", () => {
    expect(key(pageOf([ratings("importance", { sameAs: "need" })]), "importance/transit")).toBe("need/transit");
    const rows = {
      type: "paneldynamic",
      name: "asks",
      sameAs: "requests",
      templateElements: [
        { type: "text", name: "what", sameAs: "topic" },
        { type: "text", name: "why" },
      ],
    };
    expect(key(pageOf([rows]), "asks/what")).toBe("requests/topic");
    expect(key(pageOf([rows]), "asks/why")).toBe("requests/why");
  });

  test("let a row name its own former value or a full key", () => {
    const rows = [
      { value: "origin", sameAs: "rules-of-origin" },
      { value: "transit", sameAs: "other/transit" },
    ];
    expect(key(pageOf([ratings("importance", { rows })]), "importance/origin")).toBe("importance/rules-of-origin");
    expect(key(pageOf([ratings("importance", { rows })]), "importance/transit")).toBe("other/transit");
  });
});
