import { competitionRanks } from "../numeric/competition-ranks";
import type { PairwisePreferences } from "./pairwise-preferences";

export interface CopelandScore {
  readonly topic: string;
  /** Topics that more members put below this one than above it. */
  readonly wins: number;
  readonly ties: number;
  /** Wins plus half the ties. */
  readonly score: number;
  readonly rank: number;
}

/**
 * Copeland scores: of how many other topics a majority of those with a preference puts this one ahead, ties half.
 *
 * Robust but coarse, with many ties on short lists: a cross-check, not a headline.
 *
 * @returns one entry per topic in the order given
 * @see docs/methods/copeland.md
 */
export function copeland({ topics, above }: PairwisePreferences): CopelandScore[] {
  const scores = topics.map((topic, i) => {
    let wins = 0;
    let ties = 0;
    topics.forEach((_, j) => {
      if (i === j) return;
      const margin = (above[i]?.[j] ?? 0) - (above[j]?.[i] ?? 0);
      if (margin > 0) wins += 1;
      if (margin === 0) ties += 1;
    });
    return { topic, wins, ties, score: wins + ties / 2 };
  });
  const ranks = competitionRanks(scores.map(({ score }) => score));
  return scores.map((score, index) => ({ ...score, rank: ranks[index] ?? scores.length }));
}
