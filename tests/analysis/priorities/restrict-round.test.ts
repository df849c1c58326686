import { expect, test } from "vitest";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { restrictRound } from "~/analysis/priorities/restrict-round";
import { roundOf } from "../../support/survey-answers";

test("a group is ranked by its own answers, of its own members", () => {
  const input = {
    ...roundOf({ a: "5/1 5/1 5/1 5/1 5/1 1/5 1/5", b: "3/3 3/3 3/3 3/3 3/3 5/1 5/1" }, { asked: 9 }),
    topFives: [
      { member: "m1", topics: ["a"] },
      { member: "m6", topics: ["b"] },
    ],
  };
  const group = restrictRound(input, (member) => ["m1", "m2", "m3", "m4", "m5", "m9"].includes(member));
  const { topics, provenance, lists } = rankTopics(group);
  expect(provenance).toMatchObject({ n: 5, N: 6 });
  expect(topics.map(({ topic, score }) => [topic, score.value])).toEqual([
    ["a", 20],
    ["b", 0],
  ]);
  expect(lists).toBe(1);
});
