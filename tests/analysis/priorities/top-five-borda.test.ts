import fc from "fast-check";
import { expect, test } from "vitest";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { topFiveBorda } from "~/analysis/priorities/top-five-borda";
import { arbitraryRound } from "../../support/survey-answers";

const lists = (topics: readonly string[], ...given: readonly (readonly string[])[]) =>
  topFiveBorda(
    buildRatingMatrix({
      members: given.map((_, m) => ({ member: `m${m}` })),
      topics,
      ratings: [],
      topFives: given.map((list, m) => ({ member: `m${m}`, topics: list })),
    }),
  );

test("the worked example: three lists, seven topics", () => {
  const [aeo, pca] = lists(
    ["aeo", "pca", "t3", "t4", "t5", "t6", "t7"],
    ["aeo", "pca", "t3"],
    ["pca", "aeo", "t3", "t4", "t5"],
    ["t6"],
  );
  expect(aeo).toEqual({
    topic: "aeo",
    n: 3,
    mentions: 2,
    shareListing: { value: 2 / 3 },
    truncated: { value: 3 }, // (5 + 4 + 0) / 3
    averaged: { value: 13.5 / 3 }, // 7-1, 7-2, and (7-1-1)/2 on the list of one
  });
  expect(pca?.truncated).toEqual({ value: 3 });
});

test("with 35 topics and full lists being named is worth 14.5 averaged points and the place only 1 to 5", () => {
  const topics = Array.from({ length: 35 }, (_, t) => `t${t + 10}`);
  const list = topics.slice(0, 5);
  const scores = lists(topics, list, list, list);
  const unlisted = scores[10]?.averaged.value ?? Number.NaN;
  expect(scores.slice(0, 5).map(({ averaged }) => (averaged.value ?? 0) - unlisted)).toEqual([
    19.5, 18.5, 17.5, 16.5, 15.5,
  ]);
  // Averaged is truncated plus (k - L - 1) / 2 per listing, plus the constant of the unlisted.
  for (const { truncated, averaged } of scores.slice(0, 5))
    expect((averaged.value ?? 0) - (truncated.value ?? 0) - unlisted).toBe(14.5);
});

test("two lists give no score, and a member without a list is not one that lists nothing", () => {
  expect(lists(["aeo"], ["aeo"], ["aeo"])[0]?.truncated).toEqual({ value: null, reason: "tooFewAnswers" });
  expect(lists(["aeo", "pca"], ["aeo"], ["aeo"], ["aeo"], [])[0]).toMatchObject({ n: 3, truncated: { value: 5 } });
});

test("full lists hand out 15 points each, and averaged points add up to all places", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 3, minTopics: 5 }), (input) => {
      const full = (input.topFives ?? []).filter(({ topics }) => topics.length === 5);
      const scores = topFiveBorda(buildRatingMatrix({ ...input, topFives: full }));
      if (full.length < 3) return;
      const k = input.topics.length;
      const total = (kind: "truncated" | "averaged") => scores.reduce((sum, own) => sum + (own[kind].value ?? 0), 0);
      expect(total("truncated")).toBeCloseTo(15, 9);
      expect(total("averaged")).toBeCloseTo((k * (k - 1)) / 2, 9);
    }),
  );
});
