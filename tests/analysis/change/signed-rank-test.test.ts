import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signedRankTest } from "~/analysis/change/signed-rank-test";
import { signedRankTails } from "~/analysis/numeric/distributions/signed-rank";
import reference from "../../fixtures/r/change.json";

const BEFORE = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const AFTER = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

describe("Wilcoxon's signed-rank test", () => {
  test("nine depressed patients: V = 40, one-sided p = .0195 (Hollander & Wolfe)", () => {
    const result = signedRankTest(BEFORE.map((value, index) => value - (AFTER[index] ?? 0)));
    expect(result.statistic).toBe(40);
    expect(result.p.value).toBeCloseTo(2 * 0.01953125, 12);
    expect(result.rankBiserial.value).toBeCloseTo((40 - 5) / 45, 12);
  });

  test.each(reference.cases.map((one, index) => [index, one] as const))(
    `statistic and exact p-values with ties and zeros as ${reference.source}, case %i`,
    (_index, { d, statistic, p, pratt }) => {
      const dropped = signedRankTest(d);
      expect(dropped.statistic).toBe(statistic);
      expect(dropped.p.value).toBeCloseTo(p, 11);
      expect(signedRankTest(d, { zeros: "pratt" }).p.value).toBeCloseTo(pratt, 11);
    },
  );

  test("equals plain enumeration of all signs, ties and zeros included", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 6, maxLength: 11 }),
        fc.constantFrom("drop" as const, "pratt" as const),
        (differences, zeros) => {
          fc.pre(differences.filter((d) => d !== 0).length >= 6);
          expect(signedRankTest(differences, { zeros }).p.value).toBeCloseTo(enumerateP(differences, zeros), 12);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("five changes cannot reach .05 and are not tested, six can", () => {
    expect(signedRankTest([1, 1, 1, 1, 1, 0]).p).toEqual({ value: null, reason: "tooFewPairs" });
    expect(signedRankTest([1, 1, 1, 1, 1, 1]).p).toEqual({ value: 2 / 64 });
  });

  test("no change at all, and nobody, are undefined for different reasons", () => {
    expect(signedRankTest([0, 0, 0]).p).toEqual({ value: null, reason: "zeroVariance" });
    expect(signedRankTest([0, 0, 0]).rankBiserial).toEqual({ value: null, reason: "zeroVariance" });
    expect(signedRankTest([]).p).toEqual({ value: null, reason: "noRespondents" });
  });

  test("differences that only rounding tells apart are tied, and rounding noise is no change", () => {
    const noisy = [0.1 + 0.2 - 0.3, 0.3, 0.1 + 0.2, -0.3, 0.3, 0.3, 0.3, -0.3];
    expect(signedRankTest(noisy)).toEqual(signedRankTest([0, 0.3, 0.3, -0.3, 0.3, 0.3, 0.3, -0.3]));
  });

  test("turning all signs keeps p and turns the effect; the order of the pairs changes nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 }), (differences) => {
        const result = signedRankTest(differences);
        const turned = signedRankTest(differences.map((d) => -d));
        if (result.p.value !== null) expect(turned.p.value).toBeCloseTo(result.p.value, 12);
        expect((turned.rankBiserial.value ?? 0) + (result.rankBiserial.value ?? 0)).toBeCloseTo(0, 12);
        expect(signedRankTest([...differences].reverse())).toEqual(result);
      }),
    );
  });

  test("beyond two hundred changes the normal approximation takes over without a jump", () => {
    const some = (n: number) => Array.from({ length: n }, (_, i) => ((i * 7919) % 5) - 1.7);
    expect(signedRankTest(some(200)).distribution).toBe("exact");
    const large = signedRankTest(some(201));
    expect(large.distribution).toBe("normal");
    const balanced = Array.from({ length: 210 }, (_, i) => ((i % 9) + 1) * (i % 9 < 5 ? 1 : -0.8));
    const exactPart = signedRankTest(balanced.slice(0, 200)).p.value ?? Number.NaN;
    const normalPart = signedRankTest([...balanced.slice(0, 200), ...balanced.slice(0, 1)]).p.value ?? Number.NaN;
    expect(Math.abs(normalPart - exactPart)).toBeLessThan(0.02);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("%d is no difference", (value) => {
    expect(() => signedRankTest([1, value])).toThrow(RangeError);
  });

  test("-0 is no change, and 1e15 is one", () => {
    expect(signedRankTest([-0, 1e15, -1e15]).nonZero).toBe(2);
  });
});

describe("the null distribution", () => {
  test("a value outside the range has all or nothing on each side", () => {
    expect(signedRankTails([2, 4], -1)).toEqual({ lower: 0, upper: 1 });
    expect(signedRankTails([2, 4], 7)).toEqual({ lower: 1, upper: 0 });
    expect(signedRankTails([], 0)).toEqual({ lower: 1, upper: 1 });
  });

  test("the smallest tail is 2^-n to the last digit, at n = 300 too", () => {
    const ranks = Array.from({ length: 300 }, (_, index) => 2 * index + 2);
    expect(signedRankTails(ranks, 0).lower).toBe(2 ** -300);
  });

  test.each([1.5, -2, Number.NaN])("%d is no doubled rank", (rank) => {
    expect(() => signedRankTails([rank], 1)).toThrow(RangeError);
  });
});

function enumerateP(differences: readonly number[], zeros: "drop" | "pratt"): number {
  const kept = zeros === "drop" ? differences.filter((d) => d !== 0) : differences;
  const rank = (d: number) => {
    const sizes = kept.map(Math.abs);
    const own = Math.abs(d);
    return sizes.filter((s) => s < own).length + (sizes.filter((s) => s === own).length + 1) / 2;
  };
  const changes = kept.filter((d) => d !== 0);
  const ranks = changes.map(rank);
  const observed = changes.reduce((sum, d, index) => sum + (d > 0 ? (ranks[index] ?? 0) : 0), 0);
  let below = 0;
  let above = 0;
  for (let signs = 0; signs < 2 ** ranks.length; signs++) {
    const v = ranks.reduce((sum, own, index) => sum + ((signs >> index) & 1 ? own : 0), 0);
    if (v <= observed) below += 1;
    if (v >= observed) above += 1;
  }
  return Math.min(1, (2 * Math.min(below, above)) / 2 ** ranks.length);
}
