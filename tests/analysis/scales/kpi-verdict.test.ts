import { describe, expect, test } from "vitest";
import { kpiVerdict, kpiYear } from "~/analysis/scales/kpi-verdict";

const forms = (...counts: readonly number[]) =>
  counts.flatMap((count, index) => new Array<number>(count).fill(index + 1));

describe("verdict on a workshop", () => {
  test("exactly four meets the target, whatever the rounding of the mean", () => {
    expect(kpiVerdict([4, 4, 4]).official).toBe(true);
    expect(kpiVerdict([5, 3, 4, 4, 5, 3, 4]).official).toBe(true);
  });

  test.each([
    [forms(0, 0, 0, 10, 20), true, "met"],
    [forms(0, 0, 4, 7, 5), true, "metOnAverageOnly"],
    [forms(0, 1, 4, 7, 4), false, "missedOnAverageOnly"],
    [forms(2, 10, 10, 2, 0), false, "missed"],
  ] as const)(
    "the plain average is the official verdict, the interval makes four outcomes: %#",
    (ratings, official, outcome) => {
      expect(kpiVerdict(ratings)).toMatchObject({ official, outcome });
    },
  );

  test("with all participants' forms there is nothing uncertain", () => {
    expect(kpiVerdict([4, 5, 4], { invited: 3 })).toMatchObject({ outcome: "met", responseRate: { value: 1 } });
    expect(kpiVerdict([4, 3, 4], { invited: 3 })).toMatchObject({ outcome: "missed", official: false });
  });

  test("a response below sixty per cent is flagged, sixty is not", () => {
    expect(kpiVerdict([4, 5, 4, 3, 4], { invited: 9 }).flags).toContain("lowResponseRate");
    expect(kpiVerdict([4, 5, 4, 3, 4, 4], { invited: 10 }).flags).not.toContain("lowResponseRate");
  });

  test("without a form there is no verdict", () => {
    expect(kpiVerdict([], { invited: 12 })).toMatchObject({
      official: null,
      outcome: null,
      value: { mean: { value: null, reason: "noRespondents" } },
    });
  });

  test("participants unknown: the rate is undefined and no correction applies", () => {
    const verdict = kpiVerdict(forms(0, 0, 0, 6, 6));
    expect(verdict.responseRate).toEqual({ value: null, reason: "notAsked" });
    expect(kpiVerdict(forms(0, 0, 0, 6, 6), { invited: 13 }).value.lower.value).toBeGreaterThan(
      verdict.value.lower.value ?? 9,
    );
  });

  test("more forms than participants, or a target that is no number, is the caller's mistake", () => {
    expect(() => kpiVerdict([4, 4], { invited: 1 })).toThrow(RangeError);
    expect(() => kpiVerdict([4, 4], { invited: 1, attendanceKnown: false })).toThrow(RangeError);
    expect(() => kpiVerdict([4], { target: Number.NaN })).toThrow(RangeError);
  });
});

describe("value of the year", () => {
  const year = kpiYear([
    { workshop: "b", ratings: forms(0, 0, 0, 0, 30) },
    { workshop: "a", ratings: [3, 3] },
    { workshop: "c", ratings: [] },
  ]);

  test("each workshop counts the same, the pooled mean stands beside it", () => {
    expect(year.value).toEqual({ value: 4 });
    expect(year.pooled.value).toBeCloseTo(156 / 32, 12);
    expect(year).toMatchObject({ official: true, forms: 32, unrated: 1 });
  });

  test("workshops come by id and are counted by outcome", () => {
    expect(year.workshops.map(({ workshop }) => workshop)).toEqual(["a", "b", "c"]);
    expect(year.outcomes).toEqual({ met: 1, metOnAverageOnly: 0, missedOnAverageOnly: 1, missed: 0 });
    expect(year.provenance).toMatchObject({ n: 2, N: 3 });
  });

  test("a year without a form has no value", () => {
    expect(kpiYear([])).toMatchObject({ value: { value: null, reason: "noRespondents" }, official: null });
  });

  test("a workshop given twice is the caller's mistake", () => {
    const one = { workshop: "a", ratings: [4] };
    expect(() => kpiYear([one, one])).toThrow(RangeError);
  });
});
