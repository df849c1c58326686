import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../../docs/methods/", import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));
const parts = ["Question", "Formula", "Source", "Worked example", "When not to use it"];

describe("the pages of the methods", () => {
  it.each(pages)(
    "%s says what is asked, how it is worked out, after whom, an example and when not to use it",
    (page) => {
      const text = readFileSync(new URL(page, folder), "utf8");
      expect(text).toMatch(/^# .+\n/);
      expect(parts.filter((part) => text.split(new RegExp(`\\n\\*\\*${part}\\.\\*\\*\\s`)).length !== 2)).toEqual([]);
    },
  );

  it.each(pages)("%s leads only to pages that are there", (page) => {
    const links = [...readFileSync(new URL(page, folder), "utf8").matchAll(/\]\(([^)#:]+\.md)[^)]*\)/g)];
    expect(links.flatMap(([, to]) => (to && !existsSync(new URL(to, folder)) ? [to] : []))).toEqual([]);
  });
});
