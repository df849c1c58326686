import fc from "fast-check";
import { expect, test } from "vitest";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import type { PriorityMethod } from "~/analysis/priorities/priority-method";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { scoreChannels } from "~/analysis/priorities/score-channels";
import { createRaoWuScorer } from "~/analysis/uncertainty/rao-wu-scorer";
import { resamplingStrata, singleStratum } from "~/analysis/uncertainty/resampling-strata";
import { arbitraryRound } from "../../support/survey-answers";

/** Every way to draw n - 1 of n members with replacement, as counts. */
function allResamples(n: number): Int32Array[] {
  const resamples: Int32Array[] = [];
  for (let code = 0; code < n ** (n - 1); code += 1) {
    const times = new Int32Array(n);
    for (let draw = 0, rest = code; draw < n - 1; draw += 1, rest = Math.floor(rest / n))
      times[rest % n] = (times[rest % n] ?? 0) + 1;
    resamples.push(times);
  }
  return resamples;
}

const gaps = (discrepancies: readonly number[], asked: number): PriorityInput => ({
  members: Array.from({ length: asked }, (_, m) => ({ member: `m${m}` })),
  topics: ["aeo"],
  ratings: discrepancies.map((d, m) => ({
    member: `m${m}`,
    topic: "aeo",
    importance: d >= 0 ? 1 + d : 1,
    capability: d >= 0 ? 1 : 1 - d,
  })),
});

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const squares = (values: readonly number[]) => {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
};

test.each([
  [[3, 0, 1, 4, -2], 8],
  [[2, 2, 1, 0, 3], 6],
  [[4, 0, 0, 0, 0, -1], 35],
])(
  "over all resamples of %j of %i members the mean is unbiased and its variance is (1 - f) s^2 / n",
  (values, asked) => {
    const n = values.length;
    const channels = scoreChannels(buildRatingMatrix(gaps(values, asked)), "meanGap");
    const scorer = createRaoWuScorer(channels, singleStratum(channels), false);
    const resamples = allResamples(n);
    const corrected = resamples.map((times) => scorer.score(times).corrected[0] ?? Number.NaN);
    const uncorrected = resamples.map((times) => scorer.score(times).uncorrected[0] ?? Number.NaN);
    const s2 = squares(values) / (n - 1);
    expect(mean(corrected)).toBeCloseTo(mean(values), 10);
    expect(squares(corrected) / resamples.length).toBeCloseTo(((1 - n / asked) * s2) / n, 10);
    expect(squares(uncorrected) / resamples.length).toBeCloseTo(s2 / n, 10);
  },
);

test("over all resamples of two sub-regions the variance is the sum of W_h^2 (1 - f_h) s_h^2 / n_h", () => {
  // Four of 6 northern and four of 10 southern members.
  const north = [3, 0, 1, 4];
  const south = [2, -1, 1, 1];
  const input = gaps([...north, ...south], 16);
  const members = input.members.map(({ member }, m) => ({ member, stratum: m < 4 || m >= 14 ? "north" : "south" }));
  const channels = scoreChannels(buildRatingMatrix({ ...input, members }), "meanGap");
  const scorer = createRaoWuScorer(channels, resamplingStrata(channels), true);
  expect(scorer.published[0]).toBeCloseTo((6 * mean(north) + 10 * mean(south)) / 16, 12);
  const scores: number[] = [];
  for (const first of allResamples(4))
    for (const second of allResamples(4))
      scores.push(scorer.score(Int32Array.from([...first, ...second])).corrected[0] ?? Number.NaN);
  const term = (values: readonly number[], N: number) => ((N / 16) ** 2 * (1 - 4 / N) * (squares(values) / 3)) / 4;
  expect(squares(scores) / scores.length).toBeCloseTo(term(north, 6) + term(south, 10), 10);
});

test("weighing all members alike leaves the published scores", () => {
  const methods: readonly PriorityMethod[] = [
    "meanWeightedDiscrepancy",
    "meanGap",
    "rankedDiscrepancy",
    "topFiveBorda",
  ];
  fc.assert(
    fc.property(arbitraryRound({ minMembers: 8, maxMembers: 10 }), fc.constantFrom(...methods), (input, method) => {
      const channels = scoreChannels(buildRatingMatrix(input), method);
      if (channels.respondents.length === 0) return;
      const scorer = createRaoWuScorer(channels, singleStratum(channels), false);
      const { uncorrected, corrected } = scorer.score(new Int32Array(channels.respondents.length).fill(1));
      channels.topics.forEach((_, t) => {
        expect(uncorrected[t]).toBeCloseTo(scorer.published[t] ?? Number.NaN, 10);
        expect(corrected[t]).toBeCloseTo(scorer.published[t] ?? Number.NaN, 10);
      });
    }),
    { numRuns: 200 },
  );
});

test("a topic whose raters are all left out of a resample has no score in it without correction", () => {
  const topic = (name: string, raters: readonly number[]) =>
    raters.map((m) => ({ member: `m${m}`, topic: name, importance: 4, capability: 2 }));
  const matrix = buildRatingMatrix({
    members: Array.from({ length: 12 }, (_, m) => ({ member: `m${m}` })),
    topics: ["all", "few"],
    ratings: [...topic("all", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), ...topic("few", [0, 1, 2, 3, 4])],
  });
  const channels = scoreChannels(matrix, "meanWeightedDiscrepancy");
  const scorer = createRaoWuScorer(channels, singleStratum(channels), false);
  const { corrected, uncorrected } = scorer.score(Int32Array.from([0, 0, 0, 0, 0, 2, 2, 2, 2, 1]));
  expect([...uncorrected]).toEqual([8, Number.NaN]);
  expect(corrected[1]).toBeCloseTo(8, 10);
});

test("a sub-region with one answer is merged with the smallest other one", () => {
  const input = gaps([1, 2, 3, 4, 0, 1, 2, 3], 10);
  const names = ["a", "a", "a", "a", "b", "c", "c", "c", "b", "a"];
  const members = input.members.map(({ member }, m) => ({ member, stratum: names[m] ?? "" }));
  const { strata, merged, empty } = resamplingStrata(
    scoreChannels(buildRatingMatrix({ ...input, members }), "meanGap"),
  );
  expect(merged).toBe(true);
  expect(empty).toEqual([]);
  expect(strata.map(({ names: own, N, rows }) => [own, N, rows.length])).toEqual([
    [["a"], 5, 4],
    [["c", "b"], 5, 4],
  ]);
});

test("thousands of members are added up exactly", () => {
  // 4,000 members: more draws than one packed word can hold.
  const values = Array.from({ length: 4000 }, (_, m) => ((m * 7) % 9) - 4);
  const channels = scoreChannels(buildRatingMatrix(gaps(values, 5000)), "meanGap");
  const scorer = createRaoWuScorer(channels, singleStratum(channels), false);
  const times = Int32Array.from(values, (_, m) => m % 4);
  const ids = channels.respondents.map((member) => Number(member.slice(1)));
  const weighted = ids.reduce((sum, id, row) => sum + (values[id] ?? 0) * (times[row] ?? 0), 0);
  const total = times.reduce((sum, r) => sum + r, 0);
  expect(scorer.published[0]).toBeCloseTo(mean(values), 12);
  expect(scorer.score(times).uncorrected[0]).toBeCloseTo(weighted / total, 12);
});
