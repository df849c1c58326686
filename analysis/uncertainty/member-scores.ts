import { scoreFromSums } from "../priorities/priority-method";
import { PACK, type ScoreChannels } from "../priorities/score-channels";

/** What each member adds to each topic's score, so that two topics can be compared member by member. */
export interface MemberScores {
  /** Score of each topic. */
  readonly scores: readonly number[];
  /** Members that answered on both of two topics, and the standard deviation of their differences, for i < j. */
  pairs(): readonly { readonly i: number; readonly j: number; readonly n: number; readonly sd: number }[];
}

/**
 * Jackknife pseudo-values of the members: n times the score minus (n - 1) times the score without the member. For a
 * mean they are the members' own values, so their differences are those of a paired t statistic; for the mean weighted
 * discrepancy, a product of means, they linearise it. Members without an answer on a topic have none there.
 */
export function memberScores(channels: ScoreChannels): MemberScores {
  const k = channels.topics.length;
  const n = channels.respondents.length;
  const values = new Float64Array(n * k).fill(Number.NaN);
  const scores = channels.topics.map((_, t) => {
    let sum = 0;
    let answers = 0;
    for (let row = 0; row < n; row += 1) {
      sum += channels.scores[row * k + t] ?? 0;
      answers += channels.answers[row * k + t] ?? 0;
    }
    const whole = unpackScore(channels, sum, answers);
    const members = Math.floor(answers / PACK) + (answers % PACK);
    for (let row = 0; row < n; row += 1) {
      const own = channels.answers[row * k + t] ?? 0;
      if (own === 0) continue;
      const without = unpackScore(channels, sum - (channels.scores[row * k + t] ?? 0), answers - own);
      values[row * k + t] = members * whole - (members - 1) * without;
    }
    return whole;
  });
  return {
    scores,
    pairs: () =>
      scores.flatMap((_, i) =>
        scores.slice(i + 1).map((_other, offset) => ({ i, j: i + 1 + offset, ...spread(i, i + 1 + offset) })),
      ),
  };

  function spread(i: number, j: number): { n: number; sd: number } {
    let both = 0;
    let mean = 0;
    let squares = 0;
    for (let row = 0; row < n; row += 1) {
      const difference = (values[row * k + i] ?? 0) - (values[row * k + j] ?? 0);
      if (Number.isNaN(difference)) continue;
      both += 1;
      const step = difference - mean;
      mean += step / both;
      squares += step * (difference - mean);
    }
    return { n: both, sd: both > 1 ? Math.sqrt(squares / (both - 1)) : Number.NaN };
  }
}

function unpackScore({ method }: ScoreChannels, scores: number, answers: number): number {
  const low = Math.floor(scores / PACK);
  const notApplicable = Math.floor(answers / PACK);
  return scoreFromSums(method, scores - low * PACK, low, answers - notApplicable * PACK, notApplicable);
}
