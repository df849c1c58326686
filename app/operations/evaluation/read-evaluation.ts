import { findActivity } from "~/db/activities";
import { findLatestAnalysisRun } from "~/db/analysis-runs";
import { countAnonymousResponses } from "~/db/anonymous-responses";
import type { Database } from "~/db/engine/database";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { textsOf } from "~/surveys/answers-by-measure";
import { EVALUATION } from "../activities/read-activities";
import { compiledVersion } from "../answering/compiled-version";
import { type EvaluationDocument, parseEvaluation } from "./evaluation-document";
import { ratedForms } from "./gather-evaluation";

/** The evaluation of an activity as far as it is. */
export interface EvaluationView {
  readonly round: RoundSummary;
  /** All that is known before it closes. */
  readonly ratings: number;
  /** The latest stored calculation; `undefined` before closing and with fewer than five ratings. */
  readonly run:
    | { readonly id: string; readonly at: Date; readonly sha256: string; readonly document: EvaluationDocument }
    | undefined;
}

/** @returns `undefined` if the activity has no evaluation */
export async function readEvaluation(
  db: Database,
  { activityId }: { readonly activityId: string },
): Promise<EvaluationView | undefined> {
  const rounds = await findRounds(db, { activityId, instrumentId: EVALUATION });
  const round = rounds.find(({ practice }) => !practice);
  if (!round || !(await findActivity(db, activityId))) return undefined;
  const stored = await findLatestAnalysisRun(db, { kind: "evaluation", roundId: round.id });
  return {
    round,
    ratings: await countAnonymousResponses(db, round.id),
    run: stored && {
      id: stored.id,
      at: stored.createdAt,
      sha256: stored.sha256,
      document: parseEvaluation(stored.document),
    },
  };
}

/** What participants wrote, for the office alone: what helped, what to improve, what the office should put right. */
export interface EvaluationComments {
  readonly useful: readonly string[];
  readonly improve: readonly string[];
  /** About organisation: kept apart from learning. */
  readonly organisation: readonly string[];
}

/**
 * Comments of a closed evaluation, read from the ratings themselves: they are in no stored run, so that one can still be
 * removed. Each list is sorted by itself, so that comments of one form cannot be put together.
 */
export async function readComments(
  db: Database,
  { round }: { readonly round: Pick<RoundSummary, "id" | "versionId"> },
): Promise<EvaluationComments> {
  const { compiled } = await compiledVersion(db, round.versionId);
  const forms = await ratedForms(db, { roundId: round.id, compiled });
  const texts = (measure: "comment" | "improve" | "organisation") =>
    textsOf(compiled, forms, measure)
      .map(({ text }) => text.trim())
      .filter((text) => text !== "")
      .sort();
  return { useful: texts("comment"), improve: texts("improve"), organisation: texts("organisation") };
}
