import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type NeedRow, needWeights, reweighted, topicPriorities } from "~/analysis/plan/need-weights";

const row = (
  member: string,
  topic: string,
  importance: number | null,
  capability: number | null,
  more: Partial<NeedRow> = {},
): NeedRow => ({
  member,
  topic,
  importance,
  capability,
  obstacle: "training",
  ...more,
});

describe("weights of needs", () => {
  it("follow the worked example of the method's page", () => {
    const { weights, cap, scaled } = needWeights({
      rows: [
        row("fiji", "aeo", 5, 2),
        row("samoa", "aeo", 5, 1),
        row("samoa", "ipr", 5, 1),
        row("tonga", "ipr", 4, 3, { obstacle: "partly" }),
      ],
      scores: new Map([
        ["aeo", 12],
        ["ipr", 6],
      ]),
    });
    expect(cap).toBe(0.75);
    expect(scaled).toEqual([{ member: "samoa", factor: 0.375 }]);
    expect(weights.map(({ member, topic, need, weight }) => [member, topic, need, weight])).toEqual([
      ["fiji", "aeo", 0.75, 0.75],
      ["samoa", "aeo", 0.375, 0.375],
      ["samoa", "ipr", 0.375, 0.28125],
      ["tonga", "ipr", 0.125, 0.09375],
    ]);
  });

  it("are nothing for a topic without both ratings, which is counted", () => {
    const { weights, withoutRatings } = needWeights({ rows: [row("fiji", "aeo", null, 2)], scores: new Map() });
    expect({ weights, withoutRatings }).toEqual({ weights: [], withoutRatings: 1 });
  });

  it("are nothing where training is not the obstacle: that goes to the partners' list", () => {
    const { weights, forPartners } = needWeights({
      rows: [row("fiji", "aeo", 5, 2, { obstacle: "other" }), row("fiji", "ipr", 5, 2, { obstacle: "unknown" })],
      scores: new Map(),
    });
    expect(weights).toMatchObject([{ topic: "ipr", flags: ["unknownObstacle"] }]);
    expect(forPartners).toEqual([{ member: "fiji", topic: "aeo", discrepancy: 3 }]);
  });

  it("give a silent member the mean need of those that answered, labelled, or none by the office's rule", () => {
    const rows = [row("fiji", "aeo", 5, 1), row("samoa", "aeo", 3, 3)];
    const { weights } = needWeights({ rows, scores: new Map([["aeo", 3]]), silent: ["tonga"] });
    expect(weights.find(({ member }) => member === "tonga")).toMatchObject({
      need: 0.25,
      imputed: true,
      flags: ["imputed"],
    });
    expect(needWeights({ rows, scores: new Map(), silent: ["tonga"], impute: false }).weights).toHaveLength(1);
  });

  it("never add up to more than the median for any member, whatever it rates", () => {
    const rating = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(fc.tuple(rating, rating, fc.nat(4), fc.nat(6)), { maxLength: 30 }), (answers) => {
        const rows = new Map(answers.map(([i, c, m, t]) => [`${m} ${t}`, row(`m${m}`, `t${t}`, i, c)]));
        const { weights, cap } = needWeights({ rows: [...rows.values()], scores: new Map() });
        for (const member of new Set(weights.map((each) => each.member)))
          expect(
            weights.filter((each) => each.member === member).reduce((sum, { need }) => sum + need, 0),
          ).toBeLessThanOrEqual(cap + 1e-12);
      }),
      { seed: 3 },
    );
  });

  it("have no regional part if no topic has a score above 0", () => {
    expect([
      ...topicPriorities(
        new Map([
          ["a", -1],
          ["b", null],
        ]),
      ).values(),
    ]).toEqual([0, 0]);
    expect([
      ...topicPriorities(
        new Map([
          ["a", 4],
          ["b", 2],
          ["c", -1],
        ]),
      ).values(),
    ]).toEqual([1, 0.5, 0]);
  });

  it("made anew under other scores are those that the other scores would have made; an area keeps its own", () => {
    const rows = [row("fiji", "aeo", 5, 2), row("samoa", "aeo", 5, 1), row("samoa", "ipr", 5, 1)];
    const scores = new Map([
      ["aeo", 12],
      ["ipr", 6],
    ]);
    const others = new Map([
      ["aeo", 3],
      ["ipr", 9],
    ]);
    const id = ({ member, topic }: { member: string; topic: string }) => `${member} ${topic}`;
    const needs = needWeights({ rows, scores }).weights.map((weight) => ({ ...weight, id: id(weight) }));
    const area = { id: "area aeo", member: null, topic: "aeo", weight: 0.4 };
    const anew = reweighted([...needs, area], { scores, others });
    for (const weight of needWeights({ rows, scores: others }).weights)
      expect(anew.get(id(weight))).toBeCloseTo(weight.weight, 12);
    expect(anew.get("area aeo")).toBe(0.4);
  });

  it("refuse a rating off the scale, a pair given twice and an answer of a silent member", () => {
    const scores = new Map<string, number>();
    expect(() => needWeights({ rows: [row("a", "t", 6, 1)], scores })).toThrow(RangeError);
    expect(() => needWeights({ rows: [row("a", "t", Number.NaN, 1)], scores })).toThrow(RangeError);
    expect(() => needWeights({ rows: [row("a", "t", 4, 1), row("a", "t", 4, 1)], scores })).toThrow(RangeError);
    expect(() => needWeights({ rows: [row("a", "t", 4, 1)], scores, silent: ["a"] })).toThrow(RangeError);
  });
});
