/**
 * Holm's adjusted p-values (1979): each is the smallest level at which its hypothesis is rejected while the chance of
 * any false rejection in the family stays below that level. For statements in a report.
 *
 * The family is what was tested: `null` (not tested) stays `null` and does not count.
 *
 * @param pValues in any order; the result has the same order
 * @throws {RangeError} if a p-value is not within 0 to 1
 * @see docs/methods/adjust-p-values.md
 * @example
 * holm([0.01, null, 0.04, 0.03]); // => [0.03, null, 0.06, 0.06]
 */
export function holm(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = ascendingFamily(pValues);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let largest = 0;
  tested.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, (tested.length - rank) * p));
    adjusted[index] = largest;
  });
  return adjusted;
}

/**
 * Benjamini and Hochberg's adjusted p-values (1995): those below 0.1 are expected to hold at most ten per cent of false
 * ones. For "topics to look at". Valid under the positive dependence that topics rated by the same members show
 * (Benjamini & Yekutieli 2001).
 *
 * The family is what was tested: `null` stays `null` and does not count.
 *
 * @throws {RangeError} if a p-value is not within 0 to 1
 * @see docs/methods/adjust-p-values.md
 * @example
 * benjaminiHochberg([0.01, null, 0.04, 0.03]); // => [0.03, null, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly (number | null)[]): (number | null)[] {
  const tested = ascendingFamily(pValues);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let smallest = 1;
  for (let rank = tested.length; rank >= 1; rank--) {
    const entry = tested[rank - 1];
    if (!entry) continue;
    smallest = Math.min(smallest, (tested.length / rank) * entry.p);
    adjusted[entry.index] = smallest;
  }
  return adjusted;
}

function ascendingFamily(pValues: readonly (number | null)[]): { readonly p: number; readonly index: number }[] {
  return pValues
    .flatMap((p, index) => {
      if (p === null) return [];
      if (!(p >= 0 && p <= 1)) throw new RangeError(`${p} is no p-value`);
      return [{ p, index }];
    })
    .sort((a, b) => a.p - b.p);
}
