import type { Figure } from "../result";
import { figureFrom } from "./minimum-answers";
import { LIST_LENGTH } from "./paired-rating";
import type { RatingMatrix } from "./rating-matrix";

export interface TopFiveBorda {
  readonly topic: string;
  /** Lists that were handed in. */
  readonly n: number;
  /** Lists that name the topic. */
  readonly mentions: number;
  readonly shareListing: Figure;
  /** Mean points per list, 5-4-3-2-1 by place and 0 if unlisted: from 0 to 5. */
  readonly truncated: Figure;
  /** Mean points per list if place p of k topics gives k - p and the unlisted share the mean of what is left. */
  readonly averaged: Figure;
}

/**
 * Borda scores of the top-five lists, one entry per topic by id.
 *
 * A list of three gives 5, 4 and 3: fewer names are never blown up to the weight of five (Emerson 2013). The averaged
 * form is nearly a count of mentions, because being named at all is worth (k - L - 1)/2 points more than the place.
 *
 * @param rows the respondents to count, all by default
 * @see docs/methods/top-five-borda.md
 */
export function topFiveBorda(matrix: RatingMatrix, rows?: readonly number[]): TopFiveBorda[] {
  const width = matrix.topics.length;
  const counted = (rows ?? matrix.respondents.map((_, row) => row)).filter((row) => (matrix.listLength[row] ?? 0) > 0);
  const n = counted.length;
  return matrix.topics.map((topic, column) => {
    let mentions = 0;
    let truncated = 0;
    let averaged = 0;
    for (const row of counted) {
      const place = matrix.place[row * width + column] ?? 0;
      const length = matrix.listLength[row] ?? 0;
      if (place > 0) mentions += 1;
      truncated += bordaPoints(place);
      averaged += place > 0 ? width - place : (width - length - 1) / 2;
    }
    return {
      topic,
      n,
      mentions,
      shareListing: figureFrom(n, () => mentions / n),
      truncated: figureFrom(n, () => truncated / n),
      averaged: figureFrom(n, () => averaged / n),
    };
  });
}

/** Points of a place in a truncated list: 5 for the first, 1 for the fifth, 0 for 0, which is no place. */
export function bordaPoints(place: number): number {
  return place === 0 ? 0 : LIST_LENGTH + 1 - place;
}
