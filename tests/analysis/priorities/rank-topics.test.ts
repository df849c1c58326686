import { expect, test } from "vitest";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics, type TopicPriority } from "~/analysis/priorities/rank-topics";
import { pairs, roundOf } from "../../support/survey-answers";

const topicOf = (input: PriorityInput, topic: string): TopicPriority => {
  const found = rankTopics(input).topics.find((own) => own.topic === topic);
  if (!found) throw new Error(`no topic ${topic}`);
  return found;
};

test("the worked example: three topics, seven members of nine, in the order of their scores", () => {
  const input = roundOf(
    {
      valuation: "4/3 3/3 4/2 4/4 5/3 3/2 4/3",
      risk: "5/2 5/3 4/2 5/1 4/3 5/2 5/2",
      "free-zones": "4/2 3/2 na na 4/3 na 5/2",
    },
    { asked: 9 },
  );
  const { topics, provenance } = rankTopics(input);
  expect(topics.map(({ topic, rank, n, notApplicable }) => [topic, rank, n, notApplicable])).toEqual([
    ["risk", { value: 1 }, 7, 0],
    ["valuation", { value: 2 }, 7, 0],
    // Four raters: a score, but no place.
    ["free-zones", { value: null, reason: "tooFewAnswers" }, 4, 3],
  ]);
  // risk: mean importance 33/7, mean capability 15/7.
  expect(topics[0]?.score.value).toBeCloseTo((33 / 7) * (18 / 7), 12);
  // free zones: 4 x (4 - 9/4) over raters, 4/7 of it as headline.
  expect(topics[2]?.unadjustedScore.value).toBeCloseTo(7, 12);
  expect(topics[2]?.score.value).toBeCloseTo(4, 12);
  expect(provenance).toMatchObject({
    n: 7,
    N: 9,
    coverage: 7 / 9,
    method: "priorities/rank-topics",
    version: 1,
    seed: null,
  });
});

test("ties stay ties: both stand on the first place, nobody on the second", () => {
  const same = "5/2 4/3 5/1 4/2 3/3";
  const { topics } = rankTopics(roundOf({ trs: same, aeo: same, pca: "3/3 3/3 3/3 3/3 3/3" }));
  expect(topics.map(({ topic, rank, sharing }) => [topic, rank.value, sharing])).toEqual([
    ["aeo", 1, 2],
    ["trs", 1, 2],
    ["pca", 3, 1],
  ]);
});

test("all ratings equal: one class, score 0, no order", () => {
  const { topics, allTied } = rankTopics(roundOf({ a: "3/3 3/3 3/3 3/3 3/3", b: "3/3 3/3 3/3 3/3 3/3" }));
  expect(allTied).toBe(true);
  expect(rankTopics(roundOf({ a: "3/3 3/3 3/3 3/3 3/3", b: "4/3 3/3 3/3 3/3 3/3" })).allTied).toBe(false);
  expect(topics.map(({ rank, score, sharing }) => [rank.value, score.value, sharing])).toEqual([
    [1, 0, 2],
    [1, 0, 2],
  ]);
});

test("a topic that nobody rated has no figure, and says why", () => {
  const { topics } = rankTopics({ members: [{ member: "fji" }], topics: ["aeo"], ratings: [] });
  const none = { value: null, reason: "noRespondents" };
  expect(topics[0]).toMatchObject({ n: 0, silent: 1, coverage: 0, rank: none, score: none, quadrant: null });
});

test("an empty round gives an empty ranking", () => {
  expect(rankTopics({ members: [], topics: [], ratings: [] })).toMatchObject({
    topics: [],
    provenance: { n: 0, N: 0, coverage: null },
  });
});

test("every kind of missing answer is counted apart", () => {
  const topic = topicOf(
    {
      members: Array.from({ length: 12 }, (_, m) => ({ member: `m${m + 1}` })),
      topics: ["aeo", "other"],
      ratings: [
        ...pairs("aeo", "5/2 4/2 4/1 3/3 5/4 na dk -/2 4/na 3/dk"),
        // Whoever gave no pair at all is no respondent, so all rate the other topic; m11 only that.
        ...pairs("other", new Array(11).fill("3/3").join(" ")),
      ],
    },
    "aeo",
  );
  expect(topic).toMatchObject({
    n: 5,
    notApplicable: 1,
    dontKnow: 2,
    blank: 1,
    notApplicableOneScale: 1,
    notAsked: 1,
    silent: 1,
    coverage: 0.5,
  });
  expect(topic.flags).toContain("naOneScaleOnly");
});

test("not applicable for importance holds for both scales, whatever stands for capability", () => {
  const rows = pairs("aeo", "5/2 4/2 4/1 3/3 5/4");
  const withCode = (capability: number | "notApplicable") =>
    topicOf(
      {
        members: Array.from({ length: 6 }, (_, m) => ({ member: `m${m + 1}` })),
        topics: ["aeo"],
        ratings: [...rows, { member: "m6", topic: "aeo", importance: "notApplicable", capability }],
      },
      "aeo",
    );
  expect(withCode(4)).toEqual(withCode("notApplicable"));
  expect(withCode(4).notApplicable).toBe(1);
});

test("more than five places between the scores with and without 'not applicable' are flagged", () => {
  const rest = Array.from({ length: 7 }, (_, t) => [`t${t}`, `4/3 4/3 4/3 4/${3 - (t % 2)} 4/2 4/2 4/3 4/3 4/3 4/3`]);
  const input = roundOf({ islands: "5/1 5/1 5/1 5/1 5/2 na na na na na", ...Object.fromEntries(rest) });
  // Not applicable to half of the members: 19.2 over raters, 9.5 as headline, still far ahead.
  expect(topicOf(input, "islands").flags).toEqual([]);
  const weaker = roundOf({ islands: "4/2 4/2 4/2 4/2 4/2 na na na na na na", ...Object.fromEntries(rest) });
  const topic = topicOf(weaker, "islands");
  expect(topic.unadjustedRank).toEqual({ value: 1 });
  expect(topic.rank.value).toBeLessThanOrEqual(8);
  expect(topic.flags.includes("naMovesRank")).toBe((topic.rank.value ?? 0) > 6);
});

test("listing a topic first without rating it high is seen in the second column", () => {
  const topics = Object.fromEntries(
    Array.from({ length: 8 }, (_, t) => [`t${t}`, new Array(6).fill(`5/${1 + Math.floor(t / 2)}`).join(" ")]),
  );
  const input = roundOf(topics);
  const listed = {
    ...input,
    topFives: input.members.map(({ member }) => ({ member, topics: ["t7"] })),
  };
  const topic = topicOf(listed, "t7");
  expect(topic.borda).toMatchObject({ n: 6, mentions: 6, truncated: { value: 5 }, rank: { value: 1 }, differs: true });
});

test("truncated points give three names 5, 4 and 3, and averaged points share the rest", () => {
  const input: PriorityInput = {
    members: ["a", "b", "c"].map((member) => ({ member })),
    topics: ["t1", "t2", "t3", "t4", "t5", "t6", "t7"],
    ratings: [],
    topFives: [
      { member: "a", topics: ["t1", "t2", "t3"] },
      { member: "b", topics: ["t1", "t2", "t3", "t4", "t5"] },
      { member: "c", topics: ["t6"] },
    ],
  };
  expect(topicOf(input, "t1").borda).toMatchObject({
    mentions: 2,
    shareListing: { value: 2 / 3 },
    truncated: { value: 10 / 3 },
    // Places 1 and 1 of seven give 6 each; unlisted on c's list: (7 - 1 - 1) / 2.
    averaged: { value: (6 + 6 + 2.5) / 3 },
  });
  // Unlisted everywhere: (7-3-1)/2 + (7-5-1)/2 + (7-1-1)/2.
  expect(topicOf(input, "t7").borda).toMatchObject({ truncated: { value: 0 }, averaged: { value: 4.5 / 3 } });
});

test("importance-performance classes: a topic on a line counts as high", () => {
  const input = roundOf({
    high: "5/1 5/1 5/1 5/1 5/1",
    kept: "5/5 5/5 5/5 5/5 5/5",
    low: "1/1 1/1 1/1 1/1 1/1",
    done: "1/5 1/5 1/5 1/5 1/5",
    line: "3/3 3/3 3/3 3/3 3/3",
  });
  const classes = Object.fromEntries(rankTopics(input).topics.map(({ topic, quadrant }) => [topic, quadrant]));
  expect(classes).toEqual({
    high: "concentrateHere",
    kept: "keepUp",
    low: "lowPriority",
    done: "possibleOverkill",
    line: "keepUp",
  });
});
