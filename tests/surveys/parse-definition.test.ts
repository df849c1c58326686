import { describe, expect, test } from "vitest";
import { checkDefinitionText } from "~/surveys/check-definition";
import { parseDefinition } from "~/surveys/parse-definition";

function fault(text: string) {
  const parsed = parseDefinition(text);
  if (parsed.ok) throw new Error("no fault found");
  return parsed.problem;
}

describe("reading the text of a definition", () => {
  test("gives what JSON.parse gives", () => {
    const text = ' {"a": [1, -2.5e3, true, null, "é\\u00e9\\n"], "b": {}, "c": []} \n';
    const parsed = parseDefinition(text);
    expect(parsed.ok && parsed.value).toEqual(JSON.parse(text));
  });

  test("names line and column of a missing comma", () => {
    expect(fault('{\n  "title": "Needs"\n  "pages": []\n}')).toMatchObject({ code: "syntax", line: 3, column: 3 });
  });

  test("names line and column of an unfinished text, a stray bracket and the end", () => {
    expect(fault('{"a":\n "b')).toMatchObject({ code: "syntax", line: 2, column: 2 });
    expect(fault("[1,]")).toMatchObject({ code: "syntax", line: 1, column: 4 });
    expect(fault('{"a": 1')).toMatchObject({ code: "syntax", line: 1, column: 8 });
    expect(fault('{"a": 1} x')).toMatchObject({ code: "syntax", line: 1, column: 10 });
  });

  test("refuses a name that stands twice, where the second stands", () => {
    expect(fault('{"name": 1,\n "name": 2}')).toMatchObject({
      code: "duplicateKey",
      line: 2,
      column: 2,
      params: { name: "name" },
    });
  });

  test.each(["__proto__", "constructor", "prototype"])(
    "refuses %s as a name, before any object is made of it",
    (name) => {
      expect(fault(`{"${name}": {"polluted": true}}`)).toMatchObject({ code: "reservedKey" });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  test("refuses 10 MB of JSON in a moment", () => {
    const text = `{"title": "${"x".repeat(10_000_000)}"}`;
    const start = performance.now();
    expect(fault(text).code).toBe("tooLarge");
    expect(performance.now() - start).toBeLessThan(50);
  });

  test("reads a text of nearly a million characters", () => {
    expect(parseDefinition(`{"title": "${"x".repeat(990_000)}"}`).ok).toBe(true);
  });

  test("refuses 500 nested panels by their depth, without using up the stack", () => {
    const nested = '{"type":"panel","elements":['.repeat(500) + "]}".repeat(500);
    expect(fault(nested).code).toBe("tooDeep");
    expect(fault("[".repeat(400_000)).code).toBe("tooDeep");
  });

  test("words the fault with its line for whoever saved it", () => {
    const checked = checkDefinitionText('{\n "title" "Needs"}');
    expect(checked.ok).toBe(false);
    expect(checked.ok ? [] : checked.problems).toEqual([
      expect.objectContaining({ line: 2, column: 10, message: 'Here should be a colon, but it is: "Needs"}' }),
    ]);
  });
});
