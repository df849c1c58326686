import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { registerSemantics } from "~/surveys/semantics";
import { needsDefinition } from "./support/definitions";

describe("the custom properties in survey-core", () => {
  test("survive a round trip through a Model, on survey, page, question, panel, row and choice", () => {
    registerSemantics();
    registerSemantics();
    const definition = needsDefinition();
    const saved = new Model(definition).toJSON();
    const lost = [
      "instrument",
      "requiredTopics",
      "section",
      "minutes",
      "measure",
      "field",
      "unit",
      "missing",
      "given",
    ].filter((name) => count(saved, name) !== count(definition, name));
    expect(lost).toEqual([]);
  });
});

function count(json: unknown, name: string): number {
  return JSON.stringify(json).split(`"${name}":`).length - 1;
}
