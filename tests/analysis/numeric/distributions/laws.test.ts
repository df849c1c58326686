import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile, betaUpperTail } from "~/analysis/numeric/distributions/beta";
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from "~/analysis/numeric/distributions/chi-square";
import { fCdf, fQuantile, fUpperTail } from "~/analysis/numeric/distributions/f";
import { gammaCdf, gammaQuantile, gammaUpperQuantile, gammaUpperTail } from "~/analysis/numeric/distributions/gamma";
import { normalCdf, normalDensity, normalQuantile, normalUpperTail } from "~/analysis/numeric/distributions/normal";
import { stirlingError } from "~/analysis/numeric/distributions/stirling-error";
import { studentTCdf, studentTQuantile, studentTUpperTail } from "~/analysis/numeric/distributions/student-t";

const relative = (ours: number, theirs: number) => (ours === theirs ? 0 : Math.abs(ours / theirs - 1));
const tail = fc.double({ min: -250, max: -0.31, noNaN: true }).map((power) => 10 ** power);
const degrees = fc.double({ min: -2, max: 8, noNaN: true }).map((power) => 10 ** power);

describe("distribution functions", () => {
  test("the usual points: z .975 = 1.95996, t(10) .975 = 2.22814, chi-square(1) .95 = 3.84146, F(2, 10) of 4", () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.9599639845400536, 14);
    expect(studentTQuantile(0.975, 10)).toBeCloseTo(2.228138851986274, 13);
    expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.841458820694124, 13);
    // Two numerator degrees have a closed form: (1 + 2x/d)^(-d/2).
    expect(fUpperTail(4, 2, 10)).toBeCloseTo(1.8 ** -5, 15);
  });

  test("closed forms hold in the far tails", () => {
    for (const x of [1e-12, 0.3, 2, 40, 600]) {
      expect(relative(chiSquareUpperTail(2 * x, 2), Math.exp(-x))).toBeLessThan(1e-12);
      expect(relative(gammaCdf(x, 1), -Math.expm1(-x))).toBeLessThan(1e-12);
      expect(relative(studentTUpperTail(x, 1), Math.atan(1 / x) / Math.PI)).toBeLessThan(1e-12);
    }
    for (const [x, a] of [
      [1e-20, 7],
      [0.5, 3],
      [0.999, 1000],
    ] as const) {
      expect(relative(betaCdf(x, a, 1), x ** a)).toBeLessThan(1e-12);
      expect(relative(betaUpperTail(1 - x, 1, a), (1 - (1 - x)) ** a)).toBeLessThan(1e-12);
    }
  });

  test("t squared is F, a sum of two is chi-square: the families agree with each other", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), degrees, (t, df) => {
        expect(relative(2 * studentTUpperTail(t, df), fUpperTail(t * t, 1, df))).toBeLessThan(1e-10);
        expect(relative(chiSquareCdf(t, df), gammaCdf(t / 2, df / 2))).toBeLessThan(1e-14);
      }),
    );
    expect(relative(chiSquareUpperTail(25, 1), 2 * normalUpperTail(5))).toBeLessThan(1e-12);
    expect(studentTCdf(-1.5, Number.POSITIVE_INFINITY)).toBe(normalCdf(-1.5));
    expect(relative(studentTQuantile(0.01, 1e13), normalQuantile(0.01))).toBeLessThan(1e-11);
    expect(relative(studentTUpperTail(8, 1e15), normalUpperTail(8))).toBeLessThan(1e-11);
  });

  test("quantiles give the tail back, from 1e-250 to a half and from a hundredth of a degree to 1e8", () => {
    fc.assert(
      fc.property(tail, degrees, degrees, (p, a, b) => {
        expect(relative(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-10);
        const t = studentTQuantile(p, a);
        if (Number.isFinite(t)) expect(relative(studentTCdf(t, a), p)).toBeLessThan(1e-9);
        const lower = chiSquareQuantile(p, a);
        if (lower > 1e-290) expect(relative(chiSquareCdf(lower, a), p)).toBeLessThan(1e-9);
        expect(relative(chiSquareUpperTail(chiSquareUpperQuantile(p, a), a), p)).toBeLessThan(1e-9);
        const f = fQuantile(p, a, b);
        if (f > 1e-290 && Number.isFinite(f)) expect(relative(fCdf(f, a, b), p)).toBeLessThan(1e-9);
        const x = betaQuantile(p, a, b);
        if (x > 1e-290 && x < 0.5) expect(relative(betaCdf(x, a, b), p)).toBeLessThan(1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test("both tails add up to one, and the lower one never falls", () => {
    fc.assert(
      fc.property(degrees, degrees, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, x) => {
        expect(betaCdf(x, a, b) + betaUpperTail(x, a, b)).toBeCloseTo(1, 11);
        const y = a * 3 * x;
        expect(gammaCdf(y, a) + gammaUpperTail(y, a)).toBeCloseTo(1, 11);
        expect(gammaCdf(y * 1.01, a)).toBeGreaterThanOrEqual(gammaCdf(y, a) - 1e-12);
        expect(fCdf(3 * x, a, b) + fUpperTail(3 * x, a, b)).toBeCloseTo(1, 11);
        expect(studentTCdf(x, a) + studentTCdf(-x, a)).toBeCloseTo(1, 14);
      }),
    );
  });

  test("ends of the range and infinite arguments are exact", () => {
    const infinity = Number.POSITIVE_INFINITY;
    expect([normalCdf(-infinity), normalCdf(infinity), normalCdf(0), normalCdf(-0)]).toEqual([0, 1, 0.5, 0.5]);
    expect([studentTCdf(-infinity, 3), studentTCdf(infinity, 3), studentTCdf(0, 3)]).toEqual([0, 1, 0.5]);
    expect([gammaCdf(-1, 2), gammaCdf(0, 2), gammaCdf(infinity, 2)]).toEqual([0, 0, 1]);
    expect([betaCdf(-1, 2, 2), betaCdf(0, 2, 2), betaCdf(1, 2, 2), betaCdf(2, 2, 2)]).toEqual([0, 0, 1, 1]);
    expect([fCdf(0, 2, 2), fCdf(infinity, 2, 2), fCdf(-3, 2, 2)]).toEqual([0, 1, 0]);
    expect([normalQuantile(0), normalQuantile(1), normalQuantile(0.5)]).toEqual([-infinity, infinity, 0]);
    expect([studentTQuantile(0, 5), studentTQuantile(1, 5), studentTQuantile(0.5, 5)]).toEqual([
      -infinity,
      infinity,
      0,
    ]);
    expect([fQuantile(0, 1, 1), fQuantile(1, 1, 1)]).toEqual([0, infinity]);
    expect([gammaQuantile(0, 2), gammaQuantile(1, 2), gammaUpperQuantile(0, 2), gammaUpperQuantile(1, 2)]).toEqual([
      0,
      infinity,
      infinity,
      0,
    ]);
    expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
  });

  test("arguments whose square overflows still have their tail", () => {
    // P(T > t) of one degree is 1 / (πt) far out.
    expect(relative(studentTUpperTail(1e200, 1), 1e-200 / Math.PI)).toBeLessThan(1e-12);
    expect(studentTUpperTail(1e200, 0.001)).toBeGreaterThan(0.2);
    expect(normalDensity(50)).toBe(0);
  });

  test("Stirling's error: half, one and huge", () => {
    expect(stirlingError(0.5)).toBeCloseTo(0.5 * Math.log(Math.PI) + 0.5 - 0.5 * Math.log(2 * Math.PI), 14);
    expect(stirlingError(1)).toBeCloseTo(1 - 0.5 * Math.log(2 * Math.PI), 14);
    expect(relative(stirlingError(1e10), 1 / 12e10)).toBeLessThan(1e-15);
  });

  test.each([
    ["NaN as argument of the normal", () => normalCdf(Number.NaN)],
    ["NaN as argument of t", () => studentTCdf(Number.NaN, 3)],
    ["NaN as argument of gamma", () => gammaCdf(Number.NaN, 3)],
    ["NaN as argument of beta", () => betaCdf(Number.NaN, 3, 3)],
    ["NaN as argument of F", () => fCdf(Number.NaN, 3, 3)],
    ["a probability above one", () => normalQuantile(1.1)],
    ["a negative probability", () => studentTQuantile(-0.1, 3)],
    ["a NaN probability", () => gammaQuantile(Number.NaN, 3)],
    ["a NaN probability of beta", () => betaQuantile(Number.NaN, 3, 3)],
    ["a NaN probability of F", () => fQuantile(Number.NaN, 3, 3)],
    ["no degrees of freedom", () => studentTCdf(1, 0)],
    ["negative degrees of freedom", () => chiSquareCdf(1, -1)],
    ["NaN degrees of freedom", () => fCdf(1, Number.NaN, 1)],
    ["an infinite shape", () => gammaCdf(1, Number.POSITIVE_INFINITY)],
    ["a negative parameter of beta", () => betaCdf(0.5, -1, 1)],
    ["Stirling's error of zero", () => stirlingError(0)],
  ])("%s is the caller's mistake", (_name, call) => {
    expect(call).toThrow(RangeError);
  });
});
