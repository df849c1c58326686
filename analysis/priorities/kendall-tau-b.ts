import type { Figure } from "../result";

/**
 * Kendall's tau-b between two orders: concordant minus discordant pairs over the geometric mean of the pairs untied in
 * each. 1 the same order, -1 the reverse; pairs with a `null` on either side are left out.
 *
 * Undefined with fewer than two common entries ("tooFewItems") and if either side is all one tie ("allTied").
 *
 * @throws {RangeError} if the lists differ in length or a value is NaN
 * @see docs/methods/methods-side-by-side.md
 */
export function kendallTauB(a: readonly (number | null)[], b: readonly (number | null)[]): Figure {
  if (a.length !== b.length) throw new RangeError(`${a.length} values cannot be compared with ${b.length}`);
  const both = a.flatMap((x, index): (readonly [number, number])[] => {
    const y = b[index] ?? null;
    if (Number.isNaN(x) || Number.isNaN(y)) throw new RangeError("NaN has no place in an order");
    return x === null || y === null ? [] : [[x, y]];
  });
  if (both.length < 2) return { value: null, reason: "tooFewItems" };
  let difference = 0;
  let untiedA = 0;
  let untiedB = 0;
  both.forEach(([x1, y1], i) => {
    for (const [x2, y2] of both.slice(i + 1)) {
      const x = Math.sign(x1 - x2);
      const y = Math.sign(y1 - y2);
      difference += x * y;
      untiedA += Math.abs(x);
      untiedB += Math.abs(y);
    }
  });
  if (untiedA === 0 || untiedB === 0) return { value: null, reason: "allTied" };
  // One root of the product would not give exactly 1 for equal orders of some lengths.
  return { value: untiedA === untiedB ? difference / untiedA : difference / Math.sqrt(untiedA * untiedB) };
}
