import { describe, expect, it } from "vitest";
import { needAgainstSupply } from "~/analysis/supply/need-against-supply";
import { expert, mission } from "./supply-builders";

describe("need against supply", () => {
  const topic = (id: string, area: string | null, place: number | null) => {
    return { id, area, place, score: place === null ? null : 20 - place };
  };

  it("puts each area into one of four quadrants at its most needed topic", () => {
    const experts = [
      expert("e1", { leadAreas: ["hs"] }),
      expert("e2", { leadAreas: ["trs"] }),
      expert("c1", { leadAreas: [], open: [{ area: "pca", standing: "preScreened" }] }),
    ];
    const missions = [
      mission("m1"),
      mission("m2", { area: "hs" }),
      mission("m3", { area: "hs" }),
      mission("m4", { area: "lab" }),
    ];
    const topics = [
      topic("pca", "pca", 2),
      topic("pca-it", "pca", 30),
      topic("hs", "hs", 10),
      topic("lab", "lab", 11),
      topic("trs", "trs", 12),
      topic("rkc", null, 1),
      topic("new", "new", null),
    ];
    const result = needAgainstSupply({ topics, experts, missions });
    expect(
      result.map(({ area, quadrant, asked, canBeLed, difference }) => [area, quadrant, asked, canBeLed, difference]),
    ).toEqual([
      ["pca", "accredit", 1, 0, -1],
      ["hs", "trainNow", 2, 2, 0],
      ["lab", "borrow", 1, 0, -1],
      ["trs", "watch", 0, 2, 2],
      ["new", null, 0, 0, 0],
    ]);
    expect(result[0]).toMatchObject({
      topic: "pca",
      place: 2,
      score: 18,
      canBeLedWithCandidates: 2,
      candidates: 1,
      leads: 0,
    });
    expect(result[4]).toMatchObject({ topic: null, place: null, reason: "tooFewAnswers" });
  });

  it("does not call an area served when its leads may not go where they are asked", () => {
    const experts = [expert("e1", { missions: 2, member: "fiji" })];
    const [pca] = needAgainstSupply({
      topics: [topic("pca", "pca", 1)],
      experts,
      missions: [mission("m1", { members: ["fiji"] })],
    });
    expect(pca).toMatchObject({ asked: 1, canBeLed: 0, difference: -1, quadrant: "accredit", leads: 1 });
  });
});
