import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { itemMean, MINIMUM_OUTSIDE } from "~/analysis/scales/item-mean";
import { KPI_TARGET, kpiVerdict, kpiYear } from "~/analysis/scales/kpi-verdict";
import { learningChange } from "~/analysis/scales/learning-change";
import { shrunkenEffects } from "~/analysis/scales/shrunken-effects";
import { endRound } from "~/app/operations/rounds/hold-round";
import { findActivity } from "~/db/activities";
import { type AnalysisRunSummary, findLatestAnalysisRun, insertAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRound, findRounds, type Round } from "~/db/rounds";
import { EVALUATION } from "../activities/read-activities";
import {
  type EvaluationDocument,
  type EvaluationInputs,
  type EvaluationScene,
  type EvaluationYearDocument,
  type FacilitationDocument,
  parseEvaluation,
  ratingsFrom,
} from "./evaluation-document";
import { gatherEvaluation } from "./gather-evaluation";

/** Forms that the shrunken mean of a facilitator draws towards the mean of all. */
const SHRINKAGE = 10;

interface Made {
  readonly pack: Pick<RegionPack, "strategicPlan">;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Closes an evaluation: its ratings are written anew in random order, then calculated and stored as a run, with the
 * year's value and the facilitators' ratings, in one transaction. Fewer than five ratings stay closed to everybody.
 *
 * @returns `undefined` if there is no such round
 * @throws {ConflictError} `roundNotOpen` if it is not open
 */
export async function closeEvaluation(
  db: Database,
  { roundId, ...made }: Made & { readonly roundId: string },
): Promise<Round | undefined> {
  return db.transaction(async (tx) => {
    const closed = await endRound(tx, { roundId, actor: made.actor, at: made.at });
    if (closed) await storeEvaluationRun(tx, { roundId, ...made });
    return closed;
  });
}

/**
 * Calculates a closed evaluation and stores it as a run, then the year and the facilitators that it belongs to. Asked
 * again, for instance after participants were noted, it stores another run.
 *
 * @returns `undefined` if the round is no evaluation of an activity, or has fewer than five ratings
 * @throws {ConflictError} `roundNotOpen` if its ratings are not in random order yet
 */
export async function storeEvaluationRun(
  db: Database,
  { roundId, pack, actor, at }: Made & { readonly roundId: string },
): Promise<AnalysisRunSummary | undefined> {
  return db.transaction(async (tx) => {
    const round = await findRound(tx, roundId);
    const activity = round?.activityId ? await findActivity(tx, round.activityId) : undefined;
    if (!round?.anonymous || !activity) return undefined;
    if (round.shuffledAt === null)
      throw new ConflictError("roundNotOpen", "The ratings are not in random order yet: they cannot be read.");
    const scene = {
      roundId,
      activityId: activity.id,
      title: activity.title,
      cycleId: round.cycleId,
      versionId: round.versionId,
    };
    const inputs = await gatherEvaluation(tx, { round, activityId: activity.id });
    if (inputs.forms < MINIMUM_OUTSIDE) {
      // The year tells how many workshops are without figures.
      if (!round.practice) await storeYear(tx, { cycleId: round.cycleId, pack, actor, at });
      return undefined;
    }
    const content = analyseEvaluation({ scene, inputs, target: targetOf(pack) });
    const run = await store(tx, { content, scene, methods: EVALUATION_METHODS, actor, at });
    if (!round.practice) {
      await storeYear(tx, { cycleId: round.cycleId, pack, actor, at });
      await storeFacilitation(tx, { actor, at });
    }
    return run;
  });
}

/** The figures of one evaluation; the same inputs give the same bytes. */
export function analyseEvaluation({
  scene,
  inputs,
  target,
}: {
  readonly scene: EvaluationScene;
  readonly inputs: EvaluationInputs;
  readonly target: number;
}): EvaluationDocument {
  const { items, participants, knowledge } = inputs;
  const overall = items
    .filter(({ measure }) => measure === "satisfaction")
    .flatMap(({ counts }) => ratingsFrom(counts));
  const pairs = knowledge.flatMap((line, before) =>
    line.flatMap((count, now) => new Array(count).fill({ before: before + 1, now: now + 1 })),
  );
  return {
    kind: "evaluation",
    version: 1,
    scene,
    inputs,
    parameters: { target },
    result: {
      verdict: kpiVerdict(overall, { invited: participants, target }),
      items: items.map(({ counts }) => itemMean(ratingsFrom(counts), { N: participants })),
      learning: learningChange(pairs, { N: participants }),
    },
  };
}

/** The average of the strategic plan that evaluations are held against, of 5. */
export function targetOf({ strategicPlan }: Pick<RegionPack, "strategicPlan">): number {
  for (const { target } of strategicPlan.kpis) if (target.kind === "score" && target.of === 5) return target.atLeast;
  return KPI_TARGET;
}

/** The latest run of each closed evaluation, practice left out, by round. */
export async function latestEvaluations(
  db: Database,
  { cycleId }: { readonly cycleId?: string } = {},
): Promise<{
  readonly runs: readonly { readonly runId: string; readonly document: EvaluationDocument }[];
  /** Closed evaluations without figures, since fewer than five answered. */
  readonly withheld: number;
}> {
  const rounds = await findRounds(db, { instrumentId: EVALUATION, ...(cycleId === undefined ? {} : { cycleId }) });
  const runs: { runId: string; document: EvaluationDocument }[] = [];
  let withheld = 0;
  for (const round of rounds) {
    if (round.practice || round.state !== "closed" || round.activityId === null) continue;
    const run = await findLatestAnalysisRun(db, { kind: "evaluation", roundId: round.id });
    if (run) runs.push({ runId: run.id, document: parseEvaluation(run.document) });
    else withheld += 1;
  }
  return { runs, withheld };
}

async function storeYear(db: Database, { cycleId, pack, actor, at }: Made & { readonly cycleId: string }) {
  const { runs, withheld } = await latestEvaluations(db, { cycleId });
  const workshops = runs.map(({ runId, document: { scene, inputs } }) => ({
    activityId: scene.activityId,
    title: scene.title,
    runId,
    counts: inputs.items.find(({ measure }) => measure === "satisfaction")?.counts ?? [],
    participants: inputs.participants,
  }));
  const target = targetOf(pack);
  const content: EvaluationYearDocument = {
    kind: "evaluationYear",
    version: 1,
    cycleId,
    inputs: { workshops, withheld },
    parameters: { target },
    result: kpiYear(
      workshops.map(({ activityId, counts, participants }) => ({
        workshop: activityId,
        ratings: ratingsFrom(counts),
        invited: participants,
      })),
      { target },
    ),
  };
  return store(db, { content, scene: { roundId: null, cycleId }, methods: { "scales/kpi-year": 1 }, actor, at });
}

async function storeFacilitation(db: Database, { actor, at }: Pick<Made, "actor" | "at">) {
  const { runs } = await latestEvaluations(db);
  const ratings = runs.flatMap(({ document: { scene, inputs } }) =>
    inputs.facilitation.map(({ personId, means }) => ({ personId, activityId: scene.activityId, means })),
  );
  const content: FacilitationDocument = {
    kind: "facilitation",
    version: 1,
    inputs: { ratings },
    parameters: { c: SHRINKAGE },
    result: shrunkenEffects(
      ratings.flatMap(({ personId, activityId, means }) =>
        means.map((value) => ({ group: personId, workshop: activityId, value })),
      ),
      { c: SHRINKAGE },
    ),
  };
  const scene = { roundId: null, cycleId: null };
  return store(db, { content, scene, methods: { "scales/shrunken-effects": 1 }, actor, at });
}

const EVALUATION_METHODS = { "scales/item-mean": 1, "scales/kpi-verdict": 1, "scales/learning-change": 1 };

async function store(
  db: Database,
  {
    content,
    scene,
    methods,
    actor,
    at,
  }: {
    readonly content: EvaluationDocument | EvaluationYearDocument | FacilitationDocument;
    readonly scene: { readonly roundId: string | null; readonly cycleId: string | null };
    readonly methods: Readonly<Record<string, number>>;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<AnalysisRunSummary> {
  const document = canonicalize(content);
  const inputs = canonicalize(content.inputs);
  if (document === undefined || inputs === undefined) throw new Error("an evaluation is never empty");
  return insertAnalysisRun(db, {
    run: {
      kind: content.kind,
      roundId: scene.roundId,
      cycleId: scene.cycleId,
      document,
      inputSha256: createHash("sha256").update(inputs).digest("hex"),
      parameters: { ...content.parameters },
      methods,
      seed: null,
      revisionIds: [],
    },
    actor,
    at,
  });
}
