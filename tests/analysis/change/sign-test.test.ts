import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signTest } from "~/analysis/change/sign-test";
import reference from "../../fixtures/r/change.json";

describe("sign test", () => {
  test("seven of eight went up: p = 18/256", () => {
    expect(signTest([1, 1, 2, 1, 1, 3, 1, -1])).toEqual({
      increased: 7,
      decreased: 1,
      unchanged: 0,
      p: { value: expect.closeTo(18 / 256, 14) },
    });
  });

  test.each(reference.cases.map((one, index) => [index, one] as const))(
    `p-value as ${reference.source} (binom.test), case %i`,
    (_index, { d, sign }) => {
      expect(signTest(d).p.value).toBeCloseTo(sign, 12);
    },
  );

  test("as many up as down is no sign of anything", () => {
    expect(signTest([1, 1, 1, -1, -1, -1]).p).toEqual({ value: 1 });
  });

  test("fewer than six changes and no change are undefined", () => {
    expect(signTest([1, 1, 1, 1, 1, 0, 0]).p).toEqual({ value: null, reason: "tooFewPairs" });
    expect(signTest([0, 0]).p).toEqual({ value: null, reason: "zeroVariance" });
    expect(signTest([]).p).toEqual({ value: null, reason: "noRespondents" });
  });

  test("only the direction counts", () => {
    const sign = fc.constantFrom(-1, 0, 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, fc.integer({ min: 1, max: 9 })), { maxLength: 30 }), (pairs) => {
        expect(signTest(pairs.map(([s, size]) => s * size))).toEqual(signTest(pairs.map(([s]) => s)));
      }),
    );
  });

  test("NaN is no difference", () => {
    expect(() => signTest([Number.NaN])).toThrow(RangeError);
  });
});
