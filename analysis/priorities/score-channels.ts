import { MINIMUM_FOR_RANK } from "./minimum-answers";
import type { PriorityMethod } from "./priority-method";
import { CELL, isPair, type RatingMatrix } from "./rating-matrix";
import { bordaPoints } from "./top-five-borda";

/** Two whole numbers travel in one double: sums stay exact up to 2^26 each, and one addition adds both. */
export const PACK = 2 ** 26;

/**
 * What one method needs of each respondent and topic, packed so that sums over members are additions: `high + low *
 * PACK` and `raters + notApplicable * PACK` (the sums of `scoreFromSums`). Only topics with enough answers for a place are columns.
 */
export interface ScoreChannels {
  readonly method: PriorityMethod;
  /** Topics by id that have a place. */
  readonly topics: readonly string[];
  /** Members that answered anything that the method uses. */
  readonly respondents: readonly string[];
  readonly stratumOf: Int32Array;
  readonly strata: RatingMatrix["strata"];
  readonly N: number;
  /** Per respondent and topic, `row * topics.length + column`. */
  readonly scores: Float64Array;
  readonly answers: Float64Array;
}

/** The channels of one method; topics with fewer than five raters (or lists) are left out. */
export function scoreChannels(matrix: RatingMatrix, method: PriorityMethod): ScoreChannels {
  const width = matrix.topics.length;
  const all = matrix.respondents.map((_, row) => row);
  const rows = all.filter((row) => answered(matrix, method, row));
  const columns = matrix.topics.flatMap((_, column) => {
    const raters = rows.filter((row) => cellOf(matrix, method, row * width + column, row).answer === 1).length;
    return raters >= MINIMUM_FOR_RANK ? [column] : [];
  });
  const scores = new Float64Array(rows.length * columns.length);
  const answers = new Float64Array(rows.length * columns.length);
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const { score, answer } = cellOf(matrix, method, row * width + column, row);
      scores[r * columns.length + c] = score;
      answers[r * columns.length + c] = answer;
    });
  });
  return {
    method,
    topics: columns.map((column) => matrix.topics[column] ?? ""),
    respondents: rows.map((row) => matrix.respondents[row] ?? ""),
    stratumOf: Int32Array.from(rows, (row) => matrix.stratumOf[row] ?? 0),
    strata: matrix.strata,
    N: matrix.N,
    scores,
    answers,
  };
}

function answered(matrix: RatingMatrix, method: PriorityMethod, row: number): boolean {
  const width = matrix.topics.length;
  for (let cell = row * width; cell < (row + 1) * width; cell += 1)
    if (cellOf(matrix, method, cell, row).answer !== 0) return true;
  return false;
}

function cellOf(matrix: RatingMatrix, method: PriorityMethod, cell: number, row: number) {
  if (method === "topFiveBorda")
    return (matrix.listLength[row] ?? 0) === 0
      ? { score: 0, answer: 0 }
      : { score: bordaPoints(matrix.place[cell] ?? 0), answer: 1 };
  const importance = matrix.importance[cell] ?? 0;
  const capability = matrix.capability[cell] ?? 0;
  if (importance === CELL.notApplicable) return { score: 0, answer: PACK };
  if (!isPair(importance, capability)) return { score: 0, answer: 0 };
  if (method === "rankedDiscrepancy")
    return { score: Number(importance > capability) + Number(importance < capability) * PACK, answer: 1 };
  return { score: importance + capability * PACK, answer: 1 };
}
