import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { summariseFollowUp } from "~/analysis/follow-up/summarise-follow-up";
import { trainedNeedUnchanged } from "~/analysis/follow-up/trained-need-unchanged";
import { type AnalysisRunSummary, findLatestAnalysisRun, insertAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { collectFollowUp } from "./collect-follow-up";
import { FOLLOW_UP, type FollowUpDocument, type FollowUpInput, readFollowUpRun } from "./follow-up-document";

/** What a cycle's follow-ups say: a pure function of what was collected. */
export function followUpDocument(input: FollowUpInput): FollowUpDocument {
  const about = (activity: string) =>
    summariseFollowUp(
      input.pledges.filter((pledge) => pledge.activity === activity),
      input.workshops.filter((workshop) => workshop.activity === activity),
    );
  return {
    kind: FOLLOW_UP,
    format: 1,
    input,
    all: summariseFollowUp(input.pledges, input.workshops),
    byActivity: input.activities.map(({ id }) => ({ activity: id, summary: about(id) })),
    trained: trainedNeedUnchanged(input.trainings, input.stated),
  };
}

/**
 * Calculates and stores what became of the pledges and workshops of a cycle. If nothing has changed since the last time
 * that run is given back.
 */
export async function runFollowUp(
  db: Database,
  { cycleId, actor, at }: { readonly cycleId: string; readonly actor: Actor; readonly at: Date },
): Promise<AnalysisRunSummary> {
  return db.transaction(async (tx) => {
    const input = await collectFollowUp(tx, { cycleId });
    const inputSha256 = createHash("sha256")
      .update(canonicalize(input) ?? "")
      .digest("hex");
    const latest = await findLatestAnalysisRun(tx, { kind: FOLLOW_UP, cycleId });
    if (latest?.inputSha256 === inputSha256) return latest;
    const made = followUpDocument(input);
    const document = canonicalize(made);
    if (document === undefined) throw new Error("the follow-up could not be written down");
    return insertAnalysisRun(tx, {
      run: {
        kind: FOLLOW_UP,
        cycleId,
        document,
        inputSha256,
        parameters: { ...made.all.provenance.parameters, ...made.trained.provenance.parameters },
        methods: {
          [made.all.provenance.method]: made.all.provenance.version,
          [made.trained.provenance.method]: made.trained.provenance.version,
        },
        revisionIds: input.revisions,
      },
      actor,
      at,
    });
  });
}

/** The latest results of a cycle's follow-ups, with the run that they come from. */
export async function findFollowUp(
  db: Database,
  { cycleId }: { readonly cycleId: string },
): Promise<{ readonly runId: string; readonly at: Date; readonly document: FollowUpDocument } | undefined> {
  const run = await findLatestAnalysisRun(db, { kind: FOLLOW_UP, cycleId });
  return run && { runId: run.id, at: run.createdAt, document: readFollowUpRun(run.document) };
}
