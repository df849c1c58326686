import { roundForTies } from "../numeric/competition-ranks";
import { createRandom } from "../numeric/random";
import { MINIMUM_FOR_BOOTSTRAP, tooFew } from "../priorities/minimum-answers";
import { type PriorityMethod, scoreFromSums } from "../priorities/priority-method";
import type { RatingMatrix } from "../priorities/rating-matrix";
import { PACK, scoreChannels } from "../priorities/score-channels";
import type { OnProgress, Provenance, ShouldStop, UndefinedReason } from "../result";

export interface ConcordanceOptions {
  readonly seed: number;
  readonly method?: PriorityMethod;
  /** Populations made up; default 400. */
  readonly populations?: number;
  /** Places compared; default 10. */
  readonly places?: number;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}

export interface ConcordanceCurve {
  readonly provenance: Provenance;
  readonly reason: UndefinedReason | null;
  /** Places compared, fewer than asked for if there are fewer topics. */
  readonly places: number;
  /** Expected number of the first places of all members that n members name, from n = 5 to N. */
  readonly points: readonly { readonly n: number; readonly shared: number }[];
  /** Members that answered in this round: the point to mark. */
  readonly marked: number;
  readonly populations: number;
}

const FEWEST = 5;
const POINTS = 80;

/**
 * How good is this round? The expected overlap of the first ten places between a sample of n members and all N, for n
 * from 5 to N, from the round's own answers.
 *
 * The whole population is unknown, so many are made up: the members that answered, and for each silent one an answering
 * member drawn at random (finite-population bootstrap: Booth, Butler & Hall 1994). Each is put in random order, and its
 * first n members are the sample. With ties at the last place the overlap is the share of the larger set. Above 80 sizes
 * only every so many are shown, the round's own among them.
 *
 * @throws {RangeError} if populations or places are no positive whole numbers
 * @see docs/methods/concordance-curve.md
 */
export function concordanceCurve(matrix: RatingMatrix, options: ConcordanceOptions): ConcordanceCurve {
  const { seed, method = "meanWeightedDiscrepancy", populations = 400, places = 10 } = options;
  for (const whole of [populations, places])
    if (!Number.isInteger(whole) || whole < 1) throw new RangeError(`${whole} is no positive whole number`);
  const channels = scoreChannels(matrix, method);
  const n = channels.respondents.length;
  const k = channels.topics.length;
  const { N } = matrix;
  const provenance: Provenance = {
    n,
    N,
    coverage: N === 0 ? null : n / N,
    method: "uncertainty/concordance-curve",
    version: 1,
    parameters: { method, populations, places },
    seed,
  };
  const compared = Math.min(places, k);
  const frame = { provenance, places: compared, marked: n };
  const reason = tooFew(n, MINIMUM_FOR_BOOTSTRAP) ?? (k === 0 ? "tooFewItems" : null);
  if (reason) return { ...frame, reason, points: [], populations: 0 };

  const sizes = sampleSizes(n, N);
  const random = createRandom(seed);
  const population = new Int32Array(N);
  const shared = new Float64Array(sizes.length);
  const sums = { scores: new Float64Array(k), answers: new Float64Array(k) };
  const held = sizes.map(() => new Uint8Array(k));
  const keys = new Float64Array(k);
  let done = 0;
  while (done < populations) {
    options.onProgress?.({ done, total: populations });
    if (options.shouldStop?.()) break;
    for (let member = 0; member < N; member += 1) population[member] = member < n ? member : random.integer(n);
    shuffle(population, random.integer);
    sums.scores.fill(0);
    sums.answers.fill(0);
    let next = 0;
    for (let member = 0; member < N; member += 1) {
      const source = (population[member] ?? 0) * k;
      for (let t = 0; t < k; t += 1) {
        sums.scores[t] = (sums.scores[t] ?? 0) + (channels.scores[source + t] ?? 0);
        sums.answers[t] = (sums.answers[t] ?? 0) + (channels.answers[source + t] ?? 0);
      }
      const target = held[next];
      if (member + 1 !== sizes[next] || !target) continue;
      holders(target);
      next += 1;
    }
    const all = held[held.length - 1] ?? new Uint8Array(k);
    held.forEach((own, index) => {
      shared[index] = (shared[index] ?? 0) + compared * overlap(own, all);
    });
    done += 1;
  }
  return {
    ...frame,
    reason: done === 0 ? "notTested" : null,
    points: done === 0 ? [] : sizes.map((size, index) => ({ n: size, shared: (shared[index] ?? 0) / done })),
    populations: done,
  };

  function holders(target: Uint8Array): void {
    for (let t = 0; t < k; t += 1) {
      const low = Math.floor((sums.scores[t] ?? 0) / PACK);
      const notApplicable = Math.floor((sums.answers[t] ?? 0) / PACK);
      const raters = (sums.answers[t] ?? 0) - notApplicable * PACK;
      const score = scoreFromSums(method, (sums.scores[t] ?? 0) - low * PACK, low, raters, notApplicable);
      keys[t] = Number.isNaN(score) ? Number.NEGATIVE_INFINITY : roundForTies(score);
    }
    const least = [...keys].sort((a, b) => b - a)[compared - 1] ?? 0;
    for (let t = 0; t < k; t += 1)
      target[t] = (keys[t] ?? 0) >= least && (keys[t] ?? 0) > Number.NEGATIVE_INFINITY ? 1 : 0;
  }
}

function sampleSizes(n: number, N: number): number[] {
  const step = Math.max(1, Math.ceil((N - FEWEST) / POINTS));
  const sizes = new Set([n, N]);
  for (let size = FEWEST; size < N; size += step) sizes.add(size);
  return [...sizes].sort((a, b) => a - b);
}

function shuffle(values: Int32Array, integer: (below: number) => number): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = integer(last + 1);
    const value = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = value;
  }
}

function overlap(a: Uint8Array, b: Uint8Array): number {
  let both = 0;
  let inA = 0;
  let inB = 0;
  for (let index = 0; index < a.length; index += 1) {
    if (a[index] === 1) inA += 1;
    if (b[index] === 1) inB += 1;
    if (a[index] === 1 && b[index] === 1) both += 1;
  }
  return both / Math.max(inA, inB, 1);
}
