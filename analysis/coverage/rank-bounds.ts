import { competitionRanks, roundForTies } from "../numeric/competition-ranks";
import { MINIMUM_FOR_RANK } from "../priorities/minimum-answers";
import type { PriorityInput } from "../priorities/paired-rating";
import type { Provenance } from "../result";
import { type Bounds, type RatingMethod, scoreBounds } from "./score-bounds";

/** Best and worst place that the missing answers leave open; ties share the best place. */
export interface RankRange {
  readonly best: number;
  readonly worst: number;
}

export interface TopicRankBounds {
  readonly topic: string;
  /** Place among the topics with at least five pairs of ratings; `null` for the others, which have no range either. */
  readonly rank: number | null;
  /** What the missing ratings of the respondents leave open. */
  readonly respondents: RankRange | null;
  /** What those and the silent members leave open. */
  readonly all: RankRange | null;
  /** In the top five, in the top ten, whatever the missing answers are. */
  readonly surelyTopFive: boolean;
  readonly surelyTopTen: boolean;
  /** In the top five, in the top ten, for at least one way to fill in the missing answers. */
  readonly possiblyTopFive: boolean;
  readonly possiblyTopTen: boolean;
}

export interface RankBounds {
  readonly provenance: Provenance;
  /** By id. */
  readonly topics: readonly TopicRankBounds[];
}

/**
 * Worst-case bounds of every topic's place. The missing ratings of different topics are free of each other, so the best
 * place of a topic is the one that it has with its largest score against the smallest of all others, and both ends are
 * attained. With a third of the members silent the ranges are wide; that is what no assumption costs.
 *
 * Only topics that have a place are compared, so that a topic hardly anybody rated does not widen every range.
 *
 * @throws {RangeError} as `buildRatingMatrix`
 * @see docs/methods/rank-bounds.md
 */
export function rankBounds(
  input: PriorityInput,
  { method = "meanWeightedDiscrepancy" }: { readonly method?: RatingMethod } = {},
): RankBounds {
  const bounds = scoreBounds(input, { method });
  const placed = bounds.topics.map(({ rated }) => rated >= MINIMUM_FOR_RANK);
  const ranks = competitionRanks(bounds.topics.map(({ score }, index) => (placed[index] ? score : null)));
  const rangesOf = (pick: (index: number) => Bounds | null): (RankRange | null)[] => {
    const rounded = bounds.topics.map((_, index) => {
      const own = placed[index] ? pick(index) : null;
      return own && { lower: roundForTies(own.lower), upper: roundForTies(own.upper) };
    });
    return rounded.map((own, index) => {
      if (!own) return null;
      const others = rounded.filter((other, position) => other !== null && position !== index);
      return {
        best: 1 + others.filter((other) => other !== null && other.lower > own.upper).length,
        worst: 1 + others.filter((other) => other !== null && other.upper > own.lower).length,
      };
    });
  };
  const respondents = rangesOf((index) => bounds.topics[index]?.respondents ?? null);
  const all = rangesOf((index) => bounds.topics[index]?.all ?? null);
  return {
    provenance: { ...bounds.provenance, method: "coverage/rank-bounds" },
    topics: bounds.topics.map(({ topic }, index) => {
      const range = all[index] ?? null;
      return {
        topic,
        rank: ranks[index] ?? null,
        respondents: respondents[index] ?? null,
        all: range,
        surelyTopFive: range !== null && range.worst <= 5,
        surelyTopTen: range !== null && range.worst <= 10,
        possiblyTopFive: range !== null && range.best <= 5,
        possiblyTopTen: range !== null && range.best <= 10,
      };
    }),
  };
}
