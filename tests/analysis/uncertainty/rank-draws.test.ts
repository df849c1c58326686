import fc from "fast-check";
import { expect, test } from "vitest";
import { competitionRanks } from "~/analysis/numeric/competition-ranks";
import { bandOf } from "~/analysis/uncertainty/bands";
import { correctScores } from "~/analysis/uncertainty/corrected-scores";
import { createRankDraws } from "~/analysis/uncertainty/rank-draws";

/** Draws of few different scores, so that ties abound; NaN is no score. */
const draws = fc.integer({ min: 1, max: 7 }).chain((k) =>
  fc.array(
    fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.integer({ min: -2, max: 2 }) },
        { weight: 1, arbitrary: fc.constant(Number.NaN) },
      ),
      {
        minLength: k,
        maxLength: k,
      },
    ),
    { minLength: 1, maxLength: 12 },
  ),
);

test("counts are those of ranking every draw by itself", () => {
  fc.assert(
    fc.property(draws, (given) => {
      const k = given[0]?.length ?? 0;
      const published = Array.from({ length: k }, (_, t) => t / 2);
      const counts = createRankDraws(published, { pairs: true });
      for (const scores of given) counts.add(Float64Array.from(scores));
      const ranked = given.map((scores) =>
        competitionRanks(scores.map((score) => (Number.isNaN(score) ? null : score))),
      );
      for (let topic = 0; topic < k; topic += 1) {
        const own = ranked.flatMap((ranks) => ranks[topic] ?? []);
        expect(counts.drawn(topic)).toBe(own.length);
        for (const within of [1, 2, 5, 10])
          expect(counts.within(topic, within)).toBe(own.filter((rank) => rank <= within).length);
        if (own.length > 0) {
          const sorted = [...own].sort((a, b) => a - b);
          for (const p of [0.05, 0.5, 0.95])
            expect(counts.quantile(topic, p)).toBe(sorted[Math.ceil(p * own.length) - 1]);
        }
        for (let other = 0; other < k; other += 1) {
          const above = ranked.filter((ranks) => {
            const [a, b] = [ranks[topic] ?? null, ranks[other] ?? null];
            return a !== null && b !== null && a < b;
          });
          expect(counts.above(topic, other)).toBe(above.length);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("the bias of a place is the mean excess of whoever stands there; a tie stands at all its places", () => {
  const counts = createRankDraws([3, 2, 1], { bias: true });
  counts.add(Float64Array.from([5, 4, 1])); // a +2, b +2, c 0
  counts.add(Float64Array.from([3, 3, 9])); // c +8, then a 0 and b +1 tied
  expect(counts.placeBias()).toEqual([(2 + 8) / 2, (2 + 0.5) / 2, (0 + 0.5) / 2]);
});

test("the worked example of corrected scores: each loses the bias of its place, a tie the mean of its places", () => {
  const corrected = correctScores(["a", "b", "c", "d"], [9, 7, 7, null], [1, 2, 2, null], [0.5, 0.2, 0.1]);
  expect(corrected.map(({ topic, rank, published }) => [topic, rank, published])).toEqual([
    ["a", 1, 9],
    ["b", 2, 7],
    ["c", 2, 7],
  ]);
  expect(corrected.map(({ corrected: value }) => value)).toEqual([8.5, expect.closeTo(6.85), expect.closeTo(6.85)]);
});

test("only the first ten places are corrected", () => {
  const topics = Array.from({ length: 14 }, (_, t) => `t${t}`);
  const ranks = topics.map((_, t) => t + 1);
  expect(correctScores(topics, ranks, ranks, ranks)).toHaveLength(10);
});

test("bands: clear needs .90 in both views, the others follow the corrected one", () => {
  expect(bandOf(0.9, 0.9)).toBe("clear");
  expect(bandOf(1, 0.89)).toBe("likely");
  expect(bandOf(0.89, 0.95)).toBe("likely");
  expect(bandOf(0.5, 0)).toBe("likely");
  expect(bandOf(0.499, 1)).toBe("possible");
  expect(bandOf(0.1, 0)).toBe("possible");
  expect(bandOf(0.099, 1)).toBe("smallChance");
});
