import type { Database } from "~/db/engine/database";
import { type Expert, findExperts } from "~/db/experts";
import { findAccreditationAreas } from "~/db/members";
import { findPlanFramework } from "~/db/plan-framework";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRound } from "~/db/rounds";
import type { StandingStep } from "~/db/schema/experts";
import type { CompiledInstrument } from "~/surveys/compiled";
import { compiledVersion } from "../answering/compiled-version";
import { describeRanking, type RankingLine } from "./describe-ranking";
import { describeTopic, type TopicFigures } from "./describe-topic";
import type { Localized, RankingDocument } from "./ranking-document";
import type { StoredRanking } from "./stored-ranking";

/** One topic on one page: who asks, who can help, whom to accredit, what it costs. */
export interface ShownTopic {
  readonly id: string;
  readonly name: Localized;
  readonly description: Localized | null;
  readonly section: Localized | null;
  readonly area: Localized | null;
  /** Actions of the plan that it stands under, as printed. */
  readonly actions: readonly string[];
  readonly runId: string;
  readonly at: string;
  readonly places: number;
  readonly members: number;
  readonly line: RankingLine;
  /** For the office only. */
  readonly figures: TopicFigures | null;
  readonly requests: readonly TopicRequest[];
  /** Requests whose members did not agree to be named to others; for the office they are in the list. */
  readonly unnamed: number;
  readonly asking: number;
  readonly helpers: readonly Helper[];
  readonly candidates: readonly Helper[];
  readonly costs: readonly CostWay[];
  readonly currency: string;
}

export interface TopicRequest {
  readonly id: string;
  readonly member: Localized;
  readonly result: string | null;
  readonly months: readonly number[];
  readonly mode: Localized | null;
  readonly obstacles: readonly Localized[];
  readonly brings: readonly Localized[];
  /** Agreed to be named to other members. */
  readonly consent: boolean;
}

export interface Helper {
  readonly id: string;
  readonly name: string;
  readonly member: Localized | null;
  readonly step: StandingStep | null;
  readonly since: string | null;
  readonly languages: readonly string[];
  readonly lastMission: string | null;
}

export interface CostWay {
  readonly id: "missions" | "joint" | "workshop";
  readonly count: number;
  readonly each: number;
  readonly total: number;
}

const CAN_HELP: ReadonlySet<StandingStep> = new Set(["accredited", "preAccredited", "inFieldMissions", "lapsed"]);
const CANDIDATE: ReadonlySet<StandingStep> = new Set(["nominated", "preScreened", "preAccredited", "inFieldMissions"]);
const SEATS = 2;

/** `undefined` if the ranking has no such topic. */
export async function showTopic(
  db: Database,
  {
    stored,
    topicId,
    pack,
    office,
    today,
  }: {
    readonly stored: StoredRanking;
    readonly topicId: string;
    readonly pack: RegionPack;
    readonly office: boolean;
    readonly today: string;
  },
): Promise<ShownTopic | undefined> {
  const { document } = stored;
  const topic = document.input.topics.find(({ id }) => id === topicId);
  const ranking = describeRanking(document, { office }) ?? describeRanking(document, { office: true });
  const line = ranking?.lines.find(({ id }) => id === topicId);
  if (!topic || !line || !ranking) return undefined;
  const round = await findRound(db, document.input.round.id);
  const compiled = round && (await compiledVersion(db, round.versionId)).compiled;
  const requests = requestsFor(document, topicId, compiled);
  const register = await findExperts(db, { on: today });
  const memberNames = new Map(document.input.members.map(({ id, name }) => [id, name]));
  const people = register.flatMap((expert) => helperOf(expert, { topicId, area: topic.area, memberNames }) ?? []);
  const packTopic = pack.topics.find(({ id }) => id === topicId);
  const framework = await findPlanFramework(db, pack.planFramework.id);
  const labels = new Map(framework?.pillars.flatMap(({ actions }) => actions.map(({ id, label }) => [id, label])));
  const area = (await findAccreditationAreas(db)).find(({ id }) => id === topic.area);
  const candidates = people.filter(({ step }) => step !== null && CANDIDATE.has(step));
  const asking = new Set(requests.map(({ memberId }) => memberId)).size;
  return {
    id: topic.id,
    name: topic.name,
    description: packTopic ? { ...packTopic.description } : null,
    section: document.input.sections.find(({ id }) => id === topic.section)?.name ?? null,
    area: area ? { ...area.name } : null,
    actions: packTopic?.actions.flatMap((id) => labels.get(id) ?? []) ?? [],
    runId: stored.runId,
    at: stored.at.toISOString(),
    places: ranking.places,
    members: document.input.members.length,
    line,
    figures: office ? (describeTopic(document, topicId) ?? null) : null,
    requests: requests.filter(({ consent }) => office || consent).map(({ memberId: _, ...request }) => request),
    unnamed: requests.filter(({ consent }) => !consent).length,
    asking,
    helpers: people.filter(({ step }) => step === null || CAN_HELP.has(step)),
    candidates,
    costs: costsOf(pack, { asking, candidates: candidates.length, area: topic.area !== null }),
    currency: pack.costs.currency.value,
  };
}

function requestsFor(document: RankingDocument, topicId: string, compiled: CompiledInstrument | undefined) {
  const names = new Map(document.input.members.map(({ id, name }) => [id, name]));
  return document.input.requests
    .filter(({ topic }) => topic === topicId)
    .map(({ member, result, months, mode, host, contribution, consent }, index) => ({
      id: `${member}-${index}`,
      memberId: member,
      member: names.get(member) ?? { en: member },
      result,
      months,
      mode: mode === null ? null : labelOf(compiled, { measure: "request", field: "mode", value: mode }),
      obstacles: (
        document.input.details.find((detail) => detail.member === member && detail.topic === topicId)?.obstacles ?? []
      ).map((value) => labelOf(compiled, { measure: "topicDetail", field: "obstacles", value })),
      brings: [
        ...(host === null || host === "no"
          ? []
          : [labelOf(compiled, { measure: "request", field: "host", value: host })]),
        ...contribution.map((value) => labelOf(compiled, { measure: "request", field: "contribution", value })),
      ],
      consent,
    }));
}

/** The words of a choice inside a repeated question, as the survey put it. */
function labelOf(
  compiled: CompiledInstrument | undefined,
  { measure, field, value }: { readonly measure: string; readonly field: string; readonly value: string },
): Localized {
  for (const question of compiled?.questions ?? []) {
    if (question.kind !== "rows" || question.measure !== measure) continue;
    for (const inner of question.questions) {
      if (inner.field !== field || !("options" in inner)) continue;
      const option = inner.options.find((candidate) => String(candidate.value) === value);
      if (option) return { ...option.label };
    }
  }
  return { en: value };
}

function helperOf(
  expert: Expert,
  {
    topicId,
    area,
    memberNames,
  }: { readonly topicId: string; readonly area: string | null; readonly memberNames: ReadonlyMap<string, Localized> },
): Helper | undefined {
  const standing = expert.standings.find(({ areaId }) => areaId === area);
  if (!standing && !expert.topicIds.includes(topicId)) return undefined;
  if (standing?.step === "withdrawn") return undefined;
  return {
    id: expert.personId,
    name: expert.name,
    member: expert.memberId === null ? null : (memberNames.get(expert.memberId) ?? { en: expert.memberId }),
    step: standing?.step ?? null,
    since: standing?.since ?? null,
    languages: expert.languages,
    lastMission: expert.missions.find((mission) => mission.topicId === topicId)?.endsOn ?? null,
  };
}

/** By the pack's assumed rules: each asking member a mission of two, one joint workshop, one accreditation workshop. */
function costsOf(
  pack: RegionPack,
  { asking, candidates, area }: { readonly asking: number; readonly candidates: number; readonly area: boolean },
): readonly CostWay[] {
  const cost = (mode: string, members: number): number | undefined => {
    const rule = pack.costs.rules.find((candidate) => candidate.mode === mode);
    return rule && rule.fixed.value + members * rule.perMember.value + SEATS * rule.perExpert.value;
  };
  const ways: CostWay[] = [];
  const mission = cost("national", 1);
  if (mission !== undefined && asking > 0)
    ways.push({ id: "missions", count: asking, each: mission, total: asking * mission });
  const joint = cost("sub-regional", asking);
  if (joint !== undefined && asking > 1) ways.push({ id: "joint", count: asking, each: joint / asking, total: joint });
  const workshop = cost("accreditation", candidates);
  if (workshop !== undefined && area && candidates > 0)
    ways.push({ id: "workshop", count: candidates, each: workshop / candidates, total: workshop });
  return ways;
}
