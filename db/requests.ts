import { and, asc, eq, inArray, notInArray } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { insertRows, upsertRows } from "./engine/insert-rows";
import { missionSeats, missions, type RequestState, requests } from "./schema/requests";
import { responses } from "./schema/responses";

export type Request = typeof requests.$inferSelect;

type RequestContent = Pick<
  typeof requests.$inferInsert,
  | "topicId"
  | "result"
  | "ability"
  | "months"
  | "mode"
  | "language"
  | "willingToHost"
  | "contribution"
  | "askedElsewhere"
  | "consent"
>;

/**
 * Takes the requests of a submitted response over into the register. A later revision brings them up to date by the
 * key of their row; those that it no longer has are withdrawn. What the office decided about a request stays.
 */
export async function registerRequests(
  db: Database,
  {
    responseId,
    memberId,
    cycleId,
    asked,
    actor,
    at,
  }: {
    responseId: string;
    memberId: string;
    cycleId: string;
    asked: readonly (RequestContent & { readonly rowKey: string })[];
    actor: Actor;
    at: Date;
  },
): Promise<void> {
  await db.transaction(async (tx) => {
    const known = await tx.select().from(requests).where(eq(requests.responseId, responseId)).for("update");
    const byKey = new Map(known.map((request) => [request.rowKey, request]));
    const rows = asked.map((request) => {
      const before = byKey.get(request.rowKey);
      return {
        ...request,
        id: before?.id ?? newId(),
        memberId,
        cycleId,
        responseId,
        state: before === undefined || before.state === "withdrawn" ? ("open" as const) : before.state,
        createdAt: before?.createdAt ?? at,
      };
    });
    await upsertRows(tx, requests, rows, { keep: ["notBecause", "activityId"] });
    const kept = asked.map(({ rowKey }) => rowKey);
    await tx
      .update(requests)
      .set({ state: "withdrawn" })
      .where(and(eq(requests.responseId, responseId), kept.length > 0 ? notInArray(requests.rowKey, kept) : undefined));
    if (rows.length + known.length > 0) {
      await recordAudit(tx, {
        at,
        actor,
        action: "request:register",
        subjectType: "response",
        subjectId: responseId,
        details: { requests: rows.map(({ id }) => id) },
      });
    }
  });
}

/** Registers a request that a member made otherwise. */
export async function insertRequest(
  db: Database,
  { request, actor, at }: { request: RequestContent & { memberId: string; cycleId: string }; actor: Actor; at: Date },
): Promise<Request> {
  return db.transaction(async (tx) => {
    const [inserted] = await tx
      .insert(requests)
      .values({ id: newId(), ...request, createdAt: at })
      .returning();
    if (!inserted) throw new Error("the request was not stored");
    await recordAudit(tx, { at, actor, action: "request:insert", subjectType: "request", subjectId: inserted.id });
    return inserted;
  });
}

/**
 * Requests of a cycle, of a member or for a topic, by member, topic and id. Those of responses that do not count
 * (reopened, withdrawn) are left out, withdrawn ones too.
 */
export async function findRequests(
  db: Database,
  { cycleId, memberId, topicId }: { cycleId?: string; memberId?: string; topicId?: string },
): Promise<readonly Request[]> {
  const rows = await db
    .select({ request: requests, state: responses.state })
    .from(requests)
    .leftJoin(responses, eq(responses.id, requests.responseId))
    .where(
      and(
        inArray(requests.state, ["open", "planned", "met", "notThisYear"]),
        cycleId === undefined ? undefined : eq(requests.cycleId, cycleId),
        memberId === undefined ? undefined : eq(requests.memberId, memberId),
        topicId === undefined ? undefined : eq(requests.topicId, topicId),
      ),
    )
    .orderBy(asc(requests.memberId), asc(requests.topicId), asc(requests.id));
  return rows
    .filter(({ state }) => state === null || state === "submitted" || state === "signedOff")
    .map(({ request }) => request);
}

/** What the office decided about a request: planned with an activity, met, or not this year, because. */
export async function decideRequest(
  db: Database,
  {
    id,
    state,
    notBecause = null,
    activityId = null,
    actor,
    at,
  }: {
    id: string;
    state: RequestState;
    notBecause?: string | null;
    activityId?: string | null;
    actor: Actor;
    at: Date;
  },
): Promise<Request | undefined> {
  return db.transaction(async (tx) => {
    const [request] = await tx
      .update(requests)
      .set({ state, notBecause, activityId })
      .where(eq(requests.id, id))
      .returning();
    if (!request) return undefined;
    await recordAudit(tx, {
      at,
      actor,
      action: "request:decide",
      subjectType: "request",
      subjectId: id,
      details: { state, activityId },
    });
    return request;
  });
}

/** Stores a mission with who went, planned or past. */
export async function insertMission(
  db: Database,
  {
    mission,
    seats,
    actor,
    at,
  }: {
    mission: Omit<typeof missions.$inferInsert, "id">;
    seats: readonly Omit<typeof missionSeats.$inferInsert, "missionId">[];
    actor: Actor;
    at: Date;
  },
): Promise<string> {
  return db.transaction(async (tx) => {
    const id = newId();
    await tx.insert(missions).values({ id, ...mission });
    await insertRows(
      tx,
      missionSeats,
      seats.map((seat) => ({ missionId: id, ...seat })),
    );
    await recordAudit(tx, { at, actor, action: "mission:insert", subjectType: "mission", subjectId: id });
    return id;
  });
}
