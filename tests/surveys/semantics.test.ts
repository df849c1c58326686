import { readFileSync } from "node:fs";
import { Model } from "survey-core";
import { describe, expect, test } from "vitest";
import { GIVEN_LISTS, MEASURES, registerSemantics, UNITS } from "~/surveys/semantics";
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

describe("the vocabulary in the README", () => {
  const readme = readFileSync("surveys/README.md", "utf8");
  const words = [...Object.keys(MEASURES), ...Object.values(MEASURES).flat(), ...UNITS, ...Object.keys(GIVEN_LISTS)];

  test.each([...new Set(words)])("has %s", (word) => {
    expect(readme).toContain(`\`${word}\``);
  });
});

function count(json: unknown, name: string): number {
  return JSON.stringify(json).split(`"${name}":`).length - 1;
}
