import { expect, test } from "vitest";
import { createRandom } from "~/analysis/numeric/random";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { bootstrapRanks } from "~/analysis/uncertainty/bootstrap-ranks";
import { scoreReplicates } from "~/analysis/uncertainty/score-replicates";

/** Members of an island region, of whom some answer; the first topic is the greatest need. */
function matrix(answered: number, asked: number) {
  const random = createRandom(11);
  return buildRatingMatrix({
    members: Array.from({ length: asked }, (_, m) => ({ member: `m${m}`, stratum: "islands" })),
    topics: ["t0", "t1", "t2"],
    ratings: Array.from({ length: answered * 3 }, (_, cell) => ({
      member: `m${Math.floor(cell / 3)}`,
      topic: `t${cell % 3}`,
      importance: 3 + random.integer(3),
      capability: 1 + random.integer(2) + (cell % 3),
    })),
  });
}

test("the ranks of the resamples are those that the bootstrap counts from the same seed", () => {
  const rated = matrix(12, 20);
  const drawn = scoreReplicates(rated, { seed: 3, replicates: 40 });
  const { topics } = bootstrapRanks(rated, { seed: 3, replicates: 40 });
  expect(drawn).toHaveLength(40);
  for (const { topic, withCorrection } of topics) {
    const ranks = drawn.map((scores) => {
      const own = scores.get(topic) ?? 0;
      return 1 + [...scores.values()].filter((score) => (score ?? 0) > own).length;
    });
    const sorted = [...ranks].sort((a, b) => a - b);
    expect(sorted[Math.ceil(0.5 * 40) - 1]).toBe(withCorrection?.median);
  }
});

test("if all members answered, no resample differs from the answers; below eight nothing is drawn", () => {
  const scores = scoreReplicates(matrix(10, 10), { seed: 3, replicates: 5 }).map((each) => [...each]);
  expect(new Set(scores.map((each) => JSON.stringify(each.map(([id, score]) => [id, score?.toFixed(9)])))).size).toBe(
    1,
  );
  expect(scoreReplicates(matrix(7, 10), { seed: 3, replicates: 5 })).toEqual([]);
  expect(() => scoreReplicates(matrix(8, 10), { seed: 3, replicates: -1 })).toThrow(RangeError);
});
