import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type AnalysisRunSummary, insertAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { enqueueJob, type Job } from "~/db/jobs";
import { countingStates } from "~/db/round-answers";
import { collectRankingInput } from "./collect-ranking-input";
import { RANKING, type RankingInput, type RankingParameters, readRankingRun } from "./ranking-document";

export const REPLICATES = 10_000;
const CONFIDENCE = 0.9;

/** Queues a ranking of a round; while one is under way for the round, that one. */
export async function requestRanking(
  db: Database,
  { roundId, personId, at }: { readonly roundId: string; readonly personId?: string; readonly at: Date },
): Promise<Job> {
  return enqueueJob(db, {
    kind: RANKING,
    payload: { roundId, ...(personId ? { personId } : {}) },
    onlyKey: `${RANKING}/${roundId}`,
    subjectType: "round",
    subjectId: roundId,
    ...(personId ? { createdBy: personId } : {}),
    createdAt: at,
  });
}

export interface PreparedRanking {
  readonly input: RankingInput;
  readonly inputSha256: string;
  readonly parameters: RankingParameters;
}

/**
 * Reads all that the calculation needs. Without a seed of the caller's it is taken from the inputs' hash, so that
 * nobody can try seeds until a place looks better, and the same answers give the same bytes.
 *
 * @throws {RangeError} as `collectRankingInput`
 */
export async function prepareRanking(
  db: Database,
  {
    roundId,
    seed,
    replicates = REPLICATES,
  }: { readonly roundId: string; readonly seed?: number; readonly replicates?: number },
): Promise<PreparedRanking> {
  const input = await collectRankingInput(db, { roundId });
  const inputSha256 = createHash("sha256")
    .update(canonicalize(input) ?? "")
    .digest("hex");
  return {
    input,
    inputSha256,
    parameters: {
      method: "meanWeightedDiscrepancy",
      replicates,
      confidence: CONFIDENCE,
      states: countingStates,
      seed: seed ?? Number.parseInt(inputSha256.slice(0, 7), 16),
    },
  };
}

/** Stores what `rankRound` made of a prepared round, with the revisions that it used. */
export async function storeRanking(
  db: Database,
  {
    prepared: { input, inputSha256, parameters },
    document,
    actor,
    at,
  }: { readonly prepared: PreparedRanking; readonly document: string; readonly actor: Actor; readonly at: Date },
): Promise<AnalysisRunSummary> {
  const made = readRankingRun(document);
  return insertAnalysisRun(db, {
    run: {
      kind: RANKING,
      roundId: input.round.id,
      cycleId: input.round.cycle,
      document,
      inputSha256,
      parameters: { ...parameters },
      methods: methodVersions(made),
      seed: String(parameters.seed),
      revisionIds: input.revisions.map(({ id }) => id),
    },
    actor,
    at,
  });
}

/** Name and version of every method that left its mark in the document. */
function methodVersions(value: unknown, found: Record<string, number> = {}): Readonly<Record<string, number>> {
  if (Array.isArray(value)) for (const entry of value) methodVersions(entry, found);
  else if (typeof value === "object" && value !== null) {
    if (
      "method" in value &&
      "version" in value &&
      typeof value.method === "string" &&
      typeof value.version === "number"
    )
      found[value.method] = value.version;
    for (const entry of Object.values(value)) methodVersions(entry, found);
  }
  return found;
}
