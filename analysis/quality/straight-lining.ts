/** How varied one member's ratings on one scale are. */
export interface ScaleVariety {
  /** Topics rated on the scale. */
  readonly answered: number;
  /** The single value given throughout, or `null` if there are several or fewer than three answers. */
  readonly straightLine: number | null;
  /** Longest run of one value over the rated topics in the order of the questionnaire. */
  readonly longestRun: number;
  /** Share of the answers that are the highest rating, `null` without an answer. */
  readonly shareHighest: number | null;
}

const FEWEST_FOR_A_LINE = 3;

/**
 * Straight-lining and longest run of one member on one scale.
 *
 * Topics without a rating neither break a run nor lengthen it. Two equal answers are no straight line.
 *
 * @param ratings the member's ratings in the order of the questionnaire, `null` where there is none
 * @param highest the highest rating of the scale
 * @see docs/methods/data-quality.md
 * @example
 * scaleVariety([4, 4, null, 4, 2], 5); // => { answered: 4, straightLine: null, longestRun: 3, shareHighest: 0 }
 */
export function scaleVariety(ratings: readonly (number | null)[], highest: number): ScaleVariety {
  const given = ratings.filter((rating): rating is number => rating !== null);
  let longestRun = 0;
  let run = 0;
  given.forEach((rating, index) => {
    run = rating === given[index - 1] ? run + 1 : 1;
    longestRun = Math.max(longestRun, run);
  });
  const [first] = given;
  const straight = first !== undefined && given.length >= FEWEST_FOR_A_LINE && longestRun === given.length;
  return {
    answered: given.length,
    straightLine: straight ? first : null,
    longestRun,
    shareHighest: given.length === 0 ? null : given.filter((rating) => rating === highest).length / given.length,
  };
}
