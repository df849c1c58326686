import { findActivities } from "~/db/activities";
import { findAnalysisRuns, findPublishedRankings } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findVersionItems, type VersionItem } from "~/db/instruments";
import { findRound } from "~/db/rounds";
import { type ChangedTopic, compareRankings, type RankingComparison, worthTelling } from "./compare-rankings";
import { RANKING, type RankingInput } from "./ranking-document";
import { findStoredRanking, type StoredRanking } from "./stored-ranking";

/** A comparison with the two runs that it was made from. */
export interface ComparedRuns extends RankingComparison {
  readonly runId: string;
  readonly beforeRunId: string;
  /** The ranking before as it was published, if it was: for links of readers outside the office. */
  readonly beforePublishedId: string | null;
}

/**
 * What changed since the ranking of the cycle before: for the office its published ranking, or else the latest run; for
 * everybody else what had been published when this one was, so that it reads the same for ever.
 *
 * @returns `undefined` if there is no ranking of an earlier cycle
 */
export async function findComparison(
  db: Database,
  { stored, office, publishedAt }: { stored: StoredRanking; office: boolean; publishedAt?: Date },
): Promise<ComparedRuns | undefined> {
  const earlier = (await findAnalysisRuns(db, { kind: RANKING })).filter(
    ({ cycleId }) => cycleId !== null && cycleId < stored.document.input.round.cycle,
  );
  const last = earlier.reduce((latest, { cycleId }) => (cycleId !== null && cycleId > latest ? cycleId : latest), "");
  const candidates = earlier.filter(({ cycleId }) => cycleId === last);
  const published = (await findPublishedRankings(db)).find(
    (ranking) =>
      candidates.some(({ id }) => id === ranking.runId) &&
      (publishedAt === undefined || ranking.publishedAt < publishedAt),
  );
  const runId = published?.runId ?? (office ? candidates[0]?.id : undefined);
  const before = runId === undefined ? undefined : await findStoredRanking(db, runId);
  return before && compareRuns(db, { now: stored, before, office });
}

/** The comparison as the page of the ranking tells it: with the topics that are worth telling. */
export async function summariseChange(
  db: Database,
  query: Parameters<typeof findComparison>[1],
): Promise<{ readonly comparison: ComparedRuns; readonly topics: readonly ChangedTopic[] } | null> {
  const comparison = await findComparison(db, query);
  return comparison ? { comparison, topics: worthTelling(comparison) } : null;
}

/** Two stored runs beside each other, whichever they are; `before` need not be of another survey. */
export async function compareRuns(
  db: Database,
  { now, before, office }: { readonly now: StoredRanking; readonly before: StoredRanking; readonly office: boolean },
): Promise<ComparedRuns> {
  const [input, last] = [now.document.input, before.document.input];
  const comparison = compareRankings({
    now: now.document,
    before: before.document,
    breaks: await seriesBreaks(db, input, last),
    activityTopics: await topicsWithActivity(db, { after: last.round.closesOn, until: input.round.closesOn }),
    office,
  });
  return {
    ...comparison,
    runId: now.runId,
    beforeRunId: before.runId,
    beforePublishedId: before.published[0]?.id ?? null,
  };
}

/** Topics whose questions are other items than the time before: their series was declared broken. */
async function seriesBreaks(db: Database, now: RankingInput, before: RankingInput): Promise<readonly string[]> {
  if (now.round.id === before.round.id) return [];
  const [round, last] = [await findRound(db, now.round.id), await findRound(db, before.round.id)];
  if (!round || !last || round.versionId === last.versionId) return [];
  const asked = itemsByTopic(await findVersionItems(db, round.versionId));
  const askedBefore = itemsByTopic(await findVersionItems(db, last.versionId));
  return [...asked].flatMap(([topic, items]) => {
    const earlier = askedBefore.get(topic);
    return earlier !== undefined && earlier !== items ? [topic] : [];
  });
}

function itemsByTopic(items: readonly VersionItem[]): ReadonlyMap<string, string> {
  const byTopic = new Map<string, string[]>();
  for (const { id, measure, unitId } of items)
    if (unitId !== null && (measure === "importance" || measure === "capability"))
      byTopic.set(unitId, [...(byTopic.get(unitId) ?? []), id]);
  return new Map([...byTopic].map(([topic, ids]) => [topic, ids.sort().join()]));
}

async function topicsWithActivity(
  db: Database,
  { after, until }: { readonly after: string; readonly until: string },
): Promise<readonly string[]> {
  const held = (await findActivities(db)).filter(
    ({ state, endsOn }) => state === "held" && endsOn !== null && endsOn > after && endsOn <= until,
  );
  return [...new Set(held.flatMap(({ topicIds }) => topicIds))].sort();
}
