import { type Activity, findActivities, findParticipants } from "~/db/activities";
import { findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findListingsOfActivities, type PlanListing } from "~/db/plans";
import { findRounds, type RoundSummary } from "~/db/rounds";
import {
  type MemberParticipation,
  type ParticipationTotal,
  participationOf,
  participationTotal,
} from "./participation";
import { countsOutside } from "./participation-table";

/** An activity of the list. */
export interface ListedActivity extends Activity {
  readonly participation: ParticipationTotal;
  /** Entries of the plan that it stands for; empty where the office added it by hand. */
  readonly listings: readonly PlanListing[];
  /** Its evaluation, if one was opened. */
  readonly evaluation: RoundSummary | undefined;
}

/** Work that is no event: nobody takes part in it on a day. */
const NO_EVENTS: ReadonlySet<string> = new Set(["standing-commitment", "communication", "survey"]);

/** Whether participants come to it on certain days. */
export const isEvent = ({ form }: Pick<Activity, "form">): boolean => !NO_EVENTS.has(form);

/** The instrument whose anonymous rounds rate activities. */
export const EVALUATION = "evaluation";

/**
 * The events of a cycle by date, those without a date last, with who took part.
 *
 * @param cycleId left out: those of every cycle and those of none
 * @param memberId only activities that name the member or that its officers took part in, counted for it alone
 */
export async function readActivities(
  db: Database,
  { cycleId, memberId }: { readonly cycleId?: string | undefined; readonly memberId?: string | undefined } = {},
): Promise<readonly ListedActivity[]> {
  const activities = await findActivities(db, cycleId === undefined ? {} : { cycleId });
  const rows = participationOf(await findParticipants(db, memberId === undefined ? {} : { memberId }));
  const rowsOf = groupBy(rows, (row) => row.activityId);
  const listings = await findListingsOfActivities(db);
  const evaluations = await findRounds(db, { instrumentId: EVALUATION });
  return activities
    .filter(isEvent)
    .filter((one) => memberId === undefined || one.memberIds.includes(memberId) || rowsOf.has(one.id))
    .map((one) => ({
      ...one,
      participation: participationTotal(rowsOf.get(one.id) ?? []),
      listings: listings.get(one.id) ?? [],
      evaluation: evaluations.find(({ activityId, practice }) => activityId === one.id && !practice),
    }));
}

/** Who took part in the activities of one cycle (or of none), as readers outside the office may know it. */
export async function readCountsOutside(
  db: Database,
  { cycleId }: { readonly cycleId: string | null },
): Promise<ReturnType<typeof countsOutside>> {
  const activities = await readActivities(db, cycleId === null ? {} : { cycleId });
  return countsOutside(activities.filter((activity) => activity.cycleId === cycleId));
}

/** Who took part, by activity and member, of the events of a cycle. */
export async function readParticipation(
  db: Database,
  { cycleId }: { readonly cycleId?: string | undefined } = {},
): Promise<readonly { readonly activity: ListedActivity; readonly rows: readonly MemberParticipation[] }[]> {
  const activities = await readActivities(db, { cycleId });
  const rowsOf = groupBy(participationOf(await findParticipants(db)), (row) => row.activityId);
  return activities.flatMap((activity) => {
    const rows = rowsOf.get(activity.id);
    return rows ? [{ activity, rows }] : [];
  });
}

/** Cycles that have activities to choose from, the latest first. */
export async function readActivityCycles(db: Database): Promise<readonly string[]> {
  return (await findCycles(db)).map(({ id }) => id).sort((a, b) => (a < b ? 1 : -1));
}

function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
