import { localDate } from "~/app/operations/answering/open-answering";
import { endRound } from "~/app/operations/rounds/hold-round";
import { platform } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { EVALUATION } from "../activities/read-activities";
import { PLEDGES } from "./open-evaluation";
import { closeEvaluation } from "./run-evaluation";

/**
 * Closes the evaluations and pledges of workshops whose last day is over at their venue. One that somebody else closes at
 * the same moment is left to them.
 */
export async function closeEndedEvaluations(
  db: Database,
  { pack, at }: { readonly pack: Pick<RegionPack, "strategicPlan">; readonly at: Date },
): Promise<void> {
  const over = ({ state, activityId, timeZone, closesOn }: RoundSummary) =>
    state === "open" && activityId !== null && localDate(at, timeZone ?? "UTC") > closesOn;
  const made = { actor: platform, at };
  for (const instrumentId of [EVALUATION, PLEDGES])
    for (const { id: roundId, anonymous } of (await findRounds(db, { instrumentId })).filter(over))
      try {
        if (anonymous) await closeEvaluation(db, { roundId, pack, ...made });
        else await endRound(db, { roundId, ...made });
      } catch (error) {
        if (!(error instanceof ConflictError)) throw error;
      }
}
