import { compareIds } from "~/analysis/compare-ids";
import type { DemandMember, DemandTopic, NeedRow, SetAside } from "~/analysis/supply/demand-input";
import type { SupplyAssumption, SupplySettings } from "~/analysis/supply/supply-input";

/** Members of one stratum that share an implied mission: two, or the odd one alone. */
export interface ImpliedGroup {
  readonly topic: string;
  readonly stratum: string;
  readonly members: readonly string[];
}

/**
 * The implied needs that make missions, and those that the limit per member sets aside.
 *
 * @param asked topics that each member asked for, also those set aside: what was asked is not implied
 * @param given topics of the requests that make missions, which count towards the limit
 */
export function deriveImplied({
  needs,
  asked,
  given,
  topicOf,
  memberById,
  settings,
}: {
  readonly needs: readonly NeedRow[];
  readonly asked: ReadonlyMap<string, ReadonlySet<string>>;
  readonly given: ReadonlyMap<string, ReadonlySet<string>>;
  readonly topicOf: (id: string) => DemandTopic;
  readonly memberById: ReadonlyMap<string, DemandMember>;
  readonly settings: SupplySettings;
}): {
  readonly groups: readonly ImpliedGroup[];
  readonly setAside: readonly SetAside[];
  readonly assumptions: readonly SupplyAssumption[];
} {
  const setAside: SetAside[] = [];
  const assumptions: SupplyAssumption[] = [];
  const byMember = new Map<
    string,
    { readonly topic: string; readonly discrepancy: number; readonly importance: number }[]
  >();
  const seen = new Map<string, Set<string>>();
  for (const row of [...needs].sort((a, b) => compareIds(a.member, b.member) || compareIds(a.topic, b.topic))) {
    if (!memberById.has(row.member)) throw new RangeError(`member ${JSON.stringify(row.member)} is not in the list`);
    topicOf(row.topic);
    const rated = seen.get(row.member) ?? new Set<string>();
    seen.set(row.member, rated);
    if (rated.has(row.topic))
      throw new RangeError(`member ${JSON.stringify(row.member)} rates ${JSON.stringify(row.topic)} twice`);
    rated.add(row.topic);
    requireRating(row.importance);
    requireRating(row.capability);
    if (row.importance === null || row.capability === null) continue;
    const discrepancy = row.importance - row.capability;
    if (row.importance < settings.impliedImportance || discrepancy < settings.impliedDiscrepancy) continue;
    if (row.trainable === 0 || asked.get(row.member)?.has(row.topic)) continue;
    if (row.trainable === null)
      assumptions.push({ kind: "obstacleUnknown", subject: row.member, taken: "trainable", about: row.topic });
    const own = byMember.get(row.member);
    const need = { topic: row.topic, discrepancy, importance: row.importance };
    if (own) own.push(need);
    else byMember.set(row.member, [need]);
  }

  const byTopic = new Map<string, Map<string, string[]>>();
  for (const [member, own] of byMember) {
    own.sort((a, b) => b.discrepancy - a.discrepancy || b.importance - a.importance || compareIds(a.topic, b.topic));
    const free = Math.max(0, settings.missionsPerMember - (given.get(member)?.size ?? 0));
    own.forEach(({ topic }, place) => {
      if (place >= free) {
        setAside.push({ column: "implied", member, topic, request: null, reason: "missionsPerMember" });
        return;
      }
      const stratum = memberById.get(member)?.stratum ?? "";
      const strata = byTopic.get(topic) ?? new Map<string, string[]>();
      byTopic.set(topic, strata);
      strata.set(stratum, [...(strata.get(stratum) ?? []), member]);
    });
  }
  const groups: ImpliedGroup[] = [];
  for (const [topic, strata] of [...byTopic].sort(([a], [b]) => compareIds(a, b)))
    for (const [stratum, members] of [...strata].sort(([a], [b]) => compareIds(a, b)))
      for (let i = 0; i < members.length; i += 2) groups.push({ topic, stratum, members: members.slice(i, i + 2) });
  return { groups, setAside, assumptions };
}

function requireRating(rating: number | null): void {
  if (rating !== null && !(Number.isInteger(rating) && rating >= 1 && rating <= 5))
    throw new RangeError(`rating ${rating} is no integer from 1 to 5`);
}
