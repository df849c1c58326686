import { activityDates } from "~/app/components/activity-dates";
import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { type ShownCounts, wholeCounts } from "~/app/operations/activities/participation-table";
import {
  type ListedActivity,
  readActivities,
  readActivityCycles,
  readCountsOutside,
} from "~/app/operations/activities/read-activities";
import type { Database } from "~/db/engine/database";
import { findMembers } from "~/db/members";
import { cycleAt } from "~/db/regions/cycle-dates";
import { activityStates } from "~/db/schema/activities";

export interface ListQuery {
  /** "all", or a cycle's id; left out, the current one. */
  readonly cycle?: string | undefined;
  readonly state?: string | undefined;
}

/** The list of activities in the reader's language; a member reads its own alone. */
export async function describeList(
  { db, pack, now }: AppContext,
  {
    query,
    office,
    memberId,
    t,
  }: {
    readonly query: ListQuery;
    readonly office: boolean;
    readonly memberId: string | undefined;
    readonly t: Translator;
  },
) {
  const known = await readActivityCycles(db);
  const current = cycleAt(pack, now().toISOString().slice(0, 10)).id;
  const chosen = query.cycle ?? current;
  const cycleId = chosen === "all" ? undefined : chosen;
  const activities = await readActivities(db, { cycleId, memberId });
  const shown = activities.filter(({ state }) => !query.state || state === query.state);
  const members = new Map((await findMembers(db)).map(({ id, name }) => [id, t.pick(name)]));
  const held = activities.filter(({ state }) => state === "held");
  const sum = (of: (activity: ListedActivity) => number) => held.reduce((total, one) => total + of(one), 0);
  const counts = {
    total: activities.length,
    held: held.length,
    participants: sum(({ participation }) => participation.present.total),
    women: sum(({ participation }) => participation.present.women),
    members: new Set(held.flatMap(({ participation }) => participation.memberIds)).size,
  };
  const countsOf = await countsFor(db, { activities, whole: office || memberId !== undefined });
  return {
    title: t("workshops.title"),
    finding: t(
      memberId !== undefined
        ? "workshops.list.findingOwn"
        : office
          ? "workshops.list.finding"
          : "workshops.list.findingOutside",
      counts,
    ),
    cycle: chosen,
    state: query.state ?? "",
    cycles: [...new Set([current, ...known])].sort((a, b) => (a < b ? 1 : -1)).map((id) => ({ id, name: t.cycle(id) })),
    states: activityStates.map((id) => ({ id, name: t(`workshops.state.${id}`) })),
    rows: shown.map((activity) => describeRow(activity, { counts: countsOf(activity), members, t })),
  };
}

/** Figures of each row; outside the office from the suppressed table of the activity's cycle. */
async function countsFor(
  db: Database,
  { activities, whole }: { readonly activities: readonly ListedActivity[]; readonly whole: boolean },
): Promise<(activity: ListedActivity) => ShownCounts | undefined> {
  if (whole) return ({ participation }) => wholeCounts(participation);
  const outside = new Map<string, ShownCounts>();
  for (const cycleId of new Set(activities.map((activity) => activity.cycleId)))
    for (const [id, counts] of (await readCountsOutside(db, { cycleId })).byActivity) outside.set(id, counts);
  return ({ id }) => outside.get(id);
}

function describeRow(
  activity: ListedActivity,
  {
    counts,
    members,
    t,
  }: {
    readonly counts: ShownCounts | undefined;
    readonly members: ReadonlyMap<string, string>;
    readonly t: Translator;
  },
) {
  const { total = 0, women = 0 } = counts ?? {};
  const expected = counts?.expected ?? 0;
  const left = t("workshops.participants.left");
  const place = [activity.place, members.get(activity.hostMemberId ?? "")].filter(Boolean).join(", ");
  return {
    id: activity.id,
    title: activity.title,
    when: activityDates(activity, t) ?? t("workshops.list.noDate"),
    place,
    state: activity.state,
    origin: t(activity.listings.length > 0 ? "workshops.list.inPlan" : "workshops.list.byHand"),
    participants:
      total === null
        ? left
        : expected > 0
          ? t("workshops.list.presentOf", { present: total, expected })
          : total === 0
            ? "–"
            : t.number(total),
    women: total === 0 ? "–" : women === null ? left : t.number(women),
    evaluation: describeEvaluation(activity, t),
  };
}

function describeEvaluation({ evaluation }: ListedActivity, t: Translator): string {
  if (!evaluation) return t("workshops.evaluation.none");
  const state = evaluation.state === "closed" ? "closed" : "open";
  return t(`workshops.evaluation.${state}`, { count: evaluation.submitted });
}
