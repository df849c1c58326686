import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, or, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { Database } from "./engine/database";
import { jobs } from "./schema/operations";

export type Job = typeof jobs.$inferSelect;

/**
 * Puts work into the queue.
 *
 * @param onlyKey at most one job with this key is queued or running
 * @returns the new job, or the one under way with the same key
 */
export async function enqueueJob(
  db: Database,
  job: {
    kind: string;
    payload: unknown;
    onlyKey?: string;
    priority?: number;
    maxAttempts?: number;
    runAfter?: Date;
    subjectType?: string;
    subjectId?: string;
    createdBy?: string;
    createdAt: Date;
  },
): Promise<Job> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const [inserted] = await db
      .insert(jobs)
      .values({ id: newId(), ...job, payload: job.payload ?? {}, runAfter: job.runAfter ?? job.createdAt })
      .onConflictDoNothing({ target: jobs.onlyKey, where: sql`${jobs.state} in ('queued', 'running')` })
      .returning();
    if (inserted) return inserted;
    const [underWay] = await db
      .select()
      .from(jobs)
      .where(and(eq(jobs.onlyKey, job.onlyKey ?? ""), inArray(jobs.state, ["queued", "running"])));
    // It may have ended between the two statements; then there is room for a new one.
    if (underWay) return underWay;
  }
  throw new Error(`the job ${job.kind} could not be queued`);
}

/**
 * Takes the next job of these kinds that is due; several processes never take the same. One from before the clock was
 * set back is due too, instead of waiting until that moment comes again.
 */
export async function claimJob(
  db: Database,
  { kinds, worker, at }: { kinds: readonly string[]; worker: string; at: Date },
): Promise<Job | undefined> {
  return db.transaction(async (tx) => {
    const [due] = await tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(
        and(
          eq(jobs.state, "queued"),
          or(
            lte(jobs.runAfter, at),
            and(gt(jobs.createdAt, at), or(eq(jobs.runAfter, jobs.createdAt), gt(jobs.startedAt, at))),
          ),
          inArray(jobs.kind, [...kinds]),
        ),
      )
      .orderBy(desc(jobs.priority), asc(jobs.runAfter), asc(jobs.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!due) return undefined;
    const [job] = await tx
      .update(jobs)
      .set({ state: "running", worker, heartbeatAt: at, startedAt: at, attempts: sql`${jobs.attempts} + 1` })
      .where(eq(jobs.id, due.id))
      .returning();
    return job;
  });
}

/**
 * Reports progress and that the worker lives.
 *
 * @returns `"stop"` if the job was cancelled or taken from this worker: it should end without a result
 */
export async function reportJobProgress(
  db: Database,
  { id, worker, progress, at }: { id: string; worker: string; progress?: unknown; at: Date },
): Promise<"goOn" | "stop"> {
  const [job] = await db
    .update(jobs)
    .set({ heartbeatAt: at, ...(progress !== undefined && { progress }) })
    .where(and(eq(jobs.id, id), eq(jobs.worker, worker), eq(jobs.state, "running")))
    .returning({ cancelRequestedAt: jobs.cancelRequestedAt });
  return job === undefined || job.cancelRequestedAt !== null ? "stop" : "goOn";
}

/** @returns whether the result was taken: not if the job was meanwhile given to another worker */
export async function finishJob(
  db: Database,
  { id, worker, result, at }: { id: string; worker: string; result: unknown; at: Date },
): Promise<boolean> {
  const finished = await db
    .update(jobs)
    .set({ state: "finished", result, error: null, finishedAt: at })
    .where(and(eq(jobs.id, id), eq(jobs.worker, worker), eq(jobs.state, "running")))
    .returning({ id: jobs.id });
  return finished.length > 0;
}

/** Ends a job that its worker gave up because it was cancelled, keeping what there is of a result. */
export async function endCancelledJob(
  db: Database,
  { id, worker, result = null, at }: { id: string; worker: string; result?: unknown; at: Date },
): Promise<void> {
  await db
    .update(jobs)
    .set({ state: "cancelled", result, finishedAt: at })
    .where(and(eq(jobs.id, id), eq(jobs.worker, worker), eq(jobs.state, "running")));
}

/** Notes a failure: tried again at `retryAt` while attempts are left, otherwise failed for good. */
export async function failJob(
  db: Database,
  { id, worker, error, retryAt, at }: { id: string; worker: string; error: string; retryAt: Date | null; at: Date },
): Promise<void> {
  const again = retryAt === null ? sql`false` : sql`${jobs.attempts} < ${jobs.maxAttempts}`;
  await db
    .update(jobs)
    .set({
      state: sql`case when ${again} then 'queued' else 'failed' end`,
      finishedAt: sql`case when ${again} then null else ${at.toISOString()}::timestamptz end`,
      runAfter: retryAt ?? at,
      error,
    })
    .where(and(eq(jobs.id, id), eq(jobs.worker, worker), eq(jobs.state, "running")));
}

/** Asks for a job to stop: a queued one is cancelled at once, a running one when its worker next reports. */
export async function cancelJob(db: Database, { id, at }: { id: string; at: Date }): Promise<Job | undefined> {
  const [job] = await db
    .update(jobs)
    .set({
      cancelRequestedAt: at,
      state: sql`case when ${jobs.state} = 'queued' then 'cancelled' else ${jobs.state} end`,
      finishedAt: sql`case when ${jobs.state} = 'queued' then ${at.toISOString()}::timestamptz end`,
    })
    .where(and(eq(jobs.id, id), inArray(jobs.state, ["queued", "running"])))
    .returning();
  return job;
}

/** Workers that have a job under way, dead ones among them. */
export async function findBusyWorkers(db: Database): Promise<readonly string[]> {
  const found = await db.selectDistinct({ worker: jobs.worker }).from(jobs).where(eq(jobs.state, "running"));
  return found.flatMap(({ worker }) => worker ?? []);
}

/**
 * Gives the jobs of dead workers back to the queue, or fails them when they have had all their attempts; cancelled ones
 * end. Dead are those named, those that have not reported since `silentSince`, and those that reported as far in the
 * future, since a living one reports again as soon as the clock was set back.
 *
 * @returns how many were found
 */
export async function requeueDeadJobs(
  db: Database,
  { silentSince, dead = [], at }: { silentSince: Date; dead?: readonly string[]; at: Date },
): Promise<number> {
  const ahead = new Date(2 * at.getTime() - silentSince.getTime());
  const now = sql`${at.toISOString()}::timestamptz`;
  const found = await db
    .update(jobs)
    .set({
      state: sql`case when ${jobs.cancelRequestedAt} is not null then 'cancelled'
        when ${jobs.attempts} < ${jobs.maxAttempts} then 'queued' else 'failed' end`,
      finishedAt: sql`case when ${jobs.cancelRequestedAt} is null and ${jobs.attempts} < ${jobs.maxAttempts}
        then null else ${now} end`,
      error: "The process that worked on it ended.",
      worker: null,
      heartbeatAt: null,
    })
    .where(
      and(
        eq(jobs.state, "running"),
        or(lt(jobs.heartbeatAt, silentSince), gt(jobs.heartbeatAt, ahead), inArray(jobs.worker, [...dead])),
      ),
    )
    .returning({ id: jobs.id });
  return found.length;
}

export async function findJob(db: Database, id: string): Promise<Job | undefined> {
  const [job] = await db.select().from(jobs).where(eq(jobs.id, id));
  return job;
}

/** The latest job about a subject, of one kind. */
export async function findLatestJob(
  db: Database,
  { kind, subjectType, subjectId }: { kind: string; subjectType: string; subjectId: string },
): Promise<Job | undefined> {
  const [job] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, kind), eq(jobs.subjectType, subjectType), eq(jobs.subjectId, subjectId)))
    .orderBy(desc(jobs.id))
    .limit(1);
  return job;
}

/** Jobs of the last days and those under way, newest first. */
export async function findJobs(
  db: Database,
  { since, limit = 200 }: { since: Date; limit?: number },
): Promise<readonly Job[]> {
  return db
    .select()
    .from(jobs)
    .where(sql`${gte(jobs.createdAt, since)} or ${isNull(jobs.finishedAt)}`)
    .orderBy(desc(jobs.id))
    .limit(limit);
}
