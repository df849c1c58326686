import type { Flag } from "~/analysis/result";
import type { Localized, RankingDocument } from "./ranking-document";

/** Flags of a member's answers; each has its words in the catalogues. */
const QUALITY_FLAGS = [
  "straightLiner",
  "topImportanceEverywhere",
  "pairedShareLow",
  "topFiveRatedLow",
  "naOneScaleOnly",
  "offersExpertsRatedLow",
  "confirmedUnread",
] as const satisfies readonly Flag[];
type QualityFlag = (typeof QUALITY_FLAGS)[number];

export interface FlaggedMember {
  readonly id: string;
  readonly name: Localized;
  readonly flags: readonly QualityFlag[];
  readonly pairs: number;
  readonly applicable: number;
  readonly confirmedShare: number;
  /** Topics behind the flags: in the top five yet rated low, experts offered yet rated low. */
  readonly topics: readonly Localized[];
}

export interface AnswersDescription {
  readonly n: number;
  readonly members: readonly FlaggedMember[];
  readonly without: readonly {
    readonly flag: QualityFlag;
    readonly members: number;
    readonly topFiveShared: number;
    readonly topTenShared: number;
    readonly tau: number | null;
    readonly moved: readonly { readonly name: Localized; readonly place: number; readonly without: number }[];
  }[];
  readonly removal: readonly {
    readonly members: readonly Localized[];
    readonly leaves: readonly Localized[];
    readonly enters: readonly Localized[];
  }[];
  readonly influence: readonly { readonly id: string; readonly name: Localized; readonly placesMoved: number }[];
  readonly silent: readonly Localized[];
}

const CONFIRMED_UNREAD = 0.8;
const MOST_MOVED = 3;
const MOST_INFLUENCE = 5;

/** The quality of the answers, member by member: for the office only. */
export function describeAnswers({ region, input, coverage }: RankingDocument): AnswersDescription {
  const topics = new Map(input.topics.map(({ id, name }) => [id, name]));
  const members = new Map(input.members.map(({ id, name }) => [id, name]));
  const topic = (id: string): Localized => topics.get(id) ?? { en: id };
  const member = (id: string): Localized => members.get(id) ?? { en: id };
  const confirmed = new Map(input.revisions.map((revision) => [revision.member, revision.confirmedShare]));
  const unread = (id: string): readonly QualityFlag[] =>
    (confirmed.get(id) ?? 0) > CONFIRMED_UNREAD ? ["confirmedUnread"] : [];
  return {
    n: region.ranking.provenance.n,
    members: region.quality.members
      .map((quality): FlaggedMember => {
        const { pairs, applicable, flags, topFiveRatedLow, expertsOfferedRatedLow } = quality;
        return {
          id: quality.member,
          name: member(quality.member),
          flags: [...flags.filter(isQualityFlag), ...unread(quality.member)],
          pairs,
          applicable,
          confirmedShare: confirmed.get(quality.member) ?? 0,
          topics: [...new Set([...topFiveRatedLow, ...expertsOfferedRatedLow])].map(topic),
        };
      })
      .filter(({ flags }) => flags.length > 0),
    without: region.quality.rankings.flatMap(({ flag, members: flagged, topFive, topTen, tauB, places }) =>
      !isQualityFlag(flag)
        ? []
        : {
            flag,
            members: flagged.length,
            topFiveShared: topFive.shared,
            topTenShared: topTen.shared,
            tau: tauB.value,
            moved: places
              .flatMap(({ topic: id, rank, rankWithout }) =>
                rank.value === null || rankWithout.value === null || rank.value === rankWithout.value
                  ? []
                  : [{ name: topic(id), place: rank.value, without: rankWithout.value }],
              )
              .sort((a, b) => Math.abs(b.place - b.without) - Math.abs(a.place - a.without) || a.place - b.place)
              .slice(0, MOST_MOVED),
          },
    ),
    removal: region.fragility.topFive.sets.map((set) => ({
      members: set.members.map(member),
      leaves: set.leaves.map(topic),
      enters: set.enters.map(topic),
    })),
    influence: region.influence
      .slice(0, MOST_INFLUENCE)
      .map(({ member: id, placesMoved }) => ({ id, name: member(id), placesMoved })),
    silent: coverage.silent.map(member),
  };
}

function isQualityFlag(flag: Flag): flag is QualityFlag {
  return QUALITY_FLAGS.some((known) => known === flag);
}
