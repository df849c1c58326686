import { compareIds } from "~/analysis/compare-ids";
import type { Flag } from "~/analysis/result";
import { accreditationLines } from "./accreditation-lines";
import type { CandidateInput, CandidateRequest, LineCost, UnmetNeed } from "./candidate-input";
import { type Neighbour, neighbourGroups } from "./neighbour-groups";
import type { DeliveryMode, HostOption, PlanActivity, PlanNeed } from "./problem";

export interface CandidateActivities {
  readonly needs: readonly PlanNeed[];
  readonly activities: readonly PlanActivity[];
  /** Needs that no candidate covers, with the reason: nobody asked and no joint line is possible. */
  readonly unmet: readonly UnmetNeed[];
  /** Areas for which a workshop would help and is not viable, with the candidates and administrations there are. */
  readonly notViable: readonly {
    readonly area: string;
    readonly candidates: number;
    readonly administrations: number;
  }[];
  readonly flags: readonly Flag[];
}

/**
 * Everything that could be planned: a national line per request, joint lines for neighbours with a discrepancy of 1.5
 * or more and a common language, a regional and a virtual line per topic and language, an accreditation workshop per
 * area. No national line without a request; silent members only in regional lines. Of lines with the same topic, mode,
 * members and languages the cheapest stays.
 *
 * @throws {RangeError} if a request or a need names an unknown member or topic
 * @see docs/methods/plan-candidates.md
 */
export function candidateActivities(input: CandidateInput): CandidateActivities {
  const frame = frameOf(input);
  const needs: PlanNeed[] = input.weights.map(({ member, topic, weight, imputed }) => ({
    id: needId(member, topic),
    member,
    topic,
    weight,
    imputed,
  }));
  const lines = input.topics.flatMap((topic) => [
    ...input.requests.filter((each) => each.topic === topic.id).flatMap((request) => nationalLines(frame, request)),
    ...jointLines(frame, topic.id),
    ...openLines(frame, topic.id),
  ]);
  const accreditation = accreditationLines(input);
  const activities = [...cheapest(lines), ...accreditation.activities].sort((a, b) => compareIds(a.id, b.id));
  const covered = new Set(activities.flatMap(({ covers }) => covers.map(({ need }) => need)));
  return {
    needs: [...needs, ...accreditation.needs].sort((a, b) => compareIds(a.id, b.id)),
    activities,
    unmet: needs
      .filter(({ id }) => !covered.has(id))
      .map(({ member, topic, weight }) => ({ member: member ?? "", topic, weight, reason: "noRequest" as const }))
      .sort((a, b) => compareIds(a.member, b.member) || compareIds(a.topic, b.topic)),
    notViable: accreditation.notViable,
    flags: needs.some(({ imputed }) => imputed) ? ["imputed"] : [],
  };
}

/** Id of the need of a member in a topic. */
export function needId(member: string, topic: string): string {
  return `${encodeURIComponent(member)}/${encodeURIComponent(topic)}`;
}

interface Frame {
  readonly input: CandidateInput;
  readonly member: ReadonlyMap<string, Neighbour>;
  readonly area: ReadonlyMap<string, string | null>;
  /** Weight entries by topic, members in the order of ids. */
  readonly byTopic: ReadonlyMap<string, readonly { readonly member: string; readonly imputed: boolean }[]>;
}

function frameOf(input: CandidateInput): Frame {
  const member = new Map(input.members.map((each) => [each.id, each]));
  const area = new Map(input.topics.map((topic) => [topic.id, topic.area]));
  for (const row of [...input.requests, ...input.weights]) {
    if (!member.has(row.member)) throw new RangeError(`member ${row.member} is unknown`);
    if (!area.has(row.topic)) throw new RangeError(`topic ${row.topic} is unknown`);
  }
  const byTopic = new Map<string, { member: string; imputed: boolean }[]>();
  for (const { member: id, topic, imputed } of [...input.weights].sort((a, b) => compareIds(a.member, b.member))) {
    const list = byTopic.get(topic) ?? [];
    list.push({ member: id, imputed });
    byTopic.set(topic, list);
  }
  return { input, member, area, byTopic };
}

/** The request's own line, by the mode it states and as a mission, each once more with interpretation if it helps. */
function nationalLines(frame: Frame, request: CandidateRequest): PlanActivity[] {
  const { input } = frame;
  const own = frame.member.get(request.member)?.languages ?? [];
  const languages = [...(request.languages.length > 0 ? request.languages : own)].sort(compareIds);
  const modes: readonly DeliveryMode[] = request.mode === "virtual" ? ["national", "virtual"] : ["national"];
  return modes.flatMap((mode) => {
    const line = lineOf(frame, {
      id: `national/${encodeURIComponent(request.id)}/${mode}`,
      kind: "national",
      topic: request.topic,
      mode,
      members: [request.member],
      languages,
      cost: input.costs[mode],
      requests: [request],
    });
    const helps = request.interpretation && input.experts.some((expert) => !speaks(expert.languages, languages));
    if (!helps) return [line];
    const interpreted = {
      ...line,
      id: `${line.id}/interpreted`,
      languages: null,
      cost: line.cost + input.interpretation,
    };
    return [line, interpreted];
  });
}

/** Sub-regional lines for neighbours that share the gap and a language; they answer the requests of their members. */
function jointLines(frame: Frame, topic: string): PlanActivity[] {
  const { input } = frame;
  const requests = input.requests.filter((each) => each.topic === topic);
  const asked = new Set(requests.map((each) => each.member));
  const gaps = new Set(
    input.discrepancies
      .filter((each) => each.topic === topic && each.value >= input.leastGap)
      .map((each) => each.member),
  );
  const members = (frame.byTopic.get(topic) ?? [])
    .filter(({ member, imputed }) => !imputed && (gaps.has(member) || asked.has(member)))
    .flatMap(({ member }) => frame.member.get(member) ?? []);
  return neighbourGroups(members, asked, input.neighbours).map((group) =>
    lineOf(frame, {
      id: `joint/${encodeURIComponent(topic)}/${group.members.map(encodeURIComponent).join("+")}`,
      kind: "joint",
      topic,
      mode: "subRegional",
      members: group.members,
      languages: group.languages,
      cost: input.costs.subRegional,
      requests: requests.filter((each) => group.members.includes(each.member)),
    }),
  );
}

/** A regional and a virtual line per language, for all that have the gap, silent members (regional only) included. */
function openLines(frame: Frame, topic: string): PlanActivity[] {
  const { input } = frame;
  const gaps = new Map(
    input.discrepancies.filter((each) => each.topic === topic).map((each) => [each.member, each.value]),
  );
  const asked = new Set(input.requests.filter((each) => each.topic === topic).map((each) => each.member));
  const modes: readonly DeliveryMode[] = ["regional", "virtual"];
  return modes.flatMap((mode) =>
    input.openLanguages.flatMap((language) => {
      const members = (frame.byTopic.get(topic) ?? [])
        .filter(
          ({ member, imputed }) =>
            (imputed ? mode === "regional" : (gaps.get(member) ?? 0) >= input.leastGap || asked.has(member)) &&
            frame.member.get(member)?.languages.includes(language),
        )
        .map(({ member }) => member);
      if (members.length < input.leastOpen) return [];
      const line = lineOf(frame, {
        id: `${mode}/${encodeURIComponent(topic)}/${encodeURIComponent(language)}`,
        kind: "joint",
        topic,
        mode,
        members,
        languages: [language],
        cost: input.costs[mode],
        requests: [],
      });
      return [{ ...line, asked: members.some((member) => asked.has(member)) }];
    }),
  );
}

function lineOf(
  { input, area, byTopic }: Frame,
  line: {
    readonly id: string;
    readonly kind: "national" | "joint";
    readonly topic: string;
    readonly mode: DeliveryMode;
    readonly members: readonly string[];
    readonly languages: readonly string[];
    readonly cost: LineCost;
    readonly requests: readonly CandidateRequest[];
  },
): PlanActivity {
  const { kind, topic, mode, members, requests } = line;
  const cost = line.cost.fixed + line.cost.perMember * members.length;
  const needing = new Set((byTopic.get(topic) ?? []).map(({ member }) => member));
  const hosts =
    kind === "joint" && mode !== "virtual"
      ? input.hostOffers
          .filter(({ member, topics }) => members.includes(member) && (topics === null || topics.includes(topic)))
          .map(({ member, extraCost }): HostOption => ({ member, cost: cost + extraCost }))
          .sort((a, b) => compareIds(a.member, b.member))
      : [];
  return {
    id: line.id,
    kind,
    topic,
    area: area.get(topic) ?? null,
    mode,
    members,
    covers: members
      .filter((member) => needing.has(member))
      .map((member) => ({ need: needId(member, topic), mismatch: isMismatch(input, member, topic, mode) })),
    cost: hosts.length > 0 ? Math.min(...hosts.map((host) => host.cost)) : cost,
    hosts,
    officeDays: line.cost.officeDays,
    teamSize: line.cost.teamSize,
    languages: line.languages,
    months: monthsOf(input, requests),
    asked: requests.length > 0,
    requests: requests.map(({ id }) => id).sort(compareIds),
    variants: [],
  };
}

/** Months that suit every request of the line; all months if they leave none. */
function monthsOf({ monthCount }: CandidateInput, requests: readonly CandidateRequest[]): readonly number[] {
  const all = Array.from({ length: monthCount }, (_, month) => month);
  const common = all.filter((month) => requests.every(({ months }) => months.length === 0 || months.includes(month)));
  return common.length > 0 ? common : all;
}

function isMismatch({ statedModes }: CandidateInput, member: string, topic: string, mode: DeliveryMode): boolean {
  const stated = statedModes.find((each) => each.member === member && each.topic === topic)?.mode;
  return stated !== undefined && stated !== mode;
}

function speaks(languages: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((language) => languages.includes(language));
}

/** Of lines with the same topic, mode, members and languages, the cheapest, then the first by id. */
function cheapest(lines: readonly PlanActivity[]): PlanActivity[] {
  const best = new Map<string, PlanActivity>();
  for (const line of [...lines].sort((a, b) => a.cost - b.cost || compareIds(a.id, b.id))) {
    const key = JSON.stringify([line.kind, line.topic, line.mode, line.members, line.languages, line.requests]);
    if (!best.has(key)) best.set(key, line);
  }
  return [...best.values()];
}
