import type { AccreditationOption, CandidateInput, CandidateRequest } from "~/analysis/plan/candidate-input";
import { type NeedRow, needWeights } from "~/analysis/plan/need-weights";
import type { SupplyAnalysis } from "~/analysis/supply/supply-analysis";
import type { RankingDocument } from "~/app/operations/ranking/ranking-document";
import type { Member, Topic, TrainingCentre } from "~/db/members";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { Request } from "~/db/requests";
import type { EffectiveSetting } from "~/db/settings";
import type { SupportRequest, TopicDetail } from "~/surveys/needs-answers";
import type { lineCosts } from "./plan-costs";
import { positionOf } from "./plan-rules";
import { modeOfAnswer, numberSetting } from "./proposal-settings";

/** Weight of one mission that an accreditation workshop unlocks: a choice of the office, half a usual need. */
const ACCREDITATION_WEIGHT = 0.2;

/** What stands behind a proposal's candidates, as read from the database. */
export interface CandidateSources {
  readonly pack: RegionPack;
  readonly months: readonly string[];
  readonly members: readonly Member[];
  readonly topics: readonly Topic[];
  readonly ranking: RankingDocument;
  /** The latest supply analysis; without one no accreditation workshop is a candidate. */
  readonly supply: SupplyAnalysis | null;
  /** Requests that stand. */
  readonly requests: readonly Request[];
  readonly answers: readonly SupportRequest[];
  readonly details: readonly TopicDetail[];
  readonly centres: readonly TrainingCentre[];
  readonly experts: readonly { readonly languages: readonly string[] }[];
  readonly settings: readonly EffectiveSetting[];
  readonly costs: ReturnType<typeof lineCosts>;
}

/** Needs and offers as the candidates are made from. */
export function gatherCandidates(sources: CandidateSources): CandidateInput {
  const { pack, members, topics, ranking, settings, costs, months } = sources;
  const present = new Set(members.map(({ id }) => id));
  const known = new Set(topics.map(({ id }) => id));
  const rows = needRowsOf(sources).filter((row) => present.has(row.member) && known.has(row.topic));
  const answered = new Set(ranking.input.revisions.map(({ member }) => member));
  const region = ranking.views.find(({ kind }) => kind === "region");
  const { weights } = needWeights({
    rows,
    scores: new Map(region?.ranking.topics.map(({ topic, score }) => [topic, score.value])),
    silent: members.flatMap(({ id }) => (answered.has(id) ? [] : [id])),
  });
  return {
    members: members.map(({ id, subRegionId, workingLanguages }) => ({
      id,
      subRegion: subRegionId,
      languages: workingLanguages,
    })),
    topics: topics.map(({ id, accreditationAreaId }) => ({ id, area: accreditationAreaId })),
    weights,
    discrepancies: rows.flatMap(({ member, topic, importance, capability }) =>
      importance === null || capability === null ? [] : [{ member, topic, value: importance - capability }],
    ),
    requests: candidateRequests(sources),
    statedModes: statedModes(sources),
    hostOffers: hostOffers(sources),
    experts: sources.experts,
    accreditation: accreditationOptions(sources.supply, present),
    neighbours: pack.neighbours.value.map(([a, b]): [string, string] => [a, b]),
    monthCount: months.length,
    costs,
    interpretation: Math.round(pack.costs.interpretation.value),
    openLanguages: [...new Set(members.flatMap(({ workingLanguages }) => workingLanguages))].sort(),
    leastOpen: pack.planning.modes.find(({ id }) => id === "regional")?.members.value.atLeast ?? 8,
    leastGap: numberSetting(settings, "planning.mergeDiscrepancy", 1.5),
    accreditationWeight: ACCREDITATION_WEIGHT,
  };
}

function needRowsOf({ ranking }: CandidateSources): readonly NeedRow[] {
  const detailOf = new Map(ranking.input.details.map((detail) => [`${detail.member} ${detail.topic}`, detail]));
  const rated = (value: number | string) => (typeof value === "number" ? value : null);
  return ranking.input.ratings.map(({ member, topic, importance, capability }) => ({
    member,
    topic,
    importance: rated(importance),
    capability: rated(capability),
    obstacle: obstacleOf(detailOf.get(`${member} ${topic}`)),
  }));
}

function obstacleOf(
  detail: { readonly mainObstacle: string | null; readonly obstacles: readonly string[] } | undefined,
): NeedRow["obstacle"] {
  if (detail === undefined) return "notAsked";
  if (detail.mainObstacle === "training") return "training";
  if (detail.obstacles.includes("training")) return "partly";
  if (detail.mainObstacle === null && detail.obstacles.length === 0) return "unknown";
  return detail.mainObstacle === "unknown" ? "unknown" : "other";
}

function candidateRequests({
  pack,
  requests,
  answers,
  months,
  members,
  topics,
}: CandidateSources): readonly CandidateRequest[] {
  const answerOf = new Map(answers.map((answer) => [`${answer.member} ${answer.key}`, answer]));
  const present = new Set(members.map(({ id }) => id));
  const known = new Set(topics.map(({ id }) => id));
  return requests
    .filter(({ memberId, topicId }) => present.has(memberId) && known.has(topicId))
    .map((request) => {
      const answer = answerOf.get(`${request.memberId} ${request.rowKey}`);
      const languages = answer?.languages ?? (request.language === null ? [] : [request.language]);
      return {
        id: request.id,
        member: request.memberId,
        topic: request.topicId,
        mode: modeOfAnswer(pack, request.mode),
        months: request.months.flatMap((month) => positionOf(months, month) ?? []),
        languages,
        interpretation: answer?.interpretation === "yes",
      };
    });
}

function statedModes({ pack, requests, details }: CandidateSources): CandidateInput["statedModes"] {
  const stated = [
    ...details.map(({ member, topic, mode }) => ({ member: member ?? "", topic, mode: modeOfAnswer(pack, mode) })),
    ...requests.map(({ memberId, topicId, mode }) => ({
      member: memberId,
      topic: topicId,
      mode: modeOfAnswer(pack, mode),
    })),
  ];
  return stated.flatMap(({ member, topic, mode }) => (mode === null ? [] : [{ member, topic, mode }]));
}

/** Members with a training centre host any topic; those that offered it with a request host that one. */
function hostOffers({ centres, requests }: CandidateSources): CandidateInput["hostOffers"] {
  const withCentre = new Set(centres.map(({ memberId }) => memberId));
  const offered = new Map<string, string[]>();
  for (const { memberId, topicId, willingToHost } of requests)
    if (willingToHost && !withCentre.has(memberId)) offered.set(memberId, [...(offered.get(memberId) ?? []), topicId]);
  return [
    ...[...withCentre].map((member) => ({ member, topics: null, extraCost: 0 })),
    ...[...offered].map(([member, topics]) => ({ member, topics, extraCost: 0 })),
  ];
}

/** Workshops that the supply analysis recommends, with its nominees and the missions that they would unlock. */
function accreditationOptions(
  supply: SupplyAnalysis | null,
  present: ReadonlySet<string>,
): readonly AccreditationOption[] {
  return (supply?.workshops ?? []).map(({ area, group, groupGain }) => ({
    area,
    candidates: group.nominees.flatMap(({ member }) => (member !== null && present.has(member) ? [member] : [])),
    missions: groupGain.led,
  }));
}
