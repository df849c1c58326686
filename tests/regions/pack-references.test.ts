import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsAfter, RIVER_PROVINCES } from "./broken-pack";

/** Keys whose values are ids of another record; below them only words of the machinery and texts. */
const REFERENCES = new Set([
  "subRegion",
  "subRegions",
  "section",
  "accreditationArea",
  "actions",
  "strategicActions",
  "rspRefs",
  "activity",
  "activities",
  "entries",
  "seeAlso",
  "topics",
  "members",
  "member",
  "groups",
  "group",
  "areas",
  "plan",
  "document",
]);

interface Leaf {
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly value: string;
}

describe("a reference to nothing", () => {
  const leaves = readdirSync(RIVER_PROVINCES)
    .filter((file) => file.endsWith(".json") && file !== "pack.json")
    .flatMap((file) => referencesIn(file, JSON.parse(readFileSync(join(RIVER_PROVINCES, file), "utf8")), []));

  it("is looked for in more than a hundred places", () => {
    expect(leaves.length).toBeGreaterThan(100);
  });

  it("is noticed in every one of them", async () => {
    const unnoticed: string[] = [];
    for (const { file, path, value } of leaves) {
      const other = /^\d-[a-z]/.test(value) ? value.replace(/^\d/, "9") : `no-${value}`;
      const faults = await faultsAfter(file, path, other);
      if (!faults.some((fault) => fault.file === file)) unnoticed.push(`${file} ${path.join(".")}`);
    }
    expect(unnoticed).toEqual([]);
  });
});

/** Texts right below a reference key, also in a list; what stands deeper is looked at under its own key. */
function referencesIn(file: string, node: unknown, path: readonly (string | number)[]): readonly Leaf[] {
  if (typeof node === "string") {
    const key = path.filter((step) => typeof step === "string").at(-1);
    const isReference =
      typeof key === "string" && REFERENCES.has(key) && !(key === "section" && path.includes("source"));
    return isReference ? [{ file, path, value: node }] : [];
  }
  if (Array.isArray(node)) return node.flatMap((item, index) => referencesIn(file, item, [...path, index]));
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => referencesIn(file, value, [...path, key]));
}
