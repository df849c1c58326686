import { scoreFromSums } from "./priority-method";
import { PACK, type ScoreChannels } from "./score-channels";

/**
 * Scores of the channels' topics from their respondents, raw or post-stratified; NaN where there is none.
 *
 * Post-stratified: each stratum's answers on a topic (raters and "not applicable") are weighted up to the members
 * asked in it, so the mean is the sum of the strata's means weighted by their size (Holt & Smith 1979); a topic that
 * nobody answered in some stratum has no weighted score.
 */
export function channelScores(channels: ScoreChannels, { weighted }: { readonly weighted: boolean }): Float64Array {
  const k = channels.topics.length;
  const strata = weighted ? channels.strata : [{ N: channels.N }];
  const size = strata.length * k;
  const scores = new Float64Array(size);
  const answers = new Float64Array(size);
  for (let row = 0; row < channels.respondents.length; row += 1) {
    const target = weighted ? (channels.stratumOf[row] ?? 0) * k : 0;
    for (let t = 0; t < k; t += 1) {
      scores[target + t] = (scores[target + t] ?? 0) + (channels.scores[row * k + t] ?? 0);
      answers[target + t] = (answers[target + t] ?? 0) + (channels.answers[row * k + t] ?? 0);
    }
  }
  return Float64Array.from(channels.topics, (_, t) => {
    const sums = { high: 0, low: 0, raters: 0, notApplicable: 0 };
    strata.forEach(({ N }, h) => {
      const cell = h * k + t;
      const low = Math.floor((scores[cell] ?? 0) / PACK);
      const notApplicable = Math.floor((answers[cell] ?? 0) / PACK);
      const raters = (answers[cell] ?? 0) - notApplicable * PACK;
      const weight = weighted ? N / (raters + notApplicable) : 1;
      sums.high += weight * ((scores[cell] ?? 0) - low * PACK);
      sums.low += weight * low;
      sums.raters += weight * raters;
      sums.notApplicable += weight * notApplicable;
    });
    return scoreFromSums(channels.method, sums.high, sums.low, sums.raters, sums.notApplicable);
  });
}
