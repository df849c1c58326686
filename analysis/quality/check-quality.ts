import { compareIds } from "~/analysis/compare-ids";
import { kendallTauB } from "../priorities/kendall-tau-b";
import type { PriorityInput } from "../priorities/paired-rating";
import type { PriorityMethod } from "../priorities/priority-method";
import { rankTopics, type TopicRanking } from "../priorities/rank-topics";
import { restrictRound } from "../priorities/restrict-round";
import { type TopOverlap, topOverlap } from "../priorities/top-overlap";
import type { Figure, Flag, Provenance } from "../result";
import { type ExpertOffer, type MemberQuality, memberQuality } from "./member-quality";

/** The ranking with and without the members that carry a flag. */
export interface RankingWithout {
  readonly flag: Flag;
  readonly members: readonly string[];
  /** Per topic, by id: place with all members and without these. */
  readonly places: readonly { readonly topic: string; readonly rank: Figure; readonly rankWithout: Figure }[];
  readonly tauB: Figure;
  readonly topFive: TopOverlap;
  readonly topTen: TopOverlap;
}

export interface QualityReport {
  readonly provenance: Provenance;
  /** By id. */
  readonly members: readonly MemberQuality[];
  /** One entry per flag that at least one member carries, in a fixed order. */
  readonly rankings: readonly RankingWithout[];
}

const FLAGS: readonly Flag[] = [
  "straightLiner",
  "pairedShareLow",
  "topFiveRatedLow",
  "topImportanceEverywhere",
  "naOneScaleOnly",
  "offersExpertsRatedLow",
];

/**
 * The quality of a round's answers: flags per member, and for each flag the ranking with and without those members.
 * Members stay in by default; leaving them out is shown, not done.
 *
 * @throws {RangeError} as `rankTopics`
 * @see docs/methods/data-quality.md
 */
export function checkQuality(
  input: PriorityInput,
  {
    offers = [],
    method = "meanWeightedDiscrepancy",
  }: { offers?: readonly ExpertOffer[]; method?: PriorityMethod } = {},
): QualityReport {
  const ranking = rankTopics(input, { method });
  const members = memberQuality(input, offers);
  const rankings = FLAGS.flatMap((flag) => {
    const flagged = members.flatMap(({ member, flags }) => (flags.includes(flag) ? [member] : []));
    return flagged.length === 0 ? [] : [compareWithout(input, ranking, flag, flagged, method)];
  });
  return {
    provenance: {
      ...ranking.provenance,
      method: "quality/check-quality",
      version: 1,
      parameters: { method, offers: offers.length },
    },
    members,
    rankings,
  };
}

function compareWithout(
  input: PriorityInput,
  ranking: TopicRanking,
  flag: Flag,
  flagged: readonly string[],
  method: PriorityMethod,
): RankingWithout {
  const left = new Set(flagged);
  // Still asked, so N stays: it is as if they had not answered.
  const rest = rankTopics(
    { ...restrictRound(input, (member) => !left.has(member)), members: input.members },
    { method },
  );
  const without = new Map(rest.topics.map(({ topic, rank }) => [topic, rank]));
  const places = [...ranking.topics]
    .sort((a, b) => compareIds(a.topic, b.topic))
    .map(({ topic, rank }): RankingWithout["places"][number] => ({
      topic,
      rank,
      rankWithout: without.get(topic) ?? { value: null, reason: "tooFewAnswers" },
    }));
  const before = places.map(({ rank }) => rank.value);
  const after = places.map(({ rankWithout }) => rankWithout.value);
  return {
    flag,
    members: flagged,
    places,
    tauB: kendallTauB(before, after),
    topFive: topOverlap(before, after, 5),
    topTen: topOverlap(before, after, 10),
  };
}
