import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { findMembers } from "~/db/members";
import { cycleAt } from "~/db/regions/cycle-dates";
import { nameOf, type ShownParticipation } from "./describe-participation";
import { participationTotal } from "./participation";
import { type ShownCounts, wholeCounts } from "./participation-table";
import { readCountsOutside, readParticipation } from "./read-activities";

/** Participants of a cycle by activity and member; outside the office by activity alone, small figures left out. */
export async function describeParticipations(
  { db, pack, now }: Pick<AppContext, "db" | "pack" | "now">,
  { cycle, office, t }: { readonly cycle: string | null; readonly office: boolean; readonly t: Translator },
) {
  const cycleId =
    cycle !== null && /^[\w-]{1,20}$/.test(cycle) ? cycle : cycleAt(pack, now().toISOString().slice(0, 10)).id;
  const held = await readParticipation(db, { cycleId });
  const members = new Map((await findMembers(db)).map(({ id, name }) => [id, t.pick(name)]));
  const shown = office ? wholeTable() : await outsideTable();
  const { women, total } = shown.total;
  return {
    title: t("workshops.participants.table.title"),
    cycleId,
    cycle: t.cycle(cycleId),
    ...shown,
    small: shown.rows.some((row) => row.women === null || row.total === null),
    finding: t(
      women === null || !office
        ? "workshops.participants.table.findingOutside"
        : "workshops.participants.table.finding",
      {
        workshops: new Set(shown.rows.map(({ workshop }) => workshop?.id)).size,
        present: total,
        women,
        share: t.percent(women === null || !total ? 0 : women / total),
        members: participationTotal(held.flatMap(({ rows }) => rows)).memberIds.length,
      },
    ),
  };

  function wholeTable(): { readonly rows: readonly ShownParticipation[]; readonly total: ShownCounts } {
    return {
      rows: held.flatMap(({ activity, rows }) =>
        rows.map((row) => ({
          ...wholeCounts(row),
          key: `${activity.id} ${row.memberId ?? ""}`,
          member: nameOf(row.memberId, { members, t }),
          workshop: { id: activity.id, title: activity.title },
        })),
      ),
      total: wholeCounts(participationTotal(held.flatMap(({ rows }) => rows))),
    };
  }

  async function outsideTable(): Promise<{
    readonly rows: readonly ShownParticipation[];
    readonly total: ShownCounts;
  }> {
    const { byActivity, total: all } = await readCountsOutside(db, { cycleId });
    return {
      rows: held.flatMap(({ activity }) => {
        const counts = byActivity.get(activity.id);
        const workshop = { id: activity.id, title: activity.title };
        return counts ? [{ ...counts, key: activity.id, member: null, workshop }] : [];
      }),
      total: all,
    };
  }
}
