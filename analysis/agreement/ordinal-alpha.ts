import { createRandom } from "../numeric/random";
import type { Figure, Provenance, UndefinedReason } from "../result";
import { type Judgement, tabulateJudgements } from "./judgement";

export interface OrdinalAlpha {
  readonly provenance: Provenance;
  /** 1 is full agreement, 0 what chance would give, below 0 systematic disagreement. */
  readonly alpha: Figure;
  /** Percentile interval over resampled items. */
  readonly lower: Figure;
  readonly upper: Figure;
  /** Judges with at least one pairable value. */
  readonly judges: number;
  /** Items with at least two values; only these count. */
  readonly items: number;
  /** Values of those items. */
  readonly pairableValues: number;
  /** Resamples without any variation, left out of the interval. */
  readonly undefinedReplicates: number;
}

export interface OrdinalAlphaOptions {
  readonly seed: number;
  /** Default 2,000. */
  readonly replicates?: number;
  /** Of the interval; default 0.95. */
  readonly confidence?: number;
}

/** Fewer items than this give no interval. */
const MINIMUM_ITEMS_FOR_INTERVAL = 5;

/**
 * Krippendorff's alpha for ordinal values, with missing ones (Krippendorff 2011, *Computing Krippendorff's
 * alpha-reliability*): 1 minus observed over expected disagreement, from the coincidences of values within items.
 *
 * Levels count, not only order: strict and lenient judges lower it, as they do not lower Kendall's W. Items with a single
 * value carry nothing. Without two different values it is undefined ("zeroVariance"). The interval resamples items.
 *
 * Members are not meant to agree as coders are: the usual limits .667 and .80 do not apply.
 *
 * @param judgements in any order; a missing value has no row
 * @throws {RangeError} if a value is not finite, a judge has two for an item, or an option is out of range
 * @see docs/methods/ordinal-alpha.md
 */
export function ordinalAlpha(
  judgements: readonly Judgement[],
  { seed, replicates = 2000, confidence = 0.95 }: OrdinalAlphaOptions,
): OrdinalAlpha {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  if (!Number.isInteger(replicates) || replicates < 1) throw new RangeError(`${replicates} replicates cannot be drawn`);
  const { judges, items, values } = tabulateJudgements(judgements);
  const units = items.map((_, item) => values.flatMap((line) => line[item] ?? [])).filter((unit) => unit.length >= 2);
  const categories = [...new Set(units.flat())].sort((a, b) => a - b);
  const coincidences = units.map((unit) => coincidencesOf(unit, categories));
  const pairable = units.flat().length;
  const reason: UndefinedReason | null =
    judges.length === 0 ? "noRespondents" : units.length === 0 ? "tooFewPairs" : null;
  const whole = reason ? null : alphaOf(coincidences);
  const figure = (value: number | null): Figure =>
    value === null ? { value: null, reason: reason ?? "zeroVariance" } : { value };

  const drawn: number[] = [];
  let undefinedReplicates = 0;
  const tooFew = units.length < MINIMUM_ITEMS_FOR_INTERVAL;
  if (whole !== null && !tooFew) {
    const random = createRandom(seed);
    for (let replicate = 0; replicate < replicates; replicate++) {
      const sample = coincidences.map(() => coincidences[random.integer(coincidences.length)] ?? []);
      const alpha = alphaOf(sample);
      if (alpha === null) undefinedReplicates += 1;
      else drawn.push(alpha);
    }
    drawn.sort((a, b) => a - b);
  }
  const end = (share: number): Figure => {
    if (whole === null) return figure(null);
    if (tooFew) return { value: null, reason: "tooFewItems" };
    return figure(quantile(drawn, share));
  };
  const pairableItem = items.map((_, item) => values.filter((line) => line[item] !== null).length >= 2);
  return {
    provenance: {
      n: judges.length,
      N: judges.length,
      coverage: judges.length === 0 ? null : 1,
      method: "agreement/ordinal-alpha",
      version: 1,
      parameters: { replicates, confidence },
      seed,
    },
    alpha: figure(whole),
    lower: end((1 - confidence) / 2),
    upper: end((1 + confidence) / 2),
    judges: values.filter((line) => line.some((value, item) => value !== null && pairableItem[item])).length,
    items: units.length,
    pairableValues: pairable,
    undefinedReplicates,
  };
}

/** Coincidence matrix of one item, as a flat array over the categories. */
function coincidencesOf(unit: readonly number[], categories: readonly number[]): readonly number[] {
  const size = categories.length;
  const counts = categories.map((category) => unit.filter((value) => value === category).length);
  return Array.from({ length: size * size }, (_, cell) => {
    const row = Math.floor(cell / size);
    const column = cell % size;
    const own = counts[row] ?? 0;
    return (own * ((counts[column] ?? 0) - (row === column ? 1 : 0))) / (unit.length - 1);
  });
}

/** `null` if all values are in one category. */
function alphaOf(coincidences: readonly (readonly number[])[]): number | null {
  const size = Math.sqrt(coincidences[0]?.length ?? 0);
  const total = new Array<number>(size * size).fill(0);
  for (const unit of coincidences)
    unit.forEach((count, cell) => {
      total[cell] = (total[cell] ?? 0) + count;
    });
  const margin = Array.from({ length: size }, (_, row) =>
    total.slice(row * size, (row + 1) * size).reduce((sum, count) => sum + count, 0),
  );
  const n = margin.reduce((sum, count) => sum + count, 0);
  let observed = 0;
  let expected = 0;
  for (let row = 0; row < size; row++) {
    let between = -(margin[row] ?? 0) / 2;
    for (let column = row; column < size; column++) {
      between += margin[column] ?? 0;
      if (column === row) continue;
      const distance = (between - (margin[column] ?? 0) / 2) ** 2;
      observed += (total[row * size + column] ?? 0) * distance;
      expected += (margin[row] ?? 0) * (margin[column] ?? 0) * distance;
    }
  }
  return expected === 0 ? null : 1 - ((n - 1) * observed) / expected;
}

/** Quantile by linear interpolation (R's default, type 7); `null` if nothing was drawn. */
function quantile(ascending: readonly number[], share: number): number | null {
  if (ascending.length === 0) return null;
  const position = (ascending.length - 1) * share;
  const below = Math.floor(position);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  return low + (position - below) * (high - low);
}
