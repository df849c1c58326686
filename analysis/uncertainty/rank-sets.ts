import { competitionRanks, roundForTies } from "../numeric/competition-ranks";
import { studentTQuantile } from "../numeric/distributions/student-t";
import { MINIMUM_FOR_BOOTSTRAP, tooFew } from "../priorities/minimum-answers";
import type { PriorityMethod } from "../priorities/priority-method";
import type { RatingMatrix } from "../priorities/rating-matrix";
import { scoreChannels } from "../priorities/score-channels";
import type { Provenance, UndefinedReason } from "../result";
import { memberScores } from "./member-scores";

/** Places that a topic may have: from behind all that surely stand above it to ahead of all that surely stand below. */
export interface RankSet {
  readonly low: number;
  readonly high: number;
}

export interface RankSets {
  readonly provenance: Provenance;
  readonly reason: UndefinedReason | null;
  /** By id. */
  readonly topics: readonly {
    readonly topic: string;
    readonly rank: number;
    /** Holds for this one topic, chosen before looking. */
    readonly marginal: RankSet;
    /** Hold for all topics at once. */
    readonly simultaneous: RankSet;
  }[];
}

/**
 * The strict statement: sets of places that cover the true ones with at least the given confidence (Mogstad, Romano,
 * Shaikh & Wilhelm 2024), here from paired t statistics with finite-population correction and Bonferroni's inequality,
 * so without any drawing. Valid and wide: at 25 of 33 members a set spans 16 to 24 of 35 places.
 *
 * The difference of two topics is that of their scores, its standard error comes from the members that answered on
 * both (jackknife pseudo-values), with n - 1 degrees of freedom. Where the error is zero, any difference is sure.
 *
 * @param confidence default 0.9
 * @throws {RangeError} if confidence is not between 0 and 1
 * @see docs/methods/rank-sets.md
 */
export function rankSets(
  matrix: RatingMatrix,
  { method = "meanWeightedDiscrepancy", confidence = 0.9 }: { method?: PriorityMethod; confidence?: number } = {},
): RankSets {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  const channels = scoreChannels(matrix, method);
  const n = channels.respondents.length;
  const provenance: Provenance = {
    n,
    N: matrix.N,
    coverage: matrix.N === 0 ? null : n / matrix.N,
    method: "uncertainty/rank-sets",
    version: 1,
    parameters: { method, confidence },
    seed: null,
  };
  const reason = tooFew(n, MINIMUM_FOR_BOOTSTRAP);
  if (reason) return { provenance, reason, topics: [] };

  const k = channels.topics.length;
  const { scores, pairs } = memberScores(channels);
  const ranks = competitionRanks(scores);
  const marginal = scores.map(() => ({ low: 1, high: k }));
  const simultaneous = scores.map(() => ({ low: 1, high: k }));
  const error = 1 - confidence;
  const critical = criticalValues();
  for (const { i, j, n: both, sd } of pairs()) {
    const difference = (scores[i] ?? 0) - (scores[j] ?? 0);
    if (both < 2 || roundForTies(difference) === 0) continue;
    const standardError = (sd / Math.sqrt(both)) * Math.sqrt(1 - both / matrix.N);
    const [upper, lower] = difference > 0 ? [i, j] : [j, i];
    const judge = (sets: { low: number; high: number }[], comparisons: number) => {
      if (Math.abs(difference) <= critical(both - 1, comparisons) * standardError) return;
      const above = sets[upper];
      const below = sets[lower];
      if (above) above.high -= 1;
      if (below) below.low += 1;
    };
    judge(marginal, k - 1);
    judge(simultaneous, (k * (k - 1)) / 2);
  }
  return {
    provenance,
    reason: null,
    topics: channels.topics.map((topic, t) => ({
      topic,
      rank: ranks[t] ?? k,
      marginal: marginal[t] ?? { low: 1, high: k },
      simultaneous: simultaneous[t] ?? { low: 1, high: k },
    })),
  };

  function criticalValues() {
    const known = new Map<string, number>();
    return (df: number, comparisons: number): number => {
      const key = `${df}/${comparisons}`;
      const value = known.get(key) ?? -studentTQuantile(error / (2 * comparisons), df);
      known.set(key, value);
      return value;
    };
  }
}
