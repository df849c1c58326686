import type { RankingComparison } from "./compare-rankings";
import { describeRanking } from "./describe-ranking";
import { describeCoverage } from "./describe-robustness";
import { describeTopic } from "./describe-topic";
import type { Localized, RankingDocument } from "./ranking-document";

/** A table to be downloaded: headings, and rows at full precision. */
export interface DownloadTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Tables that a published ranking comes with, and those that only the office may have. */
export const PUBLIC_TABLES = ["ranking", "coverage"] as const;
export const OFFICE_TABLES = ["map", "counting", "bounds", "answers", "distribution"] as const;
export type RankingTableName = (typeof PUBLIC_TABLES)[number] | (typeof OFFICE_TABLES)[number];

interface TableOptions {
  readonly table: RankingTableName;
  readonly lens?: string;
  readonly topic?: string;
  readonly office: boolean;
  /** A name in the reader's language. */
  readonly pick: (text: Localized) => string;
}

/** What changed since an earlier ranking, at full precision; for readers outside the office bands only. */
export function changeTable(
  { topics }: Pick<RankingComparison, "topics">,
  { office, pick }: Pick<TableOptions, "office" | "pick">,
): DownloadTable {
  const figures = [
    "place_before",
    "place_now",
    "gap_before",
    "gap_now",
    "change",
    "change_low",
    "change_high",
    "median_shift",
    "rated_both_times",
    "asked_both_times",
    "changed",
    "p",
    "p_holm",
    "p_benjamini_hochberg",
    "composition",
  ];
  return {
    columns: ["topic_id", "topic", "band_before", "band_now", "beyond_chance", ...(office ? figures : [])],
    rows: topics.map(({ id, name, bandBefore, band, beyondChance, incomparable, change, placeBefore, place }) => [
      id,
      pick(name),
      incomparable ?? bandBefore,
      band,
      beyondChance,
      ...(office
        ? [
            placeBefore,
            place,
            change?.before.value ?? null,
            change?.now.value ?? null,
            change?.change.value ?? null,
            change?.lower.value ?? null,
            change?.upper.value ?? null,
            change?.shift.value ?? null,
            change?.n ?? null,
            change?.N ?? null,
            change?.signedRank.nonZero ?? null,
            change?.signedRank.p.value ?? null,
            change?.pHolm.value ?? null,
            change?.pBenjaminiHochberg.value ?? null,
            change?.composition.value ?? null,
          ]
        : []),
    ]),
  };
}

/** `undefined` if there is no such table, or not for this reader. */
export function rankingTable(document: RankingDocument, options: TableOptions): DownloadTable | undefined {
  if (!options.office && !PUBLIC_TABLES.some((name) => name === options.table)) return undefined;
  switch (options.table) {
    case "ranking":
      return rankingLines(document, options);
    case "coverage":
      return coverageLines(document, options);
    case "map":
      return mapLines(document, options);
    case "counting":
      return countingLines(document, options);
    case "bounds":
      return boundLines(document, options);
    case "answers":
      return answerLines(document, options);
    case "distribution":
      return distributionLines(document, options);
  }
}

function rankingLines(document: RankingDocument, { lens, office, pick }: TableOptions): DownloadTable | undefined {
  const ranking = describeRanking(document, { ...(lens ? { lens } : {}), office });
  if (!ranking) return undefined;
  const own = office ? (["place", "shared_by", "score", "mean_gap", "share_large_gap"] as const) : [];
  return {
    columns: [
      "topic_id",
      "topic",
      "band",
      "range_low",
      "range_high",
      "repeat_low",
      "repeat_high",
      "chance_top_five",
      "chance_top_ten",
      "rated_by",
      "not_applicable",
      "do_not_know",
      "members",
      ...own,
    ],
    rows: ranking.lines.map((line) => [
      line.id,
      pick(line.name),
      line.band,
      line.low,
      line.high,
      line.wideLow,
      line.wideHigh,
      line.topFive,
      line.topTen,
      line.n,
      line.notApplicable,
      line.dontKnow,
      ranking.view.N,
      ...(office ? [line.place, line.sharing, line.score, line.gap, line.large] : []),
    ]),
  };
}

function coverageLines(document: RankingDocument, { office, pick }: TableOptions): DownloadTable {
  const { rows, total } = describeCoverage(document, { office });
  return {
    columns: ["group_id", "group", "answered", "invited", "weight_of_each", "share_of_ratings_given"],
    rows: [...rows, total].map(({ id, name, n, N, weight, given }) => [
      id,
      name ? pick(name) : id,
      n,
      N,
      weight,
      given,
    ]),
  };
}

function mapLines({ region, input }: RankingDocument, { pick }: TableOptions): DownloadTable {
  return {
    columns: ["topic_id", "topic", "importance", "capability", "quadrant", "rated_by"],
    rows: region.ranking.topics.map(({ topic, importance, capability, quadrant, n }) => [
      topic,
      pick(nameIn(input, topic)),
      importance.mean.value,
      capability.mean.value,
      quadrant,
      n,
    ]),
  };
}

function countingLines({ region, input }: RankingDocument, { pick }: TableOptions): DownloadTable {
  const { columns, topics, ranges } = region.methods;
  return {
    columns: [
      "topic_id",
      "topic",
      ...columns.map(({ method, weighting }) => `place_${method}_${weighting}`),
      "best",
      "worst",
    ],
    rows: topics.map((topic, row) => [
      topic,
      pick(nameIn(input, topic)),
      ...columns.map(({ ranks }) => ranks[row] ?? null),
      ranges[row]?.best ?? null,
      ranges[row]?.worst ?? null,
    ]),
  };
}

function boundLines({ scoreBounds, rankBounds, input }: RankingDocument, { pick }: TableOptions): DownloadTable {
  const places = new Map(rankBounds.topics.map((topic) => [topic.topic, topic]));
  return {
    columns: [
      "topic_id",
      "topic",
      "score",
      "score_low_missing",
      "score_high_missing",
      "score_low_silent",
      "score_high_silent",
      "best_place_silent",
      "worst_place_silent",
      "missing",
      "silent",
    ],
    rows: scoreBounds.topics.map(({ topic, score, respondents, all, missing, silent }) => [
      topic,
      pick(nameIn(input, topic)),
      score,
      respondents?.lower ?? null,
      respondents?.upper ?? null,
      all?.lower ?? null,
      all?.upper ?? null,
      places.get(topic)?.all?.best ?? null,
      places.get(topic)?.all?.worst ?? null,
      missing,
      silent,
    ]),
  };
}

function answerLines({ region, input }: RankingDocument, { pick }: TableOptions): DownloadTable {
  const names = new Map(input.members.map(({ id, name }) => [id, name]));
  return {
    columns: ["member_id", "member", "pairs", "applicable", "paired_share", "flags"],
    rows: region.quality.members.map(({ member, pairs, applicable, pairedShare, flags }) => [
      member,
      pick(names.get(member) ?? { en: member }),
      pairs,
      applicable,
      pairedShare,
      flags.join(" "),
    ]),
  };
}

function distributionLines(document: RankingDocument, { topic, pick }: TableOptions): DownloadTable | undefined {
  const figures = topic === undefined ? undefined : describeTopic(document, topic);
  if (!figures) return undefined;
  const steps = [1, 2, 3, 4, 5];
  return {
    columns: [
      "group_id",
      "group",
      "rated_by",
      "members",
      ...steps.map((step) => `importance_${step}`),
      ...steps.map((step) => `capability_${step}`),
    ],
    rows: figures.distributions.map(({ id, name, n, N, importance, capability }) => [
      id,
      name ? pick(name) : id,
      n,
      N,
      ...importance,
      ...capability,
    ]),
  };
}

function nameIn({ topics }: RankingDocument["input"], id: string): Localized {
  return topics.find((topic) => topic.id === id)?.name ?? { en: id };
}
