import canonicalize from "canonicalize";
import { z } from "zod";
import { type AnalysisRunSummary, insertAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { cancelJob, enqueueJob, findLatestJob, type Job } from "~/db/jobs";
import { findProposal, type NewProposalLine, saveSolvedLines } from "~/db/proposals";
import type { RegionPack } from "~/db/regions/pack-schema";
import { gatherProblem } from "./gather-problem";
import { placeHosts } from "./place-hosts";
import { PROPOSAL, type ProposalDocument, type ProposalOutcome, type ProposalTask } from "./proposal-document";
import { requestExplanations } from "./run-explanation";

/** What a job of the kind "proposal" is asked to do. */
export const ProposalOrder = z.object({ proposalId: z.uuid(), personId: z.uuid().nullable() });
export type ProposalOrder = Readonly<z.infer<typeof ProposalOrder>>;

/**
 * Puts the search for a proposal's plan into the queue. Asked again while it runs it is the same job, unless the proposal
 * was changed meanwhile: then the search for what it was is stopped and a new one begins.
 */
export async function requestSolve(
  db: Database,
  { proposalId, actor, at }: { readonly proposalId: string; readonly actor: Actor; readonly at: Date },
): Promise<Job> {
  const order: ProposalOrder = { proposalId, personId: actor.personId ?? null };
  const proposal = await findProposal(db, proposalId);
  const onlyKey = `${PROPOSAL} ${proposalId} ${proposal?.revision ?? 0}`;
  const before = await findLatestJob(db, { kind: PROPOSAL, subjectType: "proposal", subjectId: proposalId });
  if (before && before.onlyKey !== onlyKey) await cancelJob(db, { id: before.id, at });
  return enqueueJob(db, {
    kind: PROPOSAL,
    payload: order,
    onlyKey,
    subjectType: "proposal",
    subjectId: proposalId,
    ...(actor.personId ? { createdBy: actor.personId } : {}),
    createdAt: at,
  });
}

/** @throws {RangeError} if the proposal is not there or is a draft no more */
export async function prepareSolve(
  db: Database,
  { proposalId, pack, at }: { readonly proposalId: string; readonly pack: RegionPack; readonly at: Date },
): Promise<ProposalTask> {
  const proposal = await findProposal(db, proposalId);
  if (proposal?.state !== "draft") throw new RangeError("the proposal is a draft no more");
  return gatherProblem(db, { proposal, pack, at });
}

/**
 * Stores a solved proposal: the run with all that it was solved from, and its lines with their locks.
 *
 * @throws {ConflictError} `proposalChanged` if the proposal was changed since the search began
 */
export async function storeSolve(
  db: Database,
  {
    task: { inputSha256, ...task },
    outcome: solved,
    actor,
    at,
  }: { readonly task: ProposalTask; readonly outcome: ProposalOutcome; readonly actor: Actor; readonly at: Date },
): Promise<AnalysisRunSummary> {
  const outcome = withHosts(task, solved);
  const content: ProposalDocument = { kind: PROPOSAL, version: 2, ...task, outcome };
  const document = canonicalize(content);
  if (document === undefined) throw new Error("a proposal's document is never empty");
  return db.transaction(async (tx) => {
    const run = await insertAnalysisRun(tx, {
      run: {
        kind: PROPOSAL,
        cycleId: task.scene.cycleId,
        document,
        inputSha256,
        parameters: { ...task.scene.settings },
        methods: { [outcome.proposal.method]: outcome.proposal.version },
        revisionIds: [],
      },
      actor,
      at,
    });
    await saveSolvedLines(tx, {
      id: task.scene.proposalId,
      baseRevision: task.scene.revision,
      solveRunId: run.id,
      lines: linesOf(task, outcome),
      actor,
      at,
    });
    await requestExplanations(tx, { runId: run.id, proposalId: task.scene.proposalId, step: 0, at });
    return run;
  });
}

function withHosts({ problem, hosting }: Pick<ProposalTask, "problem" | "hosting">, outcome: ProposalOutcome) {
  const { plan } = outcome.proposal;
  if (plan === null) return outcome;
  return {
    ...outcome,
    proposal: { ...outcome.proposal, plan: { ...plan, lines: placeHosts(problem, plan.lines, hosting) } },
  };
}

/** Rows of the proposal: given lines, lines of the plan, then every candidate that is left out. */
function linesOf({ problem }: Pick<ProposalTask, "problem">, outcome: ProposalOutcome): readonly NewProposalLine[] {
  const plan = outcome.proposal.plan;
  const chosen = new Map(plan?.lines.map((line) => [line.activity, line]));
  const credit = new Map<string, number>();
  for (const { activity, value } of plan?.contributions ?? [])
    credit.set(activity, (credit.get(activity) ?? 0) + value);
  const why = new Map(outcome.leftOut.map(({ activity, ...reason }) => [activity, reason]));
  const given = problem.given.map(
    (line): NewProposalLine => ({
      id: line.id,
      kind: line.kind,
      content: { ...line },
      included: true,
      cost: line.cost,
      score: credit.get(line.id) ?? 0,
    }),
  );
  const candidates = problem.activities.map((activity): NewProposalLine => {
    const line = chosen.get(activity.id);
    const lockedIn = problem.fixedIn.some((lock) => lock.activity === activity.id);
    const lockedOut = problem.fixedOut.includes(activity.id);
    const host = activity.hosts.find(({ member }) => member === line?.host);
    return {
      id: activity.id,
      kind: "needs",
      content: { ...activity, ...line },
      // Without a plan a locked line still stands as it was locked.
      included: line !== undefined || lockedIn,
      lock: lockedIn ? "in" : lockedOut ? "out" : null,
      reason: why.get(activity.id) ?? null,
      score: line === undefined ? null : (credit.get(activity.id) ?? 0),
      cost: host?.cost ?? activity.cost,
    };
  });
  return [
    ...given,
    ...candidates.filter(({ included }) => included),
    ...candidates.filter(({ included }) => !included),
  ];
}
