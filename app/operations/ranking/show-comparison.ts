import { findAnalysisRuns, findPublishedRankings } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findRounds } from "~/db/rounds";
import { type DifferentAnswers, describeRun, differentAnswers, type RunFacts } from "./describe-run";
import { type ComparedRuns, compareRuns, findComparison } from "./find-comparison";
import { RANKING } from "./ranking-document";
import { findStoredRanking, type StoredRanking } from "./stored-ranking";

/** Another run that this one can be set beside. */
export interface OtherRun {
  readonly runId: string;
  readonly at: string;
  readonly survey: string;
  readonly answered: number;
  readonly invited: number;
  readonly published: string | null;
}

export interface ShownComparison {
  readonly now: RunFacts;
  readonly before: RunFacts;
  readonly comparison: ComparedRuns;
  readonly answers: DifferentAnswers;
  /** Of one survey: nothing is tested, answers were only counted again. */
  readonly sameSurvey: boolean;
  /** Topics at another place, and first ten that were not among them. */
  readonly moved: number;
  readonly enteredFirst: number;
}

const FIRST = 10;
const MOST = 40;

/** Every other run of a ranking, newest first. */
export async function findOtherRuns(db: Database, runId: string): Promise<readonly OtherRun[]> {
  const rounds = new Map((await findRounds(db)).map((round) => [round.id, round]));
  const published = new Map((await findPublishedRankings(db)).map((ranking) => [ranking.runId, ranking.name]));
  const runs = await findAnalysisRuns(db, { kind: RANKING, limit: MOST });
  return runs
    .filter(({ id }) => id !== runId)
    .map(({ id, createdAt, roundId }) => {
      const round = rounds.get(roundId ?? "");
      return {
        runId: id,
        at: createdAt.toISOString(),
        survey: round?.name ?? "",
        answered: round?.submitted ?? 0,
        invited: round?.invited ?? 0,
        published: published.get(id) ?? null,
      };
    });
}

/**
 * A run beside another one: the one asked for, else that of the cycle before, else the latest other one.
 *
 * @returns `undefined` if there is no such other run
 */
export async function showComparison(
  db: Database,
  { stored, otherId }: { readonly stored: StoredRanking; readonly otherId?: string },
): Promise<ShownComparison | undefined> {
  const usual = otherId === undefined ? await findComparison(db, { stored, office: true }) : undefined;
  const wanted = otherId ?? usual?.beforeRunId ?? (await findOtherRuns(db, stored.runId))[0]?.runId;
  const before = wanted === undefined ? undefined : await findStoredRanking(db, wanted);
  if (!before) return undefined;
  const comparison = usual ?? (await compareRuns(db, { now: stored, before, office: true }));
  const first = (place: number | null) => place !== null && place <= FIRST;
  return {
    now: describeRun(stored),
    before: describeRun(before),
    comparison,
    answers: differentAnswers(stored, before),
    sameSurvey: stored.document.input.round.id === before.document.input.round.id,
    moved: comparison.topics.filter(({ place, placeBefore }) => place !== placeBefore).length,
    enteredFirst: comparison.topics.filter(({ place, placeBefore }) => first(place) && !first(placeBefore)).length,
  };
}
