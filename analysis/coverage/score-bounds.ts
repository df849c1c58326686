import { HIGHEST_RATING, LOWEST_RATING, type PriorityInput } from "../priorities/paired-rating";
import { type PriorityMethod, scoreFromSums } from "../priorities/priority-method";
import type { Provenance } from "../result";
import { answersByTopic, type TopicAnswers } from "./topic-rows";

/** The methods whose score is a function of the ratings; top-five lists have no rating that could be bounded. */
export type RatingMethod = Exclude<PriorityMethod, "topFiveBorda">;

/** An interval that holds whatever the missing answers are, both ends attained. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export interface TopicScoreBounds {
  readonly topic: string;
  /** Members that gave both ratings, "not applicable", at least one rating missing, and no response. */
  readonly rated: number;
  readonly notApplicable: number;
  readonly missing: number;
  readonly silent: number;
  /** The score of the answers as they are, `null` if nobody gave both ratings. */
  readonly score: number | null;
  /** Only the missing ratings of those that responded run over the scale; `null` if there is nothing to score. */
  readonly respondents: Bounds | null;
  /** Those and the silent members' too. */
  readonly all: Bounds | null;
}

export interface ScoreBounds {
  readonly provenance: Provenance;
  /** By id. */
  readonly topics: readonly TopicScoreBounds[];
}

/**
 * Worst-case bounds of every topic's score: the exact smallest and largest score over all ways in which the missing
 * ratings could have been 1 to 5 each.
 *
 * A rating that was given stays as it is, also where its partner is missing. "Not applicable" stays "not applicable";
 * that a silent member might have said so is covered, since it never leads outside these bounds. Those that were not
 * asked are outside. A member without one complete answer counts as silent, its lone ratings are not used.
 *
 * The mean weighted discrepancy is a product, P (P - C) up to a constant, with P and C the sums of importance and
 * capability. C enters linearly, so it sits at an end; in P the product is a parabola that opens upwards, so the largest
 * value is at an end of P's range and the smallest at the whole number nearest to C / 2 within it.
 *
 * @throws {RangeError} as `buildRatingMatrix`
 * @see docs/methods/score-bounds.md
 */
export function scoreBounds(
  input: PriorityInput,
  { method = "meanWeightedDiscrepancy" }: { readonly method?: RatingMethod } = {},
): ScoreBounds {
  const { matrix, topics } = answersByTopic(input);
  return {
    provenance: {
      n: matrix.respondents.length,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : matrix.respondents.length / matrix.N,
      method: "coverage/score-bounds",
      version: 1,
      parameters: { method, lowest: LOWEST_RATING, highest: HIGHEST_RATING },
      seed: null,
    },
    topics: topics.map((topic) => topicScoreBounds(topic, method)),
  };
}

function topicScoreBounds({ topic, rows, silent }: TopicAnswers, method: RatingMethod): TopicScoreBounds {
  const known = emptyRanges();
  const open = emptyRanges();
  let notApplicable = 0;
  for (const { answer } of rows) {
    if (answer.kind === "notApplicable") notApplicable += 1;
    else if (answer.kind === "pair") addMember(known, answer.importance, answer.capability);
    else addMember(open, answer.importance, answer.capability);
  }
  const responded = sumRanges(known, open);
  const everybody = sumRanges(known, open);
  for (let member = 0; member < silent; member++) addMember(everybody, null, null);
  const score = extremes(known, notApplicable, method);
  return {
    topic,
    rated: known.members,
    notApplicable,
    missing: open.members,
    silent,
    score: score?.lower ?? null,
    respondents: extremes(responded, notApplicable, method),
    all: extremes(everybody, notApplicable, method),
  };
}

/** Smallest and largest possible sums over some members; importance and capability vary independently. */
interface Ranges {
  members: number;
  lowImportance: number;
  highImportance: number;
  lowCapability: number;
  highCapability: number;
  /** Net number of members with importance above capability, at least and at most. */
  lowNet: number;
  highNet: number;
}

function emptyRanges(): Ranges {
  return {
    members: 0,
    lowImportance: 0,
    highImportance: 0,
    lowCapability: 0,
    highCapability: 0,
    lowNet: 0,
    highNet: 0,
  };
}

function addMember(ranges: Ranges, importance: number | null, capability: number | null): void {
  const lowI = importance ?? LOWEST_RATING;
  const highI = importance ?? HIGHEST_RATING;
  const lowC = capability ?? LOWEST_RATING;
  const highC = capability ?? HIGHEST_RATING;
  ranges.members += 1;
  ranges.lowImportance += lowI;
  ranges.highImportance += highI;
  ranges.lowCapability += lowC;
  ranges.highCapability += highC;
  ranges.lowNet += Math.sign(lowI - highC);
  ranges.highNet += Math.sign(highI - lowC);
}

function sumRanges(a: Ranges, b: Ranges): Ranges {
  return {
    members: a.members + b.members,
    lowImportance: a.lowImportance + b.lowImportance,
    highImportance: a.highImportance + b.highImportance,
    lowCapability: a.lowCapability + b.lowCapability,
    highCapability: a.highCapability + b.highCapability,
    lowNet: a.lowNet + b.lowNet,
    highNet: a.highNet + b.highNet,
  };
}

function extremes(ranges: Ranges, notApplicable: number, method: RatingMethod): Bounds | null {
  if (ranges.members === 0) return null;
  const score = (high: number, low: number) => scoreFromSums(method, high, low, ranges.members, notApplicable);
  switch (method) {
    case "meanGap":
      return {
        lower: score(ranges.lowImportance, ranges.highCapability),
        upper: score(ranges.highImportance, ranges.lowCapability),
      };
    case "rankedDiscrepancy":
      return { lower: score(ranges.lowNet, 0), upper: score(ranges.highNet, 0) };
    case "meanWeightedDiscrepancy": {
      const within = (sum: number) => Math.min(ranges.highImportance, Math.max(ranges.lowImportance, sum));
      const vertex = ranges.highCapability / 2;
      return {
        lower: Math.min(
          score(within(Math.floor(vertex)), ranges.highCapability),
          score(within(Math.ceil(vertex)), ranges.highCapability),
        ),
        upper: Math.max(
          score(ranges.lowImportance, ranges.lowCapability),
          score(ranges.highImportance, ranges.lowCapability),
        ),
      };
    }
  }
}
