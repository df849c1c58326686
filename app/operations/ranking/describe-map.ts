import type { Quadrant } from "~/analysis/priorities/importance-performance";
import type { Localized, RankingDocument } from "./ranking-document";

export interface MapTopic {
  readonly id: string;
  readonly name: Localized;
  readonly shortName: Localized;
  readonly place: number | null;
  readonly importance: number | null;
  readonly capability: number | null;
  readonly quadrant: Quadrant | null;
  readonly n: number;
}

export interface MapDescription {
  readonly topics: readonly MapTopic[];
  /** Where the lines cross; `null` if no topic has enough answers. */
  readonly cross: { readonly importance: number; readonly capability: number } | null;
  readonly n: number;
  readonly N: number;
}

/** Importance and capability of each topic of the region, by place. */
export function describeMap({ region, input }: RankingDocument): MapDescription {
  const { crosshair, topics, provenance } = region.ranking;
  const known = new Map(input.topics.map((topic) => [topic.id, topic]));
  const [importance, capability] = [crosshair.importance.value, crosshair.capability.value];
  return {
    topics: topics.map((topic) => ({
      id: topic.topic,
      name: known.get(topic.topic)?.name ?? { en: topic.topic },
      shortName: known.get(topic.topic)?.shortName ?? { en: topic.topic },
      place: topic.rank.value,
      importance: topic.importance.mean.value,
      capability: topic.capability.mean.value,
      quadrant: topic.quadrant,
      n: topic.n,
    })),
    cross: importance === null || capability === null ? null : { importance, capability },
    n: provenance.n,
    N: provenance.N,
  };
}
