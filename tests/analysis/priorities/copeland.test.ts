import fc from "fast-check";
import { expect, test } from "vitest";
import { copeland } from "~/analysis/priorities/copeland";
import { listPreferences, ratingPreferences } from "~/analysis/priorities/pairwise-preferences";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { arbitraryRound } from "../../support/survey-answers";

const lists = (...given: readonly (readonly string[])[]) =>
  buildRatingMatrix({
    members: given.map((_, m) => ({ member: `m${m}` })),
    topics: ["aeo", "pca", "trs", "vat"],
    ratings: [],
    topFives: given.map((topics, m) => ({ member: `m${m}`, topics })),
  });

test("the worked example: three lists of four topics", () => {
  const matrix = lists(["aeo", "pca"], ["pca", "aeo", "trs"], ["aeo"]);
  expect(copeland(listPreferences(matrix, matrix.topics))).toEqual([
    { topic: "aeo", wins: 3, ties: 0, score: 3, rank: 1 },
    { topic: "pca", wins: 2, ties: 0, score: 2, rank: 2 },
    { topic: "trs", wins: 1, ties: 0, score: 1, rank: 3 },
    { topic: "vat", wins: 0, ties: 0, score: 0, rank: 4 },
  ]);
});

test("the textbook example of the four cities: Nashville beats all, Memphis none", () => {
  // 42 voters M N C K, 26 N C K M, 15 C K N M, 17 K C N M.
  const above = [
    [0, 42, 42, 42],
    [58, 0, 68, 68],
    [58, 32, 0, 83],
    [58, 32, 17, 0],
  ];
  const scores = copeland({ topics: ["memphis", "nashville", "chattanooga", "knoxville"], above });
  expect(scores.map(({ score, rank }) => [score, rank])).toEqual([
    [0, 4],
    [3, 1],
    [2, 2],
    [1, 3],
  ]);
});

test("of two unlisted topics neither is preferred, and without lists all are tied", () => {
  const matrix = lists(["aeo"]);
  const { above } = listPreferences(matrix, matrix.topics);
  expect(above).toEqual([
    [0, 1, 1, 1],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
  expect(
    copeland({
      topics: ["a", "b"],
      above: [
        [0, 0],
        [0, 0],
      ],
    }).map(({ rank, score }) => [rank, score]),
  ).toEqual([
    [1, 0.5],
    [1, 0.5],
  ]);
});

test("by ratings a member prefers the larger discrepancy; not applicable is none, don't know no opinion", () => {
  const matrix = buildRatingMatrix({
    members: [{ member: "fji" }],
    topics: ["a", "b", "c", "d"],
    ratings: [
      { member: "fji", topic: "a", importance: 5, capability: 2 },
      { member: "fji", topic: "b", importance: "notApplicable", capability: "notApplicable" },
      { member: "fji", topic: "c", importance: 2, capability: 3 },
      { member: "fji", topic: "d", importance: "dontKnow", capability: 1 },
    ],
  });
  expect(ratingPreferences(matrix, matrix.topics).above).toEqual([
    [0, 1, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
});

test("an unknown topic is the caller's mistake", () => {
  expect(() => listPreferences(lists(["aeo"]), ["aeo", "nowhere"])).toThrow(RangeError);
});

test("scores add up to the number of pairs, and equal a count of members pair by pair", () => {
  fc.assert(
    fc.property(arbitraryRound({ maxTopics: 6 }), (input) => {
      const matrix = buildRatingMatrix(input);
      const preferences = listPreferences(matrix, matrix.topics);
      const scores = copeland(preferences);
      const k = matrix.topics.length;
      expect(scores.reduce((sum, { score }) => sum + score, 0)).toBe((k * (k - 1)) / 2);
      const prefers = (list: readonly string[], own: string, other: string) =>
        list.includes(own) && (!list.includes(other) || list.indexOf(own) < list.indexOf(other));
      for (const { topic, wins } of scores) {
        const beaten = matrix.topics.filter((other) => {
          const all = input.topFives ?? [];
          const forIt = all.filter(({ topics }) => prefers(topics, topic, other)).length;
          return forIt > all.filter(({ topics }) => prefers(topics, other, topic)).length;
        });
        expect(wins).toBe(beaten.length);
      }
    }),
    { numRuns: 300 },
  );
});
