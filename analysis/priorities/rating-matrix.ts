import { compareIds } from "~/analysis/compare-ids";
import {
  HIGHEST_RATING,
  LIST_LENGTH,
  LOWEST_RATING,
  type NoRating,
  type PairedRating,
  type PriorityInput,
} from "./paired-rating";

/** Cell codes of a `RatingMatrix` besides the ratings 1 to 5; 0 is a respondent without a row for the topic. */
export const CELL = { none: 0, notApplicable: 6, dontKnow: 7, blank: 8, notAsked: 9 } as const;

/**
 * The answers of a round in typed arrays: one row per respondent, one column per topic, both sorted by id, so that
 * nothing computed from it depends on the order of the input.
 */
export interface RatingMatrix {
  readonly topics: readonly string[];
  /** Members with at least one pair of ratings, one "not applicable" or a top-five list. */
  readonly respondents: readonly string[];
  /** Members that were asked. */
  readonly N: number;
  /** Strata by id with the number of members asked; a single nameless one if the input has none. */
  readonly strata: readonly { readonly stratum: string; readonly N: number }[];
  readonly stratified: boolean;
  /** Per respondent: index into `strata`. */
  readonly stratumOf: Int32Array;
  /** Per respondent and topic (`row * topics.length + column`): 1 to 5 or one of `CELL`. */
  readonly importance: Uint8Array;
  readonly capability: Uint8Array;
  /** Per respondent and topic: place in the top five, 1 to 5, or 0. */
  readonly place: Uint8Array;
  /** Per respondent: topics on the list, 0 if there is no list. */
  readonly listLength: Uint8Array;
}

const MISSING: Readonly<Record<NoRating, number>> = {
  notApplicable: CELL.notApplicable,
  dontKnow: CELL.dontKnow,
  blank: CELL.blank,
  notAsked: CELL.notAsked,
};

/**
 * Builds the matrix from which all priority methods compute.
 *
 * "Not applicable" for importance holds for both scales; for capability alone it stays what it is and counts as no
 * answer. A member with neither a pair, nor a "not applicable", nor a list is no respondent.
 *
 * @throws {RangeError} if a rating is no whole number from 1 to 5, a code, member or topic is unknown, an id, a rating
 * row or a list comes twice, a list is longer than five or names a topic twice, or only some members have a stratum
 */
export function buildRatingMatrix({ members, topics, ratings, topFives = [] }: PriorityInput): RatingMatrix {
  const columns = indexIds("topic", topics);
  const asked = indexIds(
    "member",
    members.map(({ member }) => member),
  );
  const width = columns.ids.length;
  const importance = new Uint8Array(asked.ids.length * width);
  const capability = new Uint8Array(asked.ids.length * width);
  const place = new Uint8Array(asked.ids.length * width);
  const listLength = new Uint8Array(asked.ids.length);
  const seen = new Uint8Array(asked.ids.length * width);

  for (const rating of ratings) {
    const cell = asked.of(rating.member) * width + columns.of(rating.topic);
    if (seen[cell] === 1) throw new RangeError(`two ratings of topic "${rating.topic}" by member "${rating.member}"`);
    seen[cell] = 1;
    const code = ratingCode(rating.importance, rating);
    importance[cell] = code;
    const own = ratingCode(rating.capability, rating);
    capability[cell] = code === CELL.notApplicable ? CELL.notApplicable : own;
  }

  for (const { member, topics: list } of topFives) {
    const row = asked.of(member);
    if (listLength[row] !== 0) throw new RangeError(`two top-five lists of member "${member}"`);
    if (list.length > LIST_LENGTH) throw new RangeError(`the list of member "${member}" has ${list.length} topics`);
    listLength[row] = list.length;
    list.forEach((topic, index) => {
      const cell = row * width + columns.of(topic);
      if (place[cell] !== 0) throw new RangeError(`topic "${topic}" stands twice in the list of member "${member}"`);
      place[cell] = index + 1;
    });
  }

  const strata = countStrata(members);
  const rows = asked.ids.flatMap((_, row) => (responded(row) ? [row] : []));

  function responded(row: number): boolean {
    if (listLength[row] !== 0) return true;
    for (let cell = row * width; cell < (row + 1) * width; cell += 1)
      if (isPair(importance[cell] ?? 0, capability[cell] ?? 0) || importance[cell] === CELL.notApplicable) return true;
    return false;
  }

  return {
    topics: columns.ids,
    respondents: rows.map((row) => asked.ids[row] ?? ""),
    N: members.length,
    strata: strata.list,
    stratified: strata.stratified,
    stratumOf: Int32Array.from(rows, (row) => strata.of(asked.ids[row] ?? "")),
    importance: pickRows(importance, rows, width),
    capability: pickRows(capability, rows, width),
    place: pickRows(place, rows, width),
    listLength: Uint8Array.from(rows, (row) => listLength[row] ?? 0),
  };
}

/** Whether two cell codes are both ratings. */
export function isPair(importance: number, capability: number): boolean {
  return importance >= LOWEST_RATING && importance <= HIGHEST_RATING && capability >= 1 && capability <= HIGHEST_RATING;
}

function ratingCode(rating: number | NoRating, { member, topic }: PairedRating): number {
  if (typeof rating === "number") {
    if (!Number.isInteger(rating) || rating < LOWEST_RATING || rating > HIGHEST_RATING)
      throw new RangeError(`rating ${rating} of topic "${topic}" by member "${member}" is no whole number from 1 to 5`);
    return rating;
  }
  if (!Object.hasOwn(MISSING, rating)) throw new RangeError(`unknown code "${rating}" instead of a rating`);
  return MISSING[rating];
}

function indexIds(kind: string, given: readonly string[]) {
  const ids = [...given].sort(compareIds);
  const index = new Map(ids.map((id, position) => [id, position]));
  if (index.size !== ids.length) {
    const twice = ids.find((id, position) => id === ids[position + 1]);
    throw new RangeError(`${kind} "${twice}" is given twice`);
  }
  return {
    ids,
    of(id: string): number {
      const position = index.get(id);
      if (position === undefined) throw new RangeError(`unknown ${kind} "${id}"`);
      return position;
    },
  };
}

function countStrata(members: PriorityInput["members"]) {
  const named = members.filter(({ stratum }) => stratum !== undefined).length;
  if (named !== 0 && named !== members.length)
    throw new RangeError(`${members.length - named} of ${members.length} members have no stratum`);
  const stratumByMember = new Map(members.map(({ member, stratum }) => [member, stratum ?? ""]));
  const sizes = new Map<string, number>();
  for (const stratum of stratumByMember.values()) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
  const names = [...sizes.keys()].sort(compareIds);
  return {
    list: names.map((stratum) => ({ stratum, N: sizes.get(stratum) ?? 0 })),
    stratified: named > 0,
    of: (member: string) => names.indexOf(stratumByMember.get(member) ?? ""),
  };
}

function pickRows(cells: Uint8Array, rows: readonly number[], width: number): Uint8Array {
  const picked = new Uint8Array(rows.length * width);
  rows.forEach((row, target) => {
    picked.set(cells.subarray(row * width, (row + 1) * width), target * width);
  });
  return picked;
}
