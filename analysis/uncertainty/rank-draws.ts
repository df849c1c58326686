import { roundForTies } from "../numeric/competition-ranks";

/** Counts, over many draws of all scores, where each topic came out. */
export interface RankDraws {
  /** Takes one draw: a score per topic, NaN for a topic without one, which takes no place in this draw. */
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
 * @param pairs whether to count who stood above whom
 */
export function createRankDraws(published: readonly number[], { pairs }: { readonly pairs: boolean }): RankDraws {
  const k = published.length;
  const base = Float64Array.from(published);
  const keys = new Float64Array(k);
  // Kept from draw to draw: consecutive draws are alike, so the insertion sort has little to do.
  const order = Int32Array.from({ length: k }, (_, topic) => topic);
  const counts = new Int32Array(k * k);
  const aboveCounts = new Int32Array(pairs ? k * k : 0);
  const biasSums = new Float64Array(k);
  const biasDraws = new Int32Array(k);

  const drawn = (topic: number) => sumRange(counts, topic * k, topic * k + k);
  return {
    add(scores) {
      for (let topic = 0; topic < k; topic += 1) {
        const score = scores[topic] ?? 0;
        keys[topic] = Number.isNaN(score) ? Number.NEGATIVE_INFINITY : roundForTies(score);
      }
      sortDescending(order, keys);
      let start = 0;
      while (start < k) {
        const key = keys[order[start] ?? 0] ?? 0;
        if (key === Number.NEGATIVE_INFINITY) break;
        let end = start + 1;
        while (end < k && (keys[order[end] ?? 0] ?? 0) === key) end += 1;
        let difference = 0;
        for (let position = start; position < end; position += 1) {
          const topic = order[position] ?? 0;
          counts[topic * k + start] = (counts[topic * k + start] ?? 0) + 1;
          difference += (scores[topic] ?? 0) - (base[topic] ?? 0);
          if (pairs) countAbove(topic, end);
        }
        for (let position = start; position < end; position += 1) {
          biasSums[position] = (biasSums[position] ?? 0) + difference / (end - start);
          biasDraws[position] = (biasDraws[position] ?? 0) + 1;
        }
        start = end;
      }
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

  function countAbove(topic: number, from: number): void {
    const row = topic * k;
    for (let position = from; position < k; position += 1) {
      const other = order[position] ?? 0;
      if ((keys[other] ?? 0) === Number.NEGATIVE_INFINITY) break;
      aboveCounts[row + other] = (aboveCounts[row + other] ?? 0) + 1;
    }
  }
}

function sortDescending(order: Int32Array, keys: Float64Array): void {
  for (let i = 1; i < order.length; i += 1) {
    const topic = order[i] ?? 0;
    const key = keys[topic] ?? 0;
    let j = i - 1;
    while (j >= 0 && (keys[order[j] ?? 0] ?? 0) < key) {
      order[j + 1] = order[j] ?? 0;
      j -= 1;
    }
    order[j + 1] = topic;
  }
}

function sumRange(counts: Int32Array, from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += counts[index] ?? 0;
  return sum;
}
