import { compareIds } from "~/analysis/compare-ids";
import { summariseSample } from "../numeric/sample-summary";
import { type Interval, tInterval } from "../numeric/t-interval";
import { MINIMUM_FOR_SCORE, tooFew } from "../priorities/minimum-answers";
import type { PriorityInput } from "../priorities/paired-rating";
import { buildRatingMatrix } from "../priorities/rating-matrix";
import type { Figure, Flag, Provenance, UndefinedReason } from "../result";
import { benjaminiHochberg, holm } from "./adjust-p-values";
import { hodgesLehmann } from "./hodges-lehmann";
import { type SignTest, signTest } from "./sign-test";
import { MINIMUM_FOR_TEST, type SignedRankTest, signedRankTest, type ZeroHandling } from "./signed-rank-test";

export interface TopicChange {
  readonly topic: string;
  /** Members with both ratings in both years, of those asked in both. */
  readonly n: number;
  readonly N: number;
  /** Mean discrepancy (importance minus capability) of the matched members, scale points. */
  readonly before: Figure;
  readonly now: Figure;
  /** Their mean change: negative is a need that shrank. */
  readonly change: Figure;
  readonly sd: Figure;
  /** Student's interval with finite-population correction. */
  readonly lower: Figure;
  readonly upper: Figure;
  /** Median of the pairwise means of the changes. */
  readonly shift: Figure;
  readonly signedRank: SignedRankTest;
  readonly signs: SignTest;
  /** p of the signed-rank test adjusted over the topics tested; `notTested` outside the family. */
  readonly pHolm: Figure;
  readonly pBenjaminiHochberg: Figure;
  /** Mean discrepancy over all respondents of each year, and how much of their difference is who answered. */
  readonly allBefore: Figure;
  readonly allNow: Figure;
  readonly composition: Figure;
}

export interface TopicChanges {
  readonly provenance: Provenance;
  /** All topics of this year, by id. */
  readonly topics: readonly TopicChange[];
  /** Topics in the family of the adjusted p-values. */
  readonly tested: number;
  /** Members left out because more than 80 % of their answers are last year's, confirmed; by id. */
  readonly confirmedUnread: readonly string[];
  /** Mean change of last year's topics with an activity and without: what falls without any action is regression. */
  readonly withActivity: Figure;
  readonly withoutActivity: Figure;
  readonly flags: readonly Flag[];
}

export interface TopicChangesOptions {
  /** Topics whose wording or scale changed since: no comparison. */
  readonly breaks?: readonly string[];
  /** Per member, share of this year's answers that were copied from last year's, 0 to 1. */
  readonly confirmedShare?: ReadonlyMap<string, number>;
  /** Topics on which an activity took place between the rounds. */
  readonly activityTopics?: readonly string[];
  readonly zeros?: ZeroHandling;
  /** Of the intervals; default 0.9. */
  readonly confidence?: number;
}

/** Above this share of confirmed answers a response says nothing about change. */
export const CONFIRMED_LIMIT = 0.8;

/**
 * Change of each topic's discrepancy from one year to the next, over the members that gave both ratings both times.
 *
 * Ranks are not compared: they move because others move. Tests are exact; p-values are adjusted over the topics that
 * could be tested. The difference between all respondents' change and the matched one is shown as composition effect.
 * Topics with a break are undefined ("seriesBreak"), new ones too ("notAsked"). No finding is not stability.
 *
 * @throws {RangeError} as `buildRatingMatrix` for either year, or if a confirmed share or the confidence is no share
 * @see docs/methods/topic-changes.md
 */
export function topicChanges(
  { before, now }: { readonly before: PriorityInput; readonly now: PriorityInput },
  {
    breaks = [],
    confirmedShare = new Map(),
    activityTopics = [],
    zeros = "drop",
    confidence = 0.9,
  }: TopicChangesOptions = {},
): TopicChanges {
  const last = buildRatingMatrix(before);
  const current = buildRatingMatrix(now);
  const askedBefore = new Set(before.members.map(({ member }) => member));
  const both = now.members.map(({ member }) => member).filter((member) => askedBefore.has(member));
  const confirmedUnread = [...confirmedShare]
    .filter(([member, share]) => {
      if (!(share >= 0 && share <= 1)) throw new RangeError(`the confirmed share of member "${member}" is ${share}`);
      return share > CONFIRMED_LIMIT;
    })
    .map(([member]) => member)
    .sort(compareIds);
  const leftOut = new Set(confirmedUnread);
  const gapsBefore = gapsByTopic(before);
  const gapsNow = gapsByTopic(now);
  const known = new Set(last.topics);
  const broken = new Set(breaks);
  const rows = current.topics.map((topic) => {
    const lastGaps = gapsBefore.get(topic) ?? new Map<string, number>();
    const thisGaps = gapsNow.get(topic) ?? new Map<string, number>();
    const refused: UndefinedReason | null = broken.has(topic) ? "seriesBreak" : known.has(topic) ? null : "notAsked";
    const matched = refused ? [] : both.filter((m) => !leftOut.has(m) && lastGaps.has(m) && thisGaps.has(m));
    return compareTopic({ topic, refused, matched, N: both.length, lastGaps, thisGaps, zeros, confidence });
  });
  const family = rows.map(({ signedRank }) => signedRank.p.value);
  const pHolm = holm(family);
  const pBh = benjaminiHochberg(family);
  const adjusted = (value: number | null | undefined): Figure =>
    value === null || value === undefined ? { value: null, reason: "notTested" } : { value };
  const topics = rows.map((row, index) => ({
    ...row,
    pHolm: adjusted(pHolm[index]),
    pBenjaminiHochberg: adjusted(pBh[index]),
  }));
  const active = new Set(activityTopics);
  const respondents = new Set([...gapsNow.values()].flatMap((gaps) => [...gaps.keys()]));
  const n = both.filter((member) => respondents.has(member) && !leftOut.has(member)).length;
  return {
    provenance: {
      n,
      N: both.length,
      coverage: both.length === 0 ? null : n / both.length,
      method: "change/topic-changes",
      version: 1,
      parameters: {
        breaks: [...broken].sort(compareIds),
        zeros,
        confidence,
        activityTopics: [...active].sort(compareIds),
        confirmedLimit: CONFIRMED_LIMIT,
        minimumForTest: MINIMUM_FOR_TEST,
      },
      seed: null,
    },
    topics,
    tested: family.filter((p) => p !== null).length,
    confirmedUnread,
    withActivity: meanChange(topics.filter(({ topic }) => active.has(topic))),
    withoutActivity: meanChange(topics.filter(({ topic }) => !active.has(topic))),
    flags: confirmedUnread.length > 0 ? ["confirmedUnread"] : [],
  };
}

function compareTopic({
  topic,
  refused,
  matched,
  N,
  lastGaps,
  thisGaps,
  zeros,
  confidence,
}: {
  readonly topic: string;
  readonly refused: UndefinedReason | null;
  readonly matched: readonly string[];
  readonly N: number;
  readonly lastGaps: ReadonlyMap<string, number>;
  readonly thisGaps: ReadonlyMap<string, number>;
  readonly zeros: ZeroHandling;
  readonly confidence: number;
}): Omit<TopicChange, "pHolm" | "pBenjaminiHochberg"> {
  const n = matched.length;
  const gap = (gaps: ReadonlyMap<string, number>, member: string) => gaps.get(member) ?? 0;
  const changes = matched.map((member) => gap(thisGaps, member) - gap(lastGaps, member));
  const summary = summariseSample(changes);
  const reason = refused ?? tooFew(n, MINIMUM_FOR_SCORE);
  const figure = (value: number | null): Figure =>
    reason || value === null ? { value: null, reason: reason ?? "tooFewPairs" } : { value };
  const interval = n < N ? tInterval(summary, { confidence, N }) : null;
  const end = (pick: (interval: Interval) => number): Figure => {
    if (reason) return { value: null, reason };
    if (n === N) return { value: null, reason: "census" };
    // Equal changes of all would give an interval without width, which claims too much.
    if (summary.sd === 0) return { value: null, reason: "zeroVariance" };
    return figure(interval && pick(interval));
  };
  const mean = (gaps: Iterable<number>) => summariseSample([...gaps]).mean;
  const all = (gaps: ReadonlyMap<string, number>): Figure => {
    const why = tooFew(gaps.size, MINIMUM_FOR_SCORE);
    const value = mean(gaps.values());
    return why || value === null ? { value: null, reason: why ?? "noRespondents" } : { value };
  };
  const allBefore: Figure = refused ? { value: null, reason: refused } : all(lastGaps);
  const allNow = all(thisGaps);
  const change = figure(summary.mean);
  const composition: Figure =
    allBefore.value === null || allNow.value === null || change.value === null
      ? { value: null, reason: reason ?? "tooFewAnswers" }
      : { value: allNow.value - allBefore.value - change.value };
  const test = signedRankTest(changes, { zeros });
  const signs = signTest(changes);
  return {
    topic,
    n,
    N,
    before: figure(mean(matched.map((member) => gap(lastGaps, member)))),
    now: figure(mean(matched.map((member) => gap(thisGaps, member)))),
    change,
    sd: figure(summary.sd),
    lower: end(({ lower }) => lower),
    upper: end(({ upper }) => upper),
    shift: figure(hodgesLehmann(changes)),
    signedRank: refused
      ? { ...test, p: { value: null, reason: refused }, rankBiserial: { value: null, reason: refused } }
      : test,
    signs: refused ? { ...signs, p: { value: null, reason: refused } } : signs,
    allBefore,
    allNow,
    composition,
  };
}

function gapsByTopic({ ratings }: PriorityInput): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const gaps = new Map<string, Map<string, number>>();
  for (const { member, topic, importance, capability } of ratings) {
    if (typeof importance !== "number" || typeof capability !== "number") continue;
    const own = gaps.get(topic) ?? new Map<string, number>();
    own.set(member, importance - capability);
    gaps.set(topic, own);
  }
  return gaps;
}

function meanChange(topics: readonly TopicChange[]): Figure {
  const changes = topics.flatMap(({ change }) => change.value ?? []);
  const { mean } = summariseSample(changes);
  return mean === null ? { value: null, reason: "tooFewAnswers" } : { value: mean };
}
