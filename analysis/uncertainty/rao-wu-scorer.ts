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
  const stride = Math.ceil(k / UNROLLED) * UNROLLED;
  const words = packWords(channels, stride);
  const word = new Float64Array(stride);
  const totals = emptySums(strata.length * k);
  const drawn = emptySums(strata.length * k);
  addUp(new Int32Array(channels.respondents.length).fill(1), totals);

  const lambda = new Float64Array(strata.length * k);
  strata.forEach(({ N }, h) => {
    for (let t = 0; t < k; t += 1) lambda[h * k + t] = Math.sqrt(Math.max(0, 1 - answersAt(h * k + t) / N));
  });
  const none = new Float64Array(lambda.length);
  const full = new Float64Array(lambda.length).fill(1);
  const scale = Float64Array.from(strata, ({ rows }) => (rows.length > 1 ? rows.length / (rows.length - 1) : 1));
  const published = new Float64Array(k);
  const corrected = new Float64Array(k);
  const uncorrected = new Float64Array(k);
  combine(published, none);

  return {
    published,
    fractions: channels.topics.map(
      (_, t) => strata.reduce((sum, _stratum, h) => sum + answersAt(h * k + t), 0) / channels.N,
    ),
    score(times) {
      addUp(times, drawn);
      combine(corrected, lambda);
      combine(uncorrected, full);
      return { corrected, uncorrected };
    },
  };

  function answersAt(cell: number): number {
    return (totals.raters[cell] ?? 0) + (totals.notApplicable[cell] ?? 0);
  }

  /** Sums over members, each counted `times` it was drawn; whole numbers, so exact. */
  function addUp(times: Int32Array, sums: Sums): void {
    sums.high.fill(0);
    sums.low.fill(0);
    sums.raters.fill(0);
    sums.notApplicable.fill(0);
    for (let h = 0; h < strata.length; h += 1) addStratum(strata[h]?.rows ?? [], times, sums, h * k);
  }

  function addStratum(rows: readonly number[], times: Int32Array, sums: Sums, target: number): void {
    let draws = 0;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] ?? 0;
      const r = times[row] ?? 0;
      if (r === 0) continue;
      if (draws + r > WORD_DRAWS) {
        unpackWord(word, sums, target, k);
        draws = 0;
      }
      draws += r;
      addTimes(word, words, row * stride, r);
    }
    unpackWord(word, sums, target, k);
  }

  function combine(target: Float64Array, shares: Float64Array): void {
    if (weighted) combineStrata(target, shares);
    else combineOne(target, shares);
  }

  function combineOne(target: Float64Array, shares: Float64Array): void {
    const factor = scale[0] ?? 1;
    for (let t = 0; t < k; t += 1) {
      const share = shares[t] ?? 0;
      const keep = 1 - share;
      const redrawn = share * factor;
      target[t] = scoreFromSums(
        channels.method,
        keep * (totals.high[t] ?? 0) + redrawn * (drawn.high[t] ?? 0),
        keep * (totals.low[t] ?? 0) + redrawn * (drawn.low[t] ?? 0),
        keep * (totals.raters[t] ?? 0) + redrawn * (drawn.raters[t] ?? 0),
        keep * (totals.notApplicable[t] ?? 0) + redrawn * (drawn.notApplicable[t] ?? 0),
      );
    }
  }

  function combineStrata(target: Float64Array, shares: Float64Array): void {
    for (let t = 0; t < k; t += 1) {
      let high = 0;
      let low = 0;
      let raters = 0;
      let notApplicable = 0;
      for (let h = 0; h < strata.length; h += 1) {
        const cell = h * k + t;
        const share = shares[cell] ?? 0;
        const keep = 1 - share;
        const redrawn = share * (scale[h] ?? 1);
        const rated = keep * (totals.raters[cell] ?? 0) + redrawn * (drawn.raters[cell] ?? 0);
        const without = keep * (totals.notApplicable[cell] ?? 0) + redrawn * (drawn.notApplicable[cell] ?? 0);
        // A stratum without an answer to this topic leaves the weighted score undefined.
        const weight = (strata[h]?.N ?? 0) / (rated + without);
        high += weight * (keep * (totals.high[cell] ?? 0) + redrawn * (drawn.high[cell] ?? 0));
        low += weight * (keep * (totals.low[cell] ?? 0) + redrawn * (drawn.low[cell] ?? 0));
        raters += weight * rated;
        notApplicable += weight * without;
      }
      target[t] = scoreFromSums(channels.method, high, low, raters, notApplicable);
    }
  }
}

interface Sums {
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly raters: Float64Array;
  readonly notApplicable: Float64Array;
}

// Four sums of up to 2^13 in one double of 53 bits, so that a drawn member costs one addition per topic; unpacked
// before 1,600 draws of a rating of at most 5 could overflow their share.
const WORD = 2 ** 13;
const WORD_DRAWS = 1600;

/** Topics that one turn of the innermost loop adds; rows of words are padded with zeros to a multiple of it. */
const UNROLLED = 4;

function packWords({ topics, respondents, scores, answers }: ScoreChannels, stride: number): Float64Array {
  const words = new Float64Array(respondents.length * stride);
  scores.forEach((score, cell) => {
    const answer = answers[cell] ?? 0;
    const low = Math.floor(score / PACK);
    const notApplicable = Math.floor(answer / PACK);
    const raters = answer - notApplicable * PACK;
    const row = Math.floor(cell / topics.length);
    words[row * stride + (cell % topics.length)] =
      score - low * PACK + WORD * (low + WORD * (raters + WORD * notApplicable));
  });
  return words;
}

// Nine tenths of the time of a resample were spent here before four topics went into one turn.
function addTimes(word: Float64Array, words: Float64Array, from: number, r: number): void {
  for (let t = 0; t < word.length; t += UNROLLED) {
    const source = from + t;
    word[t] = (word[t] ?? 0) + r * (words[source] ?? 0);
    word[t + 1] = (word[t + 1] ?? 0) + r * (words[source + 1] ?? 0);
    word[t + 2] = (word[t + 2] ?? 0) + r * (words[source + 2] ?? 0);
    word[t + 3] = (word[t + 3] ?? 0) + r * (words[source + 3] ?? 0);
  }
}

function unpackWord(word: Float64Array, sums: Sums, target: number, k: number): void {
  for (let t = 0; t < k; t += 1) {
    const packed = word[t] ?? 0;
    const withoutHigh = Math.floor(packed / WORD);
    const answers = Math.floor(withoutHigh / WORD);
    const notApplicable = Math.floor(answers / WORD);
    const cell = target + t;
    sums.high[cell] = (sums.high[cell] ?? 0) + packed - withoutHigh * WORD;
    sums.low[cell] = (sums.low[cell] ?? 0) + withoutHigh - answers * WORD;
    sums.raters[cell] = (sums.raters[cell] ?? 0) + answers - notApplicable * WORD;
    sums.notApplicable[cell] = (sums.notApplicable[cell] ?? 0) + notApplicable;
    word[t] = 0;
  }
}

function emptySums(size: number): Sums {
  return {
    high: new Float64Array(size),
    low: new Float64Array(size),
    raters: new Float64Array(size),
    notApplicable: new Float64Array(size),
  };
}
