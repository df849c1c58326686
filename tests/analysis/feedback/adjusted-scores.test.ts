import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustedScores } from "~/analysis/feedback/adjusted-scores";
import type { PairedRating } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";

const rating = (member: string, topic: string, importance: PairedRating["importance"], capability: number) => ({
  member,
  topic,
  importance,
  capability,
});
const two = [
  rating("fiji", "aeo", 5, 1),
  rating("nepal", "aeo", 5, 3),
  rating("fiji", "audit", 4, 1),
  rating("nepal", "audit", 4, 1),
];

test("half of one member's gap of four takes a third off the topic's, and the other topic overtakes", () => {
  const scores = adjustedScores(["aeo", "audit"], two, [{ member: "fiji", topic: "aeo", factor: 0.5 }]);
  expect(scores).toEqual([
    { topic: "aeo", n: 2, lowered: 1, surveyed: 15, adjusted: 10, surveyedRank: 1, adjustedRank: 2 },
    { topic: "audit", n: 2, lowered: 0, surveyed: 12, adjusted: 12, surveyedRank: 2, adjustedRank: 1 },
  ]);
});

test("a member that can do more than it needs is not made to need more", () => {
  const scores = adjustedScores(
    ["aeo"],
    [rating("fiji", "aeo", 2, 4)],
    [{ member: "fiji", topic: "aeo", factor: 0.5 }],
  );
  expect(scores[0]).toMatchObject({ lowered: 0, surveyed: -4, adjusted: -4 });
});

test("without a pair there is no score and no place", () => {
  expect(adjustedScores(["aeo"], [rating("fiji", "aeo", "notApplicable", 3)], [])[0]).toMatchObject({
    n: 0,
    surveyed: null,
    adjusted: null,
    adjustedRank: null,
  });
});

const step = fc.integer({ min: 1, max: 5 });

test("without adjustments every score is the ranking's own", () => {
  const members = ["a", "b", "c", "d"];
  fc.assert(
    fc.property(fc.array(fc.tuple(step, step, fc.boolean()), { minLength: 8, maxLength: 8 }), (drawn) => {
      const ratings = drawn.map(
        ([importance, capability, none], at): PairedRating => ({
          member: members[at % 4] ?? "",
          topic: at < 4 ? "aeo" : "audit",
          importance: none ? "notApplicable" : importance,
          capability,
        }),
      );
      const ranked = rankTopics({ members: members.map((member) => ({ member })), topics: ["aeo", "audit"], ratings });
      for (const { topic, surveyed, adjusted } of adjustedScores(["aeo", "audit"], ratings, [])) {
        expect(adjusted).toBe(surveyed);
        const own = ranked.topics.find((one) => one.topic === topic)?.score.value ?? null;
        if (own !== null) expect(surveyed).toBeCloseTo(own, 12);
      }
    }),
  );
});

test("no adjustment raises a score", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, step, fc.double({ min: 0.5, max: 1, noNaN: true })), { minLength: 1 }),
      (drawn) => {
        const ratings = drawn.map(([importance, capability], at) => rating(`m${at}`, "aeo", importance, capability));
        const needs = drawn.map(([, , factor], at) => ({ member: `m${at}`, topic: "aeo", factor }));
        const [score] = adjustedScores(["aeo"], ratings, needs);
        expect(score?.adjusted ?? 0).toBeLessThanOrEqual((score?.surveyed ?? 0) + 1e-9);
      },
    ),
  );
});
