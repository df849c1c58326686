import fc from "fast-check";
import { expect, test } from "vitest";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { PRIORITY_METHODS } from "~/analysis/priorities/priority-method";
import { rankTally, rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { topFiveBorda } from "~/analysis/priorities/top-five-borda";
import { createTopicTally } from "~/analysis/priorities/topic-tally";
import { arbitraryRound } from "../../support/survey-answers";

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

test("counting members one by one, without keeping them, gives the same ranking", () => {
  fc.assert(
    fc.property(rounds, (input) => {
      const matrix = buildRatingMatrix(input);
      const k = matrix.topics.length;
      const tally = createTopicTally(k);
      // From the last to the first, each in arrays of its own.
      for (let row = matrix.respondents.length - 1; row >= 0; row -= 1)
        tally.add(matrix.importance.slice(row * k, (row + 1) * k), matrix.capability.slice(row * k, (row + 1) * k));
      const ranking = rankTally(tally, topFiveBorda(matrix), matrix, matrix.respondents.length);
      expect(JSON.stringify(ranking)).toBe(JSON.stringify(rankTopics(input)));
    }),
  );
});
