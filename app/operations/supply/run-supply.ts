import canonicalize from "canonicalize";
import type { SupplyAnalysis } from "~/analysis/supply/supply-analysis";
import { type AnalysisRunSummary, insertAnalysisRun } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { enqueueJob, type Job } from "~/db/jobs";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRounds, type RoundSummary } from "~/db/rounds";
import type { ModeOfAnswer } from "./demand-of-round";
import type { SupplyDocument, SupplyTask } from "./supply-document";

/** What a job of the kind "supply" is asked to do. */
export interface SupplyOrder {
  readonly roundId: string;
  readonly modes: ModeOfAnswer;
  readonly defaultLanguage: string;
  readonly personId: string | null;
}

/** The needs survey that supply is held against: the latest one that was closed, else the one that is open. */
export async function findSupplyRound(db: Database): Promise<RoundSummary | undefined> {
  const rounds = (await findRounds(db, { instrumentId: "needs" })).filter(({ practice }) => !practice);
  return rounds.find(({ state }) => state === "closed") ?? rounds.find(({ state }) => state === "open");
}

/**
 * Puts the supply analysis of the latest needs survey into the queue; asked again while it runs, it is the same job.
 *
 * @returns `undefined` if no needs survey was opened yet
 */
export async function requestSupplyRun(
  db: Database,
  { pack, actor, at }: { readonly pack: RegionPack; readonly actor: Actor; readonly at: Date },
): Promise<Job | undefined> {
  const round = await findSupplyRound(db);
  if (!round) return undefined;
  const order: SupplyOrder = {
    roundId: round.id,
    modes: modesOfAnswers(pack),
    defaultLanguage: pack.manifest.languages[0]?.id ?? "en",
    personId: actor.personId ?? null,
  };
  return enqueueJob(db, {
    kind: "supply",
    payload: order,
    onlyKey: `supply ${round.id}`,
    subjectType: "round",
    subjectId: round.id,
    ...(actor.personId === undefined ? {} : { createdBy: actor.personId }),
    createdAt: at,
  });
}

/** Stores a calculated supply analysis; the same task gives the same bytes. */
export async function storeSupplyRun(
  db: Database,
  {
    task: { inputSha256, revisionIds, ...task },
    result,
    actor,
    at,
  }: { readonly task: SupplyTask; readonly result: SupplyAnalysis; readonly actor: Actor; readonly at: Date },
): Promise<AnalysisRunSummary> {
  const content: SupplyDocument = { kind: "supply", version: 1, ...task, result };
  const document = canonicalize(content);
  if (document === undefined) throw new Error("a supply document is never empty");
  return insertAnalysisRun(db, {
    run: {
      kind: "supply",
      roundId: task.scene.roundId,
      cycleId: task.scene.cycleId,
      document,
      inputSha256,
      parameters: { ...task.parameters },
      methods: { [result.method]: result.version },
      seed: String(task.parameters.seed),
      revisionIds,
    },
    actor,
    at,
  });
}

/** Answers to "how should it be given" that mean one expert at a screen, or a long diagnosis. */
export function modesOfAnswers(pack: Pick<RegionPack, "planning">): ModeOfAnswer {
  const modes: Record<string, "diagnostic" | "remote"> = {};
  for (const { id, answers } of pack.planning.modes) {
    if (id !== "virtual" && id !== "diagnostic") continue;
    for (const answer of answers) modes[answer] = id === "virtual" ? "remote" : "diagnostic";
  }
  return modes;
}
