import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scoreInterval } from "~/analysis/scales/score-interval";
import { wilsonInterval } from "~/analysis/scales/wilson-interval";
import reference from "../../fixtures/r/scales.json";

describe("Wilson's interval", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i is %d to %d (Newcombe 1998)", (x, n, lower, upper) => {
    const interval = wilsonInterval(x, n);
    expect(interval?.lower).toBeCloseTo(lower, 4);
    expect(interval?.upper).toBeCloseTo(upper, 4);
  });

  test.each(reference.wilson.map((one) => [one.x, one.n, one] as const))(
    `%i of %i as ${reference.source} (prop.test)`,
    (x, n, one) => {
      const wide = wilsonInterval(x, n);
      const narrow = wilsonInterval(x, n, { confidence: 0.9 });
      expect(wide?.lower).toBeCloseTo(one.lower, 13);
      expect(wide?.upper).toBeCloseTo(one.upper, 13);
      expect(narrow?.lower).toBeCloseTo(one.lower90, 13);
      expect(narrow?.upper).toBeCloseTo(one.upper90, 13);
    },
  );

  test("0 of n begins exactly at 0 and n of n ends exactly at 1, for every n", () => {
    for (let n = 1; n <= 200; n++) {
      expect(wilsonInterval(0, n)?.lower).toBe(0);
      expect(wilsonInterval(n, n)?.upper).toBe(1);
    }
  });

  test("nobody asked, and everybody answered, give no interval", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    expect(wilsonInterval(3, 5, { N: 5 })).toBeNull();
  });

  test("holds the share, lies within 0 to 1, turns with it, and narrows when the list is nearly complete", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const x = Math.round(part * n);
        const interval = wilsonInterval(x, n);
        const mirrored = wilsonInterval(n - x, n);
        const corrected = wilsonInterval(x, n, { N: n + 1 });
        expect(interval?.lower).toBeGreaterThanOrEqual(0);
        expect(interval?.upper).toBeLessThanOrEqual(1);
        expect(interval?.lower).toBeLessThanOrEqual(x / n + 1e-15);
        expect(interval?.upper).toBeGreaterThanOrEqual(x / n - 1e-15);
        expect((interval?.lower ?? 2) + (mirrored?.upper ?? 2)).toBeCloseTo(1, 12);
        const width = (i: typeof interval) => (i?.upper ?? 9) - (i?.lower ?? 0);
        if (n > 1) expect(width(corrected)).toBeLessThan(width(interval));
      }),
    );
  });

  test.each([
    [3, 2, {}],
    [-1, 2, {}],
    [Number.NaN, 2, {}],
    [1, 2.5, {}],
    [1, 2, { N: 1 }],
    [1, 2, { confidence: 0 }],
  ])("%d of %d with %j is the caller's mistake", (x, n, options) => {
    expect(() => wilsonInterval(x, n, options)).toThrow(RangeError);
  });
});

describe("score interval of a bounded mean", () => {
  test("nine fives of a list of 33: from 4.03 to 5.00", () => {
    const interval = scoreInterval(new Array<number>(9).fill(5), { N: 33 });
    expect(interval?.lower).toBeCloseTo(4.03, 2);
    expect(interval?.upper).toBe(5);
    // n_e = 9 x 32 / 24 = 12.
    expect(interval?.lower).toBeCloseTo(1 + (4 * 12) / (12 + 1.959963984540054 ** 2), 12);
  });

  test("a scale of two steps is Wilson's interval itself", () => {
    expect(scoreInterval([0, 1, 1, 0, 1], { lowest: 0, highest: 1 })).toEqual(wilsonInterval(3, 5));
  });

  test("stays within the scale whatever is answered", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 }), (values) => {
        const interval = scoreInterval(values);
        expect(interval?.lower).toBeGreaterThanOrEqual(1);
        expect(interval?.upper).toBeLessThanOrEqual(5);
        expect(interval?.lower).toBeLessThan(interval?.upper ?? 0);
      }),
    );
  });

  test("values outside the scale are the caller's mistake", () => {
    expect(() => scoreInterval([6])).toThrow(RangeError);
    expect(() => scoreInterval([Number.NaN])).toThrow(RangeError);
    expect(() => scoreInterval([1], { lowest: 5, highest: 1 })).toThrow(RangeError);
  });
});
