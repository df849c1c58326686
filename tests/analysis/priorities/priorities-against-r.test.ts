import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { channelScores } from "~/analysis/priorities/channel-scores";
import { kemeny } from "~/analysis/priorities/kemeny";
import { kendallTauB } from "~/analysis/priorities/kendall-tau-b";
import { ranksBy } from "~/analysis/priorities/methods-side-by-side";
import type { NoRating, PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { scoreChannels } from "~/analysis/priorities/score-channels";
import { memberScores } from "~/analysis/uncertainty/member-scores";
import { minimumDetectableDifference } from "~/analysis/uncertainty/minimum-detectable-difference";
import { createRankDraws } from "~/analysis/uncertainty/rank-draws";
import { rankSets } from "~/analysis/uncertainty/rank-sets";
import { createRaoWuScorer } from "~/analysis/uncertainty/rao-wu-scorer";
import { singleStratum } from "~/analysis/uncertainty/resampling-strata";

type Vector = readonly (number | null)[];
interface ReferenceRound {
  readonly n: readonly [number];
  readonly k: readonly [number];
  readonly N: readonly [number];
  readonly importance: readonly (readonly number[])[];
  readonly capability: readonly (readonly number[])[];
  readonly stratum: readonly number[];
  readonly standardError: Vector | null;
  readonly description: readonly Vector[];
  readonly draws: readonly (readonly number[])[];
  readonly corrected: readonly Vector[];
  readonly uncorrected: readonly Vector[];
  readonly tauGap: readonly [number];
  readonly tauRanked: readonly [number];
  readonly [column: string]: unknown;
}

// Written by priorities.R beside it; the version of R stands in the file.
const reference = JSON.parse(readFileSync(new URL("../../fixtures/r/priorities.json", import.meta.url), "utf8"));
const rounds: readonly ReferenceRound[] = reference.rounds;

/** Ids with leading zeros, so that the order of ids is that of R's rows and columns. */
const id = (kind: string, index: number) => `${kind}${String(index).padStart(3, "0")}`;

function inputOf(round: Pick<ReferenceRound, "importance" | "capability" | "stratum">, N: number): PriorityInput {
  const code = (value: number): number | NoRating => (value === 6 ? "notApplicable" : value === 7 ? "dontKnow" : value);
  return {
    members: Array.from({ length: N }, (_, m) => ({ member: id("m", m), stratum: `s${(m % 3) + 1}` })),
    topics: (round.importance[0] ?? []).map((_, t) => id("t", t)),
    ratings: round.importance.flatMap((row, m) =>
      row.map((importance, t) => ({
        member: id("m", m),
        topic: id("t", t),
        importance: code(importance),
        capability: code(round.capability[m]?.[t] ?? 0),
      })),
    ),
  };
}

function expectClose(actual: Iterable<number | null>, expected: unknown, digits = 11): void {
  const values = [...actual];
  const wanted = expected as Vector;
  expect(values).toHaveLength(wanted.length);
  values.forEach((value, index) => {
    const target = wanted[index] ?? null;
    if (target === null || value === null) expect(value).toBe(target);
    else expect(value).toBeCloseTo(target, digits);
  });
}

describe.each(rounds.map((round) => [`${round.n} of ${round.N} members, ${round.k} topics`, round] as const))(
  "%s",
  (_, round) => {
    const input = inputOf(round, round.N[0]);
    const matrix = buildRatingMatrix(input);
    const byId = [...rankTopics(input).topics].sort((a, b) => (a.topic < b.topic ? -1 : 1));

    test("scores, standard errors and places are R's", () => {
      expectClose(
        byId.map(({ score }) => score.value),
        round.score,
      );
      expectClose(
        byId.map(({ unadjustedScore }) => unadjustedScore.value),
        round.unadjusted,
      );
      expectClose(
        byId.map(({ gap }) => gap.score.value),
        round.gap,
      );
      expectClose(
        byId.map(({ rankedDiscrepancy }) => rankedDiscrepancy.score.value),
        round.ranked,
      );
      expectClose(
        byId.map(({ rankedDiscrepancy }) => rankedDiscrepancy.rankedDiscrepancyScore.value),
        round.rankedPublished,
      );
      expect(byId.map(({ rank }) => rank.value)).toEqual(round.rank);
      if (round.standardError === null)
        expect(byId.map(({ weightedDiscrepancy }) => weightedDiscrepancy.standardError.value)).toEqual(
          byId.map(() => null),
        );
      else
        expectClose(
          byId.map(({ weightedDiscrepancy }) => weightedDiscrepancy.standardError.value),
          round.standardError,
        );
    });

    test("counts, means, deviations and shares are R's", () => {
      byId.forEach((topic, t) => {
        const { importance, capability, large } = topic;
        expectClose(
          [
            topic.n,
            topic.notApplicable,
            importance.mean.value,
            importance.sd.value,
            importance.topTwo.value,
            capability.mean.value,
            capability.sd.value,
            capability.topTwo.value,
            large.share.value,
            large.meanShortfall.value,
          ],
          round.description[t],
        );
      });
    });

    test("the other methods order as in R, and agree with the default as in R", () => {
      const topics = matrix.topics;
      const standard = ranksBy(matrix, topics, "meanWeightedDiscrepancy", "raw").ranks;
      const gap = ranksBy(matrix, topics, "meanGap", "raw").ranks;
      const ranked = ranksBy(matrix, topics, "rankedDiscrepancy", "raw").ranks;
      expect(gap).toEqual(round.gapRank);
      expect(ranked).toEqual(round.rankedRank);
      expectClose([kendallTauB(standard, gap).value], round.tauGap);
      expectClose([kendallTauB(standard, ranked).value], round.tauRanked);
    });

    test("post-stratified scores are R's weighted ones", () => {
      const scores = channelScores(scoreChannels(matrix, "meanWeightedDiscrepancy"), { weighted: true });
      expectClose(
        [...scores].map((score) => (Number.isNaN(score) ? null : score)),
        round.postStratified,
      );
    });

    test("scores under Rao-Wu weights are those of R's written-out weights", () => {
      const channels = scoreChannels(matrix, "meanWeightedDiscrepancy");
      const scorer = createRaoWuScorer(channels, singleStratum(channels), false);
      round.draws.forEach((times, replicate) => {
        const { corrected, uncorrected } = scorer.score(Int32Array.from(times));
        expectClose(corrected, round.corrected[replicate]);
        expectClose(
          [...uncorrected].map((score) => (Number.isNaN(score) ? null : score)),
          round.uncorrected[replicate],
        );
      });
    });
  },
);

test("rank sets follow from R's paired t statistics and quantiles", () => {
  const { importance, capability, sd, marginal, simultaneous } = reference.paired;
  const matrix = buildRatingMatrix(inputOf({ importance, capability, stratum: [] }, 33));
  const spreads = memberScores(scoreChannels(matrix, "meanGap")).pairs();
  expect(spreads).toHaveLength(15);
  for (const { i, j, n, sd: own } of spreads) {
    expect(n).toBe(25);
    expect(own).toBeCloseTo(sd[i][j], 11);
  }
  const sets = rankSets(matrix, { method: "meanGap", confidence: 0.9 }).topics;
  expect(sets.map((set) => set.marginal.low)).toEqual(marginal.low);
  expect(sets.map((set) => set.marginal.high)).toEqual(marginal.high);
  expect(sets.map((set) => set.simultaneous.low)).toEqual(simultaneous.low);
  expect(sets.map((set) => set.simultaneous.high)).toEqual(simultaneous.high);
});

test("the minimum detectable difference is R's", () => {
  for (const [sd, n, N, comparisons, expected] of reference.detectable)
    expect(minimumDetectableDifference({ sd, n, N, comparisons }).value).toBeCloseTo(expected, 12);
});

test("rank quantiles are R's of type 1", () => {
  const draws = createRankDraws(new Array(12).fill(0), {});
  for (const rank of reference.quantiles.sample) {
    // The topic in question stands on `rank`, the others around it.
    const scores = Float64Array.from({ length: 12 }, (_, t) => (t === 0 ? 12.5 - rank : 12 - t));
    draws.add(scores);
  }
  expect([0.05, 0.5, 0.95].map((p) => draws.quantile(0, p))).toEqual(reference.quantiles.values);
});

test("tau-b is R's", () => {
  for (const { a, b, tau } of reference.tau) expect(kendallTauB(a, b).value).toBeCloseTo(tau[0], 12);
});

test("Kemeny's orders are those that R finds by trying all", () => {
  for (const { above, disagreements, optima, orders } of reference.kemeny) {
    const topics = above.map((_: unknown, index: number) => `${index + 1}`);
    const found = kemeny({ topics, above });
    expect(found.disagreements).toBe(disagreements[0]);
    expect(found.optima).toBe(optima[0]);
    expect(found.orders.map((order) => order.map(Number))).toEqual(expect.arrayContaining(orders));
  }
});
