import type { Band } from "~/analysis/uncertainty/bands";
import type { Localized, RankedTopic, RankingDocument, RankingView } from "./ranking-document";

/** One topic as a line of the ranking. What readers outside the office are not shown is `null`. */
export interface RankingLine {
  readonly id: string;
  readonly name: Localized;
  readonly place: number | null;
  /** Topics that share the place. */
  readonly sharing: number;
  readonly band: Band | null;
  /** What all members would have said; of a census, what a repeated survey would. */
  readonly low: number | null;
  readonly high: number | null;
  /** What a repeated survey would say. */
  readonly wideLow: number | null;
  readonly wideHigh: number | null;
  /** Shares of the resamples, 0 to 1. */
  readonly topFive: number | null;
  readonly topTen: number | null;
  readonly score: number | null;
  readonly gap: number | null;
  /** Share of members with importance two points or more above capability. */
  readonly large: number | null;
  readonly n: number;
  readonly notApplicable: number;
  readonly dontKnow: number;
  /** More than five places apart over the ways of counting, and in the first ten by some but not by all. */
  readonly methodDependent: boolean;
  /** More than five places apart with "not applicable" left out. */
  readonly notApplicableMoves: boolean;
}

export interface LensTab {
  readonly id: string;
  readonly kind: RankingView["kind"];
  readonly name: Localized | null;
  readonly n: number;
  readonly N: number;
  readonly publishable: boolean;
}

export interface RankingDescription {
  readonly view: LensTab;
  readonly lenses: readonly LensTab[];
  readonly lines: readonly RankingLine[];
  /** Topics with a place: the length of the scale. */
  readonly places: number;
  /** Fewer than eight answers: places only, and why. */
  readonly resampled: boolean;
  /** Every member of the view answered everything: there is nothing left to estimate. */
  readonly census: boolean;
  /** Topics among the first ten in at least 90 of 100 resamples, and, for the region, however counted. */
  readonly leading: readonly { readonly id: string; readonly name: Localized }[];
  /** From which place to which this survey cannot tell who belongs to the first ten; `null` if it can. */
  readonly unsettled: { readonly from: number; readonly to: number } | null;
}

const FIRST = 10;

/**
 * One view of a stored ranking as its page shows it; `undefined` if there is no such view for this reader.
 *
 * Outside the office bands take the place of places: lines come in the pack's order, without place, score and gap, and
 * views are left out from whose difference few members' answers could be worked out.
 */
export function describeRanking(
  document: RankingDocument,
  { lens = "region", office }: { readonly lens?: string; readonly office: boolean },
): RankingDescription | undefined {
  const views = document.views.filter(({ publishable }) => office || publishable);
  const view = views.find(({ id }) => id === lens);
  if (!view) return undefined;
  const lines = linesOf(document, view);
  const sure = new Set(view.id === "region" ? alwaysFirst(document) : lines.map(({ id }) => id));
  const leading = lines.filter(({ band, id }) => band === "clear" && sure.has(id));
  const open = lines.filter(({ band }) => band === "likely" || band === "possible");
  const places = open.flatMap(({ place }) => place ?? []);
  return {
    view: tabOf(view),
    lenses: views.map(tabOf),
    lines: office ? lines : [...lines].sort(byTopic(document)).map(withoutPlace),
    places: lines.filter(({ place }) => place !== null).length,
    resampled: view.uncertainty.reason === null,
    census: view.uncertainty.census,
    leading: leading.map(({ id, name }) => ({ id, name })),
    unsettled: places.length > 1 ? { from: Math.min(...places), to: Math.max(...places) } : null,
  };
}

export function tabOf({ id, kind, name, n, members, publishable }: RankingView): LensTab {
  return { id, kind, name, n, N: members.length, publishable };
}

/** Topics that stand among the first ten places by every way of counting that gives an order. */
export function alwaysFirst({ region }: RankingDocument): readonly string[] {
  const { topics, columns } = region.methods;
  const counted = columns.filter(({ reason }) => reason === null);
  return topics.filter((_, index) => counted.every(({ ranks }) => (ranks[index] ?? Number.POSITIVE_INFINITY) <= FIRST));
}

function linesOf(document: RankingDocument, view: RankingView): readonly RankingLine[] {
  const topics = new Map<string, RankedTopic>(document.input.topics.map((topic) => [topic.id, topic]));
  const sureness = new Map(view.uncertainty.topics.map((topic) => [topic.topic, topic]));
  const dependent = new Set(
    document.region.methods.ranges
      .filter(({ flags, best, worst }) => flags.length > 0 && best <= FIRST && worst > FIRST)
      .map(({ topic }) => topic),
  );
  return view.ranking.topics.map((topic): RankingLine => {
    const known = sureness.get(topic.topic);
    const narrow = known?.withCorrection ?? known?.withoutCorrection ?? null;
    const wide = known?.withoutCorrection ?? null;
    return {
      id: topic.topic,
      name: topics.get(topic.topic)?.name ?? { en: topic.topic },
      place: topic.rank.value,
      sharing: topic.sharing,
      band: known?.band ?? null,
      low: narrow?.low ?? null,
      high: narrow?.high ?? null,
      wideLow: wide?.low ?? null,
      wideHigh: wide?.high ?? null,
      topFive: narrow?.topFive ?? null,
      topTen: narrow?.topTen ?? null,
      score: topic.score.value,
      gap: topic.gap.score.value,
      large: topic.large.share.value,
      n: view.kind === "lists" ? topic.borda.n : topic.n,
      notApplicable: topic.notApplicable,
      dontKnow: topic.dontKnow,
      methodDependent: view.id === "region" && dependent.has(topic.topic),
      notApplicableMoves: topic.flags.includes("naMovesRank"),
    };
  });
}

function withoutPlace(line: RankingLine): RankingLine {
  return { ...line, place: null, sharing: 0, score: null, gap: null, large: null, methodDependent: false };
}

function byTopic(document: RankingDocument) {
  const position = new Map(document.input.topics.map(({ id }, index) => [id, index]));
  return (a: RankingLine, b: RankingLine) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0);
}
