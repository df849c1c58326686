import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ordinalAlpha } from "~/analysis/agreement/ordinal-alpha";
import { table } from "./table";

const none = null;
const KRIPPENDORFF = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3],
  [none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none],
];

describe("ordinal alpha", () => {
  test("four coders, twelve units, missing values: .815 (Krippendorff 2011)", () => {
    const result = ordinalAlpha(table(KRIPPENDORFF), { seed: 1 });
    expect(result.alpha.value).toBeCloseTo(0.815, 3);
    expect(result).toMatchObject({ judges: 4, items: 11, pairableValues: 40 });
  });

  test("the interval holds the value, is the same for the same seed, and another for another seed", () => {
    const first = ordinalAlpha(table(KRIPPENDORFF), { seed: 7, replicates: 500 });
    expect(first.lower.value).toBeLessThan(first.alpha.value ?? 0);
    expect(first.upper.value).toBeGreaterThan(first.alpha.value ?? 1);
    expect(first.upper.value).toBeLessThanOrEqual(1);
    expect(ordinalAlpha(table(KRIPPENDORFF).reverse(), { seed: 7, replicates: 500 })).toEqual(first);
    expect(ordinalAlpha(table(KRIPPENDORFF), { seed: 8, replicates: 500 }).lower).not.toEqual(first.lower);
  });

  test("equals the plain definition by pairs of values, on random tables with gaps", () => {
    const cell = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null, freq: 4 });
    const line = fc.array(cell, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const { alpha } = ordinalAlpha(table(lines), { seed: 1, replicates: 1 });
        const plain = alphaByPairs(lines);
        if (plain === null) expect(alpha.value).toBeNull();
        else expect(alpha.value).toBeCloseTo(plain, 10);
      }),
      { numRuns: 300 },
    );
  });

  test("full agreement is 1, and levels count: a strict and a lenient judge of the same order disagree", () => {
    const same = [1, 2, 3, 4, 5, 3];
    expect(ordinalAlpha(table([same, same]), { seed: 1 }).alpha.value).toBe(1);
    const lenient = same.map((value) => value + 3);
    expect(ordinalAlpha(table([same, lenient]), { seed: 1 }).alpha.value).toBeLessThan(0.2);
  });

  test.each([
    ["nobody", [], "noRespondents"],
    [
      "no item with two values",
      [
        [1, null],
        [null, 2],
      ],
      "tooFewPairs",
    ],
    [
      "everybody says the same about everything",
      [
        [3, 3],
        [3, 3],
      ],
      "zeroVariance",
    ],
  ])("%s: undefined with a reason", (_name, lines, reason) => {
    const result = ordinalAlpha(table(lines), { seed: 1 });
    expect(result.alpha).toEqual({ value: null, reason });
    expect(result.lower).toEqual({ value: null, reason });
  });

  test("fewer than five items give a value without an interval", () => {
    const result = ordinalAlpha(
      table([
        [1, 2, 3],
        [1, 2, 4],
      ]),
      { seed: 1 },
    );
    expect(result.alpha.value).not.toBeNull();
    expect(result.lower).toEqual({ value: null, reason: "tooFewItems" });
  });

  test.each([{ confidence: 1 }, { confidence: Number.NaN }, { replicates: 0 }, { seed: -1 }, { seed: 0.5 }])(
    "%j is refused as a caller's mistake",
    (options) => {
      expect(() => ordinalAlpha(table(KRIPPENDORFF), { seed: 1, ...options })).toThrow(RangeError);
    },
  );
});

function alphaByPairs(lines: readonly (readonly (number | null)[])[]): number | null {
  const width = Math.max(...lines.map((line) => line.length));
  const units = Array.from({ length: width }, (_, item) => lines.flatMap((line) => line[item] ?? [])).filter(
    (unit) => unit.length >= 2,
  );
  const all = units.flat();
  const distance = (a: number, b: number) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const between = all.filter((value) => value >= low && value <= high).length;
    const ends = all.filter((value) => value === low).length + all.filter((value) => value === high).length;
    return low === high ? 0 : (between - ends / 2) ** 2;
  };
  const observed = units.reduce((sum, unit) => sum + pairs(unit, distance) / (unit.length - 1), 0) / all.length;
  const expected = pairs(all, distance) / (all.length * (all.length - 1));
  return all.length === 0 || expected === 0 ? null : 1 - observed / expected;
}

/** Sum over ordered pairs of different places. */
function pairs(values: readonly number[], distance: (a: number, b: number) => number): number {
  return values.reduce(
    (sum, a, i) => sum + values.reduce((inner, b, j) => inner + (i === j ? 0 : distance(a, b)), 0),
    0,
  );
}
