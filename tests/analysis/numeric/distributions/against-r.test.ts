import { describe, expect, test } from "vitest";
import { betaCdf, betaQuantile, betaUpperTail } from "~/analysis/numeric/distributions/beta";
import {
  chiSquareCdf,
  chiSquareQuantile,
  chiSquareUpperQuantile,
  chiSquareUpperTail,
} from "~/analysis/numeric/distributions/chi-square";
import { fCdf, fQuantile, fUpperTail } from "~/analysis/numeric/distributions/f";
import { gammaCdf, gammaUpperTail } from "~/analysis/numeric/distributions/gamma";
import { normalCdf, normalQuantile, normalUpperTail } from "~/analysis/numeric/distributions/normal";
import { signedRankTails } from "~/analysis/numeric/distributions/signed-rank";
import { studentTQuantile, studentTUpperTail } from "~/analysis/numeric/distributions/student-t";
import reference from "../../../fixtures/r/distributions.json";

/** Asked for are 1e-9; what is reached is held, so that a loss of digits is seen. */
const CDF_TOLERANCE = 5e-12;
const QUANTILE_TOLERANCE = 5e-10;

type Row = readonly number[];

/** The largest relative difference over the rows, and where it is. */
function worst(rows: readonly Row[], compare: (row: Row) => readonly [ours: number, theirs: number]) {
  return rows.reduce(
    (worstYet, row) => {
      const [ours, theirs] = compare(row);
      const difference = ours === theirs || Math.abs(theirs) < 1e-290 ? 0 : Math.abs(ours / theirs - 1);
      // A NaN must not hide behind a comparison.
      return difference <= worstYet.difference ? worstYet : { difference, row, ours, theirs };
    },
    { difference: 0, row: [] as Row, ours: 0, theirs: 0 },
  );
}

const at = (row: Row, index: number): number => {
  const value = row[index];
  if (value === undefined) throw new RangeError(`the reference row has no column ${index}`);
  return value;
};

describe(`distribution functions agree with ${reference.source} in both tails, from the tiniest to huge degrees`, () => {
  const cases: readonly [name: string, rows: readonly Row[], (row: Row) => readonly [number, number]][] = [
    ["normal, lower tail", reference.normal, (r) => [normalCdf(at(r, 0)), Math.exp(at(r, 1))]],
    ["normal, upper tail", reference.normal, (r) => [normalUpperTail(at(r, 0)), Math.exp(at(r, 2))]],
    ["Student t, upper tail", reference.studentT, (r) => [studentTUpperTail(at(r, 0), at(r, 1)), Math.exp(at(r, 2))]],
    ["chi-square, lower tail", reference.chiSquare, (r) => [chiSquareCdf(at(r, 0), at(r, 1)), Math.exp(at(r, 2))]],
    [
      "chi-square, upper tail",
      reference.chiSquare,
      (r) => [chiSquareUpperTail(at(r, 0), at(r, 1)), Math.exp(at(r, 3))],
    ],
    ["gamma, lower tail", reference.gamma, (r) => [gammaCdf(at(r, 0), at(r, 1)), Math.exp(at(r, 2))]],
    ["gamma, upper tail", reference.gamma, (r) => [gammaUpperTail(at(r, 0), at(r, 1)), Math.exp(at(r, 3))]],
    ["beta, lower tail", reference.beta, (r) => [betaCdf(at(r, 0), at(r, 1), at(r, 2)), Math.exp(at(r, 3))]],
    ["beta, upper tail", reference.beta, (r) => [betaUpperTail(at(r, 0), at(r, 1), at(r, 2)), Math.exp(at(r, 4))]],
    ["F, lower tail", reference.f, (r) => [fCdf(at(r, 0), at(r, 1), at(r, 2)), Math.exp(at(r, 3))]],
    ["F, upper tail", reference.f, (r) => [fUpperTail(at(r, 0), at(r, 1), at(r, 2)), Math.exp(at(r, 4))]],
    ["signed rank", reference.signedRank, (r) => [signedRankTails(plainRanks(at(r, 1)), 2 * at(r, 0)).lower, at(r, 2)]],
  ];
  test.each(cases)("%s", (_name, rows, compare) => {
    expect(rows.length).toBeGreaterThan(20);
    const found = worst(rows, compare);
    expect(found.difference, JSON.stringify(found)).toBeLessThan(CDF_TOLERANCE);
  });
});

describe(`quantiles agree with ${reference.source} wherever R's own distribution function confirms them`, () => {
  const cases: readonly [name: string, rows: readonly Row[], (row: Row) => readonly [number, number]][] = [
    ["normal", reference.normalQuantile, (r) => [normalQuantile(at(r, 0)), at(r, 1)]],
    ["Student t", reference.studentTQuantile, (r) => [studentTQuantile(at(r, 0), at(r, 1)), at(r, 2)]],
    ["chi-square, lower", reference.chiSquareQuantile, (r) => [chiSquareQuantile(at(r, 0), at(r, 1)), at(r, 2)]],
    ["chi-square, upper", reference.chiSquareQuantile, (r) => [chiSquareUpperQuantile(at(r, 0), at(r, 1)), at(r, 3)]],
    ["beta", reference.betaQuantile, (r) => [betaQuantile(at(r, 0), at(r, 1), at(r, 2)), at(r, 3)]],
    ["F", reference.fQuantile, (r) => [fQuantile(at(r, 0), at(r, 1), at(r, 2)), at(r, 3)]],
  ];
  test.each(cases)("%s", (_name, rows, compare) => {
    expect(rows.length).toBeGreaterThan(20);
    const found = worst(rows, compare);
    expect(found.difference, JSON.stringify(found)).toBeLessThan(QUANTILE_TOLERANCE);
  });
});

function plainRanks(n: number): number[] {
  return Array.from({ length: n }, (_, index) => 2 * (index + 1));
}
