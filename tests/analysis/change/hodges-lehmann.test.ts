import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hodgesLehmann } from "~/analysis/change/hodges-lehmann";
import reference from "../../fixtures/r/change.json";

describe("Hodges-Lehmann shift", () => {
  test("nine depressed patients: .46 (Hollander & Wolfe)", () => {
    const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    expect(hodgesLehmann(before.map((value, index) => value - (after[index] ?? 0)))).toBeCloseTo(0.46, 10);
  });

  test.each(reference.cases.map((one, index) => [index, one] as const))(
    `as ${reference.source}, case %i`,
    (_i, one) => {
      expect(hodgesLehmann(one.d)).toBeCloseTo(one.shift, 12);
    },
  );

  test("equals the median of all pairwise means", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -8, max: 8 }), { minLength: 1, maxLength: 12 }), (differences) => {
        const means = differences.flatMap((a, i) => differences.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b);
        const middle = (means.length - 1) / 2;
        const median = ((means[Math.floor(middle)] ?? 0) + (means[Math.ceil(middle)] ?? 0)) / 2;
        expect(hodgesLehmann(differences)).toBeCloseTo(median, 12);
      }),
    );
  });

  test("of nothing is undefined, of one value that value, of 1e15 without overflow", () => {
    expect(hodgesLehmann([])).toBeNull();
    expect(hodgesLehmann([-2])).toBe(-2);
    expect(hodgesLehmann([1e15, 1e15 + 2])).toBe(1e15 + 1);
    expect(hodgesLehmann([Number.MAX_VALUE, Number.MAX_VALUE])).toBe(Number.MAX_VALUE);
  });

  test("twenty thousand members take no longer than thirty", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => (index % 9) - 3);
    expect(hodgesLehmann(many)).toBe(1);
  });

  test("infinity is no difference", () => {
    expect(() => hodgesLehmann([Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });
});
