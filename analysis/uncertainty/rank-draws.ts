/** Counts, over many draws of all scores, where each topic came out. */
export interface RankDraws {
  /** Takes one draw: a score per topic, of up to nine million either way, NaN for a topic without one, which takes no place in this draw. */
  add(scores: Float64Array): void;
  /** Draws in which the topic had a score. */
  drawn(topic: number): number;
  /** Draws in which the topic's competition rank was `rank` or better. */
  within(topic: number, rank: number): number;
  /** Smallest rank that at least the share `p` of the topic's draws does not exceed (R's quantile type 1). */
  quantile(topic: number, p: number): number;
  /** Draws in which `topic` stood strictly above `other`. */
  above(topic: number, other: number): number;
  /** Mean over draws of (score of whoever stood at place j - that topic's published score), j from 0. */
  placeBias(): number[];
}

/**
 * An empty count for `published.length` topics.
 *
 * Scores are compared rounded to nine decimals, equal ones share the best place. A tie stands at all the places that it
 * covers, with its mean, so that nothing depends on the order of the topics.
 *
 * @param published scores that the bias of places is measured against
 * @param counted `pairs`: count who stood above whom; `bias`: sum up the bias of places; both cost time
 */
export function createRankDraws(
  published: readonly number[],
  counted: { readonly pairs?: boolean; readonly bias?: boolean },
): RankDraws {
  const { pairs = false, bias = false } = counted;
  const k = published.length;
  const base = Float64Array.from(published);
  const publishedOrder = Int32Array.from([...base.keys()].sort((a, b) => (base[b] ?? 0) - (base[a] ?? 0) || a - b));
  const order = new Int32Array(k);
  const rounded = new Float64Array(k);
  const keys = new Float64Array(k);
  const counts = new Int32Array(k * k);
  const aboveCounts = new Int32Array(pairs ? k * k : 0);
  const biasSums = new Float64Array(k);
  const biasDraws = new Int32Array(k);

  const drawn = (topic: number) => sumRange(counts, topic * k, topic * k + k);
  return {
    add(scores) {
      const scored = roundAll(rounded, scores);
      sortByKey(order, keys, rounded, publishedOrder);
      let start = 0;
      for (let position = 0; position < scored; position += 1) {
        if (keys[position] !== keys[start]) start = position;
        const cell = (order[position] ?? 0) * k + start;
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      if (pairs) countPairs(scored);
      if (bias) addBias(scores, scored);
    },
    drawn,
    within: (topic, rank) => sumRange(counts, topic * k, topic * k + Math.min(rank, k)),
    quantile(topic, p) {
      // The slack keeps p * draws from missing a whole number by its last bit.
      const needed = p * drawn(topic) - 1e-9;
      let sum = 0;
      for (let rank = 1; rank <= k; rank += 1) {
        sum += counts[topic * k + rank - 1] ?? 0;
        if (sum > 0 && sum >= needed) return rank;
      }
      return Number.NaN;
    },
    above: (topic, other) => aboveCounts[topic * k + other] ?? 0,
    placeBias: () => Array.from(biasSums, (sum, place) => sum / (biasDraws[place] ?? 0)),
  };

  function countPairs(scored: number): void {
    let end = 0;
    for (let position = 0; position < scored; position += 1) {
      while (end < scored && keys[end] === keys[position]) end += 1;
      const row = (order[position] ?? 0) * k;
      for (let below = end; below < scored; below += 1) {
        const pair = row + (order[below] ?? 0);
        aboveCounts[pair] = (aboveCounts[pair] ?? 0) + 1;
      }
    }
  }

  function addBias(scores: Float64Array, scored: number): void {
    let start = 0;
    while (start < scored) {
      let end = start;
      let difference = 0;
      for (; end < scored && keys[end] === keys[start]; end += 1) {
        const topic = order[end] ?? 0;
        difference += (scores[topic] ?? 0) - (base[topic] ?? 0);
      }
      for (let position = start; position < end; position += 1) {
        biasSums[position] = (biasSums[position] ?? 0) + difference / (end - start);
        biasDraws[position] = (biasDraws[position] ?? 0) + 1;
      }
      start = end;
    }
  }
}

/**
 * Puts topics in falling order of their keys, those without a score (minus infinity) last. Begins with the published
 * order, from which few draws are far.
 */
function sortByKey(order: Int32Array, sorted: Float64Array, keys: Float64Array, from: Int32Array): void {
  for (let i = 0; i < from.length; i += 1) {
    const topic = from[i] ?? 0;
    const key = keys[topic] ?? 0;
    let j = i - 1;
    while (j >= 0 && (sorted[j] ?? 0) < key) {
      sorted[j + 1] = sorted[j] ?? 0;
      order[j + 1] = order[j] ?? 0;
      j -= 1;
    }
    sorted[j + 1] = key;
    order[j + 1] = topic;
  }
}

/** Scores as whole numbers of billionths, in which ties are judged; returns how many topics have one. */
function roundAll(keys: Float64Array, scores: Float64Array): number {
  let scored = 0;
  for (let topic = 0; topic < keys.length; topic += 1) {
    const score = scores[topic] ?? 0;
    const missing = Number.isNaN(score);
    keys[topic] = missing ? Number.NEGATIVE_INFINITY : Math.round(score * 1e9);
    if (!missing) scored += 1;
  }
  return scored;
}

function sumRange(counts: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += counts[index] ?? 0;
  return sum;
}
