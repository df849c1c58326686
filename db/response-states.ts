import { and, asc, eq, inArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { type ResponseState, responseStateChanges, responses } from "./schema/responses";

type Response = typeof responses.$inferSelect;
export type ResponseStateChange = typeof responseStateChanges.$inferSelect;

interface Change {
  readonly responseId: string;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * The head signs a submission off by name.
 *
 * @param revision the revision that was read before signing
 * @throws {ConflictError} `responseState` if another revision was submitted meanwhile, or it is not submitted
 */
export async function signOffResponse(
  db: Database,
  { revision, signedName, ...change }: Change & { revision: number; signedName: string },
): Promise<Response> {
  return moveResponse(db, { ...change, from: ["submitted"], to: "signedOff", revision, signedName });
}

/**
 * Gives a submitted, signed-off or withdrawn response back to be changed; it does not count until it is submitted again.
 *
 * @throws {ConflictError} `responseState` if it is a draft or open already
 */
export async function reopenResponse(
  db: Database,
  { reason, ...change }: Change & { reason: string },
): Promise<Response> {
  return moveResponse(db, { ...change, from: ["submitted", "signedOff", "withdrawn"], to: "reopened", reason });
}

/**
 * Withdraws a response: it stays with its history and counts nowhere.
 *
 * @throws {ConflictError} `responseState` if it is withdrawn already
 */
export async function withdrawResponse(
  db: Database,
  { reason = null, ...change }: Change & { reason?: string | null },
): Promise<Response> {
  return moveResponse(db, {
    ...change,
    from: ["draft", "submitted", "signedOff", "reopened"],
    to: "withdrawn",
    reason,
  });
}

/** The history of a response, oldest first. */
export async function findResponseHistory(db: Database, responseId: string): Promise<readonly ResponseStateChange[]> {
  return db
    .select()
    .from(responseStateChanges)
    .where(eq(responseStateChanges.responseId, responseId))
    .orderBy(asc(responseStateChanges.id));
}

async function moveResponse(
  db: Database,
  {
    responseId,
    from,
    to,
    revision,
    signedName = null,
    reason = null,
    actor,
    at,
  }: Change & {
    from: readonly ResponseState[];
    to: ResponseState;
    revision?: number;
    signedName?: string | null;
    reason?: string | null;
  },
): Promise<Response> {
  return db.transaction(async (tx) => {
    const [before] = await tx
      .select({ state: responses.state })
      .from(responses)
      .where(eq(responses.id, responseId))
      .for("update");
    const [response] = await tx
      .update(responses)
      .set({ state: to, updatedAt: at })
      .where(
        and(
          eq(responses.id, responseId),
          inArray(responses.state, [...from]),
          revision === undefined ? undefined : eq(responses.currentRevision, revision),
        ),
      )
      .returning();
    if (!before || !response) {
      throw new ConflictError("responseState", "The response has changed meanwhile. Look at it again.");
    }
    await tx.insert(responseStateChanges).values({
      id: newId(),
      responseId,
      fromState: before.state,
      toState: to,
      revision: response.currentRevision,
      personId: actor.personId ?? null,
      linkId: actor.linkId ?? null,
      signedName,
      reason,
      at,
    });
    await recordAudit(tx, {
      at,
      actor,
      action: `response:${to}`,
      subjectType: "response",
      subjectId: responseId,
      details: { from: before.state, revision: response.currentRevision },
    });
    return response;
  });
}
