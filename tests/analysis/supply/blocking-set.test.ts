import { describe, expect, it } from "vitest";
import { blockingSets } from "~/analysis/supply/blocking-set";
import { emptyFlow } from "~/analysis/supply/seat-flow";
import { buildSeatNetwork } from "~/analysis/supply/seat-network";
import { seatShortage } from "~/analysis/supply/shortage";
import { expert, mission } from "./supply-builders";

describe("the set that blocks", () => {
  it("says by how much counting area by area deceives, and through whom", () => {
    // Seven, eleven, nineteen, twenty-three and thirty as in the office's example: 19 asked, 9 given.
    const experts = [
      expert("e07", { leadAreas: ["pca"] }),
      expert("e11", { leadAreas: ["pca", "valuation"] }),
      expert("e19", { leadAreas: ["pca"], missions: 1 }),
      expert("e23", { leadAreas: ["valuation"] }),
      expert("e30", { leadAreas: ["origin"] }),
    ];
    const asked = (area: string, count: number) =>
      Array.from({ length: count }, (_, i) => mission(`${area} ${i}`, { area }));
    const missions = [...asked("pca", 9), ...asked("valuation", 6), ...asked("origin", 4)];
    const { blockingSets } = seatShortage({ experts, missions, scope: "pool", roles: "lead" });
    expect(blockingSets.map(({ areas, needed, fillable, short }) => [areas, needed, fillable, short])).toEqual([
      [["pca", "valuation"], 15, 7, 8],
      [["origin"], 4, 2, 2],
    ]);
    expect(blockingSets[0]).toMatchObject({
      shortCountedApart: 6,
      countedTwice: ["e11"],
      parts: [
        { area: "pca", needed: 9, fillableAlone: 5 },
        { area: "valuation", needed: 6, fillableAlone: 4 },
      ],
    });
  });

  it("leaves out areas that have enough and parts what nobody's limit binds together", () => {
    const experts = [
      expert("e1", { leadAreas: ["hs", "pca"], missions: 9 }),
      expert("e2", { leadAreas: ["aeo"], missions: 9 }),
    ];
    const missions = [
      mission("m1", { area: "aeo", seats: 1 }),
      mission("m2", { area: "hs", members: ["home-e1"], seats: 1 }),
      mission("m3", { area: "pca", members: ["home-e1"], seats: 1 }),
      mission("m4", { area: "pca", seats: 1 }),
    ];
    const sets = seatShortage({ experts, missions, scope: "pool", roles: "lead" }).blockingSets;
    expect(sets.map(({ missions: ids, people, short }) => [ids, people, short])).toEqual([
      [["m2"], [], 1],
      [["m3"], [], 1],
    ]);
  });

  it("refuses a flow that is not a maximum", () => {
    const network = buildSeatNetwork({
      experts: [expert("e1")],
      missions: [mission("m1")],
      scope: "pool",
      roles: "lead",
    });
    expect(() => blockingSets(emptyFlow(network))).toThrow(RangeError);
  });
});
