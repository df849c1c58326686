import { findAnalysisRun } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findLatestJob, type Job } from "~/db/jobs";
import { findPlanExplanations } from "~/db/plan-explanations";
import { findProposal, type Proposal, type ProposalLine } from "~/db/proposals";
import { type Explanations, type LineWhy, readExplanations } from "./explanation";
import { LineContent, LineReason } from "./line-content";
import { PROPOSAL, type ProposalDocument, readProposalRun } from "./proposal-document";
import { findExplanationJob } from "./run-explanation";

/** A stored line, read. */
export interface ReadLine extends Pick<ProposalLine, "id" | "kind" | "included" | "lock" | "score" | "cost"> {
  readonly content: LineContent;
  /** Of a line left out. */
  readonly reason: LineReason | null;
  /** The re-solve without it, or with it; `null`: not there yet. */
  readonly why: LineWhy | null;
}

export interface ReadProposal {
  readonly proposal: Proposal;
  readonly lines: readonly ReadLine[];
  /** The last search, `undefined` before the first one has ended. */
  readonly run: ProposalDocument | undefined;
  readonly solvedAt: Date | undefined;
  /** Something was changed since. */
  readonly changed: boolean;
  readonly job: Job | undefined;
  /** Greatest score that a plan could have: every need met as well as can be. */
  readonly greatest: number;
  /** What has been worked out about the run so far. */
  readonly explained: Explanations;
  /** More is being worked out. */
  readonly explaining: boolean;
}

/** A proposal with its lines, the run that solved it last and the search under way. */
export async function readProposal(db: Database, id: string): Promise<ReadProposal | undefined> {
  const found = await findProposal(db, id);
  if (!found) return undefined;
  const { lines, ...proposal } = found;
  const stored = proposal.solveRunId === null ? undefined : await findAnalysisRun(db, proposal.solveRunId);
  const run = stored && readProposalRun(stored.document);
  const explaining = stored && (await findExplanationJob(db, stored.id));
  const explained = readExplanations(stored ? await findPlanExplanations(db, stored.id) : []);
  return {
    proposal,
    run,
    explained,
    explaining: explaining?.state === "queued" || explaining?.state === "running",
    solvedAt: stored?.createdAt,
    changed: run !== undefined && proposal.state === "draft" && proposal.revision !== run.scene.revision + 1,
    job: await findLatestJob(db, { kind: PROPOSAL, subjectType: "proposal", subjectId: id }),
    greatest: run?.problem.needs.reduce((sum, { weight }) => sum + Math.round(10_000 * weight), 0) ?? 0,
    lines: lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      included: line.included,
      lock: line.lock,
      score: line.score,
      cost: line.cost,
      content: LineContent.parse(line.content),
      reason: LineReason.nullable().parse(line.reason ?? null),
      why: explained.lines.get(line.id) ?? null,
    })),
  };
}
