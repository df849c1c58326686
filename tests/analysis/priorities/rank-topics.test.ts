import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { PRIORITY_METHODS } from "~/analysis/priorities/priority-method";
import { rankTopics, type TopicPriority } from "~/analysis/priorities/rank-topics";
import { arbitraryRound, pairs, roundOf } from "../../support/survey-answers";

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
  const { topics } = rankTopics(roundOf({ a: "3/3 3/3 3/3 3/3 3/3", b: "3/3 3/3 3/3 3/3 3/3" }));
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

describe("hostile input", () => {
  const member = (id: string) => ({ member: id });
  const rate = (importance: number): PriorityInput => ({
    members: [member("m")],
    topics: ["t"],
    ratings: [{ member: "m", topic: "t", importance, capability: 3 }],
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 6, 2.5, 1e15, -1, 5e-324])(
    "rating %d is refused",
    (rating) => {
      expect(() => rankTopics(rate(rating))).toThrow(RangeError);
    },
  );

  test("unknown members and topics, doubles, and members without a stratum among others are refused", () => {
    const base = rate(3);
    const rating = base.ratings[0];
    if (!rating) throw new Error("no rating");
    const wrong: PriorityInput[] = [
      { ...base, ratings: [{ ...rating, member: "other" }] },
      { ...base, ratings: [{ ...rating, topic: "other" }] },
      { ...base, ratings: [rating, rating] },
      { ...base, members: [member("m"), member("m")] },
      { ...base, topics: ["t", "t"] },
      { ...base, members: [member("m"), { member: "n", stratum: "north" }] },
      { ...base, topFives: [{ member: "m", topics: ["t", "t"] }] },
      { ...base, topFives: [{ member: "m", topics: ["other"] }] },
      {
        ...base,
        topFives: [
          { member: "m", topics: ["t"] },
          { member: "m", topics: ["t"] },
        ],
      },
      {
        ...base,
        topics: ["t", "a", "b", "c", "d", "e"],
        topFives: [{ member: "m", topics: ["t", "a", "b", "c", "d", "e"] }],
      },
    ];
    for (const input of wrong) expect(() => rankTopics(input)).toThrow(RangeError);
  });

  test("ids may be prefixes of each other and contain any character", () => {
    const ids = ["a", "a/b", "a\u0000", "__proto__", "constructor", "", " ", "\u00e9", "e\u0301", "\u{1d11e}", "a,b"];
    const input: PriorityInput = {
      members: ids.map(member),
      topics: ids,
      ratings: ids.flatMap((topic, t) =>
        ids.map((id, m) => ({ member: id, topic, importance: 1 + ((t + m) % 5), capability: 1 + ((t * m) % 5) })),
      ),
    };
    const plain = rankTopics({
      members: ids.map((_, m) => member(`m${m}`)),
      topics: ids.map((_, t) => `t${t}`),
      ratings: input.ratings.map(({ member: m, topic: t, importance, capability }) => ({
        member: `m${ids.indexOf(m)}`,
        topic: `t${ids.indexOf(t)}`,
        importance,
        capability,
      })),
    });
    const scores = new Map(plain.topics.map(({ topic, score, rank }) => [topic, { score, rank }]));
    for (const { topic, score, rank } of rankTopics(input).topics)
      expect({ score, rank }).toEqual(scores.get(`t${ids.indexOf(topic)}`));
  });
});

describe("laws", () => {
  const rounds = arbitraryRound({ minMembers: 0, maxMembers: 9 });

  test("the order of the input changes not one byte", () => {
    fc.assert(
      fc.property(rounds, fc.infiniteStream(fc.nat()), (input, order) => {
        const shuffled = <Item>(items: readonly Item[]) =>
          items
            .map((item) => ({ item, key: order.next().value }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const other = {
          members: shuffled(input.members),
          topics: shuffled(input.topics),
          ratings: shuffled(input.ratings),
          topFives: shuffled(input.topFives ?? []),
        };
        expect(JSON.stringify(rankTopics(other))).toBe(JSON.stringify(rankTopics(input)));
      }),
    );
  });

  test("renaming members and topics changes nothing but the names", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        const renamed = (id: string) => [...id].reverse().join("");
        const other = rankTopics({
          members: input.members.map(({ member }) => ({ member: renamed(member) })),
          topics: input.topics.map(renamed),
          ratings: input.ratings.map((row) => ({ ...row, member: renamed(row.member), topic: renamed(row.topic) })),
          topFives: (input.topFives ?? []).map((list) => ({
            member: renamed(list.member),
            topics: list.topics.map(renamed),
          })),
        });
        const found = new Map(other.topics.map((topic) => [topic.topic, topic]));
        for (const topic of rankTopics(input).topics) {
          const same = found.get(renamed(topic.topic));
          expect({ ...same, topic: "", borda: { ...same?.borda, topic: "" } }).toEqual({
            ...topic,
            topic: "",
            borda: { ...topic.borda, topic: "" },
          });
        }
      }),
    );
  });

  test("doubling all members keeps the scores of those that had one, by all methods", () => {
    fc.assert(
      fc.property(rounds, fc.constantFrom(...PRIORITY_METHODS), (input, method) => {
        const twin = (member: string) => `${member}-twin`;
        const doubled = {
          members: input.members.flatMap((own) => [own, { member: twin(own.member) }]),
          topics: input.topics,
          ratings: input.ratings.flatMap((row) => [row, { ...row, member: twin(row.member) }]),
          topFives: (input.topFives ?? []).flatMap((list) => [list, { ...list, member: twin(list.member) }]),
        };
        const after = new Map(rankTopics(doubled, { method }).topics.map(({ topic, score }) => [topic, score.value]));
        for (const { topic, score } of rankTopics(input, { method }).topics)
          if (score.value !== null) expect(after.get(topic)).toBeCloseTo(score.value, 10);
      }),
    );
  });

  test("one more member that rates everything 3 and 3 moves all gaps towards 0 by 1/(n+1)", () => {
    fc.assert(
      fc.property(arbitraryRound({ minMembers: 3, missing: false }), (input) => {
        const n = new Set(input.ratings.map(({ member }) => member)).size;
        const more = {
          ...input,
          members: [...input.members, { member: "straight" }],
          ratings: [
            ...input.ratings,
            ...input.topics.map((topic) => ({ member: "straight", topic, importance: 3, capability: 3 })),
          ],
        };
        const after = new Map(rankTopics(more).topics.map(({ topic, gap }) => [topic, gap.score.value ?? Number.NaN]));
        for (const { topic, gap } of rankTopics(input).topics)
          expect(after.get(topic)).toBeCloseTo(((gap.score.value ?? Number.NaN) * n) / (n + 1), 10);
      }),
    );
  });

  test("raising one capability never raises that topic's place", () => {
    fc.assert(
      fc.property(
        arbitraryRound({ minMembers: 5 }),
        fc.nat(),
        fc.constantFrom("meanWeightedDiscrepancy", "meanGap", "rankedDiscrepancy"),
        (input, pick, method) => {
          const chosen = input.ratings[pick % input.ratings.length];
          if (!chosen || typeof chosen.capability !== "number" || chosen.capability === 5) return;
          const higher = chosen.capability + 1;
          const raised = {
            ...input,
            ratings: input.ratings.map((row) => (row === chosen ? { ...row, capability: higher } : row)),
          };
          const rankOf = (round: PriorityInput) =>
            rankTopics(round, { method }).topics.find(({ topic }) => topic === chosen.topic)?.rank.value ?? null;
          const before = rankOf(input);
          if (before !== null) expect(rankOf(raised)).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test("the score is mean importance times mean gap times the share it applies to", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        for (const { importance, gap, score, n, notApplicable } of rankTopics(input).topics)
          if (score.value !== null && importance.mean.value !== null && gap.unadjusted.value !== null) {
            const product = (importance.mean.value * gap.unadjusted.value * n) / (n + notApplicable);
            expect(score.value).toBeCloseTo(product, 10);
            expect(score.value).toBeGreaterThanOrEqual(-6.25 - 1e-12);
            expect(score.value).toBeLessThanOrEqual(20);
          }
      }),
    );
  });

  test("n and all kinds of missing answers add up to the members asked", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        for (const topic of rankTopics(input).topics)
          expect(
            topic.n +
              topic.notApplicable +
              topic.dontKnow +
              topic.blank +
              topic.notApplicableOneScale +
              topic.notAsked +
              topic.silent,
          ).toBe(input.members.length);
      }),
    );
  });

  test("fewer than three raters no score, fewer than five no place, and never a NaN", () => {
    fc.assert(
      fc.property(rounds, (input) => {
        const ranking = rankTopics(input);
        for (const { n, score, rank } of ranking.topics) {
          expect(score.value === null).toBe(n < 3);
          expect(rank.value === null).toBe(n < 5);
        }
        // JSON writes NaN and infinities as null without a reason.
        expect(JSON.parse(JSON.stringify(ranking))).toEqual(ranking);
      }),
    );
  });
});
