import { roundForTies } from "../numeric/competition-ranks";
import type { OnProgress, Provenance, ShouldStop } from "../result";
import { MINIMUM_FOR_RANK } from "./minimum-answers";
import { type PriorityMethod, scoreFromSums } from "./priority-method";
import type { RatingMatrix } from "./rating-matrix";
import { PACK, type ScoreChannels, scoreChannels } from "./score-channels";

export interface FragilityOptions {
  readonly method?: PriorityMethod;
  /** Sets of this many members are tried at most; default 3. */
  readonly maximumSize?: number;
  /** A size with more subsets than this is not searched, and the result says so; default two million. */
  readonly maximumSubsets?: number;
  /** Sets to write out at most; all are counted. Default 20. */
  readonly listed?: number;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}

/** Members without whom the first places would be others. */
export interface RemovalSet {
  readonly members: readonly string[];
  readonly leaves: readonly string[];
  readonly enters: readonly string[];
}

export interface Fragility {
  /** Places looked at: the first 5, or 10. */
  readonly places: number;
  /** Topics that hold them; ties at the last place all count. */
  readonly holders: readonly string[];
  /** The fewest members whose removal changes the holders, or `null` if no set up to `searchedUpTo` does. */
  readonly size: number | null;
  /** How many sets of that size do. */
  readonly count: number;
  /** The first of them, by ids. */
  readonly sets: readonly RemovalSet[];
  /** Sizes up to this one were searched completely. */
  readonly searchedUpTo: number;
}

export interface FragilityResult {
  readonly provenance: Provenance;
  readonly topFive: Fragility;
  readonly topTen: Fragility;
}

const STEP = 20_000;

/**
 * The fewest members whose removal changes which topics hold the first five, and the first ten, places; every set of
 * one, then two, then three members is tried.
 *
 * A removal is counted as if those members had not answered: a topic left with fewer than five raters loses its place.
 * Names members: for the office only.
 *
 * @throws {RangeError} if `maximumSize` is no whole number from 1 to 3
 * @see docs/methods/fragility.md
 */
export function fragility(matrix: RatingMatrix, options: FragilityOptions = {}): FragilityResult {
  const { method = "meanWeightedDiscrepancy", maximumSize = 3, maximumSubsets = 2_000_000, listed = 20 } = options;
  if (!Number.isInteger(maximumSize) || maximumSize < 1 || maximumSize > 3)
    throw new RangeError(`sets of ${maximumSize} members are not searched`);
  const channels = scoreChannels(matrix, method);
  const n = channels.respondents.length;
  const search = { channels, maximumSize, maximumSubsets, listed, options };
  return {
    provenance: {
      n,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : n / matrix.N,
      method: "priorities/fragility",
      version: 1,
      parameters: { method, maximumSize, maximumSubsets, listed },
      seed: null,
    },
    topFive: searchRemovals(search, 5),
    topTen: searchRemovals(search, 10),
  };
}

interface Search {
  readonly channels: ScoreChannels;
  readonly maximumSize: number;
  readonly maximumSubsets: number;
  readonly listed: number;
  readonly options: FragilityOptions;
}

function searchRemovals({ channels, maximumSize, maximumSubsets, listed, options }: Search, places: number): Fragility {
  const n = channels.respondents.length;
  const judge = createJudge(channels, places);
  const topicsOf = (holds: Uint8Array, others?: Uint8Array) =>
    channels.topics.filter((_, t) => holds[t] === 1 && (others === undefined || others[t] !== 1));
  const found = { size: null as number | null, count: 0, sets: [] as RemovalSet[], searchedUpTo: 0 };
  for (let size = 1; size <= Math.min(maximumSize, n) && found.size === null; size += 1) {
    const total = subsets(n, size);
    if (total > maximumSubsets) break;
    let tried = 0;
    let stopped = false;
    const visit = (from: number, left: number, members: readonly number[]): void => {
      for (let row = from; row <= n - left && !stopped; row += 1) {
        judge.remove(row);
        if (left > 1) visit(row + 1, left - 1, [...members, row]);
        else {
          tried += 1;
          if (tried % STEP === 0) {
            options.onProgress?.({ done: tried, total, note: `${size}` });
            stopped = options.shouldStop?.() ?? false;
          }
          if (judge.changed()) {
            found.count += 1;
            if (found.sets.length < listed)
              found.sets.push({
                members: [...members, row].map((member) => channels.respondents[member] ?? ""),
                leaves: topicsOf(judge.before, judge.now),
                enters: topicsOf(judge.now, judge.before),
              });
          }
        }
        judge.restore(row);
      }
    };
    visit(0, size, []);
    if (found.count > 0) found.size = size;
    if (stopped) break;
    found.searchedUpTo = size;
  }
  return { places, holders: topicsOf(judge.before), ...found };
}

function subsets(n: number, size: number): number {
  let total = 1;
  for (let index = 0; index < size; index += 1) total = (total * (n - index)) / (index + 1);
  return total;
}

/** Who holds the first places with some members left out; sums are whole numbers, so removing and restoring is exact. */
function createJudge(channels: ScoreChannels, places: number) {
  const k = channels.topics.length;
  const scores = new Float64Array(k);
  const answers = new Float64Array(k);
  const keys = new Float64Array(k);
  const best = new Float64Array(places);
  const before = new Uint8Array(k);
  const now = new Uint8Array(k);
  const add = (row: number, sign: 1 | -1) => {
    for (let t = 0; t < k; t += 1) {
      scores[t] = (scores[t] ?? 0) + sign * (channels.scores[row * k + t] ?? 0);
      answers[t] = (answers[t] ?? 0) + sign * (channels.answers[row * k + t] ?? 0);
    }
  };
  const hold = (holds: Uint8Array) => {
    best.fill(Number.NEGATIVE_INFINITY);
    for (let t = 0; t < k; t += 1) {
      const low = Math.floor((scores[t] ?? 0) / PACK);
      const notApplicable = Math.floor((answers[t] ?? 0) / PACK);
      const raters = (answers[t] ?? 0) - notApplicable * PACK;
      const high = (scores[t] ?? 0) - low * PACK;
      const key =
        raters < MINIMUM_FOR_RANK
          ? Number.NEGATIVE_INFINITY
          : roundForTies(scoreFromSums(channels.method, high, low, raters, notApplicable));
      keys[t] = key;
      let place = places - 1;
      if (key <= (best[place] ?? 0)) continue;
      for (; place > 0 && (best[place - 1] ?? 0) < key; place -= 1) best[place] = best[place - 1] ?? 0;
      best[place] = key;
    }
    // Rank `places` or better means: not below the score at that place, and having a score at all.
    const least = best[places - 1] ?? 0;
    for (let t = 0; t < k; t += 1) {
      const key = keys[t] ?? 0;
      holds[t] = key >= least && key > Number.NEGATIVE_INFINITY ? 1 : 0;
    }
  };
  for (let row = 0; row < channels.respondents.length; row += 1) add(row, 1);
  hold(before);
  return {
    before,
    now,
    remove: (row: number) => add(row, -1),
    restore: (row: number) => add(row, 1),
    changed(): boolean {
      hold(now);
      for (let t = 0; t < k; t += 1) if (now[t] !== before[t]) return true;
      return false;
    },
  };
}
