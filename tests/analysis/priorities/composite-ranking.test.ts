import fc from "fast-check";
import { expect, test } from "vitest";
import { type CompositeOptions, compositeRanking } from "~/analysis/priorities/composite-ranking";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { arbitraryRound, roundOf } from "../../support/survey-answers";

/** By ratings a, b, c; by lists c, b, a. */
function opposed() {
  const input = roundOf({
    a: "5/1 5/1 5/1 5/1 5/1",
    b: "5/3 5/3 5/3 5/3 5/3",
    c: "5/4 5/4 5/4 5/4 5/4",
  });
  return buildRatingMatrix({
    ...input,
    topFives: input.members.map(({ member }) => ({ member, topics: ["c", "b", "a"] })),
  });
}

test("the worked example: with half the weight each, opposite orders tie everywhere", () => {
  const { topics, weights } = compositeRanking(opposed(), { seed: 1, draws: 100 });
  expect(weights).toEqual([
    { method: "meanWeightedDiscrepancy", share: 0.5 },
    { method: "topFiveBorda", share: 0.5 },
  ]);
  expect(topics.map(({ topic, places, meanPlace, rank }) => [topic, places, meanPlace, rank])).toEqual([
    ["a", [1, 3], 2, 1],
    ["b", [2, 2], 2, 1],
    ["c", [3, 1], 2, 1],
  ]);
});

test("over all weightings of two opposite orders each end wins half the time and the middle never", () => {
  const { topics } = compositeRanking(opposed(), { seed: 1, draws: 20_000 });
  const [a, b, c] = topics.map(({ acceptability }) => acceptability);
  expect(a?.[0]).toBeCloseTo(0.5, 1);
  expect(c?.[0]).toBeCloseTo(0.5, 1);
  expect((a?.[0] ?? 0) + (c?.[0] ?? 0)).toBeCloseTo(1, 12);
  expect(b).toEqual([0, 1, 0]);
});

test("flat Dirichlet weights over three parts: a part outweighs the other two a quarter of the time", () => {
  // By gap and ratings a is first, by lists last: a leads as long as the lists weigh less than half.
  const { topics } = compositeRanking(opposed(), {
    seed: 3,
    draws: 20_000,
    weights: [
      { method: "meanWeightedDiscrepancy", weight: 1 },
      { method: "meanGap", weight: 1 },
      { method: "topFiveBorda", weight: 1 },
    ],
  });
  expect(topics[2]?.acceptability[0]).toBeGreaterThan(0.24);
  expect(topics[2]?.acceptability[0]).toBeLessThan(0.26);
});

test("a greater concentration keeps the weightings closer to equal", () => {
  const options = {
    seed: 3,
    draws: 5000,
    weights: [
      { method: "meanWeightedDiscrepancy", weight: 1 },
      { method: "meanGap", weight: 1 },
      { method: "topFiveBorda", weight: 1 },
    ],
  } as const;
  const flat = compositeRanking(opposed(), options).topics[2]?.acceptability[0] ?? 1;
  const narrow = compositeRanking(opposed(), { ...options, concentration: 20 }).topics[2]?.acceptability[0] ?? 1;
  expect(narrow).toBeLessThan(flat / 5);
});

test("all weight on one part gives its order; same seed same bytes", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 5 }), (input) => {
      const matrix = buildRatingMatrix(input);
      const options: CompositeOptions = {
        seed: 9,
        draws: 20,
        weights: [
          { method: "meanWeightedDiscrepancy", weight: 3 },
          { method: "meanGap", weight: 0 },
        ],
      };
      const composite = compositeRanking(matrix, options);
      const places = new Map(rankTopics(input).topics.map(({ topic, rank }) => [topic, rank.value]));
      for (const { topic, rank } of composite.topics) expect(rank).toBe(places.get(topic));
      expect(JSON.stringify(compositeRanking(matrix, options))).toBe(JSON.stringify(composite));
    }),
    { numRuns: 50 },
  );
});

test("the shares of weightings per place add up to 1 for each topic", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 6 }), (input) => {
      for (const { acceptability } of compositeRanking(buildRatingMatrix(input), { seed: 1, draws: 40 }).topics)
        expect(acceptability.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
    }),
    { numRuns: 50 },
  );
});

test("a stopped draw says how many weightings it saw", () => {
  expect(compositeRanking(opposed(), { seed: 1, draws: 1000, shouldStop: () => true })).toMatchObject({ draws: 0 });
});

test("weights that mean nothing are the caller's mistake", () => {
  const wrong: Partial<CompositeOptions>[] = [
    { weights: [{ method: "meanGap", weight: 0 }] },
    { weights: [] },
    { weights: [{ method: "meanGap", weight: -1 }] },
    { weights: [{ method: "meanGap", weight: Number.NaN }] },
    { weights: [{ method: "meanGap", weight: Number.POSITIVE_INFINITY }] },
    {
      weights: [
        { method: "meanGap", weight: 1 },
        { method: "meanGap", weight: 1 },
      ],
    },
    {
      weights: [
        { method: "meanGap", weight: 1e308 },
        { method: "topFiveBorda", weight: 1e308 },
      ],
    },
    { draws: 0 },
    { concentration: 0.5 },
  ];
  for (const options of wrong) expect(() => compositeRanking(opposed(), { seed: 1, ...options })).toThrow(RangeError);
});
