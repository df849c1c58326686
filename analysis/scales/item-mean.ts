import { summariseSample } from "../numeric/sample-summary";
import { type Interval, tInterval } from "../numeric/t-interval";
import type { Figure, Flag, Provenance, UndefinedReason } from "../result";
import { scoreInterval } from "./score-interval";
import { wilsonInterval } from "./wilson-interval";

/** For whom a figure is computed: outside the office small groups have none. */
export type Audience = "office" | "outside";

export interface ItemMean {
  readonly provenance: Provenance;
  readonly n: number;
  readonly mean: Figure;
  readonly sd: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  /** How the interval was made, `null` where there is none. */
  readonly interval: "t" | "score" | null;
  /** Share with one of the two highest values, and Wilson's interval. */
  readonly topTwo: Figure;
  readonly topTwoLower: Figure;
  readonly topTwoUpper: Figure;
  /** Answers by value, lowest first: always shown with a mean. `null` if suppressed. */
  readonly counts: readonly number[] | null;
  readonly flags: readonly Flag[];
}

export interface ItemMeanOptions {
  /** Ends of the scale; default 1 and 5. */
  readonly lowest?: number;
  readonly highest?: number;
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
  /** Size of the list that was asked, for the finite-population correction; `null` if there is no list. */
  readonly N?: number | null;
  readonly audience?: Audience;
}

/** Fewer answers than this leave the office only as "fewer than five". */
export const MINIMUM_OUTSIDE = 5;
/** Below this the t interval is replaced by the score interval. */
const MINIMUM_FOR_T = 10;

/**
 * Mean of one item of a whole-number scale with its spread, interval, top-two share and counts.
 *
 * Student's interval, clipped to the scale; with fewer than ten answers or none that differs the score interval of a
 * bounded mean ("zeroWidthReplaced" if the t interval would have had no width). With the whole list answered there is no
 * sampling error ("census"). Outside the office nothing below five answers ("suppressed").
 *
 * @param values in any order
 * @throws {RangeError} if a value is no whole number of the scale or an option impossible
 * @see docs/methods/item-mean.md
 */
export function itemMean(
  values: readonly number[],
  { lowest = 1, highest = 5, confidence = 0.95, N = null, audience = "office" }: ItemMeanOptions = {},
): ItemMean {
  if (!(Number.isInteger(lowest) && Number.isInteger(highest) && lowest < highest))
    throw new RangeError(`the scale from ${lowest} to ${highest} has no steps`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  for (const value of values) {
    if (!(Number.isInteger(value) && value >= lowest && value <= highest))
      throw new RangeError(`the value ${value} is no step of the scale from ${lowest} to ${highest}`);
  }
  const n = values.length;
  if (N !== null && !(Number.isInteger(N) && N >= n)) throw new RangeError(`a list of ${N} cannot have ${n} answers`);
  const summary = summariseSample(values);
  const hidden: UndefinedReason | null =
    n === 0 ? "noRespondents" : audience === "outside" && n < MINIMUM_OUTSIDE ? "suppressed" : null;
  const figure = (value: number | null | undefined, otherwise: UndefinedReason): Figure =>
    hidden || value === null || value === undefined ? { value: null, reason: hidden ?? otherwise } : { value };
  const useScore = n < MINIMUM_FOR_T || summary.sd === 0;
  const scale = { lowest, highest, confidence, N };
  const found = n === N ? null : useScore ? scoreInterval(values, scale) : clip(tInterval(summary, scale), scale);
  const topTwo = values.filter((value) => value >= highest - 1).length;
  const share = wilsonInterval(topTwo, n, { confidence, N });
  return {
    provenance: {
      n,
      N: N ?? n,
      coverage: N === null ? (n === 0 ? null : 1) : N === 0 ? null : n / N,
      method: "scales/item-mean",
      version: 1,
      parameters: { lowest, highest, confidence, list: N, audience, minimumOutside: MINIMUM_OUTSIDE },
      seed: null,
    },
    n,
    mean: figure(summary.mean, "noRespondents"),
    sd: figure(summary.sd, "oneRespondent"),
    lower: figure(found?.lower, "census"),
    upper: figure(found?.upper, "census"),
    interval: hidden || !found ? null : useScore ? "score" : "t",
    topTwo: figure(n === 0 ? null : topTwo / n, "noRespondents"),
    topTwoLower: figure(share?.lower, "census"),
    topTwoUpper: figure(share?.upper, "census"),
    counts: hidden === "suppressed" ? null : countSteps(values, lowest, highest),
    flags: !hidden && found !== null && summary.sd === 0 ? ["zeroWidthReplaced"] : [],
  };
}

function countSteps(values: readonly number[], lowest: number, highest: number): number[] {
  const counts = new Array<number>(highest - lowest + 1).fill(0);
  for (const value of values) counts[value - lowest] = (counts[value - lowest] ?? 0) + 1;
  return counts;
}

function clip(interval: Interval | null, { lowest, highest }: { lowest: number; highest: number }): Interval | null {
  return interval && { lower: Math.max(lowest, interval.lower), upper: Math.min(highest, interval.upper) };
}
