import fc from "fast-check";
import { expect, test } from "vitest";
import { kendallTauB } from "~/analysis/priorities/kendall-tau-b";
import { methodsSideBySide } from "~/analysis/priorities/methods-side-by-side";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { PRIORITY_METHODS } from "~/analysis/priorities/priority-method";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { topOverlap } from "~/analysis/priorities/top-overlap";
import { arbitraryRound, roundOf } from "../../support/survey-answers";

/** Eight topics; t0 is rated highest by far but nobody lists it. */
function contested(strata?: readonly string[]): PriorityInput {
  const texts = Array.from({ length: 8 }, (_, t) => [
    `t${t}`,
    Array.from({ length: 6 }, () => (t === 0 ? "5/1" : `4/${t < 4 ? 2 : 3}`)).join(" "),
  ]);
  const input = roundOf(Object.fromEntries(texts));
  return {
    ...input,
    members: input.members.map(({ member }, m) => ({ member, stratum: strata?.[m] })),
    topFives: input.members.map(({ member }) => ({ member, topics: ["t7", "t6", "t5", "t4", "t3"] })),
  };
}

test("the worked example: first by ratings, last by lists, so its place depends on the method", () => {
  const { columns, ranges } = methodsSideBySide(buildRatingMatrix(contested()));
  expect(columns.map(({ method, weighting, reason }) => [method, weighting, reason])).toEqual([
    ["meanWeightedDiscrepancy", "raw", null],
    ["meanWeightedDiscrepancy", "postStratified", "notTested"],
    ["meanGap", "raw", null],
    ["meanGap", "postStratified", "notTested"],
    ["rankedDiscrepancy", "raw", null],
    ["rankedDiscrepancy", "postStratified", "notTested"],
    ["topFiveBorda", "raw", null],
    ["topFiveBorda", "postStratified", "notTested"],
  ]);
  expect(columns[0]?.ranks).toEqual([1, 2, 2, 2, 5, 5, 5, 5]);
  expect(columns[4]?.ranks).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  expect(columns[4]?.tauB).toEqual({ value: null, reason: "allTied" });
  expect(columns[6]?.ranks).toEqual([6, 6, 6, 5, 4, 3, 2, 1]);
  expect(ranges[0]).toEqual({ topic: "t0", best: 1, worst: 6, flags: [] });
  expect(ranges[7]).toEqual({ topic: "t7", best: 1, worst: 5, flags: [] });
});

test("more than five places between two ways of counting are flagged", () => {
  const input = contested();
  const lists = {
    ...input,
    topFives: input.members.map(({ member }) => ({ member, topics: ["t7", "t6", "t5", "t4", "t3"] })),
  };
  const more = {
    ...lists,
    topics: [...lists.topics, "t8"],
    ratings: [
      ...lists.ratings,
      ...lists.members.map(({ member }) => ({ member, topic: "t8", importance: 4, capability: 3 })),
    ],
    topFives: [...lists.topFives.slice(1), { member: "m1", topics: ["t8", "t7", "t6", "t5", "t4"] }],
  };
  const { ranges } = methodsSideBySide(buildRatingMatrix(more));
  // First by ratings, behind six listed topics by lists.
  expect(ranges[0]).toEqual({ topic: "t0", best: 1, worst: 7, flags: ["methodDependent"] });
});

test("with strata the weighted columns are there, unless nobody answered in one", () => {
  const strata = ["n", "n", "n", "s", "s", "s"];
  const { columns } = methodsSideBySide(buildRatingMatrix(contested(strata)));
  expect(columns.every(({ reason }) => reason === null)).toBe(true);
  const input = contested(strata);
  const silent = { ...input, members: [...input.members, { member: "silent", stratum: "islands" }] };
  const weighted = methodsSideBySide(buildRatingMatrix(silent)).columns.filter(
    ({ weighting }) => weighting === "postStratified",
  );
  expect(weighted.map(({ reason, tauB }) => [reason, tauB])).toEqual(
    new Array(4).fill(["emptyStratum", { value: null, reason: "emptyStratum" }]),
  );
});

test("with equal response in all strata weighting changes nothing", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 8, missing: false }), (input) => {
      const members = Array.from({ length: 8 }, (_, m) => ({
        member: `member-${m}`,
        stratum: m % 2 === 0 ? "north" : "south",
      }));
      const { columns } = methodsSideBySide(buildRatingMatrix({ ...input, members, topFives: [] }));
      for (const method of PRIORITY_METHODS) {
        const [raw, weighted] = columns.filter((column) => column.method === method);
        expect(weighted?.ranks).toEqual(raw?.ranks);
      }
    }),
  );
});

test("each column orders the topics as the ranking by that method does", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 5 }), (input) => {
      const { columns, topics, ranges } = methodsSideBySide(buildRatingMatrix(input));
      for (const method of ["meanWeightedDiscrepancy", "meanGap", "rankedDiscrepancy"] as const) {
        const places = new Map(rankTopics(input, { method }).topics.map(({ topic, rank }) => [topic, rank.value]));
        const column = columns.find((own) => own.method === method && own.weighting === "raw");
        expect(column?.ranks).toEqual(topics.map((topic) => places.get(topic)));
      }
      for (const [index, { best, worst }] of ranges.entries())
        for (const { ranks } of columns) {
          const rank = ranks[index] ?? null;
          if (rank !== null) expect(rank >= best && rank <= worst).toBe(true);
        }
    }),
  );
});

test("tau-b of an order with itself is exactly 1, with its reverse -1, whatever the ties", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 15 }), (ranks) => {
      const tau = kendallTauB(ranks, ranks);
      if (new Set(ranks).size === 1) expect(tau).toEqual({ value: null, reason: "allTied" });
      else {
        expect(tau).toEqual({ value: 1 });
        expect(
          kendallTauB(
            ranks,
            ranks.map((rank) => -rank),
          ),
        ).toEqual({ value: -1 });
      }
    }),
  );
});

test("tau-b leaves out what has no place on either side, and refuses what cannot be compared", () => {
  expect(kendallTauB([1, null, 2, 3], [1, 2, null, 3])).toEqual({ value: 1 });
  expect(kendallTauB([1, null], [null, 1])).toEqual({ value: null, reason: "tooFewItems" });
  expect(() => kendallTauB([1], [1, 2])).toThrow(RangeError);
  expect(() => kendallTauB([Number.NaN, 1], [1, 2])).toThrow(RangeError);
});

test("the overlap counts ties at the last place on both sides", () => {
  expect(topOverlap([1, 2, 2, 4], [1, 2, 3, 4], 2)).toEqual({ shared: 2, jaccard: 2 / 3 });
  expect(topOverlap([null, 1], [1, null], 5)).toEqual({ shared: 0, jaccard: 0 });
  expect(topOverlap([], [], 10)).toEqual({ shared: 0, jaccard: 1 });
});
