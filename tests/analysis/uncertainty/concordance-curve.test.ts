import fc from "fast-check";
import { expect, test } from "vitest";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { concordanceCurve } from "~/analysis/uncertainty/concordance-curve";
import { arbitraryRound, roundOf } from "../../support/survey-answers";

test("the worked example: if all members say the same, any five of them name the first places", () => {
  const ten = (pair: string) => new Array(10).fill(pair).join(" ");
  const matrix = buildRatingMatrix(roundOf({ a: ten("5/1"), b: ten("4/2"), c: ten("3/3") }, { asked: 14 }));
  const { points, marked, places } = concordanceCurve(matrix, { seed: 1, populations: 20, places: 2 });
  expect(points.map(({ n, shared }) => [n, shared])).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((n) => [n, 2]));
  expect([marked, places]).toEqual([10, 2]);
});

test("all members agree with themselves, and more members agree better than five", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 10, maxMembers: 12, minTopics: 6 }), (input) => {
      const { points, reason } = concordanceCurve(buildRatingMatrix(input), { seed: 1, populations: 60, places: 3 });
      if (reason) return;
      const last = points[points.length - 1];
      expect(last?.n).toBe(input.members.length);
      expect(last?.shared).toBe(3);
      expect(points[0]?.shared).toBeLessThanOrEqual(3);
      expect(points[0]?.shared ?? 0).toBeLessThanOrEqual((points[points.length - 2]?.shared ?? 0) + 0.3);
    }),
    { numRuns: 40, seed: 7 },
  );
});

test("large rounds show some eighty sizes, their own among them", () => {
  const many = (pairs: string) => new Array(300).fill(pairs).join(" ");
  const matrix = buildRatingMatrix(roundOf({ a: many("5/1 4/1"), b: many("3/3 4/2") }, { asked: 1001 }));
  const { points, marked } = concordanceCurve(matrix, { seed: 1, populations: 2 });
  expect(points.length).toBeLessThanOrEqual(83);
  expect(marked).toBe(600);
  expect(points.some(({ n }) => n === 600)).toBe(true);
  expect(points[points.length - 1]?.n).toBe(1001);
});

test("same seed same bytes, and a stop is told", () => {
  const matrix = buildRatingMatrix(
    roundOf({ a: "5/1 4/2 3/3 5/2 4/4 2/1 3/1 5/5", b: "4/1 4/2 3/1 5/2 1/4 2/1 3/1 5/5" }, { asked: 12 }),
  );
  const curve = (seed: number) => JSON.stringify(concordanceCurve(matrix, { seed, places: 1 }).points);
  expect(curve(4)).toBe(curve(4));
  expect(curve(4)).not.toBe(curve(5));
  expect(concordanceCurve(matrix, { seed: 1, shouldStop: () => true })).toMatchObject({ populations: 0, points: [] });
});

test("seven respondents have no curve; populations and places are whole numbers", () => {
  const matrix = buildRatingMatrix(roundOf({ a: "5/1 4/2 3/3 5/2 4/4 2/1 3/1" }));
  expect(concordanceCurve(matrix, { seed: 1 })).toMatchObject({ reason: "tooFewAnswers", points: [] });
  expect(() => concordanceCurve(matrix, { seed: 1, populations: 0 })).toThrow(RangeError);
  expect(() => concordanceCurve(matrix, { seed: 1, places: 2.5 })).toThrow(RangeError);
});
