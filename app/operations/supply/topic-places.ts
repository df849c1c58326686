import { topicPriorities } from "~/analysis/plan/need-weights";
import { rankTopics } from "~/analysis/priorities/rank-topics";
import type { SupplyTopic } from "~/analysis/supply/supply-analysis";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import type { Member, Topic } from "~/db/members";
import type { TopFiveBallot, TopicRating } from "~/surveys/answers-by-measure";

/** Place and score of a topic; `null` without enough answers. */
export interface PlacedTopic {
  readonly topic: string;
  readonly place: number | null;
  readonly score: number | null;
}

/** Places by the headline method, from the answers of the round: the same function that the ranking is made with. */
export function placesFromAnswers({
  members,
  topics,
  ratings,
  topFives,
}: {
  readonly members: readonly Member[];
  readonly topics: readonly Topic[];
  readonly ratings: readonly TopicRating[];
  readonly topFives: readonly TopFiveBallot[];
}): readonly PlacedTopic[] {
  const rated = new Set(topics.filter((topic) => topic.rated).map(({ id }) => id));
  const ranking = rankTopics({
    members: members.map(({ id }) => ({ member: id })),
    topics: [...rated],
    ratings: ratings.filter(({ topic }) => rated.has(topic)),
    topFives,
  });
  return ranking.topics.map(({ topic, rank, score }) => ({ topic, place: rank.value, score: score.value }));
}

/** Places as a stored ranking has them, in its view of the whole region. */
export function placesOfRanking(document: string): readonly PlacedTopic[] {
  const region = readRankingRun(document).views.find(({ kind }) => kind === "region");
  if (!region) throw new RangeError("the stored ranking has no view of the region");
  return region.ranking.topics.map(({ topic, rank, score }) => ({ topic, place: rank.value, score: score.value }));
}

/** Every topic of the region with its area, place and score; those that no member rates have neither. */
export function supplyTopics(topics: readonly Topic[], places: readonly PlacedTopic[]): readonly SupplyTopic[] {
  const placed = new Map(places.map((place) => [place.topic, place]));
  const priorities = topicPriorities(new Map(places.map(({ topic, score }) => [topic, score])));
  return topics.map(({ id, accreditationAreaId }) => ({
    id,
    area: accreditationAreaId,
    place: placed.get(id)?.place ?? null,
    score: placed.get(id)?.score ?? null,
    priority: priorities.get(id) ?? null,
  }));
}
