import { findActivity, insertActivity } from "~/db/activities";
import type { Actor } from "~/db/audit";
import { decideCarriedLine, findCarriedLines } from "~/db/carried-lines";
import { lockOpenCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";

interface Decided {
  readonly cycleId: string;
  readonly lineId: string;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Takes up a line that was carried over: it becomes an activity of the cycle, planned, without dates. The activity that
 * was not held stays in its own cycle as it is.
 *
 * @returns the new activity's id; `undefined` if the cycle took over no such line
 * @throws {ConflictError} `alreadyDecided` if it was decided already, `cycleClosed` if the cycle is closed
 */
export async function takeUpLine(db: Database, { cycleId, lineId, actor, at }: Decided): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    await lockOpenCycle(tx, cycleId);
    const line = (await findCarriedLines(tx, cycleId)).find(({ id }) => id === lineId);
    if (!line) return undefined;
    const before = line.activityId === null ? undefined : await findActivity(tx, line.activityId);
    const activityId = await insertActivity(tx, {
      activity: {
        title: line.title,
        scope: before?.scope ?? (line.memberIds.length === 1 ? "national" : "sub-regional"),
        form: before?.form ?? "workshop",
        targetGroup: before?.targetGroup ?? null,
        cycleId,
        hostMemberId: before?.hostMemberId ?? null,
        trainingCentreId: before?.trainingCentreId ?? null,
        synthetic: before?.synthetic ?? false,
        topicIds: line.topicIds,
        memberIds: line.memberIds,
      },
      actor,
      at,
    });
    const decision = { state: "takenUp", takenUpAs: activityId } as const;
    await decideCarriedLine(tx, { cycleId, id: lineId, decision, actor, at });
    return activityId;
  });
}

/**
 * Drops a line that was carried over, with the reason.
 *
 * @returns whether the cycle took over such a line
 * @throws {ConflictError} `alreadyDecided` if it was decided already, `cycleClosed` if the cycle is closed
 */
export async function dropLine(
  db: Database,
  { cycleId, lineId, because, actor, at }: Decided & { readonly because: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockOpenCycle(tx, cycleId);
    const line = (await findCarriedLines(tx, cycleId)).find(({ id }) => id === lineId);
    if (!line) return false;
    const decision = { state: "dropped", droppedBecause: because } as const;
    await decideCarriedLine(tx, { cycleId, id: lineId, decision, actor, at });
    return true;
  });
}
