import { createRandom } from "~/analysis/numeric/random";
import { CELL, type RatingMatrix } from "~/analysis/priorities/rating-matrix";

/** Ratings of so many members that answered, of N, for so many topics, a twentieth of the cells missing. */
export function randomRatings({
  members,
  topics,
  N = members,
  seed = 1,
}: {
  readonly members: number;
  readonly topics: number;
  readonly N?: number;
  readonly seed?: number;
}): RatingMatrix {
  const random = createRandom(seed);
  const ids = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${prefix}${String(at).padStart(5, "0")}`);
  const cells = members * topics;
  const importance = new Uint8Array(cells);
  const capability = new Uint8Array(cells);
  for (let cell = 0; cell < cells; cell += 1) {
    const need = ((cell % topics) * 2) / topics;
    importance[cell] = 3 + random.integer(3);
    capability[cell] = Math.min(5, 1 + Math.floor(need + 3 * random.next()));
    if (random.next() < 0.05) importance[cell] = random.next() < 0.5 ? CELL.dontKnow : CELL.blank;
  }
  return {
    topics: ids("t", topics),
    respondents: ids("m", members),
    N,
    strata: [{ stratum: "", N }],
    stratified: false,
    stratumOf: new Int32Array(members),
    importance,
    capability,
    place: new Uint8Array(cells),
    listLength: new Uint8Array(members),
  };
}
