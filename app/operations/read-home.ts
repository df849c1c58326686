import { findAnalysisRuns, findPublishedRankings } from "~/db/analysis-runs";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findMembers } from "~/db/members";
import { findPlans } from "~/db/plans";
import { findProposals } from "~/db/proposals";
import { cycleAfter } from "~/db/regions/cycle-dates";
import type { RegionPack } from "~/db/regions/pack-schema";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { currentCycle } from "./cycles/current-cycle";

/** Where the office stands in its year, by what is there and what is not; pages put it into words. */
export interface OfficeState {
  /** The cycle under way and the one planned for. */
  readonly cycle: { readonly id: string; readonly next: string };
  readonly members: number;
  /** The latest needs survey of the cycle under way that is open or closed. */
  readonly survey: RoundSummary | undefined;
  readonly openRounds: readonly RoundSummary[];
  readonly ranking:
    | {
        readonly runId: string;
        readonly at: Date;
        readonly published: { readonly name: string; readonly at: Date } | null;
      }
    | undefined;
  readonly supply: { readonly runId: string; readonly at: Date } | undefined;
  readonly proposal:
    | { readonly id: string; readonly name: string; readonly state: string; readonly solved: boolean }
    | undefined;
  /** The approved plan of the cycle planned for. */
  readonly plan: { readonly id: string; readonly title: string; readonly at: Date } | undefined;
  /** The step of the cycle at which something waits: 0 survey, 1 ranking, 2 experts, 4 proposal or plan. */
  readonly step: 0 | 1 | 2 | 4;
}

const NEEDS = "needs";

/** The state of the cycle at a moment. */
export async function readOfficeState(
  db: Database,
  { pack, at }: { readonly pack: RegionPack; readonly at: Date },
): Promise<OfficeState> {
  const current = await currentCycle(db, { pack, at });
  const next = cycleAfter(current);
  const rounds = await findRounds(db);
  const members = await findMembers(db);
  const needs = rounds.filter(
    ({ instrumentId, cycleId, practice, state }) =>
      instrumentId === NEEDS && cycleId === current.id && !practice && state !== "draft",
  );
  const closed = needs.find((round) => round.state === "closed");
  const survey = closed ?? needs[0];
  const [rankingRun] = survey ? await findAnalysisRuns(db, { kind: "ranking", roundId: survey.id, limit: 1 }) : [];
  const [supplyRun] = survey ? await findAnalysisRuns(db, { kind: "supply", roundId: survey.id, limit: 1 }) : [];
  const published = (await findPublishedRankings(db)).find((ranking) => ranking.roundId === survey?.id);
  const [proposal] = (await findProposals(db, { cycleId: next.id })).filter(({ state }) => state !== "discarded");
  const plan = (await findPlans(db)).find(({ origin, cycleId }) => origin === "approved" && cycleId === next.id);

  return {
    cycle: { id: current.id, next: next.id },
    members: members.filter(({ active }) => active).length,
    survey,
    openRounds: rounds.filter((round) => round.state === "open"),
    ranking: rankingRun && {
      runId: rankingRun.id,
      at: rankingRun.createdAt,
      published: published ? { name: published.name, at: published.publishedAt } : null,
    },
    supply: supplyRun && { runId: supplyRun.id, at: supplyRun.createdAt },
    proposal: proposal && {
      id: proposal.id,
      name: proposal.name,
      state: proposal.state,
      solved: proposal.solveRunId !== null,
    },
    plan: plan && { id: plan.id, title: plan.title, at: plan.approvedAt },
    step: plan || proposal ? 4 : published && supplyRun ? 2 : survey?.state === "closed" ? 1 : 0,
  };
}

/** What was done of late, for those who may see everyone's doings: no sign-ins, which are nobody's news. */
export async function readNews(db: Database, { at }: { readonly at: Date }) {
  const from = new Date(at.getTime() - 14 * 24 * 3600 * 1000);
  const events = await findAuditEvents(db, { from, limit: 60 });
  return events
    .filter(({ action }) => NEWS.some((told) => told === action))
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, 8);
}

/** Actions that are news; each has its sentence in the catalogues. */
export const NEWS = ["instrument:publish", "round:open", "round:close", "ranking:publish", "plan:approve"] as const;
