import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const rows = readFileSync(new URL("../../docs/glossary.md", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| **"));
const words = rows.map((row) => /^\| \*\*(.+?)\*\* \|/.exec(row)?.[1] ?? "");
const known = new Set(words.flatMap((word) => [word, ...word.split(", "), word.replace(/ \(.+\)$/, "")]).map(lower));

function lower(word: string): string {
  return word.toLowerCase();
}

describe("the glossary", () => {
  it("stands in the order of the alphabet, each word once", () => {
    const order = [...words].sort((one, other) => (lower(one) < lower(other) ? -1 : 1));
    expect(words).toEqual(order);
    expect(new Set(words.map(lower)).size).toBe(words.length);
  });

  it("explains every word that an explanation points to", () => {
    const marked = rows.flatMap((row) => [...row.matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map((match) => match[1] ?? ""));
    const singular = (word: string) => [word, word.replace(/s$/, ""), word.replace(/ies$/, "y")].map(lower);
    expect(marked.filter((word) => !singular(word).some((form) => known.has(form)))).toEqual([]);
  });
});
