import fc from "fast-check";
import { expect, test } from "vitest";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { rankSets } from "~/analysis/uncertainty/rank-sets";
import { arbitraryRound, roundOf } from "../../support/survey-answers";

const eight = (pair: string) => new Array(8).fill(pair).join(" ");

test("the worked example: where nobody differs any difference is sure, and ties are not", () => {
  const matrix = buildRatingMatrix(roundOf({ a: eight("5/1"), b: eight("4/2"), c: eight("4/2") }, { asked: 10 }));
  expect(rankSets(matrix).topics).toEqual([
    { topic: "a", rank: 1, marginal: { low: 1, high: 1 }, simultaneous: { low: 1, high: 1 } },
    { topic: "b", rank: 2, marginal: { low: 2, high: 3 }, simultaneous: { low: 2, high: 3 } },
    { topic: "c", rank: 2, marginal: { low: 2, high: 3 }, simultaneous: { low: 2, high: 3 } },
  ]);
});

test("a census is sure of every difference", () => {
  const input = roundOf({ a: "5/1 4/2 3/3 5/2 4/4 2/1 3/1 5/5", b: "4/1 4/2 3/3 5/2 4/4 2/1 3/1 5/5" });
  expect(rankSets(buildRatingMatrix(input)).topics.map(({ simultaneous }) => simultaneous)).toEqual([
    { low: 1, high: 1 },
    { low: 2, high: 2 },
  ]);
});

test("seven respondents get no sets", () => {
  const matrix = buildRatingMatrix(roundOf({ a: "5/1 5/2 5/1 5/2 5/1 5/2 5/3" }));
  expect(rankSets(matrix)).toMatchObject({ reason: "tooFewAnswers", topics: [] });
});

test("every set holds the published place, and the simultaneous one holds the marginal one", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 12, maxTopics: 7 }), (input) => {
      const ranks = new Map(rankTopics(input).topics.map(({ topic, rank }) => [topic, rank.value]));
      for (const { topic, rank, marginal, simultaneous } of rankSets(buildRatingMatrix(input)).topics) {
        expect(rank).toBe(ranks.get(topic));
        expect(marginal.low <= rank && rank <= marginal.high).toBe(true);
        expect(simultaneous.low).toBeLessThanOrEqual(marginal.low);
        expect(simultaneous.high).toBeGreaterThanOrEqual(marginal.high);
      }
    }),
  );
});

test("more confidence never narrows a set", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 12, maxTopics: 6 }), (input) => {
      const matrix = buildRatingMatrix(input);
      const wide = rankSets(matrix, { confidence: 0.99 }).topics;
      rankSets(matrix, { confidence: 0.8 }).topics.forEach(({ marginal }, index) => {
        expect(wide[index]?.marginal.low).toBeLessThanOrEqual(marginal.low);
        expect(wide[index]?.marginal.high).toBeGreaterThanOrEqual(marginal.high);
      });
    }),
  );
});

test.each([0, 1, Number.NaN, 90])("confidence %d is refused", (confidence) => {
  expect(() => rankSets(buildRatingMatrix(roundOf({ a: eight("5/1") })), { confidence })).toThrow(RangeError);
});
