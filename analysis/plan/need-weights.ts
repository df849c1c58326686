import { compareIds } from "~/analysis/compare-ids";
import type { Flag } from "~/analysis/result";
import type { PlanNeed } from "./problem";

/** One member's answers about one topic. */
export interface NeedRow {
  readonly member: string;
  readonly topic: string;
  /** Ratings from 1 to 5; `null` where there is none (not applicable, don't know, blank): then there is no need. */
  readonly importance: number | null;
  readonly capability: number | null;
  /**
   * What stands in the way: `training` (main obstacle), `partly` (training among others), `other` (another main
   * obstacle), `unknown` (asked, said unknown or not answered), `notAsked`.
   */
  readonly obstacle: "training" | "partly" | "other" | "unknown" | "notAsked";
}

export interface NeedWeight {
  readonly member: string;
  readonly topic: string;
  /** max(0, importance - capability) / 4 x trainable, before and after the cap on the member's sum. */
  readonly uncapped: number;
  readonly need: number;
  /** need x (0.5 + 0.5 priority). */
  readonly weight: number;
  readonly imputed: boolean;
  readonly flags: readonly Flag[];
}

export interface NeedWeights {
  readonly weights: readonly NeedWeight[];
  /** Median over the answering members of their summed needs: no member's sum exceeds it. */
  readonly cap: number;
  /** Members whose needs were scaled down, with the factor. */
  readonly scaled: readonly { readonly member: string; readonly factor: number }[];
  /** Pairs without both ratings, counted as no need. */
  readonly withoutRatings: number;
  /** What training cannot close: a list of its own, for development partners. */
  readonly forPartners: readonly { readonly member: string; readonly topic: string; readonly discrepancy: number }[];
}

const TRAINABLE = { training: 1, partly: 0.5, other: 0, unknown: 1, notAsked: 1 } as const;

/**
 * Weight of every member's need in every topic: the discrepancy that training can close, its sum over the topics
 * held to the regional median (so that rating everything 5 and 1 buys nothing), times a regional factor from 0.5 to 1
 * (so that a topic without a regional gap does not erase an island's own).
 *
 * A silent member gets the mean need of those that answered, capped like theirs and labelled imputed; it takes seats
 * in regional lines and never makes a line of its own.
 *
 * @param scores score of each topic (mean weighted discrepancy); priorities are max(0, score) / the greatest, all 0 if
 *   none is above 0; a topic that is missing or `null` has priority 0
 * @param silent members without a response; `impute` false leaves them without need
 * @returns weights above 0 only, by member, then topic
 * @throws {RangeError} if a rating is not an integer from 1 to 5, a pair appears twice or a silent member has a row
 * @see docs/methods/plan-weights.md
 */
export function needWeights({
  rows,
  scores,
  silent = [],
  impute = true,
}: {
  readonly rows: readonly NeedRow[];
  readonly scores: ReadonlyMap<string, number | null>;
  readonly silent?: readonly string[];
  readonly impute?: boolean;
}): NeedWeights {
  checkRows(rows, new Set(silent));
  const priority = topicPriorities(scores);
  const regional = (topic: string) => 0.5 + 0.5 * (priority.get(topic) ?? 0);

  const ordered = [...rows].sort((a, b) => compareIds(a.member, b.member) || compareIds(a.topic, b.topic));
  const byMember = new Map<string, { row: NeedRow; uncapped: number }[]>();
  for (const row of ordered) {
    const list = byMember.get(row.member) ?? [];
    list.push({ row, uncapped: (discrepancy(row) / 4) * TRAINABLE[row.obstacle] });
    byMember.set(row.member, list);
  }
  const sums = [...byMember].map(([member, list]) => ({ member, sum: total(list.map(({ uncapped }) => uncapped)) }));
  const cap = median(sums.map(({ sum }) => sum));
  const factors = new Map(sums.map(({ member, sum }) => [member, sum > cap ? cap / sum : 1]));

  const weights: NeedWeight[] = [];
  const means = new Map<string, { sum: number; n: number }>();
  for (const [member, list] of byMember)
    for (const { row, uncapped } of list) {
      const need = uncapped * (factors.get(member) ?? 1);
      if (row.importance !== null && row.capability !== null) {
        const mean = means.get(row.topic) ?? { sum: 0, n: 0 };
        means.set(row.topic, { sum: mean.sum + need, n: mean.n + 1 });
      }
      if (need > 0)
        weights.push({
          member,
          topic: row.topic,
          uncapped,
          need,
          weight: need * regional(row.topic),
          imputed: false,
          flags: row.obstacle === "unknown" ? ["unknownObstacle"] : [],
        });
    }
  if (impute) weights.push(...imputedWeights(silent, means, cap, regional));
  weights.sort((a, b) => compareIds(a.member, b.member) || compareIds(a.topic, b.topic));

  return {
    weights,
    cap,
    scaled: sums.filter(({ sum }) => sum > cap).map(({ member, sum }) => ({ member, factor: cap / sum })),
    withoutRatings: rows.filter((row) => row.importance === null || row.capability === null).length,
    forPartners: ordered
      .filter((row) => row.obstacle === "other" && discrepancy(row) > 0)
      .map((row) => ({ member: row.member, topic: row.topic, discrepancy: discrepancy(row) })),
  };
}

/**
 * The weights of needs under other scores of the topics: of each need the regional factor is taken out and put in anew.
 * The region's need of an area (member `null`) and topics without a score keep their weight.
 *
 * @param scores those that the weights were made with
 */
export function reweighted(
  needs: readonly Pick<PlanNeed, "id" | "member" | "topic" | "weight">[],
  {
    scores,
    others,
  }: { readonly scores: ReadonlyMap<string, number | null>; readonly others: ReadonlyMap<string, number | null> },
): ReadonlyMap<string, number> {
  const [before, after] = [topicPriorities(scores), topicPriorities(others)];
  return new Map(
    needs.map(({ id, member, topic, weight }) => {
      const [was, is] = [before.get(topic), after.get(topic)];
      return [
        id,
        member === null || was === undefined || is === undefined
          ? weight
          : (weight * (0.5 + 0.5 * is)) / (0.5 + 0.5 * was),
      ];
    }),
  );
}

/** Priority of each topic from 0 to 1: max(0, score) over the greatest score, 0 for all if none is above 0. */
export function topicPriorities(scores: ReadonlyMap<string, number | null>): ReadonlyMap<string, number> {
  const greatest = Math.max(0, ...[...scores.values()].map((score) => score ?? 0));
  return new Map([...scores].map(([topic, score]) => [topic, greatest > 0 ? Math.max(0, score ?? 0) / greatest : 0]));
}

function imputedWeights(
  silent: readonly string[],
  means: ReadonlyMap<string, { readonly sum: number; readonly n: number }>,
  cap: number,
  regional: (topic: string) => number,
): NeedWeight[] {
  const topics = [...means].map(([topic, { sum, n }]) => ({ topic, mean: sum / n })).filter(({ mean }) => mean > 0);
  topics.sort((a, b) => compareIds(a.topic, b.topic));
  const sum = total(topics.map(({ mean }) => mean));
  const factor = sum > cap ? cap / sum : 1;
  return silent.flatMap((member) =>
    topics.map(({ topic, mean }) => ({
      member,
      topic,
      uncapped: mean,
      need: mean * factor,
      weight: mean * factor * regional(topic),
      imputed: true,
      flags: ["imputed" as const],
    })),
  );
}

function discrepancy({ importance, capability }: NeedRow): number {
  return importance === null || capability === null ? 0 : Math.max(0, importance - capability);
}

/** Sum of the values from the smallest up, so that the order of the topics cannot change its last digit. */
function total(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}

function checkRows(rows: readonly NeedRow[], silent: ReadonlySet<string>): void {
  const seen = new Map<string, Set<string>>();
  for (const { member, topic, importance, capability } of rows) {
    for (const rating of [importance, capability])
      if (rating !== null && !(Number.isInteger(rating) && rating >= 1 && rating <= 5))
        throw new RangeError(`rating ${rating} of ${member} for ${topic} is not an integer from 1 to 5`);
    if (silent.has(member)) throw new RangeError(`${member} is silent and has an answer for ${topic}`);
    const topics = seen.get(member) ?? new Set();
    if (topics.has(topic)) throw new RangeError(`${member} rates ${topic} twice`);
    seen.set(member, topics.add(topic));
  }
}
