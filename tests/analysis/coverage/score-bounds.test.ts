import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RatingMethod, scoreBounds } from "~/analysis/coverage/score-bounds";
import type { PairedRating, PriorityInput } from "~/analysis/priorities/paired-rating";
import { round } from "./round";

const SCALE = [1, 2, 3, 4, 5];

describe("worst-case bounds of a score", () => {
  test("one rater of importance 5 and capability 2, one silent member: from -1.5 to 17.5", () => {
    const [topic] = scoreBounds(round({ fiji: ["52"] }, { silent: 1 })).topics;
    // Largest: 5 and 1, 10 x 7 / 4. Smallest: 1 and 5, since P = 6 is the nearest to C / 2 = 3.5: 6 x (6 - 7) / 4.
    expect(topic?.score).toBe(15);
    expect(topic?.respondents).toEqual({ lower: 15, upper: 15 });
    expect(topic?.all).toEqual({ lower: -1.5, upper: 17.5 });
  });

  test("the smallest product is inside the range: all silent rate importance near half of the capability", () => {
    const [topic] = scoreBounds(round({ a: ["15"] }, { silent: 3 })).topics;
    // C = 20; P runs from 4 to 16, smallest at 10: 10 x -10 / 16.
    expect(topic?.all?.lower).toBe(-6.25);
  });

  test("a given rating stays where its partner is missing, not applicable stays not applicable", () => {
    const [topic] = scoreBounds(round({ a: ["4?", "33"], b: ["53", "33"], c: ["na", "33"] }), {
      method: "meanGap",
    }).topics;
    expect(topic).toMatchObject({ rated: 1, notApplicable: 1, missing: 1, silent: 0, score: 1 });
    expect(topic?.all).toEqual({ lower: (2 - 1) / 3, upper: (2 + 3) / 3 });
  });

  test("a member without one complete answer is silent: its lone rating is not used", () => {
    const [topic] = scoreBounds(round({ a: ["4?"], b: ["53"] }), { method: "meanGap" }).topics;
    expect(topic).toMatchObject({ missing: 0, silent: 1 });
  });

  test("without silent and missing answers both bounds are the score", () => {
    const [topic] = scoreBounds(round({ a: ["42"], b: ["53"] })).topics;
    expect(topic?.all).toEqual({ lower: topic?.score, upper: topic?.score });
  });

  test("a topic that nobody can have rated has no bounds", () => {
    const [topic] = scoreBounds(round({ a: ["na"] })).topics;
    expect(topic).toMatchObject({ score: null, respondents: null, all: null });
  });

  test.each<RatingMethod>(["meanWeightedDiscrepancy", "meanGap", "rankedDiscrepancy"])(
    "equals plain enumeration of all missing answers, not applicable by silent members included: %s",
    (method) => {
      const cell = fc.oneof(
        fc.tuple(fc.constantFrom(...SCALE), fc.constantFrom(...SCALE)).map(([i, c]) => `${i}${c}`),
        fc.constantFrom("na", "4?", "1?", "?3", "?5"),
      );
      fc.assert(
        fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 2 }), (cells, silent) => {
          fc.pre(cells.filter((c) => c.includes("?")).length <= 2);
          const answers = Object.fromEntries(cells.map((c, index) => [`m${index}`, [c, "33"]]));
          const input = round(answers, { silent });
          const [topic] = scoreBounds(input, { method }).topics;
          const scores = enumerateScores(input, method);
          if (scores.length === 0) expect(topic?.all).toBeNull();
          else {
            expect(topic?.all?.lower).toBeCloseTo(Math.min(...scores), 12);
            expect(topic?.all?.upper).toBeCloseTo(Math.max(...scores), 12);
          }
        }),
        { numRuns: 150 },
      );
    },
  );

  test("does not depend on the order of the input", () => {
    const input = round({ a: ["4?", "52"], b: ["53", "na"], c: ["na", "?1"] }, { silent: 2 });
    const turned = {
      members: [...input.members].reverse(),
      topics: ["t2", "t1"],
      ratings: [...input.ratings].reverse(),
    };
    expect(scoreBounds(turned)).toEqual(scoreBounds(input));
  });
});

/** Scores of topic t1 over all ways to fill in what is missing; a silent member may also say "not applicable". */
function enumerateScores(input: PriorityInput, method: RatingMethod): number[] {
  const rows: readonly (readonly (readonly [number, number] | "na")[])[] = input.members.map(({ member }) => {
    const own = input.ratings.find((rating) => rating.member === member && rating.topic === "t1");
    if (own?.importance === "notApplicable") return ["na"];
    const ways = options(own?.importance).flatMap((i) => options(own?.capability).map((c) => [i, c] as const));
    return own ? ways : [...ways, "na"];
  });
  const scores: number[] = [];
  const visit = (index: number, chosen: readonly (readonly [number, number] | "na")[]): void => {
    const row = rows[index];
    if (row) {
      for (const way of row) visit(index + 1, [...chosen, way]);
      return;
    }
    const pairs = chosen.filter((way) => way !== "na");
    if (pairs.length === 0) return;
    const importance = pairs.reduce((sum, [i]) => sum + i, 0) / pairs.length;
    const total = pairs.reduce(
      (sum, [i, c]) => sum + (method === "rankedDiscrepancy" ? 100 * Math.sign(i - c) : i - c),
      0,
    );
    scores.push(((method === "meanWeightedDiscrepancy" ? importance : 1) * total) / chosen.length);
  };
  visit(0, []);
  // A topic for which everybody that could rate says "not applicable" has no score, so no extreme either.
  return rows.some((row) => row.some((way) => way !== "na")) ? scores : [];
}

function options(rating: PairedRating["importance"] | undefined): readonly number[] {
  return typeof rating === "number" ? [rating] : SCALE;
}
