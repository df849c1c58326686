import fc from "fast-check";
import { expect, test } from "vitest";
import { competitionRanks, roundForTies } from "~/analysis/numeric/competition-ranks";

test("the highest score is first, equal scores share the best place, the next place is skipped", () => {
  expect(competitionRanks([3, 5, 3, 1])).toEqual([2, 1, 2, 4]);
});

test("a topic without a score has no place and takes none", () => {
  expect(competitionRanks([null, 5, null, 4])).toEqual([null, 1, null, 2]);
  expect(competitionRanks([])).toEqual([]);
  expect(competitionRanks([null])).toEqual([null]);
});

test("scores that differ only by floating-point noise are one place", () => {
  expect(competitionRanks([0.1 + 0.2, 0.3])).toEqual([1, 1]);
  expect(competitionRanks([1, 1 + 1e-8])).toEqual([2, 1]);
});

test("zero and minus zero are one place", () => {
  expect(competitionRanks([0, -0, -1e-12])).toEqual([1, 1, 1]);
  expect(Object.is(roundForTies(-0), 0)).toBe(true);
});

test("scores too large for nine decimals keep their order", () => {
  expect(competitionRanks([1e15, 1e15 + 1, -1e15, 1e300])).toEqual([3, 2, 4, 1]);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d cannot be ranked", (score) => {
  expect(() => competitionRanks([1, score])).toThrow(RangeError);
});

test("a place is one more than the number of scores above it, in any order", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: -4, max: 4 })), { maxLength: 12 }), (scores) => {
      const expected = scores.map((score) =>
        score === null ? null : 1 + scores.filter((other) => other !== null && other > score).length,
      );
      expect(competitionRanks(scores)).toEqual(expected);
      expect(competitionRanks([...scores].reverse())).toEqual([...expected].reverse());
    }),
  );
});
