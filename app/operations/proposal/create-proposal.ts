import { readRankingRun } from "~/app/operations/ranking/ranking-document";
import { findAnalysisRun, findAnalysisRuns } from "~/db/analysis-runs";
import type { Actor } from "~/db/audit";
import { findCycle, insertCycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findFunders, findMembers } from "~/db/members";
import { findProposals, insertProposal, type Proposal } from "~/db/proposals";
import { cycleAfter } from "~/db/regions/cycle-dates";
import { findSettings } from "~/db/settings";
import { startingSettings } from "./proposal-settings";
import { requestSolve } from "./run-proposal";

/**
 * Begins a proposal for the cycle that the latest ranking plans for, with all the money there is and the office's rules,
 * and puts its search into the queue.
 *
 * @returns `undefined` if there is no ranking yet
 */
export async function createProposal(
  db: Database,
  {
    name,
    actor,
    at,
  }: { readonly name: (cycleId: string, number: number) => string; readonly actor: Actor; readonly at: Date },
): Promise<Proposal | undefined> {
  const [latest] = await findAnalysisRuns(db, { kind: "ranking", limit: 1 });
  const run = latest && (await findAnalysisRun(db, latest.id));
  if (!run) return undefined;
  return db.transaction(async (tx) => {
    const held = await findCycle(tx, readRankingRun(run.document).input.round.cycle);
    if (!held) return undefined;
    const planned = cycleAfter(held);
    await insertCycle(tx, planned);
    const before = await findProposals(tx, { cycleId: planned.id });
    const proposal = await insertProposal(tx, {
      cycleId: planned.id,
      name: name(planned.id, before.length + 1),
      settings: startingSettings(await findSettings(tx), await findFunders(tx), await findMembers(tx)),
      rankingRunId: run.id,
      actor,
      at,
    });
    await requestSolve(tx, { proposalId: proposal.id, actor, at });
    return proposal;
  });
}
