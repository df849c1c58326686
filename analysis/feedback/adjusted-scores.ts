import { compareIds } from "~/analysis/compare-ids";
import { figureFrom, MINIMUM_FOR_RANK, MINIMUM_FOR_SCORE } from "../priorities/minimum-answers";
import type { PairedRating } from "../priorities/paired-rating";
import { scoreFromSums } from "../priorities/priority-method";
import { placeFigures } from "../priorities/rank-topics";
import type { Figure, Provenance } from "../result";
import type { AdjustedNeed } from "./apply-adjustments";

/** A topic's score as the survey has it and as feedback leaves it. */
export interface AdjustedScore {
  readonly topic: string;
  /** Members that gave both ratings. */
  readonly n: number;
  /** Members whose need feedback lowers. */
  readonly lowered: number;
  /** Mean weighted discrepancy; none on fewer than three members. */
  readonly surveyed: Figure;
  readonly adjusted: Figure;
  /** Competition ranks among the topics that at least five members rated, highest score first. */
  readonly surveyedRank: Figure;
  readonly adjustedRank: Figure;
}

export interface AdjustedScores {
  /** n: members that gave both ratings of a topic; N: members that handed anything in about the topics. */
  readonly provenance: Provenance;
  /** In the order in which the topics were given. */
  readonly topics: readonly AdjustedScore[];
}

/**
 * Mean weighted discrepancy of each topic with the needs that feedback lowers, beside the score of the survey: the gap of
 * a member whose need has the factor f counts f times; importance stays, and so does a gap that is none.
 *
 * "Not applicable" counts as discrepancy 0, as in the survey's score. Places are by score alone, with ties; how sure
 * they are is told for the survey's. The order of ratings and needs changes nothing.
 *
 * @param topics in the order in which the scores are wanted
 * @param needs factors by member and topic; those that are not there have factor 1
 * @see docs/methods/feedback-rules.md
 */
export function adjustedScores(
  topics: readonly string[],
  ratings: readonly PairedRating[],
  needs: readonly Pick<AdjustedNeed, "member" | "topic" | "factor">[],
): AdjustedScores {
  const factors = new Map(needs.map(({ member, topic, factor }) => [JSON.stringify([member, topic]), factor]));
  const byTopic = new Map<string, PairedRating[]>(topics.map((topic) => [topic, []]));
  // Factors are fractions: a sum in another order would differ in its last digit.
  const sorted = [...ratings].sort((a, b) => compareIds(a.member, b.member));
  for (const rating of sorted) byTopic.get(rating.topic)?.push(rating);
  const rows = topics.map((topic) => {
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
    const score = (sum: number) => figureFrom(n, () => scoreFromSums("meanWeightedDiscrepancy", high, sum, n, without));
    return { topic, n, lowered, surveyed: score(low), adjusted: score(lowAdjusted) };
  });
  const answers = rows.map(({ n }) => n);
  const [surveyedRanks, adjustedRanks] = [
    placeFigures(
      rows.map(({ surveyed }) => surveyed),
      answers,
    ),
    placeFigures(
      rows.map(({ adjusted }) => adjusted),
      answers,
    ),
  ];
  const about = [...byTopic.values()].flat();
  const N = new Set(about.map(({ member }) => member)).size;
  const n = new Set(about.filter(isPair).map(({ member }) => member)).size;
  return {
    provenance: {
      n,
      N,
      coverage: N === 0 ? null : n / N,
      method: "feedback/adjusted-scores",
      version: 2,
      parameters: { minimumForScore: MINIMUM_FOR_SCORE, minimumForRank: MINIMUM_FOR_RANK },
      seed: null,
    },
    topics: rows.map((row, at) => ({
      ...row,
      surveyedRank: surveyedRanks[at] ?? noPlace,
      adjustedRank: adjustedRanks[at] ?? noPlace,
    })),
  };
}

const noPlace: Figure = { value: null, reason: "tooFewAnswers" };

function isPair({ importance, capability }: PairedRating): boolean {
  return typeof importance === "number" && typeof capability === "number";
}
