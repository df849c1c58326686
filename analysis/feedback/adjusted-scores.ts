import { competitionRanks } from "../numeric/competition-ranks";
import type { PairedRating } from "../priorities/paired-rating";
import { scoreFromSums } from "../priorities/priority-method";
import type { AdjustedNeed } from "./apply-adjustments";

/** A topic's score as the survey has it and as feedback leaves it. */
export interface AdjustedScore {
  readonly topic: string;
  /** Members that gave both ratings. */
  readonly n: number;
  /** Members whose need feedback lowers. */
  readonly lowered: number;
  /** Mean weighted discrepancy; `null` without a pair. */
  readonly surveyed: number | null;
  readonly adjusted: number | null;
  /** Competition ranks among the topics, highest score first. */
  readonly surveyedRank: number | null;
  readonly adjustedRank: number | null;
}

/**
 * Mean weighted discrepancy of each topic with the needs that feedback lowers, beside the score of the survey: the gap of
 * a member whose need has the factor f counts f times; importance stays, and so does a gap that is none.
 *
 * "Not applicable" counts as discrepancy 0, as in the survey's score. Places are by score alone, with ties; how sure
 * they are is told for the survey's.
 *
 * @param topics in the order in which the scores are wanted
 * @param needs factors by member and topic; those that are not there have factor 1
 * @see docs/methods/feedback-rules.md
 */
export function adjustedScores(
  topics: readonly string[],
  ratings: readonly PairedRating[],
  needs: readonly Pick<AdjustedNeed, "member" | "topic" | "factor">[],
): readonly AdjustedScore[] {
  const factors = new Map(needs.map(({ member, topic, factor }) => [JSON.stringify([member, topic]), factor]));
  const byTopic = new Map<string, PairedRating[]>(topics.map((topic) => [topic, []]));
  for (const rating of ratings) byTopic.get(rating.topic)?.push(rating);
  const scores = topics.map((topic) => {
    let [n, without, high, low, lowAdjusted, lowered] = [0, 0, 0, 0, 0, 0];
    for (const { member, importance, capability } of byTopic.get(topic) ?? []) {
      if (importance === "notApplicable") without += 1;
      if (typeof importance !== "number" || typeof capability !== "number") continue;
      const factor = factors.get(JSON.stringify([member, topic])) ?? 1;
      const gap = importance - capability;
      n += 1;
      high += importance;
      low += capability;
      lowAdjusted += gap > 0 ? importance - gap * factor : capability;
      if (gap > 0 && factor < 1) lowered += 1;
    }
    const score = (sum: number) => (n === 0 ? null : scoreFromSums("meanWeightedDiscrepancy", high, sum, n, without));
    return { topic, n, lowered, surveyed: score(low), adjusted: score(lowAdjusted) };
  });
  const surveyedRanks = competitionRanks(scores.map(({ surveyed }) => surveyed));
  const adjustedRanks = competitionRanks(scores.map(({ adjusted }) => adjusted));
  return scores.map((score, at) => ({
    ...score,
    surveyedRank: surveyedRanks[at] ?? null,
    adjustedRank: adjustedRanks[at] ?? null,
  }));
}
