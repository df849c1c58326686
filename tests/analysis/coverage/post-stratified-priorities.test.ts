import { describe, expect, test } from "vitest";
import { postStratifiedMean } from "~/analysis/coverage/post-stratified-mean";
import { postStratifiedPriorities } from "~/analysis/coverage/post-stratified-priorities";
import { round } from "./round";

const strata = {
  f1: "pacific",
  f2: "pacific",
  a1: "asean",
  a2: "asean",
  a3: "asean",
  a4: "asean",
  "silent-1": "pacific",
  "silent-2": "pacific",
};
const answers = {
  f1: ["51", "33"],
  f2: ["51", "33"],
  a1: ["33", "52"],
  a2: ["33", "52"],
  a3: ["33", "52"],
  a4: ["33", "52"],
};

describe("post-stratified priorities", () => {
  const result = postStratifiedPriorities(round(answers, { silent: 2, strata }));

  test("two silent islands: their topic counts for four members instead of two, and goes ahead", () => {
    const [first, second] = result.topics;
    // Weights 2 and 1: importance (4 x 5 + 4 x 3) / 8 = 4, gap (4 x 4) / 8 = 2.
    expect(first?.weighted.score).toEqual({ value: 8 });
    expect(second?.weighted.score.value).toBeCloseTo(4 * 1.5, 12);
    expect(first?.raw.rank).toBe(2);
    expect(first?.weighted.rank).toBe(1);
    expect(first?.moved).toBe(1);
    expect(first?.movedFar).toBe(false);
    expect(first).toMatchObject({ importance: { value: 4 }, capability: { value: 2 }, weightRatio: 2 });
  });

  test("the weighted gap is the post-stratified mean of the members' gaps", () => {
    const input = round(answers, { silent: 2, strata });
    const members = input.members.map(({ member, stratum }) => ({ member, stratum: stratum ?? "" }));
    const gaps = input.ratings
      .filter(({ topic }) => topic === "t1")
      .map(({ member, importance, capability }) => ({ member, value: Number(importance) - Number(capability) }));
    const [topic] = postStratifiedPriorities(input, { method: "meanGap" }).topics;
    expect(topic?.weighted.score.value).toBeCloseTo(postStratifiedMean(gaps, members).mean.value ?? Number.NaN, 12);
  });

  test("not applicable is an answer of its stratum and counts as no need", () => {
    const input = round({ ...answers, f2: ["na", "33"] }, { silent: 2, strata });
    const [topic] = postStratifiedPriorities(input, { method: "meanGap" }).topics;
    // The island stands for two members with gap 4, the other two count as no need: 8 of 8.
    expect(topic?.weighted.score).toEqual({ value: 1 });
  });

  test("a topic that a whole stratum left out has a raw score and no weighted one", () => {
    const input = round({ ...answers, f1: ["5?", "33"], f2: ["??", "33"] }, { silent: 2, strata });
    const [topic] = postStratifiedPriorities(input).topics;
    expect(topic?.raw.score.value).toBe(0);
    expect(topic?.weighted.score).toEqual({ value: null, reason: "emptyStratum" });
    expect(topic?.emptyStrata).toEqual(["pacific"]);
    const merged = postStratifiedPriorities(input, { merges: [{ from: "pacific", into: "asean" }] }).topics[0];
    expect(merged?.weighted.score).toEqual({ value: 0 });
    expect(merged?.flags).toEqual(["mergedStratum"]);
  });

  test("with everybody's answer both rankings are the same", () => {
    const complete = postStratifiedPriorities(round(answers, { strata }), { method: "rankedDiscrepancy" });
    for (const { raw, weighted } of complete.topics) {
      expect(weighted.rank).toBe(raw.rank);
      expect(weighted.score.value).toBeCloseTo(raw.score.value ?? Number.NaN, 12);
    }
  });

  test("a move of three places is pointed out", () => {
    const lifted = (cells: string) => [cells, "42", "42", "42"];
    const input = round(
      { f1: lifted("51"), f2: lifted("51"), a1: lifted("33"), a2: lifted("33"), a3: lifted("33"), a4: lifted("33") },
      { silent: 2, strata },
    );
    // Raw 11/3 x 4/3 = 4.9, weighted 4 x 2 = 8 against 8 of the three others.
    const [topic] = postStratifiedPriorities(input).topics;
    expect(topic).toMatchObject({ moved: 3, movedFar: true });
  });

  test("members without strata cannot be weighted", () => {
    expect(() => postStratifiedPriorities(round(answers))).toThrow(RangeError);
  });

  test("does not depend on the order of the input", () => {
    const input = round(answers, { silent: 2, strata });
    const turned = {
      members: [...input.members].reverse(),
      topics: ["t2", "t1"],
      ratings: [...input.ratings].reverse(),
    };
    expect(postStratifiedPriorities(turned)).toEqual(result);
  });
});
