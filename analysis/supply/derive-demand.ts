import { compareIds } from "~/analysis/compare-ids";
import type {
  DemandMember,
  DemandTopic,
  NeedRow,
  PlannedRow,
  RequestRow,
  SetAside,
} from "~/analysis/supply/demand-input";
import { deriveImplied } from "~/analysis/supply/derive-implied";
import type { MissionDemand, SupplyAssumption, SupplySettings } from "~/analysis/supply/supply-input";
import { defaultSupplySettings, sortedById } from "~/analysis/supply/supply-input";

/** One topic's demand in missions; the columns are never added up silently. */
export interface TopicDemand {
  readonly topic: string;
  readonly area: string | null;
  readonly requested: number;
  readonly implied: number;
  readonly planned: number;
  /** Members that asked for the topic. */
  readonly requestedBy: readonly string[];
  /** Members with an implied need of the topic; two of a stratum share a mission. */
  readonly impliedBy: readonly string[];
}

export interface Demand {
  readonly requested: readonly MissionDemand[];
  readonly implied: readonly MissionDemand[];
  readonly planned: readonly MissionDemand[];
  readonly byTopic: readonly TopicDemand[];
  readonly setAside: readonly SetAside[];
  readonly assumptions: readonly SupplyAssumption[];
}

/**
 * Missions asked for, implied by ratings, and planned, in three columns.
 *
 * Requested: at most one mission per member and topic and three per member and year, in the member's order; the rest is
 * set aside with the rule. Implied: importance 4 or more, discrepancy 2 or more, trainable (wholly, partly or not known),
 * not requested by the member; one mission per two such members of a stratum, in the order of their ids, the odd one
 * alone, with the languages and conflicts of both. The limit per member counts requested and implied missions together,
 * largest discrepancy first. Planned: the rows as they are.
 *
 * @throws {RangeError} if two requests, planned rows, topics or members have one id, a row names an unknown topic or
 *   member, a member rates a topic twice, or a rating is not an integer from 1 to 5
 * @see docs/methods/demand-for-missions.md
 */
export function deriveDemand({
  requests,
  needs,
  planned,
  topics,
  members,
  settings = defaultSupplySettings,
}: {
  readonly requests: readonly RequestRow[];
  readonly needs: readonly NeedRow[];
  readonly planned: readonly PlannedRow[];
  readonly topics: readonly DemandTopic[];
  readonly members: readonly DemandMember[];
  readonly settings?: SupplySettings;
}): Demand {
  const topicById = new Map(sortedById(topics, "topics").map((topic) => [topic.id, topic]));
  const memberById = new Map(sortedById(members, "members").map((member) => [member.id, member]));
  const topicOf = (id: string): DemandTopic => {
    const topic = topicById.get(id);
    if (topic === undefined) throw new RangeError(`topic ${JSON.stringify(id)} is not in the list`);
    return topic;
  };
  const requireMember = (id: string): void => {
    if (!memberById.has(id)) throw new RangeError(`member ${JSON.stringify(id)} is not in the list`);
  };
  const setAside: SetAside[] = [];
  const assumptions: SupplyAssumption[] = [];
  const languagesOf = (subject: string, known: readonly string[] | null): string[] => {
    const languages = [...new Set(known ?? [])].sort(compareIds);
    if (languages.length > 0) return languages;
    assumptions.push({ kind: "demandLanguageUnknown", subject, taken: settings.defaultLanguage, about: null });
    return [settings.defaultLanguage];
  };
  const frame = (id: string): Pick<MissionDemand, "topic" | "area" | "weight"> => {
    const topic = topicOf(id);
    return { topic: id, area: topic.area, weight: 0.5 + 0.5 * requirePriority(topic) };
  };

  const byMember = new Map<string, Set<string>>();
  const requested: MissionDemand[] = [];
  for (const row of sortedById(requests, "requests").sort((a, b) => a.order - b.order)) {
    requireMember(row.member);
    topicOf(row.topic);
    const own = byMember.get(row.member) ?? new Set<string>();
    byMember.set(row.member, own);
    const aside = { column: "requested", member: row.member, topic: row.topic, request: row.id } as const;
    if (own.has(row.topic)) setAside.push({ ...aside, reason: "sameMemberAndTopic" });
    else if (own.size >= settings.missionsPerMember) setAside.push({ ...aside, reason: "missionsPerMember" });
    else {
      own.add(row.topic);
      requested.push({
        id: row.id,
        members: [row.member],
        joint: false,
        ...frame(row.topic),
        languages: [languagesOf(row.id, row.languages)],
        refusesInterpretation: row.refusesInterpretation,
        seats: row.mode === "remote" ? 1 : 2,
      });
    }
  }
  const asked = new Map<string, Set<string>>();
  for (const row of requests) asked.set(row.member, (asked.get(row.member) ?? new Set()).add(row.topic));

  const implied = deriveImplied({ needs, asked, given: byMember, topicOf, memberById, settings });
  setAside.push(...implied.setAside);
  assumptions.push(...implied.assumptions);
  const taken = new Set(requests.map((row) => row.id));
  const impliedMissions = implied.groups.map((group): MissionDemand => {
    let id = `implied:${JSON.stringify([group.topic, ...group.members])}`;
    while (taken.has(id)) id += "'";
    return {
      id,
      members: group.members,
      joint: false,
      ...frame(group.topic),
      languages: group.members.map((member) => languagesOf(id, memberById.get(member)?.languages ?? null)),
      refusesInterpretation: false,
      seats: 2,
    };
  });

  const plannedMissions = sortedById(planned, "planned activities").map((row): MissionDemand => {
    for (const member of row.members) requireMember(member);
    return {
      id: row.id,
      members: [...new Set(row.members)].sort(compareIds),
      joint: row.joint,
      ...frame(row.topic),
      languages: [languagesOf(row.id, row.languages)],
      refusesInterpretation: row.refusesInterpretation,
      seats: row.seats,
    };
  });

  const membersOf = (missions: readonly MissionDemand[], topic: string): string[] =>
    [...new Set(missions.filter((mission) => mission.topic === topic).flatMap((mission) => mission.members))].sort(
      compareIds,
    );
  const countOf = (missions: readonly MissionDemand[], topic: string): number =>
    missions.filter((mission) => mission.topic === topic).length;
  return {
    requested: requested.sort((a, b) => compareIds(a.id, b.id)),
    implied: impliedMissions,
    planned: plannedMissions,
    byTopic: [...topicById.values()].map(({ id, area }) => ({
      topic: id,
      area,
      requested: countOf(requested, id),
      implied: countOf(impliedMissions, id),
      planned: countOf(plannedMissions, id),
      requestedBy: membersOf(requested, id),
      impliedBy: membersOf(impliedMissions, id),
    })),
    setAside,
    assumptions,
  };
}

function requirePriority({ id, priority }: DemandTopic): number {
  if (priority === null) return 0;
  if (!(priority >= 0 && priority <= 1))
    throw new RangeError(`topic ${JSON.stringify(id)} has the priority ${priority}`);
  return priority;
}
