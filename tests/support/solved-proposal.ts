import { loadPrintedPlan } from "~/app/operations/load-printed-plan";
import { createProposal } from "~/app/operations/proposal/create-proposal";
import { type ReadProposal, readProposal } from "~/app/operations/proposal/read-proposal";
import { prepareSolve, storeSolve } from "~/app/operations/proposal/run-proposal";
import { solveProposal } from "~/app/operations/proposal/solve-proposal";
import { findRankableRound } from "~/app/operations/ranking/find-rankable-round";
import { rankRound } from "~/app/operations/ranking/rank-round";
import { prepareRanking, storeRanking } from "~/app/operations/ranking/run-ranking";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { demonstrationOffice, RIVER_PROVINCES } from "./demonstration";

const actor = {};

export interface OpenedProposal {
  readonly pack: RegionPack;
  readonly id: string;
  /** Solves the proposal as it is now, as its job would. */
  readonly solve: () => Promise<ReadProposal>;
  readonly read: () => Promise<ReadProposal>;
}

/** A proposal of the river provinces' demonstration, ranked and not yet solved. */
export async function openedProposal(
  db: Database,
  { at, replicates = 20 }: { readonly at: Date; readonly replicates?: number },
): Promise<OpenedProposal> {
  const { pack } = await demonstrationOffice(db, { folder: RIVER_PROVINCES });
  await loadPrintedPlan(db, { pack, at });
  const round = await findRankableRound(db);
  const prepared = await prepareRanking(db, { roundId: round?.id ?? "", replicates });
  const document = await rankRound(prepared.input, { parameters: prepared.parameters });
  await storeRanking(db, { prepared, document, actor, at });
  const id = (await createProposal(db, { name: (cycle) => `Proposal ${cycle}`, actor, at }))?.id ?? "";
  const read = async () => {
    const found = await readProposal(db, id);
    if (!found) throw new Error("the proposal is there");
    return found;
  };
  const solve = async () => {
    const task = await prepareSolve(db, { proposalId: id, pack, at });
    const outcome = await solveProposal(task.problem, { now: () => performance.now() });
    await storeSolve(db, { task, outcome, actor, at });
    return read();
  };
  return { pack, id, solve, read };
}
