import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendallW } from "~/analysis/agreement/kendall-w";
import { tieCorrection } from "~/analysis/numeric/doubled-midranks";
import reference from "../../fixtures/r/friedman.json";
import { table } from "./table";

describe("Kendall's W", () => {
  test("three executives rank six applicants: W = .16 (Siegel 1956)", () => {
    const { complete } = kendallW(
      table([
        [1, 6, 3, 2, 5, 4],
        [1, 5, 6, 4, 2, 3],
        [6, 3, 2, 5, 4, 1],
      ]),
    );
    expect(complete.w.value).toBeCloseTo(0.162, 3);
    expect(complete.w.value).toBeCloseTo((12 * 25.5) / (9 * 210), 12);
  });

  test("three tied rankings of ten objects: W = .828 (Kendall 1948)", () => {
    const { complete } = kendallW(
      table([
        [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
        [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
        [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
      ]),
    );
    expect(complete.w.value).toBeCloseTo(7092 / 8568, 12);
    expect(complete.w.value).toBeCloseTo(0.828, 3);
  });

  test.each(reference.cases.map((one, index) => [index, one] as const))(
    `statistic, p-value, W and mean Spearman as ${reference.source}, case %i`,
    (_index, one) => {
      const { complete } = kendallW(table(one.values));
      expect(complete.chiSquare.value).toBeCloseTo(one.statistic, 9);
      expect(complete.w.value).toBeCloseTo(one.w, 12);
      expect(Math.abs((complete.pChiSquare.value ?? Number.NaN) / one.p - 1)).toBeLessThan(1e-9);
      // A constant judge correlates with nobody, in R too.
      if (one.meanSpearman === null) expect(complete.meanSpearman.value).toBeNull();
      else expect(complete.meanSpearman.value).toBeCloseTo(one.meanSpearman, 11);
    },
  );

  test("a constant judge adds no order but lowers what is possible: both values are given", () => {
    const orders = [
      [1, 2, 3, 4],
      [1, 2, 4, 3],
      [3, 3, 3, 3],
    ];
    const result = kendallW(table(orders));
    expect(result.constantJudges).toEqual(["j2"]);
    expect(result.withoutConstant.w.value).toBeCloseTo(kendallW(table(orders.slice(0, 2))).complete.w.value ?? -1, 12);
    expect(result.complete.w.value).toBeLessThan(result.withoutConstant.w.value ?? 0);
    expect(result.complete.judges).toBe(3);
    expect(result.withoutConstant.judges).toBe(2);
    expect(result.complete.meanSpearman).toEqual({ value: null, reason: "zeroVariance" });
  });

  test("the exact p-value equals plain enumeration, ties included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 3 }).chain((m) =>
          fc.integer({ min: 3, max: m === 2 ? 5 : 4 }).chain((k) =>
            fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: k, maxLength: k }), {
              minLength: m,
              maxLength: m,
            }),
          ),
        ),
        (lines) => {
          const { complete } = kendallW(table(lines));
          fc.pre(complete.w.value !== null);
          expect(complete.pExact.value).toBeCloseTo(enumerateTail(lines), 10);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("for few items and judges the approximation misses the exact p-value, so both are shown", () => {
    const { complete } = kendallW(
      table([
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [1, 2, 4, 3],
      ]),
    );
    expect(complete.pExact.value).toBeCloseTo(
      enumerateTail([
        [1, 2, 3, 4],
        [1, 2, 3, 4],
        [1, 2, 4, 3],
      ]),
      12,
    );
    expect(complete.pChiSquare.value).toBeGreaterThan(2 * (complete.pExact.value ?? 1));
  });

  test("with many judges and items no exact p-value is attempted, and that is said", () => {
    const lines = Array.from({ length: 20 }, (_, judge) => Array.from({ length: 30 }, (_, item) => (judge * item) % 7));
    expect(kendallW(table(lines)).complete.pExact).toEqual({ value: null, reason: "notTested" });
  });

  test.each([
    ["nobody", [], "noRespondents"],
    ["one judge", [[1, 2, 3]], "oneRespondent"],
    [
      "two items",
      [
        [1, 2],
        [2, 1],
      ],
      "tooFewItems",
    ],
    [
      "all tied",
      [
        [3, 3, 3],
        [2, 2, 2],
      ],
      "allTied",
    ],
    [
      "complete answers below seventy per cent",
      [
        [1, 2, 3],
        [1, null, 3],
        [1, 3, 2],
        [null, 1, 2],
      ],
      "tooFewAnswers",
    ],
  ])("%s: refused with a reason", (_name, lines, reason) => {
    expect(kendallW(table(lines)).complete.w).toEqual({ value: null, reason });
  });

  test("incomplete judges are left out and named while seventy per cent remain", () => {
    const lines = [
      [1, 2, 3],
      [1, 3, 2],
      [2, 1, 3],
      [1, null, 3],
    ];
    const result = kendallW(table(lines));
    expect(result.incompleteJudges).toEqual(["j3"]);
    expect(result.complete).toEqual(kendallW(table(lines.slice(0, 3))).complete);
    expect(result.provenance).toMatchObject({ n: 3, N: 4, coverage: 0.75 });
  });

  test("only order counts: any rising change of a judge's scale leaves everything; so does the order of the rows", () => {
    const line = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const stretched = lines.map((own, judge) => own.map((value) => (judge + 1) * value ** 3 - 7));
        const rows = table(lines);
        expect(kendallW(table(stretched))).toEqual(kendallW(rows));
        expect(kendallW([...rows].reverse())).toEqual(kendallW(rows));
      }),
      { numRuns: 40 },
    );
  });

  test("doubling all judges leaves the order of the items and never lowers W", () => {
    const line = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 5 }), (lines) => {
        const once = kendallW(table(lines)).complete.w;
        const twice = kendallW(table([...lines, ...lines])).complete.w;
        fc.pre(once.value !== null);
        expect(twice.value).toBeCloseTo(once.value ?? Number.NaN, 12);
      }),
      { numRuns: 40 },
    );
  });

  test("ids that are prefixes of each other or hold any character are different judges", () => {
    const rows = ["a", "a b", 'a"', "a\u0000", "__proto__"].flatMap((judge, index) =>
      [1, 2, 3].map((item) => ({ judge, item: `i${item}`, value: (item * (index + 1)) % 4 })),
    );
    expect(kendallW(rows).provenance.N).toBe(5);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("%d is no judgement", (value) => {
    expect(() => kendallW([{ judge: "a", item: "x", value }])).toThrow(RangeError);
  });

  test("two values for one item are the caller's mistake", () => {
    const row = { judge: "a", item: "x", value: 1 };
    expect(() => kendallW([row, row])).toThrow(RangeError);
  });
});

/** All orders of all judges, W of each, share at least as large as the one observed. */
function enumerateTail(lines: readonly (readonly number[])[]): number {
  const ranks = lines.map(midranks);
  const observed = coefficient(ranks);
  let atLeast = 0;
  let all = 0;
  const visit = (judge: number, chosen: readonly (readonly number[])[]): void => {
    const own = ranks[judge];
    if (!own) {
      all += 1;
      if (coefficient(chosen) >= observed - 1e-9) atLeast += 1;
      return;
    }
    for (const order of permutations(own)) visit(judge + 1, [...chosen, order]);
  };
  visit(0, []);
  return atLeast / all;
}

function coefficient(ranks: readonly (readonly number[])[]): number {
  const m = ranks.length;
  const k = ranks[0]?.length ?? 0;
  const sums = Array.from({ length: k }, (_, item) => ranks.reduce((sum, line) => sum + (line[item] ?? 0), 0));
  const s = sums.reduce((sum, value) => sum + (value - (m * (k + 1)) / 2) ** 2, 0);
  return (12 * s) / (m * m * (k ** 3 - k) - m * ranks.reduce((sum, line) => sum + tieCorrection(line), 0));
}

function midranks(line: readonly number[]): number[] {
  return line.map(
    (value) => line.filter((other) => other < value).length + (line.filter((other) => other === value).length + 1) / 2,
  );
}

function permutations(values: readonly number[]): number[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, index) =>
    permutations([...values.slice(0, index), ...values.slice(index + 1)]).map((rest) => [value, ...rest]),
  );
}
