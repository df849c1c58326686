import { scoreFromSums } from "../priorities/priority-method";
import { PACK, type ScoreChannels } from "../priorities/score-channels";
import type { ResamplingStrata } from "./resampling-strata";

/** Scores of all topics under resampling weights. */
export interface RaoWuScorer {
  /** Scores of the answers as they came. */
  readonly published: Float64Array;
  /** Share of the members asked that rated the topic or called it not applicable; the finite-population fraction. */
  readonly fractions: readonly number[];
  /** Sets the scores for one resample: how often each row was drawn. The arrays are overwritten by the next call. */
  score(times: Int32Array): { readonly corrected: Float64Array; readonly uncorrected: Float64Array };
}

/**
 * Scores under the rescaled weights of Rao & Wu (1988): drawn r times among m = n - 1 draws, a member weighs
 * 1 - lambda + lambda (n / m) r, lambda = sqrt(1 - f). Weights sum to n, are never negative, and the variance of a mean
 * is exactly (1 - f) s^2 / n.
 *
 * f is each topic's own (raters and "not applicable" over members asked, in the stratum): one f for all would call a
 * topic that half of the members rated a census because all replied. With strata the scores are post-stratified, each
 * stratum's answers of a topic weighted up to its members, anew in each resample. `uncorrected` has lambda = 1.
 *
 * A topic without any answer in a resample (possible only without correction) scores NaN.
 */
export function createRaoWuScorer(
  channels: ScoreChannels,
  { strata }: ResamplingStrata,
  weighted: boolean,
): RaoWuScorer {
  const k = channels.topics.length;
  const size = strata.length * k;
  const totals = { scores: new Float64Array(size), answers: new Float64Array(size) };
  const drawn = { scores: new Float64Array(size), answers: new Float64Array(size) };
  const everyone = new Int32Array(channels.respondents.length).fill(1);
  addUp(everyone, totals);

  const lambda = new Float64Array(size);
  const scale = Float64Array.from(strata, ({ rows }) => (rows.length > 1 ? rows.length / (rows.length - 1) : 1));
  const asked = Float64Array.from(strata, ({ N }) => N);
  strata.forEach(({ N }, h) => {
    for (let t = 0; t < k; t += 1)
      lambda[h * k + t] = Math.sqrt(Math.max(0, 1 - count(totals.answers[h * k + t] ?? 0) / N));
  });
  const fractions = channels.topics.map(
    (_, t) => strata.reduce((sum, _stratum, h) => sum + count(totals.answers[h * k + t] ?? 0), 0) / channels.N,
  );

  const published = new Float64Array(k);
  const corrected = new Float64Array(k);
  const uncorrected = new Float64Array(k);
  combine(published, 0);

  return {
    published,
    fractions,
    score(times) {
      addUp(times, drawn);
      combine(corrected, null);
      combine(uncorrected, 1);
      return { corrected, uncorrected };
    },
  };

  function addUp(times: Int32Array, sums: typeof drawn): void {
    const { scores, answers } = sums;
    scores.fill(0);
    answers.fill(0);
    for (let h = 0; h < strata.length; h += 1) {
      const rows = strata[h]?.rows ?? [];
      const target = h * k;
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] ?? 0;
        const r = times[row] ?? 0;
        if (r === 0) continue;
        const source = row * k;
        for (let t = 0; t < k; t += 1) {
          scores[target + t] = (scores[target + t] ?? 0) + r * (channels.scores[source + t] ?? 0);
          answers[target + t] = (answers[target + t] ?? 0) + r * (channels.answers[source + t] ?? 0);
        }
      }
    }
  }

  /** `fixed`: one lambda for all (0 the answers as they came, 1 no correction) instead of each topic's own. */
  function combine(target: Float64Array, fixed: number | null): void {
    for (let t = 0; t < k; t += 1) {
      let high = 0;
      let low = 0;
      let raters = 0;
      let notApplicable = 0;
      for (let h = 0; h < strata.length; h += 1) {
        const cell = h * k + t;
        const share = fixed ?? lambda[cell] ?? 0;
        const keep = 1 - share;
        const redrawn = share === 0 ? 0 : share * (scale[h] ?? 1);
        const wholeScores = totals.scores[cell] ?? 0;
        const wholeAnswers = totals.answers[cell] ?? 0;
        const drawnScores = drawn.scores[cell] ?? 0;
        const drawnAnswers = drawn.answers[cell] ?? 0;
        const wholeLow = Math.floor(wholeScores / PACK);
        const wholeWithout = Math.floor(wholeAnswers / PACK);
        const drawnLow = Math.floor(drawnScores / PACK);
        const drawnWithout = Math.floor(drawnAnswers / PACK);
        const rated = keep * (wholeAnswers - wholeWithout * PACK) + redrawn * (drawnAnswers - drawnWithout * PACK);
        const without = keep * wholeWithout + redrawn * drawnWithout;
        // A stratum without an answer to this topic leaves the weighted score undefined.
        const weight = weighted ? (asked[h] ?? 0) / (rated + without) : 1;
        high += weight * (keep * (wholeScores - wholeLow * PACK) + redrawn * (drawnScores - drawnLow * PACK));
        low += weight * (keep * wholeLow + redrawn * drawnLow);
        raters += weight * rated;
        notApplicable += weight * without;
      }
      target[t] = scoreFromSums(channels.method, high, low, raters, notApplicable);
    }
  }
}

function count(answers: number): number {
  const notApplicable = Math.floor(answers / PACK);
  return answers - notApplicable * PACK + notApplicable;
}
