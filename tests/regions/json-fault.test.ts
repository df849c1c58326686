import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "~/db/regions/json-fault";

describe("the place where a text stops being JSON", () => {
  it.each([
    ['{\n  "centres": [,]\n}', 2, 15, "value or ]"],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, ", or the closing bracket"],
    ['{ "a": 1, }', 1, 11, "key"],
    ["[1, 2", 1, 6, ", or the closing bracket"],
    ["", 1, 1, "value"],
    ['{ "a" 1 }', 1, 7, ":"],
    ["[01]", 1, 3, ", or the closing bracket"],
    ['["tab\there"]', 1, 2, "value or ]"],
    ["[1] 2", 1, 5, "the end of the file"],
    ['["\u007f\u0085', 1, 2, "value or ]"],
    ["{ 'a': 1 }", 1, 3, "key or }"],
  ])("%j: line %i, column %i", (text, line, column, expected) => {
    expect(findJsonFault(text)).toEqual({ line, column, expected });
  });

  it("is nowhere in what JSON.stringify writes", () => {
    fc.assert(fc.property(fc.json(), (text) => findJsonFault(text) === undefined));
  });

  it("is found exactly when JSON.parse refuses the text", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"a"',
      '"\\u00e9"',
      "1",
      "-0.5e3",
      "01",
      "true",
      "nul",
      " ",
      "\n",
      '"',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        expect(findJsonFault(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 3000 },
    );
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
