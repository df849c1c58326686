import { type TopicChange, type TopicChanges, topicChanges } from "~/analysis/change/topic-changes";
import type { Figure } from "~/analysis/result";
import type { Band } from "~/analysis/uncertainty/bands";
import { priorityInput } from "./rank-round";
import type { Localized, RankingDocument, RankingInput } from "./ranking-document";

/** Chance of any false finding among all topics that were tested. */
const HOLM_LEVEL = 0.05;
const FIRST = 10;

/** One topic now and at the ranking before; what readers outside the office are not shown is `null`. */
export interface ChangedTopic {
  readonly id: string;
  readonly name: Localized;
  readonly placeBefore: number | null;
  readonly place: number | null;
  readonly scoreBefore: number | null;
  readonly score: number | null;
  readonly bandBefore: Band | null;
  readonly band: Band | null;
  /** Not rated the time before, or asked otherwise: nothing to compare. */
  readonly incomparable: "new" | "seriesBreak" | null;
  /** Whether the need shrank or grew beyond chance (Holm at 5 %), over members that rated it both times. */
  readonly beyondChance: "shrank" | "grew" | null;
  readonly change: TopicChange | null;
}

/** Two stored rankings beside each other. */
export interface RankingComparison {
  readonly now: ComparedRound;
  readonly before: ComparedRound;
  /** In the order of now's places; for readers outside the office in the questionnaire's. */
  readonly topics: readonly ChangedTopic[];
  /** Topics that are asked no more. */
  readonly dropped: readonly { readonly id: string; readonly name: Localized }[];
  /** Members that answered both times, of those asked both times. */
  readonly n: number;
  readonly N: number;
  readonly tested: number;
  /** Topics that had a place the time before. */
  readonly placesBefore: number;
  /** Topics of which the matched members' mean discrepancy became smaller and larger. */
  readonly smaller: number;
  readonly larger: number;
  /** Mean change of topics with an activity between the surveys and of those without. */
  readonly withActivity: Figure;
  readonly withoutActivity: Figure;
  readonly activityTopics: number;
  /** Left out because nearly all of their answers are the last ones, confirmed: for the office. */
  readonly confirmedUnread: readonly Localized[];
}

export interface ComparedRound {
  readonly cycle: string;
  readonly plannedFor: string;
  readonly name: string;
  readonly n: number;
  readonly N: number;
}

/**
 * What changed from one stored ranking to a later one. A pure function of both and of what lies between them.
 *
 * @param breaks topics that were asked otherwise the time before
 * @param activityTopics topics on which an activity was held between the two surveys
 */
export function compareRankings({
  now,
  before,
  breaks,
  activityTopics,
  office,
}: {
  readonly now: RankingDocument;
  readonly before: RankingDocument;
  readonly breaks: readonly string[];
  readonly activityTopics: readonly string[];
  readonly office: boolean;
}): RankingComparison {
  const changes = topicChanges(
    { before: priorityInput(before.input), now: priorityInput(now.input) },
    { breaks, activityTopics, confirmedShare: confirmedShares(now.input) },
  );
  const placed = topicsOf(now, before, changes, breaks);
  const order = new Map(now.input.topics.map(({ id }, index) => [id, index]));
  const names = new Map(now.input.members.map(({ id, name }) => [id, name]));
  const asked = new Set(now.input.topics.map(({ id }) => id));
  const means = changes.topics.flatMap(({ change }) => change.value ?? []);
  return {
    now: roundOf(now),
    before: roundOf(before),
    topics: office
      ? placed
      : placed.map(withoutFigures).sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0)),
    dropped: before.input.topics.filter(({ id }) => !asked.has(id)).map(({ id, name }) => ({ id, name })),
    n: answeredBoth(now.input, before.input),
    N: changes.provenance.N,
    tested: changes.tested,
    placesBefore: before.region.ranking.topics.filter(({ rank }) => rank.value !== null).length,
    smaller: means.filter((mean) => mean < 0).length,
    larger: means.filter((mean) => mean > 0).length,
    withActivity: changes.withActivity,
    withoutActivity: changes.withoutActivity,
    activityTopics: activityTopics.filter((topic) => asked.has(topic)).length,
    confirmedUnread: office ? changes.confirmedUnread.map((id) => names.get(id) ?? { en: id }) : [],
  };
}

/** Topics that stand or stood among the first ten, or changed beyond chance: those that a summary speaks of. */
export function worthTelling({ topics }: Pick<RankingComparison, "topics">): readonly ChangedTopic[] {
  const first = (place: number | null) => place !== null && place <= FIRST;
  return topics.filter(
    ({ place, placeBefore, band, bandBefore, beyondChance }) =>
      beyondChance !== null || first(place) || first(placeBefore) || (place === null && band !== bandBefore),
  );
}

function topicsOf(
  now: RankingDocument,
  before: RankingDocument,
  changes: TopicChanges,
  breaks: readonly string[],
): readonly ChangedTopic[] {
  const [bandNow, bandBefore] = [bandsOf(now), bandsOf(before)];
  const ranked = new Map(before.region.ranking.topics.map((topic) => [topic.topic, topic]));
  const changeOf = new Map(changes.topics.map((topic) => [topic.topic, topic]));
  const names = new Map(now.input.topics.map(({ id, name }) => [id, name]));
  return now.region.ranking.topics.map(({ topic: id, rank, score }): ChangedTopic => {
    const last = ranked.get(id);
    const change = changeOf.get(id) ?? null;
    const found = change?.pHolm.value != null && change.pHolm.value < HOLM_LEVEL && change.change.value !== null;
    return {
      id,
      name: names.get(id) ?? { en: id },
      placeBefore: last?.rank.value ?? null,
      place: rank.value,
      scoreBefore: last?.score.value ?? null,
      score: score.value,
      bandBefore: bandBefore.get(id) ?? null,
      band: bandNow.get(id) ?? null,
      incomparable: !last ? "new" : breaks.includes(id) ? "seriesBreak" : null,
      beyondChance: found ? ((change?.change.value ?? 0) < 0 ? "shrank" : "grew") : null,
      change,
    };
  });
}

function withoutFigures(topic: ChangedTopic): ChangedTopic {
  return { ...topic, placeBefore: null, place: null, scoreBefore: null, score: null, change: null };
}

function bandsOf({ views }: RankingDocument): ReadonlyMap<string, Band | null> {
  return new Map(views[0]?.uncertainty.topics.map(({ topic, band }) => [topic, band]));
}

function confirmedShares({ revisions }: RankingInput): ReadonlyMap<string, number> {
  return new Map(revisions.map(({ member, confirmedShare }) => [member, confirmedShare]));
}

function answeredBoth(now: RankingInput, before: RankingInput): number {
  const earlier = new Set(before.ratings.map(({ member }) => member));
  return new Set(now.ratings.flatMap(({ member }) => (earlier.has(member) ? [member] : []))).size;
}

function roundOf({ input, coverage }: RankingDocument): ComparedRound {
  const { cycle, plannedFor, name } = input.round;
  return { cycle, plannedFor, name, n: coverage.all.n, N: coverage.all.N };
}
