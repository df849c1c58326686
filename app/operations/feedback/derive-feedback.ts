import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { type DerivedAdjustments, deriveAdjustments } from "~/analysis/feedback/derive-adjustments";
import { type AnalysisRunSummary, findLatestAnalysisRun, insertAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { insertAdjustments } from "~/db/feedback";
import { collectFeedback, type FeedbackInput } from "./collect-feedback";

/** The kind under which adjustments are stored as analysis runs. */
export const FEEDBACK = "feedback";

interface FeedbackDocument {
  readonly kind: typeof FEEDBACK;
  readonly format: 1;
  readonly input: FeedbackInput;
  readonly result: DerivedAdjustments;
}

/** How much of a need finished actions take off at most: a choice of the office, no evidence. */
export const KAPPA = 0.5;

/**
 * Derives what evaluations and follow-ups change in the needs of a survey, by the five rules, and stores each adjustment
 * with the run that it comes from. If nothing has changed since the last time that run is given back; what was decided
 * about an adjustment by name goes on to hold.
 *
 * @param roundId the needs survey
 * @throws {RangeError} if there is no such round
 */
export async function deriveFeedback(
  db: Database,
  {
    roundId,
    kappa = KAPPA,
    actor,
    at,
  }: { readonly roundId: string; readonly kappa?: number; readonly actor: Actor; readonly at: Date },
): Promise<AnalysisRunSummary> {
  return db.transaction(async (tx) => {
    const input = await collectFeedback(tx, { roundId });
    const inputSha256 = createHash("sha256")
      .update(canonicalize({ input, kappa }) ?? "")
      .digest("hex");
    const latest = await findLatestAnalysisRun(tx, { kind: FEEDBACK, roundId });
    if (latest?.inputSha256 === inputSha256) return latest;
    const result = deriveAdjustments(input, { kappa, outside: input.outside });
    const content: FeedbackDocument = { kind: FEEDBACK, format: 1, input, result };
    const document = canonicalize(content);
    if (document === undefined) throw new Error("the adjustments could not be written down");
    const run = await insertAnalysisRun(tx, {
      run: {
        kind: FEEDBACK,
        roundId,
        cycleId: input.round.cycle,
        document,
        inputSha256,
        parameters: { ...result.provenance.parameters },
        methods: { [result.provenance.method]: result.provenance.version },
        revisionIds: input.revisions,
      },
      actor,
      at,
    });
    await insertAdjustments(tx, {
      runId: run.id,
      roundId,
      adjustments: result.adjustments.map(
        ({ id, rule, member, topic, activity, subject, factor, trainable, mark, evidence }) => ({
          key: id,
          rule,
          memberId: member,
          topicId: topic,
          activityId: activity,
          subject,
          factor,
          trainable,
          mark,
          evidence,
        }),
      ),
    });
    return run;
  });
}
