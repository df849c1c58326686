import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanBounds } from "~/analysis/coverage/mean-bounds";

describe("worst-case bounds of a mean", () => {
  test("22 of 33 with mean 4.14 lie between 3.09 and 4.42", () => {
    const values = [...Array.from({ length: 11 }, () => 4), ...Array.from({ length: 7 }, () => 5), 3, 3, 3, 3];
    expect(values.reduce((a, b) => a + b)).toBe(91);
    const { mean, lower, upper } = meanBounds(values, { N: 33 });
    expect(mean.value).toBeCloseTo(4.136, 3);
    expect(lower.value).toBe(102 / 33);
    expect(upper.value).toBe(146 / 33);
  });

  test("with all answers the bounds are the mean", () => {
    const { mean, lower, upper } = meanBounds([1, 2, 4], { N: 3 });
    expect([lower, upper]).toEqual([mean, mean]);
  });

  test("without an answer the bounds are the scale and the mean is unknown", () => {
    expect(meanBounds([], { N: 4 })).toMatchObject({
      mean: { value: null, reason: "noRespondents" },
      lower: { value: 1 },
      upper: { value: 5 },
    });
    expect(meanBounds([], { N: 0 }).lower).toEqual({ value: null, reason: "noRespondents" });
  });

  test("whatever the silent members say, the mean of all stays within", () => {
    const rating = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.array(rating), fc.array(rating), (said, unsaid) => {
        fc.pre(said.length + unsaid.length > 0);
        const { lower, upper } = meanBounds(said, { N: said.length + unsaid.length });
        const truth = [...said, ...unsaid].reduce((a, b) => a + b, 0) / (said.length + unsaid.length);
        expect(lower.value).toBeLessThanOrEqual(truth + 1e-12);
        expect(upper.value).toBeGreaterThanOrEqual(truth - 1e-12);
      }),
    );
  });

  test.each([
    [[6], 2],
    [[Number.NaN], 2],
    [[Number.POSITIVE_INFINITY], 2],
    [[3, 3], 1],
    [[3], 1.5],
  ])("%j of %d members is refused as a caller's mistake", (values, N) => {
    expect(() => meanBounds(values, { N })).toThrow(RangeError);
  });
});
