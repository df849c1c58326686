import { z } from "zod";
import type { MemberAgreement } from "~/analysis/agreement/member-agreement";
import type { CoverageTable } from "~/analysis/coverage/coverage-table";
import type { PostStratifiedPriorities } from "~/analysis/coverage/post-stratified-priorities";
import type { RankBounds } from "~/analysis/coverage/rank-bounds";
import type { ScoreBounds } from "~/analysis/coverage/score-bounds";
import type { SilentAverage } from "~/analysis/coverage/silent-rate-average";
import type { StratumWeights } from "~/analysis/coverage/stratum-weights";
import type { PriorityAnalysis } from "~/analysis/priorities/analyse-priorities";
import type { PairedRating, TopFiveList } from "~/analysis/priorities/paired-rating";
import type { PriorityMethod } from "~/analysis/priorities/priority-method";
import type { TopicRanking } from "~/analysis/priorities/rank-topics";
import type { ExpertOffer } from "~/analysis/quality/member-quality";
import type { PublishableGroups } from "~/analysis/scales/publishable-groups";
import type { RankUncertainty } from "~/analysis/uncertainty/bootstrap-ranks";

/** The kind under which rankings are stored as analysis runs and queued as jobs. */
export const RANKING = "ranking";

/** A text of the pack in its languages. */
export type Localized = Readonly<Record<string, string>>;

/** Everything that a ranking rests on, as it was when it was made; names too, so that it reads the same for ever. */
export interface RankingInput {
  readonly round: {
    readonly id: string;
    readonly name: string;
    /** The cycle in which the survey was held, and the one that is planned for. */
    readonly cycle: string;
    readonly plannedFor: string;
    readonly instrument: string;
    readonly version: number;
    readonly opensOn: string;
    readonly closesOn: string;
    /** An open survey gives a provisional ranking. */
    readonly closed: boolean;
  };
  /** Members that were asked, in the pack's order. */
  readonly members: readonly RankedMember[];
  readonly strata: readonly Named[];
  readonly subRegions: readonly Named[];
  /** Groups of the pack that are offered as views. */
  readonly groups: readonly Named[];
  /** Topics that were to be rated, in the questionnaire's order. */
  readonly topics: readonly RankedTopic[];
  readonly sections: readonly Named[];
  readonly ratings: readonly PairedRating[];
  readonly topFives: readonly TopFiveList[];
  readonly requests: readonly RankedRequest[];
  /** What stands in the way in the topics that a member chose. */
  readonly details: readonly RankedDetail[];
  /** Topics for whose area a member offers experts. */
  readonly offers: readonly ExpertOffer[];
  readonly revisions: readonly UsedRevision[];
}

export interface Named {
  readonly id: string;
  readonly name: Localized;
}

export interface RankedMember extends Named {
  readonly member: string;
  readonly stratum: string;
  readonly subRegion: string;
  readonly groups: readonly string[];
}

export interface RankedTopic extends Named {
  readonly shortName: Localized;
  readonly abbreviation: Localized | null;
  readonly section: string;
  readonly area: string | null;
}

export interface RankedRequest {
  readonly member: string;
  readonly topic: string;
  readonly result: string | null;
  readonly months: readonly number[];
  readonly mode: string | null;
  /** Member hosts others too, or pays a part. */
  readonly host: string | null;
  readonly contribution: readonly string[];
  readonly languages: readonly string[];
  /** Whether other members may read it. */
  readonly consent: boolean;
}

export interface RankedDetail {
  readonly member: string;
  readonly topic: string;
  readonly obstacles: readonly string[];
  readonly mainObstacle: string | null;
  /** Months within which it is needed. */
  readonly within: number | null;
}

/** A response as it counted. */
export interface UsedRevision {
  readonly id: string;
  readonly member: string;
  readonly number: number;
  readonly state: string;
  /** Share of the answered entries taken over from last year by "confirm". */
  readonly confirmedShare: number;
}

/** What a run is told to do; the defaults are written out. */
export interface RankingParameters {
  readonly method: PriorityMethod;
  readonly replicates: number;
  readonly confidence: number;
  readonly states: readonly string[];
  readonly seed: number;
}

/** One group of members, or one way of counting, under which the topics were ranked. */
export interface RankingView {
  /** `region`, `lists`, `asks`, `group.<id>` or `stratum.<id>`; its place in addresses. */
  readonly id: string;
  readonly kind: "region" | "lists" | "asks" | "group" | "stratum";
  readonly name: Localized | null;
  readonly members: readonly string[];
  /** How many of them answered. */
  readonly n: number;
  /** Whether it may be shown outside the office together with the views before it. */
  readonly publishable: boolean;
  readonly ranking: TopicRanking;
  readonly uncertainty: RankUncertainty;
}

/** A stored ranking, whole. The same input, parameters and seed give the same bytes. */
export interface RankingDocument {
  readonly kind: typeof RANKING;
  readonly format: 1;
  readonly input: RankingInput;
  readonly parameters: RankingParameters;
  /** The region first. */
  readonly views: readonly RankingView[];
  readonly region: PriorityAnalysis;
  readonly coverage: CoverageTable;
  readonly weights: StratumWeights;
  readonly scoreBounds: ScoreBounds;
  readonly rankBounds: RankBounds;
  readonly silentAverage: SilentAverage;
  readonly postStratified: PostStratifiedPriorities;
  readonly agreement: MemberAgreement;
  readonly disclosure: PublishableGroups;
}

const Header = z.looseObject({
  kind: z.literal(RANKING),
  format: z.literal(1),
  input: z.looseObject({ ratings: z.array(z.unknown()), topics: z.array(z.unknown()) }),
  views: z.array(z.looseObject({ id: z.string() })).min(1),
});

/**
 * A stored ranking as data. Only its kind and format are checked: the document's hash stands beside it in the
 * database, and nobody but `rankRound` writes one.
 *
 * @throws {RangeError} if the document is not a ranking of a format that this version reads
 */
export function readRankingRun(document: string): RankingDocument {
  const parsed: unknown = JSON.parse(document);
  if (!isRankingDocument(parsed)) throw new RangeError("this is not a stored ranking of format 1");
  return parsed;
}

function isRankingDocument(value: unknown): value is RankingDocument {
  return Header.safeParse(value).success;
}
