import { createRandom } from "../numeric/random";
import { MINIMUM_FOR_BOOTSTRAP } from "../priorities/minimum-answers";
import type { PriorityMethod } from "../priorities/priority-method";
import type { RatingMatrix } from "../priorities/rating-matrix";
import { scoreChannels } from "../priorities/score-channels";
import { redraw } from "./bootstrap-ranks";
import { createRaoWuScorer } from "./rao-wu-scorer";
import { singleStratum } from "./resampling-strata";

/**
 * Scores of all topics under resampled answers, with each topic's finite-population correction: the first `replicates`
 * resamples that `bootstrapRanks` draws from the same seed, for what is to be calculated on each of them.
 *
 * @returns for each resample the score by topic, `null` where it has none; empty for fewer than eight respondents
 * @throws {RangeError} if `replicates` is not a whole number of 0 or more
 * @see docs/methods/bootstrap-ranks.md
 */
export function scoreReplicates(
  matrix: RatingMatrix,
  {
    seed,
    replicates,
    method = "meanWeightedDiscrepancy",
  }: { readonly seed: number; readonly replicates: number; readonly method?: PriorityMethod },
): readonly ReadonlyMap<string, number | null>[] {
  if (!Number.isInteger(replicates) || replicates < 0) throw new RangeError(`cannot draw ${replicates} replicates`);
  const channels = scoreChannels(matrix, method);
  if (channels.respondents.length < MINIMUM_FOR_BOOTSTRAP) return [];
  const groups = singleStratum(channels);
  const scorer = createRaoWuScorer(channels, groups, false);
  const random = createRandom(seed);
  const times = new Int32Array(channels.respondents.length);
  return Array.from({ length: replicates }, () => {
    redraw(times, groups, random);
    const { corrected } = scorer.score(times);
    return new Map(
      channels.topics.map((topic, t): [string, number | null] => {
        const score = corrected[t] ?? Number.NaN;
        return [topic, Number.isNaN(score) ? null : score];
      }),
    );
  });
}
