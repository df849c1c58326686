import { describe, expect, test } from "vitest";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { checkQuality } from "~/analysis/quality/check-quality";
import { latestReturns } from "~/analysis/quality/latest-returns";
import { memberQuality } from "~/analysis/quality/member-quality";
import { scaleVariety } from "~/analysis/quality/straight-lining";
import { roundOf } from "../../support/survey-answers";

/** The ratings of one member: topics t1, t2, ... in the order of the questionnaire. */
function answers(text: string, topFive: readonly string[] = []): PriorityInput {
  const texts = text.split(" ").map((pair, index) => [`t${index + 1}`, pair] as const);
  return { ...roundOf(Object.fromEntries(texts)), topFives: [{ member: "m1", topics: topFive }] };
}

const qualityOf = (input: PriorityInput) => {
  const [quality] = memberQuality(input);
  if (!quality) throw new Error("no member");
  return quality;
};

describe("straight lines", () => {
  test("the worked example: four threes in a row, then a four", () => {
    expect(scaleVariety([3, 3, null, 3, 3, 4], 5)).toEqual({
      answered: 5,
      straightLine: null,
      longestRun: 4,
      shareHighest: 0,
    });
  });

  test("one value on three topics is a line, on two it is not", () => {
    expect(scaleVariety([3, null, 3, 3], 5).straightLine).toBe(3);
    expect(scaleVariety([3, 3], 5).straightLine).toBeNull();
    expect(scaleVariety([], 5)).toEqual({ answered: 0, straightLine: null, longestRun: 0, shareHighest: null });
  });

  test("a line on either scale flags the member", () => {
    expect(qualityOf(answers("4/3 4/2 4/1")).flags).toEqual(["straightLiner"]);
    expect(qualityOf(answers("4/3 3/3 2/3")).flags).toEqual(["straightLiner"]);
    expect(qualityOf(answers("4/3 3/2 2/3")).flags).toEqual([]);
  });

  test("runs follow the questionnaire, not the order of the rows", () => {
    const input = answers("1/2 1/3 1/2 5/3 1/4");
    expect(qualityOf({ ...input, ratings: [...input.ratings].reverse() }).importance.longestRun).toBe(3);
    expect(qualityOf({ ...input, topics: ["t1", "t4", "t2", "t5", "t3"] }).importance.longestRun).toBe(3);
    expect(qualityOf({ ...input, topics: ["t1", "t2", "t4", "t3", "t5"] }).importance.longestRun).toBe(2);
  });
});

describe("contradictions and gaps", () => {
  test("in the top five but rated low, or not applicable at all", () => {
    const quality = qualityOf(answers("2/3 5/2 na 3/1 dk", ["t1", "t2", "t3", "t4", "t5"]));
    expect(quality.topFiveRatedLow).toEqual(["t1", "t3"]);
    expect(quality.flags).toEqual(["topFiveRatedLow"]);
  });

  test("top importance everywhere: nine of ten, and three topics at least", () => {
    expect(qualityOf(answers("5/1 5/2 5/3 5/1 5/2 5/3 5/1 5/2 5/3 4/1")).flags).toEqual(["topImportanceEverywhere"]);
    expect(qualityOf(answers("5/1 5/2 5/3 5/1 5/2 5/3 5/1 5/2 4/3 4/1")).flags).toEqual([]);
    expect(qualityOf(answers("5/1 5/2")).flags).toEqual([]);
  });

  test("fewer than half of the topics that apply rated on both scales", () => {
    const quality = qualityOf(answers("4/1 na dk - 3/dk"));
    expect(quality).toMatchObject({ pairs: 1, applicable: 4, pairedShare: 0.25, flags: ["pairedShareLow"] });
    expect(qualityOf(answers("4/1 3/2 dk -")).flags).toEqual([]);
    expect(qualityOf(answers("na na")).pairedShare).toBeNull();
  });

  test("not applicable for capability only is to be asked back", () => {
    expect(qualityOf(answers("4/na 3/2 5/1"))).toMatchObject({
      notApplicableOneScale: ["t1"],
      flags: ["naOneScaleOnly"],
    });
  });

  test("experts offered for a topic of own capability 3 or less", () => {
    const offers = ["t1", "t2", "t3"].map((topic) => ({ member: "m1", topic }));
    const [quality] = memberQuality(answers("4/3 3/4 5/dk"), [...offers, { member: "m2", topic: "t1" }]);
    expect(quality).toMatchObject({ expertsOfferedRatedLow: ["t1"], flags: ["offersExpertsRatedLow"] });
  });
});

describe("the ranking with and without", () => {
  // Six members rate a first; three that answer in a line rate b as high.
  const varied = { a: "5/1 5/2 4/1 5/1 4/2 5/1", b: "4/3 3/2 4/3 5/4 3/3 4/3", c: "3/3 2/3 3/4 4/4 2/2 3/3" };
  const input = roundOf({
    a: `${varied.a} 4/4 4/4 4/4`,
    b: `${varied.b} 4/4 4/4 4/4`,
    c: `${varied.c} 4/4 4/4 4/4`,
  });

  test("members in a line stay in, and the ranking without them stands beside", () => {
    const { rankings, members, provenance } = checkQuality(input);
    expect(members.filter(({ flags }) => flags.includes("straightLiner")).map(({ member }) => member)).toEqual([
      "m7",
      "m8",
      "m9",
    ]);
    const [without] = rankings;
    expect(without).toMatchObject({ flag: "straightLiner", members: ["m7", "m8", "m9"] });
    const plain = new Map(rankTopics(roundOf(varied)).topics.map(({ topic, rank }) => [topic, rank]));
    const all = new Map(rankTopics(input).topics.map(({ topic, rank }) => [topic, rank]));
    for (const { topic, rank, rankWithout } of without?.places ?? []) {
      expect(rank).toEqual(all.get(topic));
      expect(rankWithout).toEqual(plain.get(topic));
    }
    expect(provenance).toMatchObject({ n: 9, N: 9, method: "quality/check-quality" });
  });

  test("without flags there is nothing to compare", () => {
    expect(checkQuality(roundOf(varied)).rankings).toEqual([]);
  });

  test("too few left without the flagged members: no place, and why", () => {
    const few = roundOf({ a: "5/1 4/2 3/1 4/4 4/4 4/4", b: "4/2 3/3 5/2 4/4 4/4 4/4", c: "3/3 5/1 2/2 4/4 4/4 4/4" });
    const [without] = checkQuality(few).rankings;
    expect(without?.places.map(({ rankWithout }) => rankWithout)).toEqual(
      new Array(3).fill({ value: null, reason: "tooFewAnswers" }),
    );
    expect(without?.tauB).toEqual({ value: null, reason: "tooFewItems" });
  });
});

describe("several returns of one member", () => {
  const given = [
    { member: "fji", id: "r2", receivedAt: 20 },
    { member: "ton", id: "r3", receivedAt: 5 },
    { member: "fji", id: "r1", receivedAt: 10 },
    { member: "fji", id: "r4", receivedAt: 20 },
  ];

  test("the latest counts, the greater id if received at once, and the others are logged", () => {
    const { kept, superseded } = latestReturns(given);
    expect(kept.map(({ member, id }) => [member, id])).toEqual([
      ["fji", "r4"],
      ["ton", "r3"],
    ]);
    expect(superseded).toEqual([
      { member: "fji", id: "r1", by: "r4" },
      { member: "fji", id: "r2", by: "r4" },
    ]);
    expect(latestReturns([...given].reverse())).toEqual({ kept, superseded });
  });

  test("no time or the same id twice is the caller's mistake", () => {
    expect(() => latestReturns([{ member: "fji", id: "r1", receivedAt: Number.NaN }])).toThrow(RangeError);
    expect(() => latestReturns([...given, { member: "ton", id: "r3", receivedAt: 6 }])).toThrow(RangeError);
  });
});
