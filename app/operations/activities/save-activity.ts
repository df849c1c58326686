import { insertActivity, updateActivity } from "~/db/activities";
import { findNamedFacilitators, saveActivityPeople, saveProgramme } from "~/db/activity-programme";
import type { Actor } from "~/db/audit";
import { findCycle, insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findExperts } from "~/db/experts";
import { findFunders, findMembers, findTopics, findTrainingCentres } from "~/db/members";
import { insertPerson } from "~/db/people";
import { type CycleDates, cycleAt } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { activityForms, activityScopes } from "~/db/schema/activities";

/** An activity as the office writes it down. */
export interface ActivityDraft {
  readonly title: string;
  readonly scope: (typeof activityScopes)[number];
  readonly form: (typeof activityForms)[number];
  readonly topicIds: readonly string[];
  /** Members that it is for. */
  readonly memberIds: readonly string[];
  /** The cycle whose plan it belongs to; `null`: the one that it falls into. */
  readonly cycleId: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly place: string | null;
  readonly hostMemberId: string | null;
  readonly trainingCentreId: string | null;
  /** The venue's zone; `null`: the host's. */
  readonly timeZone: string | null;
  readonly languages: readonly string[];
  readonly funderId: string | null;
  readonly objectives: readonly string[];
  readonly sessions: readonly string[];
  /** Facilitators from the register of experts. */
  readonly expertIds: readonly string[];
  /** Facilitators who are not in the register, by name. */
  readonly named: readonly string[];
  readonly synthetic?: boolean;
}

/** What a draft names that is not there (any more). */
export type UnknownReference = "topics" | "members" | "host" | "centre" | "funder" | "experts" | "cycle" | "activity";

/**
 * Adds an activity, or changes one, with its programme and its facilitators, in one transaction.
 *
 * A facilitator named by hand becomes a person without an account; a name that facilitated before is that person again.
 *
 * @param id the activity to be changed; left out, one is added
 * @param baseRevision the revision that was looked at
 * @throws {ConflictError} `activityChanged` if somebody else changed it meanwhile
 */
export async function saveActivity(
  db: Database,
  {
    id,
    baseRevision,
    draft,
    pack,
    actor,
    at,
  }: {
    readonly id?: string | undefined;
    readonly baseRevision?: number | undefined;
    readonly draft: ActivityDraft;
    readonly pack: RegionPack;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<{ readonly activityId: string } | { readonly unknown: UnknownReference }> {
  const { objectives, sessions, expertIds, named, synthetic, ...columns } = draft;
  return db.transaction(async (tx) => {
    const members = await findMembers(tx);
    const unknown = await unknownReference(tx, draft, new Set(members.map((member) => member.id)));
    if (unknown) return { unknown };
    const host = members.find((member) => member.id === draft.hostMemberId);
    const changes = {
      ...columns,
      topicIds: [...new Set(draft.topicIds)],
      memberIds: [...new Set(draft.memberIds)],
      languages: [...draft.languages],
      endsOn: draft.endsOn ?? draft.startsOn,
      timeZone: draft.timeZone ?? host?.timeZone ?? null,
      cycleId: await cycleOf(tx, { pack, draft }),
      ...(synthetic === undefined ? {} : { synthetic }),
    };
    if (id !== undefined) {
      const changed = await updateActivity(tx, {
        id,
        changes,
        ...(baseRevision === undefined ? {} : { baseRevision }),
        actor,
        at,
      });
      if (!changed) return { unknown: "activity" };
    }
    const activityId = id ?? (await insertActivity(tx, { activity: changes, actor, at }));
    await saveProgramme(tx, { activityId, kind: "objective", titles: objectives });
    await saveProgramme(tx, { activityId, kind: "session", titles: sessions });
    const personIds = [...expertIds, ...(await peopleNamed(tx, { names: named, actor, at }))];
    await saveActivityPeople(tx, { activityId, part: "facilitator", personIds });
    return { activityId };
  });
}

async function cycleOf(
  tx: Database,
  { pack, draft }: { readonly pack: RegionPack; readonly draft: ActivityDraft },
): Promise<string | null> {
  if (draft.cycleId !== null || draft.startsOn === null) return draft.cycleId;
  const cycle: CycleDates = cycleAt(pack, draft.startsOn);
  await insertCycle(tx, cycle);
  return cycle.id;
}

async function unknownReference(
  tx: Database,
  draft: ActivityDraft,
  members: ReadonlySet<string>,
): Promise<UnknownReference | undefined> {
  const topics = new Set((await findTopics(tx)).map(({ id }) => id));
  if (draft.topicIds.some((topic) => !topics.has(topic))) return "topics";
  if (draft.memberIds.some((member) => !members.has(member))) return "members";
  if (draft.hostMemberId !== null && !members.has(draft.hostMemberId)) return "host";
  const { trainingCentreId, funderId, cycleId } = draft;
  if (cycleId !== null && !(await findCycle(tx, cycleId))) return "cycle";
  if (trainingCentreId !== null && !(await findTrainingCentres(tx)).some(({ id }) => id === trainingCentreId))
    return "centre";
  if (funderId !== null && !(await findFunders(tx)).some(({ id }) => id === funderId)) return "funder";
  const experts = await findExperts(tx, { on: "9999-12-31", ids: draft.expertIds });
  return experts.length < new Set(draft.expertIds).size ? "experts" : undefined;
}

async function peopleNamed(
  tx: Database,
  { names, actor, at }: { readonly names: readonly string[]; readonly actor: Actor; readonly at: Date },
): Promise<readonly string[]> {
  const known = await findNamedFacilitators(tx, names);
  const ids: string[] = [];
  for (const name of new Set(names)) ids.push(known.get(name) ?? (await insertPerson(tx, { name, actor, at })).id);
  return ids;
}
