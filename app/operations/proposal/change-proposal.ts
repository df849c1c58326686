import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { discardProposal, findProposal, lockLine, updateProposal } from "~/db/proposals";
import type { ProposalSettings } from "./proposal-settings";
import { requestSolve } from "./run-proposal";

/** What a planner does to a proposal. */
export type ProposalChange =
  | { readonly intent: "lock" | "drop" | "free"; readonly line: string }
  | { readonly intent: "freeAll" }
  | { readonly intent: "solve" }
  | { readonly intent: "settings"; readonly settings: ProposalSettings }
  | { readonly intent: "discard" };

const LOCKS = { lock: "in", drop: "out", free: null } as const;

/**
 * Locks, drops or frees a line, sets the money and the rules, asks for a new search, or discards a proposal.
 *
 * @throws {ConflictError} `proposalChanged` if another planner changed it since it was looked at, or it is approved
 * @throws {RangeError} if there is no such proposal or line
 */
export async function changeProposal(
  db: Database,
  {
    proposalId,
    baseRevision,
    change,
    actor,
    at,
  }: {
    readonly proposalId: string;
    readonly baseRevision: number;
    readonly change: ProposalChange;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<void> {
  const base = { id: proposalId, baseRevision, actor, at };
  await db.transaction(async (tx) => {
    switch (change.intent) {
      case "lock":
      case "drop":
      case "free":
        await lockLine(tx, { ...base, lineId: change.line, lock: LOCKS[change.intent] });
        return;
      case "settings":
        await updateProposal(tx, { ...base, settings: change.settings });
        await requestSolve(tx, { proposalId, actor, at });
        return;
      case "freeAll": {
        const proposal = await findProposal(tx, proposalId);
        const locked = proposal?.lines.filter(({ lock }) => lock !== null) ?? [];
        for (const [more, { id }] of locked.entries())
          await lockLine(tx, { ...base, baseRevision: baseRevision + more, lineId: id, lock: null });
        await requestSolve(tx, { proposalId, actor, at });
        return;
      }
      case "solve": {
        const proposal = await findProposal(tx, proposalId);
        if (proposal?.state !== "draft" || proposal.revision !== baseRevision)
          throw new ConflictError("proposalChanged", "The proposal was changed or approved by someone else meanwhile.");
        await requestSolve(tx, { proposalId, actor, at });
        return;
      }
      case "discard":
        await discardProposal(tx, base);
    }
  });
}
