import { expect, test } from "vitest";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import {
  minimumDetectableDifference,
  roundDetectableDifference,
} from "~/analysis/uncertainty/minimum-detectable-difference";
import { roundOf } from "../../support/survey-answers";

test.each([
  [25, 0.33],
  [20, 0.47],
  [30, 0.19],
])("the worked example: with %i of 33 members and deviation 1.2, %d scale points", (n, expected) => {
  expect(minimumDetectableDifference({ sd: 1.2, n, N: 33 }).value).toBeCloseTo(expected, 2);
});

test("one topic against 39 others needs .40", () => {
  expect(minimumDetectableDifference({ sd: 1, n: 25, N: 33, comparisons: 39 }).value).toBeCloseTo(0.4, 2);
});

test("in a census every difference is real", () => {
  expect(minimumDetectableDifference({ sd: 1, n: 33, N: 33 })).toEqual({ value: null, reason: "census" });
});

test("a round is summed up by its middle pair of topics", () => {
  // Differences of gaps: a-b has deviation 0, a-c and b-c the same one.
  const input = roundOf(
    {
      a: "4/2 4/2 4/2 4/2 4/2 4/2 4/2 4/2",
      b: "4/1 4/1 4/1 4/1 4/1 4/1 4/1 4/1",
      c: "4/1 4/3 4/1 4/3 4/1 4/3 4/1 4/3",
    },
    { asked: 12 },
  );
  const { singlePair, againstAll, sd } = roundDetectableDifference(buildRatingMatrix(input));
  const spread = Math.sqrt(8 / 7);
  expect(sd.value).toBeCloseTo(spread, 12);
  expect(singlePair.value).toBeCloseTo(
    minimumDetectableDifference({ sd: spread, n: 8, N: 12 }).value ?? Number.NaN,
    12,
  );
  expect(againstAll.value).toBeGreaterThan(singlePair.value ?? Number.NaN);
});

test("seven respondents or a single topic are not summed up", () => {
  const few = roundOf({ a: "4/2 4/2 4/2 4/2 4/2 4/2 4/2", b: "4/1 4/1 4/1 4/1 4/1 4/1 4/1" });
  expect(roundDetectableDifference(buildRatingMatrix(few)).singlePair).toEqual({
    value: null,
    reason: "tooFewAnswers",
  });
  const one = roundOf({ a: "4/2 4/2 4/2 4/2 4/2 4/2 4/2 4/2" });
  expect(roundDetectableDifference(buildRatingMatrix(one)).singlePair).toEqual({ value: null, reason: "tooFewItems" });
});

test("numbers that cannot be are the caller's mistake", () => {
  const base = { sd: 1, n: 20, N: 30 };
  const wrong = [
    { ...base, sd: -1 },
    { ...base, sd: Number.NaN },
    { ...base, sd: Number.POSITIVE_INFINITY },
    { ...base, n: 0 },
    { ...base, n: 31 },
    { ...base, n: 2.5 },
    { ...base, comparisons: 0 },
    { ...base, significance: 0 },
    { ...base, power: 1 },
  ];
  for (const input of wrong) expect(() => minimumDetectableDifference(input)).toThrow(RangeError);
});
