import { z } from "zod";
import { reweighted } from "~/analysis/plan/need-weights";
import { buildRatingMatrix } from "~/analysis/priorities/rating-matrix";
import { scoreReplicates } from "~/analysis/uncertainty/score-replicates";
import { priorityInput } from "~/app/operations/ranking/rank-round";
import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { findAnalysisRun } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { enqueueJob, findLatestJob, type Job } from "~/db/jobs";
import { findPlanExplanations, insertPlanExplanations } from "~/db/plan-explanations";
import { findProposal } from "~/db/proposals";
import type { Answer, ExplanationTask } from "./explain-proposal";
import { ExplanationItem, keyOf } from "./explanation";
import { explanationItems, REPLICATES } from "./explanation-items";
import { type ProposalDocument, readProposalRun } from "./proposal-document";

/** The kind under which explanations are queued as jobs; the subject is the run that they explain. */
export const EXPLANATION = "explanation";

/** What a job of this kind is asked to do: these questions, or the next ones of all. */
export const ExplanationOrder = z.object({
  runId: z.uuid(),
  proposalId: z.uuid(),
  items: z.array(ExplanationItem).nullable(),
});
export type ExplanationOrder = Readonly<z.infer<typeof ExplanationOrder>>;

/** Seconds of one job: so long may somebody who clicks on a line have to wait for the one under way. */
const BACKGROUND = { seconds: 8, each: 5 } as const;
const CLICKED = { seconds: 60, each: 12 } as const;
const PRIORITY = { background: -10, clicked: 10 } as const;
/** Questions that one job could reach. */
const MOST_AT_ONCE = 60;

/** Puts the next questions about a solved proposal into the queue, behind everything else. */
export async function requestExplanations(
  db: Database,
  {
    runId,
    proposalId,
    step,
    at,
  }: { readonly runId: string; readonly proposalId: string; readonly step: number; readonly at: Date },
): Promise<void> {
  const order: ExplanationOrder = { runId, proposalId, items: null };
  await enqueueJob(db, {
    kind: EXPLANATION,
    payload: order,
    // The job under way asks for the one after it.
    onlyKey: `${EXPLANATION} ${runId} ${step}`,
    priority: PRIORITY.background,
    subjectType: "proposalRun",
    subjectId: runId,
    createdAt: at,
  });
}

/** Goes on with the questions of a proposal that was broken off; while it goes on nothing changes. */
export async function continueExplaining(
  db: Database,
  { proposalId, at }: { readonly proposalId: string; readonly at: Date },
): Promise<void> {
  const runId = (await findProposal(db, proposalId))?.solveRunId;
  if (!runId) return;
  const step = (await findPlanExplanations(db, runId)).length;
  await requestExplanations(db, { runId, proposalId, step, at });
}

/**
 * Puts questions that somebody waits for before everything else; asked again while it waits, each is the same job. One
 * that failed is not asked again by itself.
 *
 * @returns why it failed, for each question that did
 */
export async function requestAnswers(
  db: Database,
  {
    runId,
    proposalId,
    items,
    again = false,
    at,
  }: {
    readonly runId: string;
    readonly proposalId: string;
    readonly items: readonly ExplanationItem[];
    /** Also what failed before. */
    readonly again?: boolean;
    readonly at: Date;
  },
): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const [after, item] of items.entries()) {
    const subject = { subjectType: "proposalQuestion", subjectId: `${runId} ${keyOf(item)}` };
    const last = again ? undefined : await findLatestJob(db, { kind: EXPLANATION, ...subject });
    if (last?.state === "failed") {
      failures.push(last.error ?? "");
      continue;
    }
    const order: ExplanationOrder = { runId, proposalId, items: [item] };
    await enqueueJob(db, {
      kind: EXPLANATION,
      payload: order,
      onlyKey: `${EXPLANATION} ${runId} ${keyOf(item)}`,
      priority: PRIORITY.clicked - after,
      ...subject,
      createdAt: at,
    });
  }
  return failures;
}

/** What a job calculates; `null` if everything is there, or the proposal was solved anew or discarded meanwhile. */
export async function prepareExplanation(
  db: Database,
  { runId, proposalId, items }: ExplanationOrder,
): Promise<ExplanationTask | null> {
  const proposal = await findProposal(db, proposalId);
  const stored = await findAnalysisRun(db, runId);
  if (!stored || proposal?.solveRunId !== runId || proposal.state === "discarded") return null;
  const document = readProposalRun(stored.document);
  const plan = document?.outcome.proposal.plan;
  if (!document || !plan) return null;
  const done = new Set((await findPlanExplanations(db, runId)).map(keyOf));
  const open = (items ?? explanationItems(document)).filter((item) => !done.has(keyOf(item)));
  const next = open.slice(0, MOST_AT_ONCE);
  if (next.length === 0) return null;
  const asked = next.flatMap(({ kind, subject }) => (kind === "replicate" ? [subject] : []));
  return {
    problem: document.problem,
    plan,
    items: next,
    replicateWeights: asked.length > 0 ? await weightsOfReplicates(db, document, asked) : new Map(),
    ...(items === null ? BACKGROUND : CLICKED),
  };
}

/** Stores what was answered, and asks for what is still open unless somebody asked for single answers. */
export async function storeExplanation(
  db: Database,
  {
    order: { runId, proposalId, items },
    answers,
    at,
  }: { readonly order: ExplanationOrder; readonly answers: readonly Answer[]; readonly at: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    await insertPlanExplanations(tx, { runId, explanations: answers, at });
    if (items !== null || answers.length === 0) return;
    const step = (await findPlanExplanations(tx, runId)).length;
    await requestExplanations(tx, { runId, proposalId, step, at });
  });
}

/** The last job that explains a run. */
export async function findExplanationJob(db: Database, runId: string): Promise<Job | undefined> {
  return findLatestJob(db, { kind: EXPLANATION, subjectType: "proposalRun", subjectId: runId });
}

async function weightsOfReplicates(
  db: Database,
  { scene, problem }: ProposalDocument,
  asked: readonly string[],
): Promise<ExplanationTask["replicateWeights"]> {
  const run = await findAnalysisRun(db, scene.rankingRunId);
  if (!run) return new Map();
  const { input, parameters, views } = readRankingRun(run.document);
  const region = views.find(({ kind }) => kind === "region");
  const scores = new Map(region?.ranking.topics.map(({ topic, score }) => [topic, score.value]));
  const drawn = scoreReplicates(buildRatingMatrix(priorityInput(input)), {
    seed: parameters.seed,
    replicates: REPLICATES,
    method: parameters.method,
  });
  return new Map(
    asked.flatMap((subject): [string, ReadonlyMap<string, number>][] => {
      const others = drawn[Number(subject) - 1];
      return others ? [[subject, reweighted(problem.needs, { scores, others })]] : [];
    }),
  );
}
