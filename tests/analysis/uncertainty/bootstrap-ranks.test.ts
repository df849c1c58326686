import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "~/analysis/numeric/random";
import { methodsSideBySide } from "~/analysis/priorities/methods-side-by-side";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { bootstrapRanks } from "~/analysis/uncertainty/bootstrap-ranks";
import { arbitraryRound } from "../../support/survey-answers";
import { plainBootstrap } from "./plain-bootstrap";

/** `answered` of `asked` members rate ten topics; topic 0 is the greatest need, topic 9 the least. */
function round({ answered = 20, asked = 30, topics = 10, seed = 5 } = {}): PriorityInput {
  const random = createRandom(seed);
  return {
    members: Array.from({ length: asked }, (_, m) => ({ member: `m${m}`, stratum: m % 3 === 0 ? "north" : "south" })),
    topics: Array.from({ length: topics }, (_, t) => `t${t}`),
    ratings: Array.from({ length: answered * topics }, (_, cell) => ({
      member: `m${Math.floor(cell / topics)}`,
      topic: `t${cell % topics}`,
      importance: 3 + random.integer(3),
      capability: 1 + Math.min(4, random.integer(3) + Math.floor((cell % topics) / 4)),
    })),
  };
}

function uncertaintyOf(input: PriorityInput, options: Partial<Parameters<typeof bootstrapRanks>[1]> = {}) {
  return bootstrapRanks(buildRatingMatrix(input), { seed: 1, replicates: 500, ...options });
}

test("every place lies with its interval inside the number of topics, and the published order is that of the ranking", () => {
  const input = round();
  const ranking = new Map(rankTopics(input).topics.map(({ topic, rank, score }) => [topic, { rank, score }]));
  const { topics, replicates, complete } = uncertaintyOf(input);
  expect(replicates).toBe(500);
  expect(complete).toBe(true);
  for (const { topic, rank, score, withCorrection } of topics) {
    expect(ranking.get(topic)).toEqual({ rank: { value: rank }, score: { value: score } });
    expect(withCorrection?.low).toBeGreaterThanOrEqual(1);
    expect(withCorrection?.median).toBeGreaterThanOrEqual(withCorrection?.low ?? 0);
    expect(withCorrection?.high).toBeGreaterThanOrEqual(withCorrection?.median ?? 0);
    expect(withCorrection?.high).toBeLessThanOrEqual(10);
  }
});

test("the interval is narrower with the finite-population correction than without", () => {
  const { topics } = uncertaintyOf(round({ answered: 25, asked: 28 }));
  const width = (view: "withCorrection" | "withoutCorrection") =>
    topics.reduce((sum, topic) => sum + (topic[view]?.high ?? 0) - (topic[view]?.low ?? 0), 0);
  expect(width("withCorrection")).toBeLessThan(width("withoutCorrection") / 1.5);
});

test("if all members answered, chances are 0 or 1 and the round is called a census", () => {
  const { topics, census } = uncertaintyOf(round({ answered: 20, asked: 20, topics: 14 }));
  expect(census).toBe(true);
  for (const { withCorrection, withoutCorrection, fraction, rank, band } of topics) {
    expect(fraction).toBe(1);
    expect(withCorrection).toBeNull();
    expect(withoutCorrection).not.toBeNull();
    expect(band === "smallChance").toBe((rank ?? 0) > 10);
  }
});

test("a topic that half of the members rated is no census because all members replied", () => {
  const input = round({ answered: 20, asked: 20 });
  const half = {
    ...input,
    ratings: input.ratings.map((row) =>
      row.topic === "t3" && Number(row.member.slice(1)) >= 10 ? { ...row, importance: "dontKnow" as const } : row,
    ),
  };
  const { topics, census } = uncertaintyOf(half);
  expect(census).toBe(false);
  expect(topics.map(({ fraction }) => fraction)).toEqual([1, 1, 1, 0.5, 1, 1, 1, 1, 1, 1]);
});

test("seven respondents are not resampled", () => {
  const result = uncertaintyOf(round({ answered: 7 }));
  expect(result.reason).toBe("tooFewAnswers");
  expect(result.topics).toEqual([]);
});

test("the same seed gives the same bytes in whatever order the answers come, another seed others", () => {
  const input = round();
  const backwards = {
    members: [...input.members].reverse(),
    topics: [...input.topics].reverse(),
    ratings: [...input.ratings].reverse(),
  };
  const bytes = JSON.stringify(uncertaintyOf(input));
  expect(JSON.stringify(uncertaintyOf(backwards))).toBe(bytes);
  expect(JSON.stringify(uncertaintyOf(input, { seed: 2 }))).not.toBe(bytes);
});

test("draws above, below and tied make up all draws of a pair", () => {
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 10, minTopics: 2, maxTopics: 5 }), (input) => {
      const { drawsAbove, replicates } = uncertaintyOf(input, { replicates: 50 });
      drawsAbove.forEach((row, i) => {
        row.forEach((above, j) => {
          expect(above + (drawsAbove[j]?.[i] ?? 0)).toBeLessThanOrEqual(replicates);
        });
        expect(row[i]).toBe(0);
      });
    }),
    { numRuns: 50 },
  );
});

test("a stopped calculation returns what it has and says that it is not complete", () => {
  let asked = 0;
  const result = uncertaintyOf(round(), { replicates: 5000, shouldStop: () => ++asked > 2 });
  expect(result.complete).toBe(false);
  expect(result.replicates).toBe(500);
  expect(result.topics[0]?.withCorrection?.draws).toBe(500);
});

test("a sub-region in which nobody answered allows no weighted figure", () => {
  const input = round({ answered: 20, asked: 20 });
  const members = [...input.members, { member: "silent", stratum: "islands" }];
  expect(uncertaintyOf({ ...input, members }, { stratified: true }).reason).toBe("emptyStratum");
  expect(uncertaintyOf({ ...input, members }).reason).toBeNull();
});

test("replicates, confidence and seed out of range are the caller's mistake", () => {
  for (const options of [
    { replicates: 0 },
    { replicates: 1.5 },
    { confidence: 1 },
    { confidence: Number.NaN },
    { seed: -1 },
  ])
    expect(() => uncertaintyOf(round(), options)).toThrow(RangeError);
});

test("stratified, places follow the post-stratified scores, and a sub-region of one is merged and flagged", () => {
  const input = round({ answered: 20, asked: 30 });
  const plain = uncertaintyOf(input, { stratified: true });
  expect(plain.flags).toEqual([]);
  expect(plain.provenance.parameters).toMatchObject({ stratified: true });
  const weighted = methodsSideBySide(buildRatingMatrix(input)).columns[1]?.ranks;
  expect(plain.topics.map(({ rank }) => rank)).toEqual(weighted);
  // Only m0 of the far north answered.
  const members = input.members.map(({ member }) => ({
    member,
    stratum: member === "m0" || member === "m29" ? "far-north" : Number(member.slice(1)) % 3 === 0 ? "north" : "south",
  }));
  const merged = uncertaintyOf({ ...input, members }, { stratified: true });
  expect(merged.flags).toEqual(["mergedStratum"]);
  expect(merged.topics[0]?.withCorrection?.draws).toBe(500);
});

test("by lists the places are those of the points, resampled by list", () => {
  const input = round({ answered: 20, asked: 30 });
  const lists = {
    ...input,
    topFives: input.members.slice(0, 12).map(({ member }, m) => ({ member, topics: ["t9", `t${m % 5}`] })),
  };
  const result = uncertaintyOf(lists, { method: "topFiveBorda" });
  expect(result.provenance.n).toBe(12);
  const leading = result.topics.find(({ topic }) => topic === "t9");
  expect(leading).toMatchObject({ rank: 1, score: 5, fraction: 0.4, band: "clear" });
  expect(leading?.withCorrection).toEqual({ low: 1, high: 1, median: 1, topFive: 1, topTen: 1, draws: 500 });
});

test("intervals and chances are those of the formula written out plainly, with missing answers", () => {
  let compared = 0;
  fc.assert(
    fc.property(
      arbitraryRound({ minMembers: 9, maxMembers: 12, minTopics: 3, maxTopics: 12 }),
      fc.nat(),
      (input, seed) => {
        const matrix = buildRatingMatrix({ ...input, topFives: [] });
        const result = bootstrapRanks(matrix, { seed, replicates: 40, pairs: false });
        // The plain version knows neither refusals nor topics without a place.
        if (result.reason || result.topics.length < matrix.topics.length || result.census) return;
        compared += 1;
        const plain = plainBootstrap(matrix, 40, seed);
        result.topics.forEach(({ withCorrection, withoutCorrection }, topic) => {
          expect(withCorrection).toEqual(viewOf(plain.corrected.flatMap((ranks) => ranks[topic] ?? [])));
          expect(withoutCorrection).toEqual(viewOf(plain.uncorrected.flatMap((ranks) => ranks[topic] ?? [])));
        });
      },
    ),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(75);
});

function viewOf(ranks: readonly number[]) {
  const sorted = [...ranks].sort((a, b) => a - b);
  const quantile = (p: number) => sorted[Math.ceil(p * sorted.length - 1e-9) - 1];
  return {
    low: quantile(0.05),
    high: quantile(0.95),
    median: quantile(0.5),
    topFive: sorted.filter((rank) => rank <= 5).length / sorted.length,
    topTen: sorted.filter((rank) => rank <= 10).length / sorted.length,
    draws: sorted.length,
  };
}
