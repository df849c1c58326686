import fc from "fast-check";
import { expect, test } from "vitest";
import { adjustedScores } from "~/analysis/feedback/adjusted-scores";
import type { PairedRating } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import type { Figure } from "~/analysis/result";

const rating = (member: string, topic: string, importance: PairedRating["importance"], capability: number) => ({
  member,
  topic,
  importance,
  capability,
});
const five = ["fiji", "nepal", "samoa", "tonga", "tuvalu"];
const rated = [
  ...five.map((member, at) => rating(member, "aeo", 5, at === 0 ? 1 : 3)),
  ...five.map((member, at) => rating(member, "audit", 4, at === 0 ? 2 : 1)),
];
const halved = [{ member: "fiji", topic: "aeo", factor: 0.5 }];

test("half of one member's gap of four takes a sixth off the topic's score, and the other topic overtakes", () => {
  const { topics } = adjustedScores(["aeo", "audit"], rated, halved);
  expect(topics).toEqual([
    {
      topic: "aeo",
      n: 5,
      lowered: 1,
      surveyed: { value: 12 },
      adjusted: { value: 10 },
      surveyedRank: { value: 1 },
      adjustedRank: { value: 2 },
    },
    {
      topic: "audit",
      n: 5,
      lowered: 0,
      surveyed: { value: 11.2 },
      adjusted: { value: 11.2 },
      surveyedRank: { value: 2 },
      adjustedRank: { value: 1 },
    },
  ]);
});

test("a member that can do more than it needs is not made to need more", () => {
  const more = five.map((member) => rating(member, "aeo", 2, 4));
  expect(adjustedScores(["aeo"], more, halved).topics[0]).toMatchObject({
    lowered: 0,
    surveyed: { value: -4 },
    adjusted: { value: -4 },
  });
});

test.each([
  [0, "noRespondents", "noRespondents"],
  [1, "oneRespondent", "oneRespondent"],
  [2, "tooFewAnswers", "tooFewAnswers"],
  [4, null, "tooFewAnswers"],
  [5, null, null],
])("with %i members the score's reason is %s and the place's %s, as in the ranking", (n, noScore, noRank) => {
  const ratings = five.map((member, at) => rating(member, "aeo", at < n ? 5 : "notApplicable", 3));
  const [own] = adjustedScores(["aeo"], ratings, halved).topics;
  const members = five.map((member) => ({ member }));
  const ranked = rankTopics({ members, topics: ["aeo"], ratings }).topics[0];
  const reasonOf = (figure: Figure | undefined) => (figure?.value === null ? figure.reason : null);
  expect([own?.surveyed, own?.adjusted].map(reasonOf)).toEqual([noScore, noScore]);
  expect([own?.surveyedRank, own?.adjustedRank].map(reasonOf)).toEqual([noRank, noRank]);
  expect([ranked?.score, ranked?.rank].map(reasonOf)).toEqual([noScore, noRank]);
});

test("the result says on how many members it rests", () => {
  const one = [...rated, rating("vanuatu", "audit", "notApplicable", 2)];
  expect(adjustedScores(["aeo", "audit"], one, halved).provenance).toMatchObject({ n: 5, N: 6, coverage: 5 / 6 });
  expect(adjustedScores(["aeo"], [], []).provenance).toMatchObject({ n: 0, N: 0, coverage: null });
});

test("the order of ratings and needs changes no digit", () => {
  const ratings = five.map((member, at) => rating(member, "aeo", 5, 1 + (at % 3)));
  const needs = five.map((member, at) => ({ member, topic: "aeo", factor: [0.1, 0.2, 0.3, 0.7, 0.9][at] ?? 1 }));
  const expected = JSON.stringify(adjustedScores(["aeo"], ratings, needs));
  fc.assert(
    fc.property(
      fc.shuffledSubarray(ratings, { minLength: 5 }),
      fc.shuffledSubarray(needs, { minLength: 5 }),
      (shuffled, mixed) => {
        expect(JSON.stringify(adjustedScores(["aeo"], shuffled, mixed))).toBe(expected);
      },
    ),
  );
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
      for (const { topic, surveyed, adjusted } of adjustedScores(["aeo", "audit"], ratings, []).topics) {
        expect(adjusted).toEqual(surveyed);
        const own = ranked.topics.find((one) => one.topic === topic)?.score.value ?? null;
        if (own === null) expect(surveyed.value).toBeNull();
        else expect(surveyed.value).toBeCloseTo(own, 12);
      }
    }),
  );
});

test("no adjustment raises a score", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(step, step, fc.double({ min: 0.5, max: 1, noNaN: true })), { minLength: 3 }),
      (drawn) => {
        const ratings = drawn.map(([importance, capability], at) => rating(`m${at}`, "aeo", importance, capability));
        const needs = drawn.map(([, , factor], at) => ({ member: `m${at}`, topic: "aeo", factor }));
        const [score] = adjustedScores(["aeo"], ratings, needs).topics;
        expect(score?.adjusted.value ?? Number.NaN).toBeLessThanOrEqual((score?.surveyed.value ?? Number.NaN) + 1e-9);
      },
    ),
  );
});
