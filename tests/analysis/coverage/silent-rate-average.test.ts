import { describe, expect, test } from "vitest";
import { silentRateAverage } from "~/analysis/coverage/silent-rate-average";
import { round } from "./round";

const five = (cells: readonly string[]) => Object.fromEntries(["a", "b", "c", "d", "e"].map((m) => [m, cells]));

describe("if all silent members rated it average", () => {
  test("five of ten answered: scores move half-way in both means, the order stays", () => {
    const result = silentRateAverage(round(five(["51", "33"]), { silent: 5 }));
    expect(result.average).toEqual({ importance: { value: 4 }, capability: { value: 2 } });
    // t1: importance (5 + 4)/2, capability (1 + 2)/2; t2: 3.5 and 2.5.
    expect(result.topics.map(({ scoreWithSilent }) => scoreWithSilent)).toEqual([4.5 * 3, 3.5]);
    expect(result.topics.map(({ rank, rankIfAll, rankIfAlone }) => [rank, rankIfAll, rankIfAlone])).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
  });

  test("a close top five falls if only one of it is rated average, and that is said", () => {
    const cells = ["51", "51", "51", "51", "51", "52", "11", "11", "11", "11"];
    const { topFive, topTen } = silentRateAverage(round(five(cells), { silent: 5 }));
    // Average topic 3.4 and 1.1: one of the five alone would fall to 4.2 x 3.15 = 13.2, below the sixth's 15.
    expect(topFive.topics).toEqual(["t1", "t2", "t3", "t4", "t5"]);
    expect(topFive.ifAll).toBe(true);
    expect(topFive.ifAlone).toBe(false);
    expect(topTen).toMatchObject({ ifAll: true, ifAlone: true });
  });

  test("without silent members nothing changes", () => {
    const { topics } = silentRateAverage(round(five(["51", "33"])));
    expect(topics.every(({ score, scoreWithSilent }) => score === scoreWithSilent)).toBe(true);
  });

  test("without a topic that has a place there is no average, and it says why", () => {
    const result = silentRateAverage(round({ a: ["51"] }, { silent: 2 }));
    expect(result.average.importance).toEqual({ value: null, reason: "tooFewAnswers" });
    expect(result.topics[0]).toMatchObject({ rank: null, scoreWithSilent: null });
  });

  test("the mean gap keeps its order when every topic is equally covered", () => {
    const { topics } = silentRateAverage(round(five(["52", "43", "41"]), { silent: 3 }), { method: "meanGap" });
    expect(topics.map(({ rankIfAll }) => rankIfAll)).toEqual(topics.map(({ rank }) => rank));
  });

  test("works on the ranked discrepancy too", () => {
    const { topics } = silentRateAverage(round(five(["52", "25"]), { silent: 5 }), { method: "rankedDiscrepancy" });
    expect(topics.map(({ score, scoreWithSilent }) => [score, scoreWithSilent])).toEqual([
      [100, 50],
      [-100, -50],
    ]);
  });
});
