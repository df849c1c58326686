import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubledMidranks, tieCorrection } from "~/analysis/numeric/doubled-midranks";

describe("doubled midranks", () => {
  test("7, 3, 7: the threes first, the sevens share places two and three", () => {
    expect(doubledMidranks([7, 3, 7])).toEqual([5, 2, 5]);
    expect(tieCorrection([5, 2, 5])).toBe(6);
  });

  test("always add up to n (n + 1), and follow the order of the values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 30 }), (values) => {
        const ranks = doubledMidranks(values);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe(values.length * (values.length + 1));
        values.forEach((value, i) => {
          values.forEach((other, j) => {
            expect(Math.sign((ranks[i] ?? 0) - (ranks[j] ?? 0))).toBe(Math.sign(value - other));
          });
        });
      }),
    );
  });

  test("values that only rounding tells apart are tied, -0 is 0, and nothing has no ranks", () => {
    expect(doubledMidranks([0.1 + 0.2, 0.3])).toEqual([3, 3]);
    expect(doubledMidranks([-0, 0, 1e15])).toEqual([3, 3, 6]);
    expect(doubledMidranks([])).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d cannot be ranked", (value) => {
    expect(() => doubledMidranks([value])).toThrow(RangeError);
  });
});
