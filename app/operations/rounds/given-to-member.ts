import { isLocale } from "~/app/i18n/locales";
import { translator } from "~/app/i18n/translate";
import { findActivities, findPledges } from "~/db/activities";
import { findCarriedLines } from "~/db/carried-lines";
import { cycleBefore } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findTopics, type Member } from "~/db/members";
import { findRequests } from "~/db/requests";
import type { GivenRows } from "~/db/schema/responses";
import type { GivenList } from "~/surveys/semantics";

/**
 * What a member is asked about from the cycle before: the workshops that it was in, those planned for it that did not
 * happen, what it asked for and did not get, its pledges that are not done; each only if the survey has a place for it.
 *
 * @param lists the lists that the version of the survey takes
 */
export async function givenToMember(
  tx: Database,
  {
    cycleId,
    member,
    lists,
  }: { readonly cycleId: string; readonly member: Member; readonly lists: ReadonlySet<GivenList> },
): Promise<GivenRows> {
  const before = await cycleBefore(tx, cycleId);
  if (!before) return {};
  const memberId = member.id;
  const activities = await findActivities(tx, { cycleId: before.id, memberId });
  const carried = (await findCarriedLines(tx, cycleId)).filter(({ memberIds }) => memberIds.includes(memberId));
  const notHeld = new Set(carried.flatMap(({ activityId }) => activityId ?? []));
  const given: Partial<Record<GivenList, readonly { readonly id: string; readonly title: string }[]>> = {};

  if (lists.has("activities"))
    given.activities = activities.filter(({ state }) => state === "held").map(({ id, title }) => ({ id, title }));
  if (lists.has("plannedActivities")) {
    const fallenThrough = activities.filter(({ id, state }) => state === "cancelled" && !notHeld.has(id));
    const lines = carried.flatMap(({ activityId, title }) => (activityId ? [{ id: activityId, title }] : []));
    given.plannedActivities = [...fallenThrough.map(({ id, title }) => ({ id, title })), ...lines];
  }
  if (lists.has("requests")) {
    const t = translator(member.workingLanguages.find(isLocale) ?? "en");
    const names = new Map((await findTopics(tx)).map(({ id, shortName }) => [id, t.pick(shortName)]));
    given.requests = (await findRequests(tx, { cycleId: before.id, memberId }))
      .filter(
        ({ state, activityId }) =>
          state === "open" ||
          state === "notThisYear" ||
          (state === "planned" && activityId !== null && notHeld.has(activityId)),
      )
      .map(({ id, result, topicId }) => ({
        id,
        title: t("cycles.given.request", { topic: names.get(topicId) ?? topicId, result }),
      }));
  }
  if (lists.has("pledges"))
    given.pledges = (await findPledges(tx, { memberId }))
      .filter(({ state }) => state !== "done" && state !== "dropped")
      .map(({ id, action }) => ({ id, title: action }));
  return Object.fromEntries(Object.entries(given).filter(([, rows]) => rows.length > 0));
}
