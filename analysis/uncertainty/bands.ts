/** How safely a topic stands among the first ten; a word never appears without its number. */
export type Band = "clear" | "likely" | "possible" | "smallChance";

const CLEAR = 0.9;
const LIKELY = 0.5;
const POSSIBLE = 0.1;

/**
 * The band of a chance to be among the first ten: from .90 clear, from .50 likely, from .10 possible, below it a small
 * chance.
 *
 * "Clear" asks for .90 with and without the finite-population correction: the first says what all members would have
 * said, but an answer is one official's judgement and would not come twice.
 *
 * @param withCorrection chance with the correction, 0 to 1
 * @param withoutCorrection chance without it
 * @see docs/methods/bands.md
 */
export function bandOf(withCorrection: number, withoutCorrection: number): Band {
  if (withCorrection >= CLEAR && withoutCorrection >= CLEAR) return "clear";
  if (withCorrection >= LIKELY) return "likely";
  return withCorrection >= POSSIBLE ? "possible" : "smallChance";
}
