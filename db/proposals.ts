import { and, asc, desc, eq, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { insertRows } from "./engine/insert-rows";
import { type LineLock, proposalLines, proposals } from "./schema/plans";

export type Proposal = typeof proposals.$inferSelect;
export type ProposalLine = typeof proposalLines.$inferSelect;
export type NewProposalLine = Omit<typeof proposalLines.$inferInsert, "proposalId" | "position">;

/** Proposals for a cycle, or all, newest first. */
export async function findProposals(
  db: Database,
  { cycleId }: { cycleId?: string } = {},
): Promise<readonly Proposal[]> {
  return db
    .select()
    .from(proposals)
    .where(cycleId === undefined ? undefined : eq(proposals.cycleId, cycleId))
    .orderBy(desc(proposals.id));
}

/** A proposal with its lines in order. */
export async function findProposal(
  db: Database,
  id: string,
): Promise<(Proposal & { readonly lines: readonly ProposalLine[] }) | undefined> {
  const [proposal] = await db.select().from(proposals).where(eq(proposals.id, id));
  if (!proposal) return undefined;
  const lines = await db
    .select()
    .from(proposalLines)
    .where(eq(proposalLines.proposalId, id))
    .orderBy(asc(proposalLines.position), asc(proposalLines.id));
  return { ...proposal, lines };
}

export async function insertProposal(
  db: Database,
  {
    cycleId,
    name,
    settings,
    rankingRunId = null,
    lines = [],
    actor,
    at,
  }: {
    cycleId: string;
    name: string;
    settings: Readonly<Record<string, unknown>>;
    rankingRunId?: string | null;
    lines?: readonly NewProposalLine[];
    actor: Actor;
    at: Date;
  },
): Promise<Proposal> {
  return db.transaction(async (tx) => {
    const [proposal] = await tx
      .insert(proposals)
      .values({
        id: newId(),
        cycleId,
        name,
        settings,
        rankingRunId,
        createdBy: actor.personId ?? null,
        createdAt: at,
        updatedAt: at,
      })
      .returning();
    if (!proposal) throw new Error("the proposal was not stored");
    await storeLines(tx, proposal.id, lines);
    await audit(tx, "proposal:begin", proposal.id, actor, at);
    return proposal;
  });
}

interface ProposalChange {
  readonly id: string;
  /** Revision of the proposal that was looked at. */
  readonly baseRevision: number;
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * Changes name or settings.
 *
 * @throws {ConflictError} `proposalChanged` if another planner changed the proposal meanwhile, or it is approved
 */
export async function updateProposal(
  db: Database,
  { name, settings, ...change }: ProposalChange & { name?: string; settings?: Readonly<Record<string, unknown>> },
): Promise<Proposal> {
  return changeProposal(db, change, "proposal:change", { ...(name && { name }), ...(settings && { settings }) });
}

/**
 * Stores what a solve gave: all lines anew, those locked by hand with their lock.
 *
 * @throws {ConflictError} `proposalChanged` if the proposal was changed since the solve began
 */
export async function saveSolvedLines(
  db: Database,
  { solveRunId, lines, ...change }: ProposalChange & { solveRunId: string; lines: readonly NewProposalLine[] },
): Promise<Proposal> {
  return changeProposal(db, change, "proposal:solve", { solveRunId }, async (tx) => {
    const before = await tx
      .select({ id: proposalLines.id, lock: proposalLines.lock })
      .from(proposalLines)
      .where(eq(proposalLines.proposalId, change.id));
    const locks = new Map(before.map((line) => [line.id, line.lock]));
    await tx.delete(proposalLines).where(eq(proposalLines.proposalId, change.id));
    await storeLines(
      tx,
      change.id,
      lines.map((line) => ({ ...line, lock: line.lock === undefined ? (locks.get(line.id) ?? null) : line.lock })),
    );
  });
}

/**
 * Locks a line in or out by hand, or frees it; a locked line is in or out at once, before the next solve.
 *
 * @throws {ConflictError} `proposalChanged` if another planner changed the proposal meanwhile, or it is approved
 */
export async function lockLine(
  db: Database,
  { lineId, lock, ...change }: ProposalChange & { lineId: string; lock: LineLock | null },
): Promise<Proposal> {
  return changeProposal(db, change, "proposal:lock", {}, async (tx) => {
    const locked = await tx
      .update(proposalLines)
      .set({ lock, ...(lock !== null && { included: lock === "in" }) })
      .where(and(eq(proposalLines.proposalId, change.id), eq(proposalLines.id, lineId)))
      .returning({ id: proposalLines.id });
    if (locked.length === 0) throw new RangeError(`the proposal has no line ${lineId}`);
  });
}

/**
 * Adds or replaces a line by hand.
 *
 * @throws {ConflictError} `proposalChanged` if another planner changed the proposal meanwhile, or it is approved
 */
export async function saveLine(
  db: Database,
  { line, ...change }: ProposalChange & { line: NewProposalLine },
): Promise<Proposal> {
  return changeProposal(db, change, "proposal:editLine", {}, async (tx) => {
    await tx
      .insert(proposalLines)
      .values({
        ...line,
        proposalId: change.id,
        position: sql`(select coalesce(max(position), -1) + 1 from proposal_line where proposal_id = ${change.id})`,
      })
      .onConflictDoUpdate({ target: [proposalLines.proposalId, proposalLines.id], set: line });
  });
}

/** @throws {ConflictError} `proposalChanged` if it was changed meanwhile or is approved */
export async function discardProposal(db: Database, change: ProposalChange): Promise<Proposal> {
  return changeProposal(db, change, "proposal:discard", { state: "discarded" });
}

async function changeProposal(
  db: Database,
  { id, baseRevision, actor, at }: ProposalChange,
  action: string,
  changes: Partial<typeof proposals.$inferInsert>,
  alsoChange: (tx: Database) => Promise<void> = async () => {},
): Promise<Proposal> {
  return db.transaction(async (tx) => {
    const [proposal] = await tx
      .update(proposals)
      .set({ ...changes, revision: baseRevision + 1, updatedAt: at })
      .where(and(eq(proposals.id, id), eq(proposals.revision, baseRevision), eq(proposals.state, "draft")))
      .returning();
    if (!proposal) {
      throw new ConflictError("proposalChanged", "The proposal was changed or approved by someone else meanwhile.");
    }
    await alsoChange(tx);
    await audit(tx, action, id, actor, at);
    return proposal;
  });
}

async function storeLines(tx: Database, proposalId: string, lines: readonly NewProposalLine[]): Promise<void> {
  await insertRows(
    tx,
    proposalLines,
    lines.map((line, position) => ({ ...line, proposalId, position })),
  );
}

async function audit(tx: Database, action: string, id: string, actor: Actor, at: Date): Promise<void> {
  await recordAudit(tx, { at, actor, action, subjectType: "proposal", subjectId: id });
}
