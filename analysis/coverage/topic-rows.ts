import { type AskedMember, HIGHEST_RATING, LOWEST_RATING, type PriorityInput } from "../priorities/paired-rating";
import { buildRatingMatrix, CELL, type RatingMatrix } from "../priorities/rating-matrix";

/** What is known of one member's ratings of one topic. */
export type TopicRow =
  | { readonly kind: "pair"; readonly importance: number; readonly capability: number }
  | { readonly kind: "notApplicable" }
  /** Asked and answered, but at least one rating is missing. */
  | { readonly kind: "missing"; readonly importance: number | null; readonly capability: number | null };

/** The answers to one topic, respondents in the order of their ids. Those that were not asked are left out. */
export interface TopicAnswers {
  readonly topic: string;
  readonly rows: readonly { readonly member: string; readonly stratum: string; readonly answer: TopicRow }[];
  /** Members that were asked and did not respond at all. */
  readonly silent: number;
}

/** A round by topic, with the matrix that it was read from. */
export interface RoundByTopic {
  readonly matrix: RatingMatrix;
  readonly topics: readonly TopicAnswers[];
}

/** Reads a round topic by topic; throws as `buildRatingMatrix`. */
export function answersByTopic(input: PriorityInput): RoundByTopic {
  const matrix = buildRatingMatrix(input);
  const width = matrix.topics.length;
  const silent = matrix.N - matrix.respondents.length;
  const topics = matrix.topics.map((topic, column) => ({
    topic,
    silent,
    rows: matrix.respondents.flatMap((member, row) => {
      const answer = readRow(matrix.importance[row * width + column], matrix.capability[row * width + column]);
      const stratum = matrix.strata[matrix.stratumOf[row] ?? 0]?.stratum ?? "";
      return answer ? [{ member, stratum, answer }] : [];
    }),
  }));
  return { matrix, topics };
}

/** The members that gave no answer at all, by id. */
export function silentMembers(matrix: RatingMatrix, members: readonly AskedMember[]): string[] {
  const answered = new Set(matrix.respondents);
  return members
    .map(({ member }) => member)
    .filter((member) => !answered.has(member))
    .sort((a, b) => (a < b ? -1 : 1));
}

function readRow(importance: number = CELL.none, capability: number = CELL.none): TopicRow | null {
  const high = ratingOrNull(importance);
  const low = ratingOrNull(capability);
  if (high !== null && low !== null) return { kind: "pair", importance: high, capability: low };
  if (importance === CELL.notApplicable) return { kind: "notApplicable" };
  if (outside(importance) || outside(capability)) return null;
  return { kind: "missing", importance: high, capability: low };
}

function ratingOrNull(code: number): number | null {
  return code >= LOWEST_RATING && code <= HIGHEST_RATING ? code : null;
}

function outside(code: number): boolean {
  return code === CELL.none || code === CELL.notAsked;
}
