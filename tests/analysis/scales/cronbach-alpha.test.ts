import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cronbachAlpha } from "~/analysis/scales/cronbach-alpha";
import reference from "../../fixtures/r/scales.json";

describe("Cronbach's alpha", () => {
  test("three forms, two items: 2/1 x (1 - (1 + 1/3) / (7/3)) = 6/7", () => {
    // Variances 1 and 1/3, of the sums 3, 4 and 6: 7/3.
    const forms = [
      [1, 2],
      [2, 2],
      [3, 3],
    ];
    expect(cronbachAlpha(forms).alpha.value).toBeCloseTo(6 / 7, 12);
  });

  test.each(reference.alpha.map((one, index) => [index, one] as const))(
    `value, Feldt's interval and item-rest correlations as ${reference.source}, case %i`,
    (_index, { values, alpha, lower, upper, rest }) => {
      const result = cronbachAlpha(values);
      expect(result.alpha.value).toBeCloseTo(alpha, 11);
      expect(result.lower.value).toBeCloseTo(lower, 9);
      expect(result.upper.value).toBeCloseTo(upper, 9);
      rest.forEach((correlation, item) => {
        expect(result.byItem[item]?.rest.value).toBeCloseTo(correlation, 11);
      });
    },
  );

  test("psych's own interval is the same", () => {
    const one = reference.alpha[0];
    const result = cronbachAlpha(one?.values ?? []);
    expect(result.lower.value).toBeCloseTo(one?.feldtLower ?? Number.NaN, 6);
    expect(result.upper.value).toBeCloseTo(one?.feldtUpper ?? Number.NaN, 6);
  });

  test("an item keyed the other way is pointed out, and alpha is better without it", () => {
    const result = cronbachAlpha(reference.alpha[3]?.values ?? []);
    expect(result.reverseKeyed).toEqual([1]);
    expect(result.byItem[1]?.alphaWithout.value).toBeGreaterThan(result.alpha.value ?? 1);
  });

  test("a negative value is shown and flagged", () => {
    const result = cronbachAlpha(reference.alpha[4]?.values ?? []);
    expect(result.alpha.value).toBeLessThan(0);
    expect(result.flags).toEqual(["negativeAlpha"]);
  });

  test("forms with a missing item are left out", () => {
    const forms = [
      [1, 2],
      [2, 3],
      [4, 4],
      [5, null],
    ];
    const result = cronbachAlpha(forms);
    expect(result.provenance).toMatchObject({ n: 3, N: 4, coverage: 0.75 });
    expect(result.alpha).toEqual(cronbachAlpha(forms.slice(0, 3)).alpha);
  });

  test.each([
    ["no form", [], "tooFewItems"],
    ["one item", [[1], [2], [3]], "tooFewItems"],
    [
      "two forms",
      [
        [1, 2],
        [2, 3],
      ],
      "tooFewAnswers",
    ],
    [
      "no complete form",
      [
        [1, null],
        [null, 3],
      ],
      "noRespondents",
    ],
    [
      "no variance",
      [
        [3, 3],
        [3, 3],
        [3, 3],
      ],
      "zeroVariance",
    ],
    [
      "items that cancel",
      [
        [1, 5],
        [2, 4],
        [3, 3],
      ],
      "zeroVariance",
    ],
  ])("%s: undefined with a reason", (_name, forms, reason) => {
    const result = cronbachAlpha(forms);
    expect(result.alpha).toEqual({ value: null, reason });
    expect(result.lower).toEqual({ value: null, reason });
  });

  test("identical items give 1; the order of the forms changes nothing", () => {
    const value = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 20 }),
        (forms) => {
          const result = cronbachAlpha(forms);
          expect(cronbachAlpha([...forms].reverse())).toEqual(result);
          const same = cronbachAlpha(forms.map(([first = 1]) => [first, first, first]));
          if (same.alpha.value !== null) expect(same.alpha.value).toBeCloseTo(1, 12);
          if (result.alpha.value !== null) expect(result.alpha.value).toBeLessThanOrEqual(1 + 1e-12);
        },
      ),
    );
  });

  test.each([[[[Number.NaN, 1]]], [[[1, 2], [1]]]])("%j is the caller's mistake", (forms) => {
    expect(() => cronbachAlpha(forms)).toThrow(RangeError);
  });
});
