import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { catalogues, type MessageKey } from "~/app/messages/catalogues";
import sameInBoth from "../fixtures/messages-same-in-both.json";

const keys = Object.keys(catalogues.en).filter((key): key is MessageKey => key in catalogues.en);
const argumentsOf = (text: string, locale: string): readonly string[] => {
  const names = new Set<string>();
  const visit = (parts: ReturnType<IntlMessageFormat["getAst"]>): void => {
    for (const part of parts) {
      if ("value" in part && typeof part.value === "string" && part.type !== 0) names.add(part.value);
      if ("options" in part) for (const option of Object.values(part.options)) visit(option.value);
      if ("children" in part) visit(part.children);
    }
  };
  visit(new IntlMessageFormat(text, locale).getAst());
  return [...names].sort();
};

describe("the catalogues", () => {
  it("have the same keys in English and French, none empty", () => {
    expect(Object.keys(catalogues.fr).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(catalogues.en[key].trim(), key).not.toBe("");
      expect(catalogues.fr[key].trim(), key).not.toBe("");
    }
  });

  it("fill the same values and tags into both", () => {
    const different = keys.filter(
      (key) => argumentsOf(catalogues.en[key], "en").join() !== argumentsOf(catalogues.fr[key], "fr").join(),
    );
    expect(different).toEqual([]);
  });

  it("have equal texts only where a reason is given", () => {
    const equal = keys.filter((key) => catalogues.en[key] === catalogues.fr[key]);
    expect(equal.filter((key) => !Object.hasOwn(sameInBoth, key))).toEqual([]);
    expect(Object.keys(sameInBoth).filter((key) => !equal.some((known) => known === key))).toEqual([]);
  });
});
