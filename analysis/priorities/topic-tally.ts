import { HIGHEST_RATING, LOWEST_RATING } from "./paired-rating";
import { CELL, type RatingMatrix } from "./rating-matrix";

const CODES = 10;
const CELLS = CODES * CODES;
/** A discrepancy from this many scale points on counts as large. */
const LARGE = 2;

/**
 * Counts and sums of one topic, all whole numbers, so exact and the same in every order. Sums, squares and shares run
 * over the members that gave both ratings.
 */
export interface TopicSums {
  /** Members that gave both ratings. */
  readonly n: number;
  readonly notApplicable: number;
  /** No pair because at least one rating is "don't know". */
  readonly dontKnow: number;
  /** No pair, none of the other reasons. */
  readonly blank: number;
  /** Not applicable given for capability only: no answer, to be asked back. */
  readonly notApplicableOneScale: number;
  /** Not asked, or no row at all from a respondent. */
  readonly notAsked: number;
  readonly importance: number;
  readonly capability: number;
  readonly importanceSquares: number;
  readonly capabilitySquares: number;
  readonly discrepancySquares: number;
  /** Members with importance above capability, and below it. */
  readonly needing: number;
  readonly exceeding: number;
  /** Members with importance at least two points above capability. */
  readonly large: number;
  /** Sum of max(0, importance - capability). */
  readonly positive: number;
  /** Members that rated 1, 2, ... 5. */
  readonly importanceCounts: readonly number[];
  readonly capabilityCounts: readonly number[];
}

/** How often each pair of cell codes occurs per topic: all that the scores of a round need, in one pass. */
export interface TopicTally {
  /** Adds one respondent: cell codes (`CELL`, 1 to 5) per topic, starting at `offset` of both arrays. */
  add(importance: Uint8Array, capability: Uint8Array, offset?: number): void;
  /** Members that gave the ratings `importance` and `capability` for the topic. */
  pairs(topic: number, importance: number, capability: number): number;
  sums(topic: number): TopicSums;
}

/**
 * An empty tally of `topicCount` topics. One pass, one increment per answer, nothing kept of the members: twenty
 * thousand of them need no more room than twenty.
 */
export function createTopicTally(topicCount: number): TopicTally {
  const counts = new Int32Array(topicCount * CELLS);
  const count = (topic: number, importance: number, capability: number) =>
    counts[topic * CELLS + importance * CODES + capability] ?? 0;
  const known: (TopicSums | undefined)[] = [];
  return {
    add(importance, capability, offset = 0) {
      known.length = 0;
      for (let topic = 0; topic < topicCount; topic += 1) {
        const cell = topic * CELLS + (importance[offset + topic] ?? 0) * CODES + (capability[offset + topic] ?? 0);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
    },
    pairs: count,
    sums(topic) {
      const sums = known[topic] ?? sumTopic((importance, capability) => count(topic, importance, capability));
      known[topic] = sums;
      return sums;
    },
  };
}

/** The tally of the respondents of a matrix, or of those whose row is listed. */
export function tallyMatrix(matrix: RatingMatrix, rows?: readonly number[]): TopicTally {
  const width = matrix.topics.length;
  const tally = createTopicTally(width);
  if (rows) for (const row of rows) tally.add(matrix.importance, matrix.capability, row * width);
  else
    for (let row = 0; row < matrix.respondents.length; row += 1)
      tally.add(matrix.importance, matrix.capability, row * width);
  return tally;
}

function sumTopic(count: (importance: number, capability: number) => number): TopicSums {
  const importanceCounts = new Array<number>(HIGHEST_RATING).fill(0);
  const capabilityCounts = new Array<number>(HIGHEST_RATING).fill(0);
  const sums = {
    n: 0,
    importance: 0,
    capability: 0,
    importanceSquares: 0,
    capabilitySquares: 0,
    discrepancySquares: 0,
    needing: 0,
    exceeding: 0,
    large: 0,
    positive: 0,
  };
  for (let importance = LOWEST_RATING; importance <= HIGHEST_RATING; importance += 1)
    for (let capability = LOWEST_RATING; capability <= HIGHEST_RATING; capability += 1) {
      const members = count(importance, capability);
      const discrepancy = importance - capability;
      sums.n += members;
      sums.importance += members * importance;
      sums.capability += members * capability;
      sums.importanceSquares += members * importance ** 2;
      sums.capabilitySquares += members * capability ** 2;
      sums.discrepancySquares += members * discrepancy ** 2;
      if (discrepancy > 0) sums.needing += members;
      if (discrepancy < 0) sums.exceeding += members;
      if (discrepancy >= LARGE) sums.large += members;
      sums.positive += members * Math.max(0, discrepancy);
      importanceCounts[importance - 1] = (importanceCounts[importance - 1] ?? 0) + members;
      capabilityCounts[capability - 1] = (capabilityCounts[capability - 1] ?? 0) + members;
    }
  return { ...sums, ...countMissing(count), importanceCounts, capabilityCounts };
}

function countMissing(count: (importance: number, capability: number) => number) {
  const missing = { notApplicable: 0, dontKnow: 0, blank: 0, notApplicableOneScale: 0, notAsked: 0 };
  for (let importance = 0; importance < CODES; importance += 1)
    for (let capability = 0; capability < CODES; capability += 1) {
      const reason = whyNoPair(importance, capability);
      if (reason) missing[reason] += count(importance, capability);
    }
  return missing;
}

function whyNoPair(importance: number, capability: number) {
  const either = (code: number) => importance === code || capability === code;
  if (importance >= 1 && importance <= HIGHEST_RATING && capability >= 1 && capability <= HIGHEST_RATING) return null;
  if (importance === CELL.notApplicable) return "notApplicable";
  if (either(CELL.none) || either(CELL.notAsked)) return "notAsked";
  if (capability === CELL.notApplicable) return "notApplicableOneScale";
  return either(CELL.dontKnow) ? "dontKnow" : "blank";
}
