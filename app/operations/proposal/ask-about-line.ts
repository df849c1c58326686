import type { Database } from "~/db/engine/database";
import { keyOf } from "./explanation";
import { itemsOfLine } from "./explanation-items";
import type { ReadProposal } from "./read-proposal";
import { requestAnswers } from "./run-explanation";

/** How far the answers about one line are. */
export interface AskedLine {
  readonly pending: boolean;
  /** Why some could not be worked out. */
  readonly failures: readonly string[];
}

/** Has worked out what is not there yet about a line, before everything else: why it is in or out, and what else. */
export async function askAboutLine(
  db: Database,
  {
    read: { run, proposal, explained },
    line,
    again = false,
    at,
  }: { readonly read: ReadProposal; readonly line: string; readonly again?: boolean; readonly at: Date },
): Promise<AskedLine> {
  const plan = run?.outcome.proposal.plan;
  const runId = proposal.solveRunId;
  const candidate = run?.problem.activities.some(({ id }) => id === line);
  if (!plan || runId === null || !candidate || proposal.state === "discarded") return { pending: false, failures: [] };
  const included = plan.lines.some(({ activity }) => activity === line);
  const items = itemsOfLine(line, included).filter((item) => !explained.done.has(keyOf(item)));
  const failures = await requestAnswers(db, { runId, proposalId: proposal.id, items, again, at });
  return { pending: items.length > failures.length, failures };
}
