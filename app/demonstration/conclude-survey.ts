import { z } from "zod";
import { translator } from "~/app/i18n/translate";
import { createProposal } from "~/app/operations/proposal/create-proposal";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { type PreparedRanking, storeRanking } from "~/app/operations/ranking/run-ranking";
import { requestSupplyRun } from "~/app/operations/supply/run-supply";
import { findAnalysisRuns, publishRanking } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { enqueueJob, type Job } from "~/db/jobs";
import { findPeopleWithRole } from "~/db/people";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { Role } from "~/db/schema/people";
import { dayAfter, momentOn } from "./demonstration-scene";

/** The kind under which the rankings of the demonstration are queued as jobs: they take too long for the first start. */
export const DEMONSTRATION = "demonstration";

/** The closed surveys that are still to be ranked, the earliest first. */
export const ConclusionOrder = z.object({ roundIds: z.tuple([z.uuid()], z.uuid()) });
export type ConclusionOrder = z.infer<typeof ConclusionOrder>;

/** Days after a survey's last day on which its ranking was computed, and on which it was signed. */
const RANKED = 4;
const PUBLISHED = 8;

/** Puts the ranking of a survey of the demonstration into the queue, with those that come after it. */
export async function requestConclusion(
  db: Database,
  { roundIds, at }: ConclusionOrder & { readonly at: Date },
): Promise<Job> {
  return enqueueJob(db, {
    kind: DEMONSTRATION,
    payload: { roundIds },
    onlyKey: `${DEMONSTRATION} ${roundIds[0]}`,
    subjectType: "round",
    subjectId: roundIds[0],
    createdAt: at,
  });
}

/**
 * Stores the ranking of a survey as of some days after it closed, and publishes it in the coordinator's name where
 * enough have answered. Then the next survey is ranked; after the last one the experts are counted and the planner begins
 * a proposal.
 *
 * All in one transaction: a server that is killed before leaves nothing, one that is killed after finds it done.
 */
export async function concludeSurvey(
  db: Database,
  {
    pack,
    order: { roundIds },
    prepared,
    document,
    at,
  }: {
    readonly pack: RegionPack;
    readonly order: ConclusionOrder;
    readonly prepared: PreparedRanking;
    readonly document: string;
    readonly at: Date;
  },
): Promise<{ readonly runId: string }> {
  return db.transaction(async (tx) => {
    const [roundId, next, ...later] = roundIds;
    const { closesOn, plannedFor } = prepared.input.round;
    const rankedAt = momentOn(dayAfter(closesOn, RANKED), 3);
    // Somebody may have ranked the survey by hand meanwhile; that is another run, of another day.
    const runs = await findAnalysisRuns(tx, { kind: "ranking", roundId });
    const done = runs.find(({ createdAt }) => createdAt.getTime() === rankedAt.getTime());
    if (done) return { runId: done.id };
    const coordinator = await actorWith(tx, "coordinator");
    const run = await storeRanking(tx, { prepared, document, actor: coordinator, at: rankedAt });
    const { notes } = pack.demonstration ?? {};
    if (notes && readRankingRun(document).views[0]?.publishable) {
      const t = translator("en");
      await publishRanking(tx, {
        runId: run.id,
        name: t("priorities.title", { cycle: t.cycle(plannedFor) }),
        note: next === undefined ? notes.now : notes.before,
        publishedByName: coordinator.name,
        actor: coordinator,
        at: momentOn(dayAfter(closesOn, PUBLISHED), 5),
      });
    }
    if (next !== undefined) await requestConclusion(tx, { roundIds: [next, ...later], at });
    else await lookAhead(tx, { pack, coordinator, at });
    return { runId: run.id };
  });
}

async function lookAhead(
  tx: Database,
  { pack, coordinator, at }: { readonly pack: RegionPack; readonly coordinator: Actor; readonly at: Date },
): Promise<void> {
  const t = translator("en");
  await requestSupplyRun(tx, { pack, actor: coordinator, at });
  await createProposal(tx, {
    name: (cycleId, number) => t("plan.name", { cycle: t.cycle(cycleId), number }),
    actor: await actorWith(tx, "planner"),
    at,
  });
}

async function actorWith(tx: Database, role: Role): Promise<{ readonly personId: string; readonly name: string }> {
  const [person] = await findPeopleWithRole(tx, role);
  if (!person) throw new Error(`the demonstration has no ${role}`);
  return { personId: person.id, name: person.name };
}
