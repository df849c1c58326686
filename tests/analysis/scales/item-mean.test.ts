import { describe, expect, test } from "vitest";
import { itemMean } from "~/analysis/scales/item-mean";
import reference from "../../fixtures/r/scales.json";

describe("mean of an item", () => {
  test("nine fives of 33 members: 4.03 to 5.00, not 5.0 plus or minus nothing", () => {
    const item = itemMean(new Array<number>(9).fill(5), { N: 33 });
    expect(item.lower.value).toBeCloseTo(4.03, 2);
    expect(item.upper.value).toBe(5);
    expect(item).toMatchObject({ interval: "score", flags: ["zeroWidthReplaced"], counts: [0, 0, 0, 0, 9] });
  });

  test.each(reference.means.map((one) => [one.values.length, one] as const))(
    `of %i answers: mean, sd and t interval as ${reference.source}`,
    (_n, { values, mean, sd, lower, upper }) => {
      const item = itemMean(values);
      expect(item.mean.value).toBeCloseTo(mean, 12);
      expect(item.sd.value).toBeCloseTo(sd, 12);
      expect(item.lower.value).toBeCloseTo(lower, 10);
      expect(item.upper.value).toBeCloseTo(Math.min(5, upper), 10);
      expect(item.interval).toBe("t");
    },
  );

  test("equal answers keep an interval even where there are many", () => {
    const item = itemMean(new Array<number>(40).fill(4));
    expect(item).toMatchObject({ interval: "score", sd: { value: 0 }, flags: ["zeroWidthReplaced"] });
    expect(item.lower.value).toBeLessThan(4);
  });

  test("a list narrows the interval, and a complete one leaves none", () => {
    const values = [3, 4, 4, 5, 5, 5, 4, 3, 4, 5, 2, 4];
    const open = itemMean(values);
    const listed = itemMean(values, { N: 16 });
    const half = ({ lower, mean }: typeof open) => (mean.value ?? 0) - (lower.value ?? 0);
    expect(half(listed)).toBeCloseTo(half(open) / 2, 12);
    const complete = itemMean(values, { N: 12 });
    expect(complete.lower).toEqual({ value: null, reason: "census" });
    expect(complete.topTwoLower).toEqual({ value: null, reason: "census" });
    expect(complete.mean.value).toBe(4);
  });

  test("the interval is clipped to the scale", () => {
    expect(itemMean([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 4]).upper.value).toBe(5);
  });

  test("top two with Wilson's interval, counts by value", () => {
    const item = itemMean([1, 4, 5, 5, 3]);
    expect(item.topTwo).toEqual({ value: 0.6 });
    expect(item.counts).toEqual([1, 0, 1, 1, 2]);
    expect(item.topTwoLower.value).toBeCloseTo(0.2307, 4);
  });

  test("outside the office nothing below five answers", () => {
    const few = itemMean([4, 5, 5, 4], { audience: "outside" });
    expect(few.mean).toEqual({ value: null, reason: "suppressed" });
    expect(few.counts).toBeNull();
    expect(few.flags).toEqual([]);
    expect(itemMean([4, 5, 5, 4]).mean).toEqual({ value: 4.5 });
    expect(itemMean([4, 5, 5, 4, 4], { audience: "outside" }).mean.value).toBeCloseTo(4.4, 12);
  });

  test("nobody, and one", () => {
    expect(itemMean([]).mean).toEqual({ value: null, reason: "noRespondents" });
    const one = itemMean([4]);
    expect(one.sd).toEqual({ value: null, reason: "oneRespondent" });
    expect(one.lower.value).toBeGreaterThan(1);
  });

  test.each([
    [[0], {}],
    [[2.5], {}],
    [[Number.NaN], {}],
    [[4], { N: 0 }],
    [[4], { confidence: 1 }],
    [[4], { highest: 1 }],
  ])("%j with %j is the caller's mistake", (values, options) => {
    expect(() => itemMean(values, options)).toThrow(RangeError);
  });
});
