import { describe, expect, test } from "vitest";
import { importancePerformance } from "~/analysis/priorities/importance-performance";
import { largeDiscrepancies } from "~/analysis/priorities/large-discrepancies";
import { meanGap } from "~/analysis/priorities/mean-gap";
import { rankedDiscrepancy } from "~/analysis/priorities/ranked-discrepancy";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { tallyMatrix } from "~/analysis/priorities/topic-tally";
import { roundOf } from "../../support/survey-answers";

const sumsOf = (text: string) => tallyMatrix(buildRatingMatrix(roundOf({ audit: text }))).sums(0);

// One topic, eight members: five rate it, two have no such function, one does not know.
const audit = sumsOf("5/2 4/2 4/3 3/3 4/5 na na dk");
const none = { value: null, reason: "tooFewAnswers" };

describe("mean gap", () => {
  test("the worked example: mean importance 4, mean capability 3, gap 1 over five raters, 5/7 with the two others", () => {
    expect(meanGap(audit)).toEqual({ score: { value: 5 / 7 }, unadjusted: { value: 1 } });
  });

  test("two pairs give none", () => {
    expect(meanGap(sumsOf("5/2 4/2"))).toEqual({ score: none, unadjusted: none });
  });
});

describe("ranked discrepancy", () => {
  test("the worked example: three fall short, one exceeds, one ties: -60 + 20 = -40", () => {
    expect(rankedDiscrepancy(audit)).toEqual({
      score: { value: 200 / 7 },
      rankedDiscrepancyScore: { value: -40 },
      negativeRanks: { value: 60 },
      positiveRanks: { value: 20 },
      tiedRanks: { value: 20 },
    });
  });

  test("one point short of all counts like four points short of all", () => {
    expect(rankedDiscrepancy(sumsOf("5/4 4/3 3/2")).rankedDiscrepancyScore).toEqual({ value: -100 });
    expect(rankedDiscrepancy(sumsOf("5/1 5/1 5/1")).rankedDiscrepancyScore).toEqual({ value: -100 });
  });
});

describe("large discrepancies", () => {
  test("the worked example: two of seven members are two points short or more, the mean shortfall is 6/7", () => {
    expect(largeDiscrepancies(audit)).toEqual({ members: 2, share: { value: 2 / 7 }, meanShortfall: { value: 6 / 7 } });
  });

  test("a surplus that cancels a deficit in the mean gap does not cancel it here", () => {
    const netted = sumsOf("5/1 1/5 5/1 1/5");
    expect(meanGap(netted).unadjusted).toEqual({ value: 0 });
    expect(largeDiscrepancies(netted)).toEqual({ members: 2, share: { value: 0.5 }, meanShortfall: { value: 2 } });
  });
});

describe("importance-performance map", () => {
  const means = (importance: number, capability: number) => ({
    importance: { value: importance },
    capability: { value: capability },
  });

  test("the worked example: lines at 3.5 and 2.5, one topic in each class", () => {
    const map = importancePerformance([means(4.5, 1.5), means(4.5, 3.5), means(2.5, 1.5), means(2.5, 3.5)]);
    expect(map).toEqual({
      importance: { value: 3.5 },
      capability: { value: 2.5 },
      quadrants: ["concentrateHere", "keepUp", "lowPriority", "possibleOverkill"],
    });
  });

  test("a topic without means has no class and moves no line", () => {
    const unknown = { value: null, reason: "noRespondents" } as const;
    const map = importancePerformance([means(4, 2), { importance: unknown, capability: unknown }]);
    expect(map.quadrants).toEqual(["keepUp", null]);
    expect(map.importance).toEqual({ value: 4 });
    expect(importancePerformance([]).capability).toEqual(unknown);
  });
});
