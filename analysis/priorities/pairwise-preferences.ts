import { CELL, isPair, type RatingMatrix } from "./rating-matrix";

/** How many members put each topic above each other one. */
export interface PairwisePreferences {
  readonly topics: readonly string[];
  /** `above[i][j]`: members that prefer `topics[i]` to `topics[j]`; the rest prefer the other or neither. */
  readonly above: readonly (readonly number[])[];
}

/**
 * Preferences of the top-five lists: a listed topic stands above all that come later and all that are not listed; of
 * two unlisted topics neither is preferred.
 *
 * @throws {RangeError} if a topic is unknown
 */
export function listPreferences(matrix: RatingMatrix, topics: readonly string[]): PairwisePreferences {
  const width = matrix.topics.length;
  const columns = columnsOf(matrix, topics);
  return count(matrix, topics, (row, i, j) => {
    const own = matrix.place[row * width + (columns[i] ?? 0)] ?? 0;
    const other = matrix.place[row * width + (columns[j] ?? 0)] ?? 0;
    return own > 0 && (other === 0 || own < other);
  });
}

/**
 * Preferences of the ratings: a member prefers the topic with the larger discrepancy, "not applicable" being a
 * discrepancy of 0; without ratings of both topics it prefers neither.
 *
 * @throws {RangeError} if a topic is unknown
 */
export function ratingPreferences(matrix: RatingMatrix, topics: readonly string[]): PairwisePreferences {
  const width = matrix.topics.length;
  const columns = columnsOf(matrix, topics);
  const discrepancy = (row: number, index: number): number | null => {
    const cell = row * width + (columns[index] ?? 0);
    const importance = matrix.importance[cell] ?? 0;
    const capability = matrix.capability[cell] ?? 0;
    if (importance === CELL.notApplicable) return 0;
    return isPair(importance, capability) ? importance - capability : null;
  };
  return count(matrix, topics, (row, i, j) => {
    const own = discrepancy(row, i);
    const other = discrepancy(row, j);
    return own !== null && other !== null && own > other;
  });
}

function columnsOf(matrix: RatingMatrix, topics: readonly string[]): number[] {
  return topics.map((topic) => {
    const column = matrix.topics.indexOf(topic);
    if (column < 0) throw new RangeError(`unknown topic "${topic}"`);
    return column;
  });
}

function count(
  matrix: RatingMatrix,
  topics: readonly string[],
  prefers: (row: number, i: number, j: number) => boolean,
): PairwisePreferences {
  const above = topics.map((_, i) =>
    topics.map((_other, j) => {
      let members = 0;
      if (i !== j) for (let row = 0; row < matrix.respondents.length; row += 1) if (prefers(row, i, j)) members += 1;
      return members;
    }),
  );
  return { topics, above };
}
