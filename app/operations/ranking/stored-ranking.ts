import {
  type AnalysisRun,
  findAnalysisRun,
  findAnalysisRuns,
  findPublishedRanking,
  findPublishedRankings,
  type PublishedRanking,
} from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { RANKING, type RankingDocument, readRankingRun } from "./ranking-document";

/** A stored ranking with the names under which it was published, newest first. */
export interface StoredRanking {
  readonly runId: string;
  readonly at: Date;
  readonly sha256: string;
  readonly inputSha256: string;
  readonly document: RankingDocument;
  readonly published: readonly PublishedRanking[];
}

// A stored run never changes, so what was read of it stays right; a megabyte each.
const read = new Map<string, RankingDocument>();
const MOST = 6;

/** The ranking of a run, or `undefined` if there is no such run or it is none of a ranking. */
export async function findStoredRanking(db: Database, runId: string): Promise<StoredRanking | undefined> {
  const run = await findAnalysisRun(db, runId);
  if (!run || run.kind !== RANKING) return undefined;
  const published = (await findPublishedRankings(db)).filter((ranking) => ranking.runId === runId);
  return {
    runId,
    at: run.createdAt,
    sha256: run.sha256,
    inputSha256: run.inputSha256,
    document: documentOf(run),
    published,
  };
}

/** The latest run of all, for the office. */
export async function findLatestRanking(db: Database): Promise<StoredRanking | undefined> {
  const [latest] = await findAnalysisRuns(db, { kind: RANKING, limit: 1 });
  return latest && findStoredRanking(db, latest.id);
}

export interface FrozenRanking extends StoredRanking {
  readonly frozen: PublishedRanking;
}

/** A published ranking; the latest one without an id. */
export async function findFrozenRanking(db: Database, id?: string): Promise<FrozenRanking | undefined> {
  const frozen = id === undefined ? (await findPublishedRankings(db))[0] : await findPublishedRanking(db, id);
  const stored = frozen && (await findStoredRanking(db, frozen.runId));
  return stored && frozen && { ...stored, frozen };
}

function documentOf(run: AnalysisRun): RankingDocument {
  const known = read.get(run.id);
  if (known) return known;
  const document = readRankingRun(run.document);
  if (read.size >= MOST) for (const oldest of [...read.keys()].slice(0, 1)) read.delete(oldest);
  read.set(run.id, document);
  return document;
}
