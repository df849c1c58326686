import { localDate } from "~/app/operations/answering/open-answering";
import { findActivity, updateActivity } from "~/db/activities";
import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { decideRequest, findRequests, type Request } from "~/db/requests";
import { findRounds } from "~/db/rounds";
import type { ActivityState } from "~/db/schema/activities";

/** What can be done to an activity. */
export type ActivityStep =
  | { readonly to: "confirmed" | "held" | "planned" }
  | { readonly to: "cancelled"; readonly because: string };

/** Why a step is refused, for the page to say. */
export type StepRefusal = "noDate" | "notOver" | "notPossible";

/** From which state which steps lead. */
export const STEPS: Readonly<Record<ActivityState, readonly ActivityState[]>> = {
  planned: ["confirmed", "held", "cancelled"],
  confirmed: ["held", "cancelled", "planned"],
  held: ["confirmed"],
  cancelled: ["planned"],
};

/**
 * Takes an activity a step on: confirmed, held, cancelled with its reason, or back. Requests that it was to answer
 * follow: held meets them, cancelled puts them off with the reason, taken back they are planned again.
 *
 * @returns the activity's new state, why the step is refused, or `undefined` if there is no such activity
 * @throws {ConflictError} `evaluationHeld` if it was evaluated, so that it cannot be as if it had not been held
 */
export async function changeActivityState(
  db: Database,
  {
    activityId,
    step,
    actor,
    at,
  }: { readonly activityId: string; readonly step: ActivityStep; readonly actor: Actor; readonly at: Date },
): Promise<{ readonly state: ActivityState } | { readonly refused: StepRefusal } | undefined> {
  return db.transaction(async (tx) => {
    const activity = await findActivity(tx, activityId);
    if (!activity) return undefined;
    if (!STEPS[activity.state].includes(step.to)) return { refused: "notPossible" };
    if (step.to === "held") {
      if (activity.startsOn === null) return { refused: "noDate" };
      if (activity.startsOn > localDate(at, activity.timeZone ?? "UTC")) return { refused: "notOver" };
    }
    const rounds = await findRounds(tx, { activityId });
    if (activity.state === "held" && rounds.some(({ practice }) => !practice))
      throw new ConflictError("evaluationHeld", "The activity has been evaluated: it was held.");
    await updateActivity(tx, {
      id: activityId,
      changes: { state: step.to, cancelledBecause: step.to === "cancelled" ? step.because : null },
      baseRevision: activity.revision,
      actor,
      at,
    });
    const asked = (await findRequests(tx, {})).filter((request) => request.activityId === activityId);
    for (const request of asked) await decideRequest(tx, { id: request.id, ...decided(request, step), actor, at });
    return { state: step.to };
  });
}

function decided(
  { activityId }: Request,
  step: ActivityStep,
): {
  readonly state: "planned" | "met" | "notThisYear";
  readonly notBecause?: string;
  readonly activityId: string | null;
} {
  if (step.to === "cancelled") return { state: "notThisYear", notBecause: step.because, activityId };
  return { state: step.to === "held" ? "met" : "planned", activityId };
}
