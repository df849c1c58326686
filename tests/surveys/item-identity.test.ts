import { describe, expect, test } from "vitest";
import { checkDefinition } from "~/surveys/check-definition";
import { itemIdentity } from "~/surveys/item-identity";
import { compiled, pageOf, ratings } from "./support/definitions";

/** A matrix whose scale may change, unlike that of importance. */
const material = (overrides: Record<string, unknown> = {}) =>
  ratings("importance", { name: "materials", measure: "material", ...overrides });

const before = compiled(pageOf([material(), { type: "comment", name: "remarks", measure: "comment" }])).items;
const itemsNow = (...elements: Parameters<typeof pageOf>[0][number][]) => compiled(pageOf(elements)).items;
const codes = (identities: ReturnType<typeof itemIdentity>) =>
  identities.problems.map(({ path, code }) => `${path} ${code}`);

describe("the identity of items across versions", () => {
  test("follows the key, and sameAs where a question was renamed", () => {
    const found = itemIdentity(before, itemsNow(material({ name: "need", sameAs: "materials" })));
    expect(found.problems).toEqual([]);
    expect(found.identities.map(({ item, continues }) => [item.key, continues?.key])).toEqual([
      ["need/valuation", "materials/valuation"],
      ["need/risk-management", "materials/risk-management"],
      ["need/transit", "materials/transit"],
    ]);
    expect(found.dropped.map((item) => item.key)).toEqual(["remarks"]);
  });

  test("refuses a key used again with another scale, unless the break is declared", () => {
    const columns = [1, 2, 3];
    expect(codes(itemIdentity(before, itemsNow(material({ columns }))))).toContain("materials/transit seriesChanged");
    const declared = itemIdentity(before, itemsNow(material({ columns, seriesBreak: true })));
    expect(declared.problems).toEqual([]);
    expect(declared.identities.every(({ continues, series }) => continues === null && series === 2)).toBe(true);
  });

  test("refuses a key used again with another measure", () => {
    expect(codes(itemIdentity(before, itemsNow(material({ measure: "pace" }))))).toContain(
      "materials/transit seriesChanged",
    );
  });

  test("refuses sameAs of nothing, and two items that want to continue one", () => {
    expect(
      codes(itemIdentity(before, itemsNow({ type: "comment", name: "notes", measure: "comment", sameAs: "nothing" }))),
    ).toEqual(["notes sameAsUnknown"]);
    const twins = itemsNow(
      { type: "comment", name: "a", measure: "comment", sameAs: "remarks" },
      { type: "comment", name: "b", measure: "comment", sameAs: "remarks" },
    );
    expect(codes(itemIdentity(before, twins))).toEqual(["b sameAsTwice"]);
  });

  test("gives the earlier item to whoever declares to continue it, not to a new one of its name", () => {
    const found = itemIdentity(
      before,
      itemsNow(
        { type: "comment", name: "remarks", measure: "comment" },
        { type: "comment", name: "notes", measure: "comment", sameAs: "remarks" },
      ),
    );
    expect(found.identities.find(({ item }) => item.key === "notes")?.continues?.key).toBe("remarks");
  });

  test("stops the publication of a version that breaks a series without saying so", () => {
    const checked = checkDefinition(pageOf([material({ columns: [1, 2, 3] })]), { previousItems: before });
    expect(checked.ok).toBe(false);
  });
});
