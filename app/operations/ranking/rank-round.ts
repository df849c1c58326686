import canonicalize from "canonicalize";
import { memberAgreement } from "~/analysis/agreement/member-agreement";
import { coverageTable } from "~/analysis/coverage/coverage-table";
import { postStratifiedPriorities } from "~/analysis/coverage/post-stratified-priorities";
import { rankBounds } from "~/analysis/coverage/rank-bounds";
import { scoreBounds } from "~/analysis/coverage/score-bounds";
import { silentRateAverage } from "~/analysis/coverage/silent-rate-average";
import { stratumWeights } from "~/analysis/coverage/stratum-weights";
import { analysePriorities } from "~/analysis/priorities/analyse-priorities";
import { MINIMUM_FOR_BOOTSTRAP } from "~/analysis/priorities/minimum-answers";
import type { PriorityInput } from "~/analysis/priorities/paired-rating";
import { rankMatrix } from "~/analysis/priorities/rank-topics";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { restrictRound } from "~/analysis/priorities/restrict-round";
import type { OnProgress, ShouldStop } from "~/analysis/result";
import { publishableGroups } from "~/analysis/scales/publishable-groups";
import { bootstrapRanks } from "~/analysis/uncertainty/bootstrap-ranks";
import {
  type Localized,
  RANKING,
  type RankingDocument,
  type RankingInput,
  type RankingParameters,
  type RankingView,
} from "./ranking-document";

interface RankRoundOptions {
  readonly parameters: RankingParameters;
  readonly onProgress?: OnProgress;
  readonly shouldStop?: ShouldStop;
}

/**
 * Everything about a round's priorities, as canonical JSON (RFC 8785): a pure function of input and parameters, so
 * the same give the same bytes. Runs for seconds: call it in a worker.
 */
export function rankRound(input: RankingInput, options: RankRoundOptions): string {
  const text = canonicalize(analyse(input, options));
  if (text === undefined) throw new Error("the ranking could not be written down");
  return text;
}

function analyse(input: RankingInput, { parameters, onProgress, shouldStop }: RankRoundOptions): RankingDocument {
  const { method, replicates, confidence, seed } = parameters;
  const round = priorityInput(input);
  const groups = viewGroups(input);
  // The region's analysis counts for as much as six views.
  const total = groups.length + 6;
  const stop = shouldStop ? { shouldStop } : {};
  const region = analysePriorities(round, {
    seed,
    method,
    replicates,
    confidence,
    offers: input.offers,
    ...stop,
    onProgress: (progress) =>
      onProgress?.({ ...progress, done: (6 * progress.done) / Math.max(1, progress.total), total }),
  });
  const answered = new Set(buildRatingMatrix(round).respondents);
  const disclosure = publishableGroups(
    groups
      .filter(({ kind }) => kind !== "lists")
      .map(({ id, members }) => ({ group: id, members: members.filter((member) => answered.has(member)) })),
  );
  const views = groups.map((group, index): RankingView => {
    const n = group.members.filter((member) => answered.has(member)).length;
    // What the lists alone say is about the same members as the region.
    const publishable =
      n >= MINIMUM_FOR_BOOTSTRAP && (group.kind === "lists" || disclosure.published.includes(group.id));
    if (group.kind === "region") {
      const { drawsAbove: _, ...uncertainty } = region.uncertainty;
      return { ...group, n, publishable, ranking: region.ranking, uncertainty: { ...uncertainty, drawsAbove: [] } };
    }
    const how = { method: group.kind === "lists" ? ("topFiveBorda" as const) : method };
    const matrix = buildRatingMatrix(restrictRound(round, (member) => group.members.includes(member)));
    const uncertainty = bootstrapRanks(matrix, { ...how, seed, replicates, confidence, pairs: false, ...stop });
    onProgress?.({ done: 6 + index, total, note: "views" });
    return { ...group, n, publishable, ranking: rankMatrix(matrix, how), uncertainty };
  });
  const rated = { method: method === "topFiveBorda" ? ("meanWeightedDiscrepancy" as const) : method };
  const strata = input.members.map(({ stratum }) => stratum);
  return {
    kind: RANKING,
    format: 1,
    input,
    parameters,
    views,
    region,
    coverage: coverageTable({
      ...round,
      members: input.members.map(({ member, stratum, subRegion }) => ({ member, stratum, subRegion })),
    }),
    weights: stratumWeights(
      input.members.filter(({ id }) => answered.has(id)).map(({ stratum }) => stratum),
      strata,
    ),
    scoreBounds: scoreBounds(round, rated),
    rankBounds: rankBounds(round, rated),
    silentAverage: silentRateAverage(round, rated),
    postStratified: postStratifiedPriorities(round, rated),
    agreement: memberAgreement(round, { seed }),
    disclosure,
  };
}

/** A round as the analysis takes it. */
export function priorityInput(input: RankingInput): PriorityInput {
  return {
    members: input.members.map(({ member, stratum }) => ({ member, stratum })),
    topics: input.topics.map(({ id }) => id),
    ratings: input.ratings,
    topFives: input.topFives,
  };
}

interface ViewGroup {
  readonly id: string;
  readonly kind: RankingView["kind"];
  readonly name: Localized | null;
  readonly members: readonly string[];
}

/** The views in the order of their weight for disclosure; a stratum that is a group of the pack already is not shown twice. */
function viewGroups(input: RankingInput): readonly ViewGroup[] {
  const everyone = input.members.map(({ id }) => id);
  const groups: ViewGroup[] = [
    { id: "region", kind: "region", name: null, members: everyone },
    ...input.groups.map(({ id, name }) => ({
      id: `group.${id}`,
      kind: "group" as const,
      name,
      members: input.members.filter((member) => member.groups.includes(id)).map((member) => member.id),
    })),
    ...input.strata.map(({ id, name }) => ({
      id: `stratum.${id}`,
      kind: "stratum" as const,
      name,
      members: input.members.filter(({ stratum }) => stratum === id).map((member) => member.id),
    })),
    {
      id: "asks",
      kind: "asks",
      name: null,
      members: everyone.filter((id) => input.requests.some(({ member }) => member === id)),
    },
  ];
  const seen = new Set<string>();
  const different = groups.filter(({ members }) => {
    const key = members.join();
    if (members.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return input.topFives.length > 0
    ? [...different, { id: "lists", kind: "lists", name: null, members: everyone }]
    : different;
}
