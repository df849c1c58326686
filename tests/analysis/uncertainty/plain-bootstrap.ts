import { competitionRanks } from "~/analysis/numeric/competition-ranks";
import { createRandom } from "~/analysis/numeric/random";
import { CELL, isPair, type RatingMatrix } from "~/analysis/priorities/rating-matrix";

/** Places of each topic over the resamples, as the formula is written: the slow and plain way. */
export interface PlainBootstrap {
  readonly corrected: readonly (readonly (number | null)[])[];
  readonly uncorrected: readonly (readonly (number | null)[])[];
}

/**
 * Rao-Wu bootstrap of the mean weighted discrepancy with weights written out per member and topic, for matrices in which
 * every topic has a place and every respondent an answer. Draws like the product, so places can be compared one by one.
 */
export function plainBootstrap(matrix: RatingMatrix, replicates: number, seed: number): PlainBootstrap {
  const random = createRandom(seed);
  const n = matrix.respondents.length;
  const corrected: (number | null)[][] = [];
  const uncorrected: (number | null)[][] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const times = new Array<number>(n).fill(0);
    for (let draw = 1; draw < n; draw += 1) {
      const row = random.integer(n);
      times[row] = (times[row] ?? 0) + 1;
    }
    corrected.push(competitionRanks(matrix.topics.map((_, topic) => score(matrix, topic, times, true))));
    uncorrected.push(competitionRanks(matrix.topics.map((_, topic) => score(matrix, topic, times, false))));
  }
  return { corrected, uncorrected };
}

function score(matrix: RatingMatrix, topic: number, times: readonly number[], correct: boolean): number | null {
  const n = times.length;
  const cells = times.map((r, row) => {
    const cell = row * matrix.topics.length + topic;
    return { r, importance: matrix.importance[cell] ?? 0, capability: matrix.capability[cell] ?? 0 };
  });
  const answered = cells.filter(
    ({ importance, capability }) => isPair(importance, capability) || importance === CELL.notApplicable,
  );
  const lambda = correct ? Math.sqrt(1 - answered.length / matrix.N) : 1;
  let importances = 0;
  let capabilities = 0;
  let raters = 0;
  let all = 0;
  for (const { r, importance, capability } of answered) {
    const weight = 1 - lambda + ((lambda * n) / (n - 1)) * r;
    all += weight;
    if (importance === CELL.notApplicable) continue;
    raters += weight;
    importances += weight * importance;
    capabilities += weight * capability;
  }
  if (raters === 0) return null;
  return ((importances / raters) * ((importances - capabilities) / raters) * raters) / all;
}
