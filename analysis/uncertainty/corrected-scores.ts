/** The score of a topic among the first ten, and what is left of it without the luck of those who stand there. */
export interface CorrectedScore {
  readonly topic: string;
  readonly rank: number;
  readonly published: number;
  readonly bias: number;
  readonly corrected: number;
}

const PLACES = 10;

/**
 * Scores of the first ten places corrected for the winner's curse (after Andrews, Kitagawa & McCloskey 2024): who
 * stands in front does so partly by luck, so published scores at the top are too high.
 *
 * The bias of place j is the mean over resamples of (the resample's score of whoever stands at j there minus that
 * topic's published score). A tie takes the mean bias of the places that it covers. A second figure beside the
 * published one, never instead of it.
 *
 * @param placeBias mean bias of place 1, 2, ... (`RankDraws.placeBias`)
 * @returns topics with rank 10 or better, by rank, ties by id
 * @see docs/methods/corrected-scores.md
 */
export function correctScores(
  topics: readonly string[],
  scores: readonly (number | null)[],
  ranks: readonly (number | null)[],
  placeBias: readonly number[],
): CorrectedScore[] {
  return topics
    .flatMap((topic, index) => {
      const rank = ranks[index] ?? null;
      const published = scores[index] ?? null;
      if (rank === null || published === null || rank > PLACES) return [];
      const sharing = ranks.filter((other) => other === rank).length;
      const covered = placeBias.slice(rank - 1, rank - 1 + sharing);
      const bias = covered.reduce((sum, value) => sum + value, 0) / covered.length;
      return [{ topic, rank, published, bias, corrected: published - bias }];
    })
    .sort((a, b) => a.rank - b.rank);
}
