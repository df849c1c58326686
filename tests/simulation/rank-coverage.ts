import { competitionRanks } from "~/analysis/numeric/competition-ranks";
import { createRandom, type Random } from "~/analysis/numeric/random";
import { channelScores } from "~/analysis/priorities/channel-scores";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { scoreChannels } from "~/analysis/priorities/score-channels";
import { bootstrapRanks, type RankView } from "~/analysis/uncertainty/bootstrap-ranks";
import { rankSets } from "~/analysis/uncertainty/rank-sets";

export interface CoverageSettings {
  /** Members of the region, members that answer, topics. */
  readonly N: number;
  readonly n: number;
  readonly k: number;
  readonly populations: number;
  readonly replicates: number;
  readonly seed: number;
  /** Share of topics that do not apply to a member; half as many ratings of those that do are missing. Default 0. */
  readonly missing?: number;
}

export interface CoverageFigures {
  /** Share of topics whose true place lies in the interval, with correction and without. */
  readonly corrected: number;
  readonly uncorrected: number;
  /** Mean number of places that an interval spans. */
  readonly widthCorrected: number;
  readonly widthUncorrected: number;
  /** The same of the simultaneous rank sets. */
  readonly strict: number;
  readonly widthStrict: number;
  /** Mean published score of the first ten minus their true score, and of the first place; raw and corrected. */
  readonly topTenBias: number;
  readonly topTenBiasCorrected: number;
  readonly firstBias: number;
  readonly firstBiasCorrected: number;
}

/**
 * Makes up regions in which all N members have answers, lets n of them reply at random, and asks how often the rank
 * interval from those n holds the place that the answers of all N give by the same method.
 *
 * Members differ in leniency (SD 0.5), topics in importance and capability, ratings about both (SD 0.8), rounded to 1..5.
 */
export function simulateCoverage(settings: CoverageSettings): CoverageFigures {
  const { N, n, k, populations, replicates, seed } = settings;
  const random = createRandom(seed);
  const sums = {
    corrected: 0,
    uncorrected: 0,
    widthCorrected: 0,
    widthUncorrected: 0,
    strict: 0,
    widthStrict: 0,
    topics: 0,
  };
  const bias = { raw: 0, corrected: 0, places: 0, first: 0, firstCorrected: 0 };
  for (let population = 0; population < populations; population += 1) {
    const all = region(settings, random);
    const answering = new Set(sample(N, n, random).map((m) => `m${m}`));
    const replied = { ...all, ratings: reply(all, answering, settings, random) };
    const channels = scoreChannels(buildRatingMatrix(all), "meanWeightedDiscrepancy");
    const trueScores = channelScores(channels, { weighted: false });
    const trueRanks = competitionRanks([...trueScores]);
    const truth = new Map(
      channels.topics.map((topic, t) => [topic, { rank: trueRanks[t] ?? k, score: trueScores[t] ?? 0 }]),
    );
    const matrix = buildRatingMatrix(replied);
    for (const { topic, simultaneous } of rankSets(matrix).topics) {
      const rank = truth.get(topic)?.rank ?? 0;
      sums.strict += Number(rank >= simultaneous.low && rank <= simultaneous.high);
      sums.widthStrict += simultaneous.high - simultaneous.low + 1;
    }
    const result = bootstrapRanks(matrix, { seed: population, replicates, pairs: false });
    for (const { topic, withCorrection, withoutCorrection } of result.topics) {
      const rank = truth.get(topic)?.rank ?? 0;
      const inside = (view: RankView | null) => Number(view !== null && rank >= view.low && rank <= view.high);
      const width = (view: RankView | null) => (view === null ? 0 : view.high - view.low + 1);
      sums.topics += 1;
      sums.corrected += inside(withCorrection);
      sums.uncorrected += inside(withoutCorrection);
      sums.widthCorrected += width(withCorrection);
      sums.widthUncorrected += width(withoutCorrection);
    }
    for (const [place, { topic, published, corrected }] of result.correctedScores.entries()) {
      const score = truth.get(topic)?.score ?? 0;
      bias.places += 1;
      bias.raw += published - score;
      bias.corrected += corrected - score;
      if (place === 0) {
        bias.first += published - score;
        bias.firstCorrected += corrected - score;
      }
    }
  }
  return {
    corrected: sums.corrected / sums.topics,
    uncorrected: sums.uncorrected / sums.topics,
    widthCorrected: sums.widthCorrected / sums.topics,
    widthUncorrected: sums.widthUncorrected / sums.topics,
    strict: sums.strict / sums.topics,
    widthStrict: sums.widthStrict / sums.topics,
    topTenBias: bias.raw / bias.places,
    topTenBiasCorrected: bias.corrected / bias.places,
    firstBias: bias.first / populations,
    firstBiasCorrected: bias.firstCorrected / populations,
  };
}

function region({ N, k, missing = 0 }: CoverageSettings, random: Random): PriorityInput {
  const importance = Array.from({ length: k }, () => 4 + 0.35 * normal(random));
  const capability = Array.from({ length: k }, () => 2.9 + 0.35 * normal(random));
  const members = Array.from({ length: N }, (_, m) => ({ member: `m${m}` }));
  const ratings = members.flatMap(({ member }) => {
    const lenient = 0.5 * normal(random);
    const able = 0.5 * normal(random);
    return importance.map((level, t) => {
      const rated = {
        member,
        topic: `t${t}`,
        importance: rating(level + lenient + 0.8 * normal(random)),
        capability: rating((capability[t] ?? 0) + able + 0.8 * normal(random)),
      };
      return random.next() < missing ? { ...rated, importance: "notApplicable" as const } : rated;
    });
  });
  return { members, topics: importance.map((_, t) => `t${t}`), ratings };
}

/** What comes back: the answers of some members, some of them "don't know" though there would have been one. */
function reply(
  { ratings }: PriorityInput,
  answering: ReadonlySet<string>,
  { missing = 0 }: CoverageSettings,
  random: Random,
): PriorityInput["ratings"] {
  return ratings.flatMap((row) => {
    if (!answering.has(row.member)) return [];
    const unknown = random.next() < missing / 2 && row.importance !== "notApplicable";
    return [unknown ? { ...row, importance: "dontKnow" as const } : row];
  });
}

function rating(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)));
}

/** A normal variate by Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

function sample(N: number, n: number, random: Random): number[] {
  const members = Array.from({ length: N }, (_, m) => m);
  for (let last = N - 1; last > 0; last -= 1) {
    const other = random.integer(last + 1);
    [members[last], members[other]] = [members[other] ?? 0, members[last] ?? 0];
  }
  return members.slice(0, n);
}
