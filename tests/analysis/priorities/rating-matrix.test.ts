import { expect, test } from "vitest";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";

const member = (id: string) => ({ member: id });
const rate = (importance: number): PriorityInput => ({
  members: [member("m")],
  topics: ["t"],
  ratings: [{ member: "m", topic: "t", importance, capability: 3 }],
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, -0, 0, 6, 2.5, 1e15, -1, 5e-324])("rating %d is refused", (rating) => {
  expect(() => rankTopics(rate(rating))).toThrow(RangeError);
});

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
