import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareSeeAlso, printSeeAlso, seeAlso } from "~/analysis/work-plan/see-also";
import { loadPack } from "~/db/regions/read-pack";
import differences from "../../fixtures/see-also-differences.json";

const { planFramework } = await loadPack("db/regions/asia-pacific");
const actions = planFramework.pillars.flatMap((pillar) => pillar.actions);
const entries = actions.flatMap((action) => action.entries.map((entry) => ({ ...entry, actionId: action.id })));
const listings = entries.map(({ id, actionId, activity }) => ({ id, actionId, activityId: activity }));

describe("See also", () => {
  it("names the other actions under which an activity stands, in the plan's order", () => {
    const plan = [
      { id: "e2", actionId: "1-b", activityId: "workshop" },
      { id: "e3", actionId: "3-k", activityId: "workshop" },
      { id: "e1", actionId: "1-a", activityId: "workshop" },
      { id: "e4", actionId: "3-k", activityId: "alone" },
    ];
    const found = seeAlso([{ id: "1-a" }, { id: "1-b" }, { id: "3-k" }], plan);
    expect(Object.fromEntries(found)).toEqual({ e1: ["1-b", "3-k"], e2: ["1-a", "3-k"], e3: ["1-a", "1-b"], e4: [] });
  });

  it("is printed with the pillar's number once", () => {
    const letter = (pillarNumber: number, text: string) => ({ pillarNumber, letter: text });
    expect(printSeeAlso([letter(1, "b"), letter(1, "dd"), letter(3, "k")])).toBe("(See also 1-(b), (dd) and 3-(k))");
    expect(printSeeAlso([letter(3, "k")])).toBe("(See also 3-(k))");
    expect(printSeeAlso([])).toBe("");
  });

  it("refuses an entry under an action that is not there", () => {
    expect(() => seeAlso([{ id: "1-a" }], [{ id: "x", actionId: "9-z", activityId: "w" }])).toThrow(RangeError);
  });

  it("is mutual, never names its own action, and does not depend on the order of entries", () => {
    const plan = fc.uniqueArray(fc.tuple(fc.constantFrom("1-a", "1-b", "2-a", "3-k"), fc.constantFrom("x", "y", "z")), {
      selector: ([action, activity]) => `${action} ${activity}`,
    });
    const order = ["1-a", "1-b", "2-a", "3-k"].map((id) => ({ id }));
    fc.assert(
      fc.property(plan, (places) => {
        const made = places.map(([actionId, activityId]) => ({
          id: `${actionId} ${activityId}`,
          actionId,
          activityId,
        }));
        const found = seeAlso(order, made);
        for (const { id, actionId, activityId } of made) {
          expect(found.get(id)).not.toContain(actionId);
          for (const other of found.get(id) ?? []) expect(found.get(`${other} ${activityId}`)).toContain(actionId);
        }
        const again = seeAlso(order, made.toReversed());
        for (const { id } of made) expect(again.get(id)).toEqual(found.get(id));
      }),
    );
  });
});

describe("the references of the printed plan of 2025-26", () => {
  it("differ from where its activities stand in the entries that are listed, and in no others", () => {
    const printed = new Map(entries.map(({ id, seeAlso: given }) => [id, given]));
    const found = compareSeeAlso(actions, listings, printed);
    expect(found.map(({ listingId, missing, surplus }) => ({ listingId, missing, surplus }))).toEqual(differences);
  });
});
