import { activityDates } from "~/app/components/activity-dates";
import { formKey, scopeKey } from "~/app/components/activity-words";
import type { AppContext } from "~/app/context";
import type { Translator } from "~/app/i18n/translate";
import { STEPS } from "~/app/operations/activities/change-state";
import {
  type DescribedParticipation,
  describeByMember,
  participationFinding,
} from "~/app/operations/activities/describe-participation";
import type { ShownCounts } from "~/app/operations/activities/participation-table";
import { readCountsOutside } from "~/app/operations/activities/read-activities";
import { type ActivityView, readActivity } from "~/app/operations/activities/read-activity";
import type { Database } from "~/db/engine/database";
import { findFunders, findMembers, findTopics, findTrainingCentres } from "~/db/members";

/** What a reader may see of an activity. */
export interface Reading {
  /** Figures about few people too. */
  readonly office: boolean;
  readonly manages: boolean;
  /** Set for a member, who reads the participants of its own administration. */
  readonly memberId: string | undefined;
}

/** The page of one activity in the reader's language; `undefined` if there is none, or it is not the member's. */
export async function describeActivity(
  { db, pack }: AppContext,
  { activityId, reading, t }: { readonly activityId: string; readonly reading: Reading; readonly t: Translator },
) {
  const view = await readActivity(db, { activityId });
  if (!view) return undefined;
  const { memberId } = reading;
  const own = view.participation.filter((row) => row.memberId === memberId);
  if (memberId !== undefined && !view.activity.memberIds.includes(memberId) && own.length === 0) return undefined;
  const { activity, programme, facilitators, listings, requests } = view;
  const members = new Map((await findMembers(db)).map(({ id, name }) => [id, t.pick(name)]));
  const nameIn = <Row extends { readonly id: string; readonly name: Readonly<Record<string, string>> }>(
    rows: readonly Row[],
    id: string | null,
  ) => t.pick(rows.find((row) => row.id === id)?.name);
  const languages = new Map(pack.manifest.spokenLanguages.map(({ id, name }) => [id, t.pick(name)]));
  const missing = t("workshops.one.notYet");
  const centre = nameIn(await findTrainingCentres(db), activity.trainingCentreId);
  const topics = await findTopics(db);
  const titles = (kind: "objective" | "session") =>
    programme.flatMap((entry) => (entry.kind === kind ? [{ id: entry.id, title: entry.title }] : []));
  const terms: readonly (readonly [string, string])[] = [
    [t("workshops.list.state"), t(`workshops.state.${activity.state}`)],
    [t("workshops.one.dates"), activityDates(activity, t) ?? missing],
    [t("workshops.one.place"), activity.place ?? missing],
    [t("workshops.one.host"), members.get(activity.hostMemberId ?? "") ?? missing],
    ...(centre ? ([[t("workshops.one.centre"), centre]] as const) : []),
    [t("workshops.one.zone"), activity.timeZone ?? missing],
    [t("workshops.one.funder"), nameIn(await findFunders(db), activity.funderId) || missing],
    ...(activity.languages.length > 0
      ? ([[t("workshops.one.languages"), t.list(activity.languages.map((id) => languages.get(id) ?? id))]] as const)
      : []),
    ...(activity.cycleId ? ([[t("workshops.one.cycle"), t.cycle(activity.cycleId)]] as const) : []),
  ];
  const participants =
    reading.office || memberId !== undefined
      ? describeByMember(memberId === undefined ? view.participation : own, { members, t })
      : await describeOutside(db, view, t);
  return {
    activityId,
    title: activity.title,
    kind: kindOf(view, t),
    finding: findingOf(view, reading, t),
    terms,
    programme: {
      objectives: titles("objective"),
      sessions: titles("session"),
      facilitators: facilitators.map(({ personId, name, expert, memberId: home }) => ({
        personId,
        expert,
        name: members.has(home ?? "") ? t("workshops.form.expert", { name, member: members.get(home ?? "") }) : name,
      })),
      topics: activity.topicIds.map((id) => ({ id, name: nameIn(topics, id) })),
      members: activity.memberIds.map((id) => members.get(id) ?? id),
    },
    participants,
    listings: listings.map(({ planId, actionId, cycleId, id, title }) => ({
      key: `${planId} ${id}`,
      href: `/plan/${planId}#action-${actionId}`,
      text: t("workshops.plan.line", { cycle: t.cycle(cycleId), entry: id, title }),
    })),
    requests: {
      count: requests.length,
      // Outside the office only a member's own request is told, and those that everybody may see.
      rows: requests
        .filter((request) => reading.office || request.memberId === memberId || request.consent)
        .map((request) => ({
          id: request.id,
          text: t("workshops.plan.request", { member: members.get(request.memberId) ?? "", result: request.result }),
        })),
    },
    evaluation: describeState(view, reading, t),
    state: activity.state,
    steps: reading.manages ? STEPS[activity.state] : [],
  };
}

function kindOf({ activity }: ActivityView, t: Translator): string {
  return t("workshops.one.kind", { form: t(formKey(activity.form)), scope: t(scopeKey(activity.scope)) });
}

/** Where the evaluation stands, in a sentence, and the way to its page for those who may read it. */
function describeState({ activity, evaluation }: ActivityView, { manages, memberId }: Reading, t: Translator) {
  const reads = memberId === undefined;
  if (!evaluation) {
    const ready = activity.startsOn !== null && activity.timeZone !== null && activity.state !== "cancelled";
    return {
      sentence: t(manages && !ready ? "workshops.evaluation.notHeld" : "workshops.evaluation.notYet"),
      link: manages && ready ? t("evaluation.page.begin") : null,
    };
  }
  const state = evaluation.round.state === "closed" ? "closed" : "open";
  return {
    sentence: t(`workshops.evaluation.${state}`, { count: evaluation.ratings }),
    link: reads ? t("evaluation.page") : null,
  };
}

/** Outside the office: one row of totals, from the table that every page takes them from. */
async function describeOutside(
  db: Database,
  { activity }: ActivityView,
  t: Translator,
): Promise<DescribedParticipation> {
  const { byActivity } = await readCountsOutside(db, { cycleId: activity.cycleId });
  const counts = byActivity.get(activity.id);
  if (!counts) return { rows: [], total: NOBODY, finding: null };
  return {
    rows: [{ ...counts, key: activity.id, member: null }],
    total: counts,
    finding: participationFinding(counts, t),
  };
}

const NOBODY: ShownCounts = { women: 0, men: 0, others: 0, unsaid: 0, total: 0, expected: null };

function findingOf({ activity, total }: ActivityView, { office }: Reading, t: Translator): string {
  if (activity.state === "cancelled")
    return t("workshops.one.finding.cancelled", { because: activity.cancelledBecause ?? "" });
  if (activity.state === "planned") return t("workshops.one.finding.planned");
  const date = activityDates(activity, t);
  if (activity.state === "confirmed")
    return date === null
      ? t("workshops.one.finding.confirmedNoDate")
      : t("workshops.one.finding.confirmed", { date, expected: total.expected });
  if (!office) return t("workshops.one.finding.heldShort");
  return t("workshops.one.finding.held", {
    present: total.present.total,
    women: total.present.women,
    members: total.memberIds.length,
  });
}
