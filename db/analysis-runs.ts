import { createHash } from "node:crypto";
import { and, asc, desc, eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { analysisRunRevisions, analysisRuns, publishedRankings } from "./schema/runs";

export type AnalysisRun = typeof analysisRuns.$inferSelect;
export type AnalysisRunSummary = Omit<AnalysisRun, "document">;
export type PublishedRanking = typeof publishedRankings.$inferSelect;

export interface NewAnalysisRun {
  /** What was calculated: `ranking`, `supply`, `plan` ... */
  readonly kind: string;
  readonly roundId?: string | null;
  readonly cycleId?: string | null;
  /** Canonical JSON (RFC 8785) of inputs, parameters, method versions, seed and results: stored word for word. */
  readonly document: string;
  /** SHA-256 of the canonical inputs alone. */
  readonly inputSha256: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly methods: Readonly<Record<string, number>>;
  readonly seed?: string | null;
  /** The response revisions that it used. */
  readonly revisionIds: readonly string[];
}

/** Stores a calculation with its hash; nothing of it can be changed afterwards. */
export async function insertAnalysisRun(
  db: Database,
  { run, actor, at }: { run: NewAnalysisRun; actor: Actor; at: Date },
): Promise<AnalysisRunSummary> {
  const { revisionIds, ...columns } = run;
  return db.transaction(async (tx) => {
    const [stored] = await tx
      .insert(analysisRuns)
      .values({
        id: newId(),
        ...columns,
        sha256: createHash("sha256").update(run.document).digest("hex"),
        createdBy: actor.personId ?? null,
        createdAt: at,
      })
      .returning(summary);
    if (!stored) throw new Error("the run was not stored");
    await insertRows(
      tx,
      analysisRunRevisions,
      revisionIds.map((revisionId) => ({ runId: stored.id, revisionId })),
    );
    await recordAudit(tx, {
      at,
      actor,
      action: "run:store",
      subjectType: "analysisRun",
      subjectId: stored.id,
      details: { kind: run.kind, sha256: stored.sha256 },
    });
    return stored;
  });
}

export async function findAnalysisRun(db: Database, id: string): Promise<AnalysisRun | undefined> {
  const [run] = await db.select().from(analysisRuns).where(eq(analysisRuns.id, id));
  return run;
}

interface RunQuery {
  readonly kind?: string;
  readonly roundId?: string;
  readonly cycleId?: string;
}

/** The latest run of a kind about a round or for a cycle, whole. */
export async function findLatestAnalysisRun(db: Database, query: RunQuery): Promise<AnalysisRun | undefined> {
  const [run] = await db.select().from(analysisRuns).where(matching(query)).orderBy(desc(analysisRuns.id)).limit(1);
  return run;
}

/** Runs without their documents, which are about a megabyte each, newest first. */
export async function findAnalysisRuns(
  db: Database,
  { limit = 100, ...query }: RunQuery & { limit?: number },
): Promise<readonly AnalysisRunSummary[]> {
  return db.select(summary).from(analysisRuns).where(matching(query)).orderBy(desc(analysisRuns.id)).limit(limit);
}

/** The revisions that a run used, by id. */
export async function findRunRevisionIds(db: Database, runId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ id: analysisRunRevisions.revisionId })
    .from(analysisRunRevisions)
    .where(eq(analysisRunRevisions.runId, runId))
    .orderBy(asc(analysisRunRevisions.revisionId));
  return rows.map(({ id }) => id);
}

/**
 * Freezes a run as a published ranking, by name.
 *
 * @throws {ConflictError} `nameTaken` if another one has the name, `alreadyPublished` if it is this run's already
 */
export async function publishRanking(
  db: Database,
  {
    runId,
    name,
    note,
    publishedByName,
    actor,
    at,
  }: { runId: string; name: string; note: string; publishedByName: string; actor: Actor; at: Date },
): Promise<PublishedRanking> {
  return db.transaction(async (tx) => {
    const [ranking] = await tx
      .insert(publishedRankings)
      .values({
        id: newId(),
        runId,
        name,
        note,
        publishedBy: actor.personId ?? null,
        publishedByName,
        publishedAt: at,
      })
      .onConflictDoNothing()
      .returning();
    if (!ranking) {
      const [other] = await tx.select().from(publishedRankings).where(eq(publishedRankings.name, name));
      if (other?.runId === runId) throw new ConflictError("alreadyPublished", "This ranking is published already.");
      throw new ConflictError("nameTaken", "Another published ranking has this name.");
    }
    await recordAudit(tx, {
      at,
      actor,
      action: "ranking:publish",
      subjectType: "publishedRanking",
      subjectId: ranking.id,
      details: { runId, name },
    });
    return ranking;
  });
}

export async function findPublishedRanking(db: Database, id: string): Promise<PublishedRanking | undefined> {
  const [ranking] = await db.select().from(publishedRankings).where(eq(publishedRankings.id, id));
  return ranking;
}

/** Published rankings, newest first. */
export async function findPublishedRankings(
  db: Database,
): Promise<readonly (PublishedRanking & { readonly roundId: string | null })[]> {
  const rows = await db
    .select({ ranking: publishedRankings, roundId: analysisRuns.roundId })
    .from(publishedRankings)
    .innerJoin(analysisRuns, eq(analysisRuns.id, publishedRankings.runId))
    .orderBy(desc(publishedRankings.id));
  return rows.map(({ ranking, roundId }) => ({ ...ranking, roundId }));
}

const summary = {
  id: analysisRuns.id,
  kind: analysisRuns.kind,
  roundId: analysisRuns.roundId,
  cycleId: analysisRuns.cycleId,
  sha256: analysisRuns.sha256,
  inputSha256: analysisRuns.inputSha256,
  parameters: analysisRuns.parameters,
  methods: analysisRuns.methods,
  seed: analysisRuns.seed,
  createdBy: analysisRuns.createdBy,
  createdAt: analysisRuns.createdAt,
};

function matching({ kind, roundId, cycleId }: RunQuery) {
  return and(
    kind === undefined ? undefined : eq(analysisRuns.kind, kind),
    roundId === undefined ? undefined : eq(analysisRuns.roundId, roundId),
    cycleId === undefined ? undefined : eq(analysisRuns.cycleId, cycleId),
  );
}
