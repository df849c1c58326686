import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { topicChanges } from "~/analysis/change/topic-changes";
import { summariseSample } from "~/analysis/numeric/sample-summary";
import { tInterval } from "~/analysis/numeric/t-interval";
import reference from "../../fixtures/r/change.json";
import { round } from "../coverage/round";

const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
const year = (cells: readonly string[], others: Readonly<Record<string, readonly string[]>> = {}, silent = 0) =>
  round({ ...Object.fromEntries(cells.map((cell, index) => [names[index] ?? "", [cell]])), ...others }, { silent });

describe("change from year to year", () => {
  const before = year(["51", "51", "52", "52", "53", "42", "43", "44"], {}, 2);
  const now = year(["52", "53", "53", "53", "54", "43", "44", "44"], {}, 2);
  const [topic] = topicChanges({ before, now }).topics;

  test("eight members of ten, both years: the gap falls by one, exact p of the signed ranks", () => {
    // Changes -1, -2, -1, -1, -1, -1, -1, 0.
    expect(topic).toMatchObject({ n: 8, N: 10, change: { value: -1 }, shift: { value: -1 } });
    expect(topic?.signedRank).toMatchObject({ nonZero: 7, statistic: 0, p: { value: 2 / 128 } });
    expect(topic?.signs).toMatchObject({ increased: 0, decreased: 7, unchanged: 1 });
    expect(topic?.before.value).toBe(2.375);
    expect(topic?.now.value).toBe(1.375);
  });

  test("the interval carries the finite-population correction: t(7) .95 = 1.8946, s = .5345, f = .8", () => {
    const half = 1.894578605061305 * Math.sqrt(2 / 7) * Math.sqrt(0.2 / 8);
    expect(topic?.upper.value).toBeCloseTo(-1 + half, 10);
    expect(topic?.lower.value).toBeCloseTo(-1 - half, 10);
  });

  test("only members with both years count; who came and went is the composition effect", () => {
    const changed = topicChanges({
      before: year(["51", "51", "51"], { gone: ["55"] }),
      now: year(["52", "52", "52"], { gone: ["??"], new: ["51"] }),
    }).topics[0];
    // Matched: 4 -> 3. All: 3 -> 13/4.
    expect(changed).toMatchObject({ n: 3, change: { value: -1 }, allBefore: { value: 3 }, allNow: { value: 3.25 } });
    expect(changed?.composition.value).toBeCloseTo(1.25, 12);
  });

  test("a changed wording breaks the series, a new topic was not asked", () => {
    const broken = topicChanges({ before, now }, { breaks: ["t1"] }).topics[0];
    expect(broken?.change).toEqual({ value: null, reason: "seriesBreak" });
    expect(broken?.signedRank.p).toEqual({ value: null, reason: "seriesBreak" });
    expect(broken?.pHolm).toEqual({ value: null, reason: "notTested" });
    const added = topicChanges({ before: { ...before, topics: ["x"], ratings: [] }, now }).topics[0];
    expect(added?.change).toEqual({ value: null, reason: "notAsked" });
  });

  test("topics without a test stay outside the family", () => {
    const wide = (cells: readonly (readonly string[])[]) =>
      round(Object.fromEntries(cells.map((line, index) => [names[index] ?? "", line])));
    const result = topicChanges({
      before: wide(names.map(() => ["51", "51", "33"])),
      now: wide(names.map((_, index) => [index < 3 ? "52" : "51", "52", index < 6 ? "34" : "33"])),
    });
    expect(result.tested).toBe(2);
    expect(result.topics.map(({ signedRank }) => signedRank.p.value)).toEqual([null, 2 / 256, 2 / 64]);
    expect(result.topics.map(({ pHolm }) => pHolm.value)).toEqual([null, 4 / 256, 2 / 64]);
    expect(result.topics[0]?.pBenjaminiHochberg).toEqual({ value: null, reason: "notTested" });
  });

  test("a response that only confirms last year's answers is left out, flagged and named", () => {
    const share = new Map([
      ["a", 0.81],
      ["b", 0.8],
    ]);
    const result = topicChanges({ before, now }, { confirmedShare: share });
    expect(result).toMatchObject({ confirmedUnread: ["a"], flags: ["confirmedUnread"] });
    expect(result.topics[0]?.n).toBe(7);
    expect(() => topicChanges({ before, now }, { confirmedShare: new Map([["a", 1.2]]) })).toThrow(RangeError);
  });

  test("fewer than three matched members give no figure; all of them no interval but a census", () => {
    const few = topicChanges({ before: year(["51", "51"]), now: year(["52", "52"]) }).topics[0];
    expect(few?.change).toEqual({ value: null, reason: "tooFewAnswers" });
    const all = topicChanges({ before: year(["51", "51", "42"]), now: year(["52", "53", "42"]) }).topics[0];
    expect(all?.lower).toEqual({ value: null, reason: "census" });
    expect(all?.change.value).toBe(-1);
  });

  test("equal changes of all give no interval without width", () => {
    const same = topicChanges({ before: year(["51", "51", "51"], {}, 1), now: year(["52", "52", "52"], {}, 1) });
    expect(same.topics[0]?.lower).toEqual({ value: null, reason: "zeroVariance" });
  });

  test("topics with an activity are compared with those without", () => {
    const wide = (first: string, second: string) =>
      round(Object.fromEntries(["a", "b", "c"].map((member) => [member, [first, second]])));
    const result = topicChanges({ before: wide("51", "51"), now: wide("53", "52") }, { activityTopics: ["t1"] });
    expect(result.withActivity).toEqual({ value: -2 });
    expect(result.withoutActivity).toEqual({ value: -1 });
  });

  test("exchanging the years turns every change", () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).map(([i, c]) => `${i}${c}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 8 }), (pairs) => {
        const first = year(pairs.map(([cellBefore]) => cellBefore));
        const second = year(pairs.map(([, cellNow]) => cellNow));
        const forth = topicChanges({ before: first, now: second }).topics[0];
        const back = topicChanges({ before: second, now: first }).topics[0];
        expect((forth?.change.value ?? Number.NaN) + (back?.change.value ?? Number.NaN)).toBeCloseTo(0, 12);
        expect(forth?.signedRank.p).toEqual(back?.signedRank.p);
      }),
    );
  });

  test("does not depend on the order of the input", () => {
    const turn = (input: typeof before) => ({
      ...input,
      members: [...input.members].reverse(),
      ratings: [...input.ratings].reverse(),
    });
    expect(topicChanges({ before: turn(before), now: turn(now) })).toEqual(topicChanges({ before, now }));
  });
});

describe("Student's interval", () => {
  test.each(reference.cases.map((one, index) => [index, one] as const))(
    `without correction as ${reference.source} (t.test), case %i`,
    (_index, { d, mean, sd, lower, upper }) => {
      const summary = summariseSample(d);
      expect(summary.mean).toBeCloseTo(mean, 12);
      expect(summary.sd).toBeCloseTo(sd, 12);
      const interval = tInterval(summary, { confidence: 0.9, N: null });
      expect(interval?.lower).toBeCloseTo(lower, 11);
      expect(interval?.upper).toBeCloseTo(upper, 11);
    },
  );

  test("one value has no spread; a sample larger than its list is the caller's mistake", () => {
    expect(tInterval(summariseSample([3]), { confidence: 0.9, N: null })).toBeNull();
    expect(() => tInterval(summariseSample([3, 4]), { confidence: 0.9, N: 1 })).toThrow(RangeError);
    expect(() => tInterval(summariseSample([3, 4]), { confidence: 1, N: null })).toThrow(RangeError);
    expect(() => summariseSample([Number.NaN])).toThrow(RangeError);
  });

  test("equal values have no spread at all, however large", () => {
    expect(summariseSample([1e15 / 3, 1e15 / 3, 1e15 / 3])).toEqual({ n: 3, mean: 1e15 / 3, sd: 0 });
  });
});
