import { fQuantile } from "../numeric/distributions/f";
import { summariseSample } from "../numeric/sample-summary";
import type { Figure, Flag, Provenance, UndefinedReason } from "../result";

export interface CronbachAlpha {
  readonly provenance: Provenance;
  /** Forms with all items, items. */
  readonly n: number;
  readonly items: number;
  readonly alpha: Figure;
  /** Feldt's interval (1965). */
  readonly lower: Figure;
  readonly upper: Figure;
  /** Per item in the order given. */
  readonly byItem: readonly {
    /** Correlation with the sum of the other items; below zero the item is probably keyed the other way. */
    readonly rest: Figure;
    readonly alphaWithout: Figure;
  }[];
  /** Items whose correlation with the rest is below zero, by their place in the input. */
  readonly reverseKeyed: readonly number[];
  readonly flags: readonly Flag[];
}

/**
 * Cronbach's alpha (1951) of the items of one scale, k/(k-1) (1 - Σ var / var of the sum), over forms with all items.
 *
 * For the evaluation form only: topics are no indicators of one trait. A negative value is shown and flagged. Undefined:
 * fewer than two items ("tooFewItems"), fewer than three complete forms ("tooFewAnswers"), no variance.
 *
 * @param forms one line per form, one value per item, `null` if not answered
 * @throws {RangeError} if a value is not finite, the lines differ in length, or the confidence is no share
 * @see docs/methods/cronbach-alpha.md
 */
export function cronbachAlpha(
  forms: readonly (readonly (number | null)[])[],
  { confidence = 0.95 }: { readonly confidence?: number } = {},
): CronbachAlpha {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence ${confidence} is not between 0 and 1`);
  const k = forms[0]?.length ?? 0;
  for (const form of forms) {
    if (form.length !== k) throw new RangeError(`a form has ${form.length} items, another ${k}`);
    for (const value of form)
      if (value !== null && !Number.isFinite(value)) throw new RangeError(`value ${value} is not a finite number`);
  }
  const complete = forms
    .map((form) => form.filter((value) => value !== null))
    .filter((form) => form.length === k && k > 0);
  const n = complete.length;
  const reason = whyRefused(k, n);
  const value = reason ? null : alphaOf(complete, k);
  const why = reason ?? (value === null ? "zeroVariance" : null);
  const figure = (compute: () => number): Figure =>
    why || value === null ? { value: null, reason: why ?? "zeroVariance" } : { value: compute() };
  // Feldt: (1 - true alpha) / (1 - alpha) follows F with (n-1)(k-1) and n-1 degrees, turned round here.
  const end = (share: number) => figure(() => 1 - (1 - (value ?? 0)) * fQuantile(share, n - 1, (n - 1) * (k - 1)));
  const byItem = Array.from({ length: k }, (_, item) => describeItem(complete, item, why));
  const reverseKeyed = byItem.flatMap(({ rest }, item) => (rest.value !== null && rest.value < 0 ? [item] : []));
  return {
    provenance: {
      n,
      N: forms.length,
      coverage: forms.length === 0 ? null : n / forms.length,
      method: "scales/cronbach-alpha",
      version: 1,
      parameters: { confidence },
      seed: null,
    },
    n,
    items: k,
    alpha: figure(() => value ?? 0),
    lower: end((1 + confidence) / 2),
    upper: end((1 - confidence) / 2),
    byItem,
    reverseKeyed,
    flags: value !== null && value < 0 ? ["negativeAlpha"] : [],
  };
}

function whyRefused(k: number, n: number): UndefinedReason | null {
  if (k < 2) return "tooFewItems";
  if (n === 0) return "noRespondents";
  return n < 3 ? "tooFewAnswers" : null;
}

/** `null` if the sum does not vary. */
function alphaOf(forms: readonly (readonly number[])[], k: number): number | null {
  const total = variance(forms.map((form) => form.reduce((sum, value) => sum + value, 0)));
  if (total === 0) return null;
  const items = Array.from({ length: k }, (_, item) => variance(column(forms, item)));
  return (k / (k - 1)) * (1 - items.reduce((sum, own) => sum + own, 0) / total);
}

function describeItem(
  forms: readonly (readonly number[])[],
  item: number,
  refused: UndefinedReason | null,
): CronbachAlpha["byItem"][number] {
  const k = forms[0]?.length ?? 0;
  const others = forms.map((form) => form.filter((_, index) => index !== item));
  const correlation = refused
    ? null
    : correlate(
        column(forms, item),
        others.map((form) => form.reduce((sum, value) => sum + value, 0)),
      );
  const without = refused || k < 3 ? null : alphaOf(others, k - 1);
  return {
    rest: correlation === null ? { value: null, reason: refused ?? "zeroVariance" } : { value: correlation },
    alphaWithout:
      without === null
        ? { value: null, reason: refused ?? (k < 3 ? "tooFewItems" : "zeroVariance") }
        : { value: without },
  };
}

function column(forms: readonly (readonly number[])[], item: number): number[] {
  return forms.map((form) => form[item] ?? Number.NaN);
}

function variance(values: readonly number[]): number {
  return (summariseSample(values).sd ?? 0) ** 2;
}

/** Pearson's correlation, `null` if either side does not vary; summed in an order that the input's does not change. */
function correlate(x: readonly number[], y: readonly number[]): number | null {
  const first = summariseSample(x);
  const second = summariseSample(y);
  if (!first.sd || !second.sd || first.mean === null || second.mean === null) return null;
  const products = x.map((value, index) => (value - (first.mean ?? 0)) * ((y[index] ?? 0) - (second.mean ?? 0)));
  const covariance = products.sort((a, b) => a - b).reduce((sum, product) => sum + product, 0) / (x.length - 1);
  return Math.max(-1, Math.min(1, covariance / (first.sd * second.sd)));
}
