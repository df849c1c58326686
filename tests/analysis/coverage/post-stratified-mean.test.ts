import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { postStratifiedMean } from "~/analysis/coverage/post-stratified-mean";
import reference from "../../fixtures/r/post-stratification.json";

/** Members of strata with the given sizes, and values of the first ones of each. */
function survey(stratum: readonly string[], value: readonly number[], sizes: Readonly<Record<string, number>>) {
  const members = Object.entries(sizes).flatMap(([name, size]) =>
    Array.from({ length: size }, (_, index) => ({ member: `${name}-${index}`, stratum: name })),
  );
  const next = new Map<string, number>();
  const values = stratum.map((name, index) => {
    const position = next.get(name) ?? 0;
    next.set(name, position + 1);
    return { member: `${name}-${position}`, value: value[index] ?? Number.NaN };
  });
  return { members, values };
}

describe("post-stratified mean", () => {
  test("California schools by type: mean 662.29, standard error 9.4089 (Lumley's apistrat)", () => {
    const { members, values } = survey(reference.schools.stratum, reference.schools.value, reference.schools.strata);
    const result = postStratifiedMean(values, members);
    expect(result.mean.value).toBeCloseTo(662.29, 2);
    expect(result.conditionalStandardError.value).toBeCloseTo(9.4089, 4);
  });

  test.each([
    ["schools", reference.schools],
    ["a region of 35 members, one stratum complete", reference.region],
  ])(`mean, both standard errors and design effect as ${reference.source}: %s`, (_name, expected) => {
    const sizes: Record<string, number> = { ...expected.strata };
    const { members, values } = survey(expected.stratum, expected.value, sizes);
    const result = postStratifiedMean(values, members);
    const relative = (ours: number | null, theirs: number) => Math.abs((ours ?? Number.NaN) / theirs - 1);
    expect(relative(result.mean.value, expected.mean)).toBeLessThan(1e-12);
    expect(relative(result.conditionalStandardError.value, expected.conditional)).toBeLessThan(1e-12);
    expect(relative(result.linearisedStandardError.value, expected.linearised)).toBeLessThan(1e-12);
    expect(relative(result.weights.designEffect, expected.designEffect)).toBeLessThan(1e-12);
  });

  test("equal shares in every stratum: the weighted mean is the plain one and the design effect 1", () => {
    const { members, values } = survey(["a", "a", "b", "b"], [1, 2, 4, 5], { a: 4, b: 4 });
    const result = postStratifiedMean(values, members);
    expect(result.mean).toEqual(result.raw);
    expect(result.weights).toMatchObject({ designEffect: 1, weightRatio: 1, flags: [] });
  });

  test("a stratum without an answer: no weighted figure, and the merger with a neighbour gives one, flagged", () => {
    const { members, values } = survey(["a", "a", "b", "b"], [1, 2, 4, 5], { a: 3, b: 4, c: 2 });
    const refused = postStratifiedMean(values, members);
    expect(refused.mean).toEqual({ value: null, reason: "emptyStratum" });
    expect(refused.weights.empty).toEqual(["c"]);
    expect(refused.raw).toEqual({ value: 3 });
    const merged = postStratifiedMean(values, members, { merges: [{ from: "c", into: "b" }] });
    expect(merged.mean.value).toBeCloseTo((3 / 9) * 1.5 + (6 / 9) * 4.5, 12);
    expect(merged.weights.flags).toContain("mergedStratum");
    expect(merged.weights.strata.map(({ stratum, merged: from }) => [stratum, from])).toEqual([
      ["a", []],
      ["b", ["c"]],
    ]);
  });

  test("one answer of several members: a mean, but no standard error", () => {
    const { members, values } = survey(["a", "a", "b"], [1, 2, 4], { a: 3, b: 4 });
    const result = postStratifiedMean(values, members);
    expect(result.mean.value).not.toBeNull();
    expect(result.conditionalStandardError).toEqual({ value: null, reason: "singleMemberStratum" });
    expect(result.linearisedStandardError).toEqual({ value: null, reason: "singleMemberStratum" });
  });

  test("a stratum of one member that answered adds no variance", () => {
    const { members, values } = survey(["a", "a", "b"], [1, 2, 4], { a: 3, b: 1 });
    expect(postStratifiedMean(values, members).conditionalStandardError.value).toBeCloseTo(
      Math.sqrt((0.75 ** 2 * (1 / 3) * 0.5) / 2),
      12,
    );
  });

  test("all answered is a census without sampling error; nobody is not zero", () => {
    const { members, values } = survey(["a", "a"], [1, 2], { a: 2 });
    expect(postStratifiedMean(values, members).conditionalStandardError).toEqual({ value: null, reason: "census" });
    expect(postStratifiedMean([], members).mean).toEqual({ value: null, reason: "noRespondents" });
  });

  test("uneven weights are flagged above 3, a high design effect above 1.25", () => {
    const { members, values } = survey(["a", "a", "a", "a", "b", "b"], [1, 2, 3, 4, 4, 5], { a: 4, b: 8 });
    const { weights } = postStratifiedMean(values, members);
    expect(weights.weightRatio).toBe(4);
    expect(weights.flags).toEqual(["designEffectHigh", "weightsUneven"]);
  });

  test("adding a constant moves the mean by it and leaves both errors; the order of the input changes nothing", () => {
    const value = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 6 }),
        fc.array(value, { minLength: 2, maxLength: 6 }),
        (a, b) => {
          const strata = [...a.map(() => "a"), ...b.map(() => "b")];
          const sizes = { a: a.length + 1, b: b.length + 3 };
          const one = survey(strata, [...a, ...b], sizes);
          const before = postStratifiedMean(one.values, one.members);
          const shifted = survey(
            strata,
            [...a, ...b].map((v) => v + 8),
            sizes,
          );
          const after = postStratifiedMean(shifted.values, shifted.members);
          expect(after.mean.value).toBeCloseTo((before.mean.value ?? Number.NaN) + 8, 12);
          expect(after.conditionalStandardError.value).toBeCloseTo(
            before.conditionalStandardError.value ?? Number.NaN,
            12,
          );
          expect(postStratifiedMean([...one.values].reverse(), [...one.members].reverse())).toEqual(before);
        },
      ),
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d is no value", (value) => {
    expect(() => postStratifiedMean([{ member: "x", value }], [{ member: "x", stratum: "a" }])).toThrow(RangeError);
  });

  test("an unknown member, one given twice, and impossible mergers are the caller's mistakes", () => {
    const members = [
      { member: "x", stratum: "a" },
      { member: "xy", stratum: "b" },
    ];
    const one = { member: "x", value: 1 };
    expect(() => postStratifiedMean([{ member: "z", value: 1 }], members)).toThrow(/unknown member/);
    expect(() => postStratifiedMean([one, one], members)).toThrow(/two values/);
    expect(() => postStratifiedMean([one], [...members, { member: "x", stratum: "b" }])).toThrow(/twice/);
    expect(() => postStratifiedMean([one], members, { merges: [{ from: "a", into: "c" }] })).toThrow(RangeError);
    const circle = [
      { from: "a", into: "b" },
      { from: "b", into: "a" },
    ];
    expect(() => postStratifiedMean([one], members, { merges: circle })).toThrow(RangeError);
  });

  test("values of 1e15 keep their mean", () => {
    const { members, values } = survey(["a", "a", "b", "b"], [1e15, 1e15, 1e15, 1e15], { a: 3, b: 4 });
    expect(postStratifiedMean(values, members).mean.value).toBeCloseTo(1e15, -1);
  });
});
