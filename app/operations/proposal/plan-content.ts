import type { PlanContent } from "~/db/plans";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { ProposalWords } from "./proposal-words";
import type { ReadLine, ReadProposal } from "./read-proposal";

const SCOPES = {
  national: "national",
  subRegional: "sub-regional",
  regional: "regional",
  virtual: "regional",
} as const;

/**
 * A solved proposal in the office's layout: each line under the actions of its topic, standing and fixed lines under
 * those where the pack's plan has them; within an action carried-over lines first, then by month and title.
 *
 * @returns the plan's content and the activity that each line became
 */
export function planContent({
  read,
  pack,
  words,
  document,
}: {
  readonly read: ReadProposal;
  readonly pack: RegionPack;
  /** Names in the plan's own language. */
  readonly words: ProposalWords;
  readonly document: string;
}): { readonly content: PlanContent; readonly activityOf: ReadonlyMap<string, string> } {
  const { proposal } = read;
  const included = read.lines.filter((line) => line.included);
  const needs = included.filter(({ kind }) => kind === "needs");
  const fresh = new Map(
    needs.map((line, at): [string, string] => [
      line.id,
      `${proposal.cycleId}-${proposal.id.slice(-8)}-${String(at + 1).padStart(2, "0")}`,
    ]),
  );
  const activityOf = new Map(
    included.map(({ id, kind }): [string, string] => [
      id,
      kind === "needs" ? (fresh.get(id) ?? id) : id.replace(/^\w+\//, ""),
    ]),
  );
  const actions = pack.planFramework.pillars.flatMap((pillar) => pillar.actions);
  const sorted = [...included].sort(
    (a, b) =>
      Number(a.kind === "needs") - Number(b.kind === "needs") ||
      (a.content.month ?? -1) - (b.content.month ?? -1) ||
      (words.line(a) < words.line(b) ? -1 : 1),
  );
  const placed = new Map(sorted.map((line) => [line.id, actionsOf(line, pack)]));
  const listings = actions.flatMap((action) =>
    sorted
      .filter(({ id }) => placed.get(id)?.includes(action.id))
      .map((line, at) => ({
        id: `${action.id}-${String(at + 1).padStart(2, "0")}`,
        actionId: action.id,
        activityId: activityOf.get(line.id) ?? line.id,
        title: words.line(line),
        memberIds: isNamed(line) ? [...line.content.members] : [],
      })),
  );
  return {
    activityOf,
    content: {
      frameworkId: pack.planFramework.id,
      title: pack.planFramework.titleTemplate.replaceAll("{cycle}", proposal.cycleId),
      document,
      activities: needs.map((line) => ({
        id: activityOf.get(line.id) ?? line.id,
        title: words.line(line),
        ...scopeOf(line),
        hostMemberId: line.content.host,
        funderId: [...line.content.funding].sort((a, b) => b.amount - a.amount)[0]?.funder ?? null,
        topicIds: topicsOf(line, pack),
        memberIds: line.content.members,
      })),
      listings,
    },
  };
}

function scopeOf({ content }: ReadLine): { readonly scope: string; readonly form: string } {
  if (content.kind === "accreditation") return { scope: "accreditation", form: "accreditation" };
  const form = content.kind === "national" && content.mode === "virtual" ? "mission" : "workshop";
  return { scope: SCOPES[content.mode], form };
}

function topicsOf({ content }: ReadLine, pack: RegionPack): readonly string[] {
  if (content.kind !== "accreditation") return [content.topic];
  return pack.topics.flatMap(({ id, accreditationArea }) => (accreditationArea === content.topic ? [id] : []));
}

/** Actions under which a line stands; a workshop for an area stands where the pack's plan has such workshops. */
function actionsOf(line: ReadLine, pack: RegionPack): readonly string[] {
  if (line.kind !== "needs")
    return pack.activities.find(({ id }) => id === line.id.replace(/^\w+\//, ""))?.actions ?? [];
  const topics = topicsOf(line, pack);
  const ofTopics = pack.topics.flatMap(({ id, actions }) => (topics.includes(id) ? actions : []));
  if (line.content.kind !== "accreditation") return ofTopics;
  const like = pack.activities.filter(({ scope }) => scope === "accreditation");
  const same = like.filter((activity) => activity.topics.some((topic) => topics.includes(topic)));
  const found = (same.length > 0 ? same : like).flatMap(({ actions }) => actions);
  return found.length > 0 ? found : ofTopics;
}

/** Members stand in the title of national and sub-regional lines. */
function isNamed({ content, kind }: ReadLine): boolean {
  return kind === "needs" && (content.kind === "national" || content.mode === "subRegional");
}
