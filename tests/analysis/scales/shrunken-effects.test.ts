import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimateShrinkage, shrunkenEffects } from "~/analysis/scales/shrunken-effects";

const group = (name: string, workshops: number, formsEach: number, value: number) =>
  Array.from({ length: workshops * formsEach }, (_, index) => ({
    group: name,
    workshop: `${name}-${index % workshops}`,
    value,
  }));

describe("shrunken effects of experts and formats", () => {
  test("ten forms of 5 where the mean of all is 4, c = 10: 4.5", () => {
    const result = shrunkenEffects([...group("a", 2, 5, 5), ...group("b", 2, 5, 3)]);
    expect(result.mean).toEqual({ value: 4 });
    expect(result.groups.map(({ group: name, shrunken }) => [name, shrunken])).toEqual([
      ["a", 4.5],
      ["b", 3.5],
    ]);
  });

  test("no place with fewer than three workshops or twenty forms, however good", () => {
    const { groups } = shrunkenEffects([
      ...group("two-workshops", 2, 30, 5),
      ...group("nineteen", 1, 17, 5),
      ...[1, 2].map((n) => ({ group: "nineteen", workshop: `n${n}`, value: 5 })),
      ...group("enough", 4, 5, 4),
      ...group("more", 3, 10, 3),
    ]);
    expect(groups.map(({ group: name, rank }) => [name, rank])).toEqual([
      ["enough", { value: 1 }],
      ["more", { value: 2 }],
      ["nineteen", { value: null, reason: "tooFewAnswers" }],
      ["two-workshops", { value: null, reason: "tooFewAnswers" }],
    ]);
  });

  test("many forms are hardly moved, few are; equal values share a place", () => {
    const { groups } = shrunkenEffects([...group("a", 5, 20, 5), ...group("b", 5, 20, 5), ...group("c", 1, 1, 1)]);
    expect(groups.map(({ rank }) => rank.value)).toEqual([1, 1, null]);
    expect(groups[0]?.shrunken).toBeGreaterThan(4.99);
    expect(groups[2]?.shrunken).toBeGreaterThan(4.5);
  });

  test("the shrunken value lies between the group's mean and the mean of all; c = 0 leaves the mean", () => {
    const rating = fc.record({
      group: fc.constantFrom("a", "b", "ab", "__proto__"),
      workshop: fc.constantFrom("1", "2"),
      value: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(rating, { minLength: 1, maxLength: 40 }), (ratings) => {
        const result = shrunkenEffects(ratings);
        for (const { mean, shrunken } of result.groups) {
          const all = result.mean.value ?? Number.NaN;
          expect(shrunken).toBeGreaterThanOrEqual(Math.min(mean, all) - 1e-12);
          expect(shrunken).toBeLessThanOrEqual(Math.max(mean, all) + 1e-12);
        }
        for (const { mean, shrunken } of shrunkenEffects(ratings, { c: 0 }).groups)
          expect(shrunken).toBeCloseTo(mean, 12);
        expect(shrunkenEffects([...ratings].reverse())).toEqual(result);
      }),
    );
  });

  test("without forms there is no mean", () => {
    expect(shrunkenEffects([])).toMatchObject({ mean: { value: null, reason: "noRespondents" }, groups: [] });
  });

  test("a negative shrinkage and a value that is no number are the caller's mistakes", () => {
    expect(() => shrunkenEffects([], { c: -1 })).toThrow(RangeError);
    expect(() => shrunkenEffects([{ group: "a", workshop: "b", value: Number.NaN }])).toThrow(RangeError);
  });
});

describe("what the forms say about the shrinkage", () => {
  test("two groups of two, 4 and 5 against 1 and 2: .5 within, (9 - .5) / 2 between", () => {
    const forms = [4, 5].map((value) => ({ group: "a", workshop: "1", value }));
    const others = [1, 2].map((value) => ({ group: "b", workshop: "1", value }));
    expect(estimateShrinkage([...forms, ...others]).value).toBeCloseTo(0.5 / 4.25, 12);
    expect(estimateShrinkage([...others, ...forms])).toEqual(estimateShrinkage([...forms, ...others]));
  });

  test("forms from groups of known variances give the ratio back", () => {
    // Group means -2 to 2 (variance 2.5), forms one below and one above (variance 2 within pairs, 1.01 within hundreds).
    const forms = [-2, -1, 0, 1, 2].flatMap((mean) =>
      Array.from({ length: 100 }, (_, index) => ({
        group: `g${mean}`,
        workshop: "w",
        value: mean + (index % 2 ? 1 : -1),
      })),
    );
    const within = 100 / 99;
    expect(estimateShrinkage(forms).value).toBeCloseTo(within / (2.5 - within / 100), 10);
  });

  test("groups that differ no more than their forms, one group, and one form each are undefined", () => {
    const same = ["a", "b"].flatMap((group) => [1, 5].map((value) => ({ group, workshop: "w", value })));
    expect(estimateShrinkage(same)).toEqual({ value: null, reason: "zeroVariance" });
    expect(estimateShrinkage(same.slice(0, 2))).toEqual({ value: null, reason: "tooFewItems" });
    expect(estimateShrinkage([])).toEqual({ value: null, reason: "tooFewItems" });
    expect(estimateShrinkage([same[0], same[2]].flatMap((form) => form ?? []))).toEqual({
      value: null,
      reason: "tooFewAnswers",
    });
  });
});
