import { expect, test } from "vitest";
import { meanWeightedDiscrepancy } from "~/analysis/priorities/mean-weighted-discrepancy";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { tallyMatrix } from "~/analysis/priorities/topic-tally";
import { roundOf } from "../../support/survey-answers";

function discrepancyOf(text: string, asked?: number) {
  const matrix = buildRatingMatrix(roundOf({ audit: text }, asked === undefined ? {} : { asked }));
  return meanWeightedDiscrepancy(tallyMatrix(matrix), 0, matrix.N);
}

test("the worked example: five members, mean importance 4, mean gap 1.6, score 6.4", () => {
  const { score, unadjusted } = discrepancyOf("5/2 4/2 4/3 3/3 4/2", 8);
  expect(score).toEqual({ value: 6.4 });
  expect(unadjusted).toEqual({ value: 6.4 });
});

test("the worked example's standard error is that of leaving out each member in turn", () => {
  // Without each member in turn: (15/4)(5/4), (16/4)(6/4), (16/4)(7/4), (17/4)(8/4), (16/4)(6/4).
  const left = [4.6875, 6, 7, 8.5, 6];
  const mean = left.reduce((sum, value) => sum + value, 0) / 5;
  const squares = left.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const expected = Math.sqrt((1 - 5 / 8) * (4 / 5) * squares);
  expect(discrepancyOf("5/2 4/2 4/3 3/3 4/2", 8).standardError.value).toBeCloseTo(expected, 12);
});

test("a member to whom the topic does not apply counts as no need, and the score without it stands beside", () => {
  const { score, unadjusted } = discrepancyOf("5/2 4/2 4/3 3/3 4/2 na na na", 10);
  expect(score).toEqual({ value: 4 });
  expect(unadjusted).toEqual({ value: 6.4 });
});

test("don't know and blank are in neither numerator nor denominator", () => {
  expect(discrepancyOf("5/2 4/2 4/3 3/3 4/2 dk 5/- -/1", 10).score).toEqual({ value: 6.4 });
});

test("the score runs from -6.25 to 20", () => {
  expect(discrepancyOf("5/1 5/1 5/1").score).toEqual({ value: 20 });
  expect(discrepancyOf("2/5 3/5 2/5 3/5").score).toEqual({ value: -6.25 });
});

test("two pairs give no figure, and say so", () => {
  const reason = { value: null, reason: "tooFewAnswers" };
  expect(discrepancyOf("5/2 4/2", 8)).toEqual({ score: reason, standardError: reason, unadjusted: reason });
  expect(discrepancyOf("5/2", 8).score).toEqual({ value: null, reason: "oneRespondent" });
  expect(discrepancyOf("dk", 8).score).toEqual({ value: null, reason: "noRespondents" });
});

test("where all members answered there is no sampling error, and no standard error of zero", () => {
  expect(discrepancyOf("5/2 4/2 4/3 na").standardError).toEqual({ value: null, reason: "census" });
});
