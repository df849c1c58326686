import type { PlanActivity, PlanNeed } from "~/analysis/plan/problem";

/** Sub-regional lines that are kept for each topic. */
export const MOST_JOINT = 6;

/**
 * Leaves out most of the many ways in which neighbours could share a workshop: of each topic's sub-regional lines those
 * stay that meet most weight of need per cost, then the first by id. All other lines stay.
 */
export function bestJointLines(
  activities: readonly PlanActivity[],
  needs: readonly Pick<PlanNeed, "id" | "weight">[],
): { readonly activities: readonly PlanActivity[]; readonly kept: number; readonly leftOut: number } {
  const weight = new Map(needs.map((need) => [need.id, need.weight]));
  const worth = ({ covers, cost }: PlanActivity) =>
    covers.reduce((sum, { need }) => sum + (weight.get(need) ?? 0), 0) / Math.max(1, cost);
  const byTopic = new Map<string, { readonly id: string; readonly worth: number }[]>();
  for (const activity of activities)
    if (isShared(activity))
      byTopic.set(activity.topic, [
        ...(byTopic.get(activity.topic) ?? []),
        { id: activity.id, worth: worth(activity) },
      ]);
  const kept = new Set(
    [...byTopic.values()].flatMap((lines) =>
      lines
        .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
        .slice(0, MOST_JOINT)
        .map(({ id }) => id),
    ),
  );
  const staying = activities.filter((activity) => !isShared(activity) || kept.has(activity.id));
  return { activities: staying, kept: kept.size, leftOut: activities.length - staying.length };
}

function isShared({ kind, mode }: PlanActivity): boolean {
  return kind === "joint" && mode === "subRegional";
}
