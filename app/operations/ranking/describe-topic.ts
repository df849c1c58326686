import type { RankingColumn } from "~/analysis/priorities/methods-side-by-side";
import type { TopicPriority } from "~/analysis/priorities/rank-topics";
import type { Localized, RankingDocument } from "./ranking-document";

/** How one group of members answered on a topic: members that rated 1, 2, ... 5 on each scale. */
export interface AnswerDistribution {
  readonly id: string;
  /** `null`: the region. */
  readonly name: Localized | null;
  readonly n: number;
  readonly N: number;
  readonly importance: readonly number[];
  readonly capability: readonly number[];
  readonly meanImportance: number | null;
  readonly meanCapability: number | null;
}

/** The topics around it, and how often it stood above them: why this place and no other. */
export interface Neighbour {
  readonly id: string;
  readonly name: Localized;
  readonly place: number;
  readonly gapDifference: number | null;
  /** Share of the resamples in which this topic stands above the neighbour; `null` if nothing was resampled. */
  readonly above: number | null;
}

export interface TopicFigures {
  readonly topic: TopicPriority;
  readonly distributions: readonly AnswerDistribution[];
  readonly neighbours: readonly Neighbour[];
  readonly counted: readonly {
    readonly method: RankingColumn["method"];
    readonly weighting: RankingColumn["weighting"];
    readonly place: number | null;
  }[];
  readonly range: { readonly best: number; readonly worst: number; readonly flagged: boolean } | null;
  readonly bounds: {
    readonly respondents: readonly [number, number] | null;
    readonly all: readonly [number, number] | null;
    readonly places: readonly [number, number] | null;
  };
  /** The place by lists of five, and how many lists name it. */
  readonly lists: { readonly n: number; readonly mentions: number; readonly place: number | null };
}

/** What a stored ranking knows about one topic, for the office; `undefined` if it does not rank it. */
export function describeTopic(document: RankingDocument, id: string): TopicFigures | undefined {
  const { region, scoreBounds, rankBounds } = document;
  const topic = region.ranking.topics.find((candidate) => candidate.topic === id);
  if (!topic) return undefined;
  const range = region.methods.ranges.find((candidate) => candidate.topic === id);
  const score = scoreBounds.topics.find((candidate) => candidate.topic === id);
  const places = rankBounds.topics.find((candidate) => candidate.topic === id)?.all;
  const row = region.methods.topics.indexOf(id);
  return {
    topic,
    distributions: distributionsOf(document, id),
    neighbours: neighboursOf(document, topic),
    counted: region.methods.columns
      .filter(({ reason }) => reason === null)
      .map(({ method, weighting, ranks }) => ({ method, weighting, place: row < 0 ? null : (ranks[row] ?? null) })),
    range: range ? { best: range.best, worst: range.worst, flagged: range.flags.length > 0 } : null,
    bounds: {
      respondents: score?.respondents ? [score.respondents.lower, score.respondents.upper] : null,
      all: score?.all ? [score.all.lower, score.all.upper] : null,
      places: places ? [places.best, places.worst] : null,
    },
    lists: { n: topic.borda.n, mentions: topic.borda.mentions, place: topic.borda.rank.value },
  };
}

function distributionsOf({ input }: RankingDocument, topicId: string): readonly AnswerDistribution[] {
  const rated = input.ratings.filter((rating) => rating.topic === topicId);
  const groups: readonly { readonly id: string; readonly name: Localized | null }[] = [
    { id: "region", name: null },
    ...input.strata,
  ];
  return groups.flatMap((group): AnswerDistribution[] => {
    const members = new Set(
      input.members.filter(({ stratum }) => group.name === null || stratum === group.id).map((member) => member.id),
    );
    if (members.size === 0) return [];
    const pairs = rated.flatMap(({ member, importance, capability }) =>
      members.has(member) && typeof importance === "number" && typeof capability === "number"
        ? [{ importance, capability }]
        : [],
    );
    const counts = (scale: "importance" | "capability") =>
      [1, 2, 3, 4, 5].map((step) => pairs.filter((pair) => pair[scale] === step).length);
    const mean = (scale: "importance" | "capability") =>
      pairs.length < 3 ? null : pairs.reduce((sum, pair) => sum + pair[scale], 0) / pairs.length;
    return [
      {
        ...group,
        n: pairs.length,
        N: members.size,
        importance: counts("importance"),
        capability: counts("capability"),
        meanImportance: mean("importance"),
        meanCapability: mean("capability"),
      },
    ];
  });
}

function neighboursOf({ region, input }: RankingDocument, topic: TopicPriority): readonly Neighbour[] {
  const { topics } = region.ranking;
  const { drawsAbove, topics: resampled, replicates } = region.uncertainty;
  const at = topics.indexOf(topic);
  const row = resampled.findIndex((candidate) => candidate.topic === topic.topic);
  return topics.slice(Math.max(0, at - 2), at + 3).flatMap((other): Neighbour[] => {
    if (other === topic || other.rank.value === null || topic.rank.value === null) return [];
    const column = resampled.findIndex((candidate) => candidate.topic === other.topic);
    const draws = drawsAbove[row]?.[column];
    const [own, theirs] = [topic.gap.score.value, other.gap.score.value];
    return [
      {
        id: other.topic,
        name: input.topics.find(({ id }) => id === other.topic)?.name ?? { en: other.topic },
        place: other.rank.value,
        gapDifference: own === null || theirs === null ? null : own - theirs,
        above: draws === undefined || replicates === 0 ? null : draws / replicates,
      },
    ];
  });
}
