import { compareIds } from "~/analysis/compare-ids";
import { competitionRanks } from "../numeric/competition-ranks";
import type { Figure, Flag, Provenance } from "../result";
import { importancePerformance, type Quadrant } from "./importance-performance";
import { type LargeDiscrepancies, largeDiscrepancies } from "./large-discrepancies";
import { type MeanGap, meanGap } from "./mean-gap";
import { type MeanWeightedDiscrepancy, meanWeightedDiscrepancy } from "./mean-weighted-discrepancy";
import { figureFrom, MINIMUM_FOR_RANK, MINIMUM_FOR_SCORE, tooFew } from "./minimum-answers";
import type { PriorityInput } from "./paired-rating";
import type { PriorityMethod } from "./priority-method";
import { type RankedDiscrepancy, rankedDiscrepancy } from "./ranked-discrepancy";
import { buildRatingMatrix, type RatingMatrix } from "./rating-matrix";
import { type TopFiveBorda, topFiveBorda } from "./top-five-borda";
import { type TopicSums, type TopicTally, tallyMatrix } from "./topic-tally";

/** Places of difference from which a second count of the same answers is worth a flag. */
export const PLACES_WORTH_A_FLAG = 5;

export interface TopicPriority {
  readonly topic: string;
  /** Members that gave both ratings; the topic "applies to n of n + notApplicable". */
  readonly n: number;
  readonly notApplicable: number;
  readonly dontKnow: number;
  readonly blank: number;
  /** Not applicable for capability only: no answer. */
  readonly notApplicableOneScale: number;
  readonly notAsked: number;
  /** Members asked that did not respond at all. */
  readonly silent: number;
  /** (n + notApplicable) / N; at 1 the topic is a census. */
  readonly coverage: number | null;
  /** Place by the method of the ranking, ties share the best place. */
  readonly rank: Figure;
  /** Topics that share the place, this one included; 0 without a place. */
  readonly sharing: number;
  /** The score that ranks: "not applicable" is no need. */
  readonly score: Figure;
  /** The same over raters only, and the place it would give. */
  readonly unadjustedScore: Figure;
  readonly unadjustedRank: Figure;
  readonly weightedDiscrepancy: MeanWeightedDiscrepancy;
  readonly gap: MeanGap;
  readonly rankedDiscrepancy: RankedDiscrepancy;
  readonly large: LargeDiscrepancies;
  readonly importance: ScaleSummary;
  readonly capability: ScaleSummary;
  readonly quadrant: Quadrant | null;
  readonly borda: TopFiveBorda & {
    /** Place by truncated points among the topics that have a place in the ranking. */
    readonly rank: Figure;
    /** More than five places from the ranking: rated important but not chosen, or the reverse. */
    readonly differs: boolean;
  };
  readonly flags: readonly Flag[];
}

/** One scale of one topic over the members that gave both ratings. */
export interface ScaleSummary {
  readonly mean: Figure;
  /** Sample standard deviation. */
  readonly sd: Figure;
  /** Share that rated 4 or 5. */
  readonly topTwo: Figure;
  /** Members that rated 1, 2, ... 5. */
  readonly counts: readonly number[];
}

export interface TopicRanking {
  readonly provenance: Provenance;
  /** By place, ties by id; topics without a place last, by id. */
  readonly topics: readonly TopicPriority[];
  /** All topics with a place share the first one: there is no order. */
  readonly allTied: boolean;
  readonly crosshair: { readonly importance: Figure; readonly capability: Figure };
  /** Lists handed in. */
  readonly lists: number;
}

export interface RankTopicsOptions {
  /** Default: mean weighted discrepancy. */
  readonly method?: PriorityMethod;
}

/**
 * Orders the topics of a round by need, with everything a reader needs beside each place.
 *
 * A topic rated by fewer than three members has no score, by fewer than five no place. Places are competition ranks on
 * scores rounded to nine decimals; ties stay ties. The result does not depend on the order of the input.
 *
 * @throws {RangeError} as `buildRatingMatrix`
 * @see docs/methods/rank-topics.md
 */
export function rankTopics(input: PriorityInput, options: RankTopicsOptions = {}): TopicRanking {
  return rankMatrix(buildRatingMatrix(input), options);
}

/** `rankTopics` on a matrix already built. */
export function rankMatrix(matrix: RatingMatrix, options: RankTopicsOptions = {}): TopicRanking {
  const borda = topFiveBorda(matrix);
  return rankTally(tallyMatrix(matrix), borda, matrix, matrix.respondents.length, options);
}

/**
 * `rankTopics` on counts already made, for rounds too large to hold as rows; `respondents` were added to the tally.
 */
export function rankTally(
  tally: TopicTally,
  borda: readonly TopFiveBorda[],
  { topics, N }: Pick<RatingMatrix, "topics" | "N">,
  respondents: number,
  { method = "meanWeightedDiscrepancy" }: RankTopicsOptions = {},
): TopicRanking {
  const rows = topics.map((topic, column) => {
    const sums = tally.sums(column);
    return {
      topic,
      sums,
      weightedDiscrepancy: meanWeightedDiscrepancy(tally, column, N),
      gap: meanGap(sums),
      ranked: rankedDiscrepancy(sums),
      lists: borda[column] ?? noLists(topic),
      importance: summarise(sums.n, sums.importance, sums.importanceSquares, sums.importanceCounts),
      capability: summarise(sums.n, sums.capability, sums.capabilitySquares, sums.capabilityCounts),
    };
  });
  const answers = rows.map(({ sums, lists }) => (method === "topFiveBorda" ? lists.n : sums.n));
  const scores = rows.map((row) => headline(method, row));
  const unadjusted = rows.map((row) => overRaters(method, row));
  const ranks = placeFigures(scores, answers);
  const placed = ranks.filter(({ value }) => value !== null);
  const unadjustedRanks = placeFigures(unadjusted, answers);
  const bordaRanks = placeFigures(
    rows.map(({ lists }, index) => (ranks[index]?.value === null ? noPlace : lists.truncated)),
    rows.map(({ lists }) => lists.n),
  );
  const map = importancePerformance(
    rows.map(({ importance, capability }, index) => ({
      importance: (answers[index] ?? 0) < MINIMUM_FOR_RANK ? noPlace : importance.mean,
      capability: (answers[index] ?? 0) < MINIMUM_FOR_RANK ? noPlace : capability.mean,
    })),
  );

  const result = rows.map(({ topic, sums, weightedDiscrepancy, gap, ranked, lists, importance, capability }, index) => {
    const rank = ranks[index] ?? noPlace;
    const unadjustedRank = unadjustedRanks[index] ?? noPlace;
    const bordaRank = bordaRanks[index] ?? noPlace;
    const flags: Flag[] = [];
    if (differs(rank, unadjustedRank)) flags.push("naMovesRank");
    if (sums.notApplicableOneScale > 0) flags.push("naOneScaleOnly");
    const { n, notApplicable, dontKnow, blank, notApplicableOneScale, notAsked } = sums;
    return {
      topic,
      n,
      notApplicable,
      dontKnow,
      blank,
      notApplicableOneScale,
      notAsked,
      silent: N - respondents,
      coverage: N === 0 ? null : (n + notApplicable) / N,
      rank,
      sharing: rank.value === null ? 0 : ranks.filter(({ value }) => value === rank.value).length,
      score: scores[index] ?? noPlace,
      unadjustedScore: unadjusted[index] ?? noPlace,
      unadjustedRank,
      weightedDiscrepancy,
      gap,
      rankedDiscrepancy: ranked,
      large: largeDiscrepancies(sums),
      importance,
      capability,
      quadrant: map.quadrants[index] ?? null,
      borda: { ...lists, rank: bordaRank, differs: differs(rank, bordaRank) },
      flags,
    };
  });

  return {
    provenance: {
      n: respondents,
      N,
      coverage: N === 0 ? null : respondents / N,
      method: "priorities/rank-topics",
      version: 1,
      parameters: { method, minimumForScore: MINIMUM_FOR_SCORE, minimumForRank: MINIMUM_FOR_RANK },
      seed: null,
    },
    topics: result.sort(
      (a, b) => (a.rank.value ?? Number.MAX_VALUE) - (b.rank.value ?? Number.MAX_VALUE) || compareIds(a.topic, b.topic),
    ),
    allTied: placed.length > 1 && placed.every(({ value }) => value === 1),
    crosshair: { importance: map.importance, capability: map.capability },
    lists: rows[0]?.lists.n ?? 0,
  };
}

const noPlace: Figure = { value: null, reason: "tooFewAnswers" };

/** Competition ranks of the scores that rest on enough answers; the others have none. */
export function placeFigures(scores: readonly Figure[], answers: readonly number[]): Figure[] {
  const reasons = answers.map((n) => tooFew(n, MINIMUM_FOR_RANK));
  const ranks = competitionRanks(scores.map(({ value }, index) => (reasons[index] ? null : value)));
  return scores.map((score, index) => {
    const rank = ranks[index] ?? null;
    if (rank !== null) return { value: rank };
    return { value: null, reason: reasons[index] ?? (score.value === null ? score.reason : "tooFewAnswers") };
  });
}

interface ScoredRow {
  readonly weightedDiscrepancy: MeanWeightedDiscrepancy;
  readonly gap: MeanGap;
  readonly ranked: RankedDiscrepancy;
  readonly lists: TopFiveBorda;
  readonly sums: TopicSums;
}

function headline(method: PriorityMethod, row: ScoredRow): Figure {
  switch (method) {
    case "meanWeightedDiscrepancy":
      return row.weightedDiscrepancy.score;
    case "meanGap":
      return row.gap.score;
    case "rankedDiscrepancy":
      return row.ranked.score;
    case "topFiveBorda":
      return row.lists.truncated;
  }
}

function overRaters(method: PriorityMethod, row: ScoredRow): Figure {
  switch (method) {
    case "meanWeightedDiscrepancy":
      return row.weightedDiscrepancy.unadjusted;
    case "meanGap":
      return row.gap.unadjusted;
    case "rankedDiscrepancy":
      return figureFrom(row.sums.n, () => (100 * (row.sums.needing - row.sums.exceeding)) / row.sums.n);
    case "topFiveBorda":
      return row.lists.truncated;
  }
}

function summarise(n: number, sum: number, squares: number, counts: readonly number[]): ScaleSummary {
  return {
    mean: figureFrom(n, () => sum / n),
    // Sums are whole numbers, so the numerator is exact and never below zero.
    sd: figureFrom(n, () => Math.sqrt((n * squares - sum * sum) / (n * (n - 1)))),
    topTwo: figureFrom(n, () => ((counts[3] ?? 0) + (counts[4] ?? 0)) / n),
    counts,
  };
}

function differs(a: Figure, b: Figure): boolean {
  return a.value !== null && b.value !== null && Math.abs(a.value - b.value) > PLACES_WORTH_A_FLAG;
}

function noLists(topic: string): TopFiveBorda {
  const none: Figure = { value: null, reason: "noRespondents" };
  return { topic, n: 0, mentions: 0, shareListing: none, truncated: none, averaged: none };
}
