import { competitionRanks } from "../numeric/competition-ranks";
import { MINIMUM_FOR_RANK } from "../priorities/minimum-answers";
import type { PriorityInput } from "../priorities/paired-rating";
import { scoreFromSums } from "../priorities/priority-method";
import type { Figure, Provenance } from "../result";
import type { RatingMethod } from "./score-bounds";
import { answersByTopic } from "./topic-rows";

export interface SilentAverageTopic {
  readonly topic: string;
  /** As published: place and score over those that answered. */
  readonly rank: number | null;
  readonly score: number | null;
  /** Score if every silent member had rated this topic as the average topic. */
  readonly scoreWithSilent: number | null;
  /** Its place if they had done so for all topics. */
  readonly rankIfAll: number | null;
  /** Its place if they had done so for this topic only and like the others everywhere else: the hardest case for it. */
  readonly rankIfAlone: number | null;
}

export interface SilentAverage {
  readonly provenance: Provenance;
  /** By id. */
  readonly topics: readonly SilentAverageTopic[];
  /** The ratings that the silent members are given: means over the topics' means. */
  readonly average: { readonly importance: Figure; readonly capability: Figure };
  readonly topFive: Survival;
  readonly topTen: Survival;
}

/** Whether the first places hold. */
export interface Survival {
  /** Topics with a place of at most five (ten) as published, by id. */
  readonly topics: readonly string[];
  /** All of them keep such a place, and no other gets one, if the silent members rate everything average. */
  readonly ifAll: boolean;
  /** Each of them keeps such a place even if the silent members rate only that one average. */
  readonly ifAlone: boolean;
}

/**
 * "If all silent members rated it average": each silent member is given the mean importance and the mean capability of
 * the average topic, and the topics are ranked again.
 *
 * Every score moves towards the middle, the more the fewer answered. If the top five stays, silence would have to be
 * unusual to change it. Missing ratings of respondents are left missing.
 *
 * @throws {RangeError} as `buildRatingMatrix`
 * @see docs/methods/silent-rate-average.md
 */
export function silentRateAverage(
  input: PriorityInput,
  { method = "meanWeightedDiscrepancy" }: { readonly method?: RatingMethod } = {},
): SilentAverage {
  const { matrix, topics } = answersByTopic(input);
  const sums = topics.map(({ rows, silent }) => {
    let raters = 0;
    let notApplicable = 0;
    let importance = 0;
    let capability = 0;
    let net = 0;
    for (const { answer } of rows) {
      if (answer.kind === "notApplicable") notApplicable += 1;
      if (answer.kind !== "pair") continue;
      raters += 1;
      importance += answer.importance;
      capability += answer.capability;
      net += Math.sign(answer.importance - answer.capability);
    }
    return { raters, notApplicable, importance, capability, net, silent };
  });
  const placed = sums.map(({ raters }) => raters >= MINIMUM_FOR_RANK);
  const average = {
    importance: meanOver(sums.flatMap((s, i) => (placed[i] ? [s.importance / s.raters] : []))),
    capability: meanOver(sums.flatMap((s, i) => (placed[i] ? [s.capability / s.raters] : []))),
  };
  const averageNet = meanOver(sums.flatMap((s, i) => (placed[i] ? [s.net / s.raters] : []))).value ?? 0;
  const scoreOf = (s: (typeof sums)[number], silent: number): number => {
    const raters = s.raters + silent;
    if (method === "rankedDiscrepancy")
      return scoreFromSums(method, s.net + silent * averageNet, 0, raters, s.notApplicable);
    const high = s.importance + silent * (average.importance.value ?? 0);
    return scoreFromSums(
      method,
      high,
      s.capability + silent * (average.capability.value ?? 0),
      raters,
      s.notApplicable,
    );
  };
  const scores = sums.map((s, index) => (placed[index] ? scoreOf(s, 0) : null));
  const withSilent = sums.map((s, index) => (placed[index] ? scoreOf(s, s.silent) : null));
  const ranks = competitionRanks(scores);
  const ranksIfAll = competitionRanks(withSilent);
  const ranksIfAlone = scores.map((_, own) => {
    const mixed = scores.map((score, index) => (index === own ? (withSilent[index] ?? null) : score));
    return competitionRanks(mixed)[own] ?? null;
  });
  const result = topics.map(({ topic }, index) => ({
    topic,
    rank: ranks[index] ?? null,
    score: scores[index] ?? null,
    scoreWithSilent: withSilent[index] ?? null,
    rankIfAll: ranksIfAll[index] ?? null,
    rankIfAlone: ranksIfAlone[index] ?? null,
  }));
  return {
    provenance: {
      n: matrix.respondents.length,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : matrix.respondents.length / matrix.N,
      method: "coverage/silent-rate-average",
      version: 1,
      parameters: { method, minimumForRank: MINIMUM_FOR_RANK },
      seed: null,
    },
    topics: result,
    average,
    topFive: survival(result, 5),
    topTen: survival(result, 10),
  };
}

function survival(topics: readonly SilentAverageTopic[], places: number): Survival {
  const within = (rank: number | null) => rank !== null && rank <= places;
  const first = topics.filter(({ rank }) => within(rank));
  return {
    topics: first.map(({ topic }) => topic),
    ifAll: topics.every(({ rank, rankIfAll }) => within(rank) === within(rankIfAll)),
    ifAlone: first.every(({ rankIfAlone }) => within(rankIfAlone)),
  };
}

function meanOver(values: readonly number[]): Figure {
  if (values.length === 0) return { value: null, reason: "tooFewAnswers" };
  return { value: [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length };
}
