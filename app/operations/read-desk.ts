import { findPublishedRankings } from "~/db/analysis-runs";
import type { Database } from "~/db/engine/database";
import { findJobs } from "~/db/jobs";
import { findMails } from "~/db/mail";
import { findAccreditationAreas } from "~/db/members";
import { findPlans } from "~/db/plans";
import { findProposals } from "~/db/proposals";
import { findRequests } from "~/db/requests";
import type { RoundSummary } from "~/db/rounds";
import type { LocalizedText } from "~/db/schema/region";
import { findTracking } from "~/db/tracking";
import { readSupply } from "./supply/read-supply";

const DAY = 24 * 3600 * 1000;
/** A draft in which nothing was saved for so many days has stopped. */
const STOPPED = 5;
const FAILED_WITHIN = 7;

/** Where the members of an open survey are. */
export interface RoundProgress {
  readonly roundId: string;
  readonly begun: number;
  /** Of those begun: nothing saved for five days. */
  readonly stopped: number;
  /** Not even opened. */
  readonly silent: number;
}

/** What waits beside the steps of the cycle. */
export interface Desk {
  readonly progress: readonly RoundProgress[];
  /** Answers of the latest needs survey that were sent and not signed off by a head. */
  readonly unsigned: number;
  /** Requests of an earlier cycle that were never answered. */
  readonly undecided: number;
  readonly failedMails: number;
  readonly failedJobs: number;
}

/** What waits for the coordinator beside the steps of the cycle. */
export async function readDesk(
  db: Database,
  {
    survey,
    openRounds,
    cycleId,
    at,
  }: {
    readonly survey: RoundSummary | undefined;
    readonly openRounds: readonly RoundSummary[];
    readonly cycleId: string;
    readonly at: Date;
  },
): Promise<Desk> {
  const progress: RoundProgress[] = [];
  const stoppedBefore = new Date(at.getTime() - STOPPED * DAY);
  for (const round of openRounds.filter(({ audience, anonymous }) => audience === "members" && !anonymous)) {
    const tracked = await findTracking(db, round.id);
    const begun = tracked.filter(({ state }) => state === "draft" || state === "reopened");
    progress.push({
      roundId: round.id,
      begun: begun.length,
      stopped: begun.filter(({ savedAt }) => savedAt !== null && savedAt < stoppedBefore).length,
      silent: tracked.filter(({ state, openedAt }) => state === null && openedAt === null).length,
    });
  }
  const answers = survey ? await findTracking(db, survey.id) : [];
  const since = new Date(at.getTime() - FAILED_WITHIN * DAY);
  return {
    progress,
    unsigned: answers.filter(({ state }) => state === "submitted").length,
    undecided: (await findRequests(db, {})).filter((request) => request.state === "open" && request.cycleId < cycleId)
      .length,
    failedMails: (await findMails(db, { state: "failed" })).length,
    failedJobs: (await findJobs(db, { since })).filter(({ state }) => state === "failed").length,
  };
}

/** Long work that is queued or under way, with how far it is. */
export async function readWorkUnderWay(
  db: Database,
  { at }: { readonly at: Date },
): Promise<readonly { readonly id: string; readonly kind: string; readonly share: number }[]> {
  const jobs = await findJobs(db, { since: at });
  return jobs
    .filter(({ state }) => state === "queued" || state === "running")
    .map(({ id, kind, progress }) => ({ id, kind, share: shareDone(progress) }))
    .reverse();
}

function shareDone(progress: unknown): number {
  if (typeof progress !== "object" || progress === null) return 0;
  const [done, total] = ["done", "total"].map((name): unknown => Reflect.get(progress, name));
  return typeof done === "number" && typeof total === "number" && total > 0 ? Math.min(1, done / total) : 0;
}

/** What everybody may read: rankings that were published and plans, the newest first. */
export async function readPublications(db: Database): Promise<{
  readonly rankings: readonly { readonly id: string; readonly name: string; readonly at: Date }[];
  readonly plans: readonly { readonly id: string; readonly title: string; readonly cycleId: string }[];
}> {
  const rankings = await findPublishedRankings(db);
  const plans = await findPlans(db);
  return {
    rankings: rankings.map(({ id, name, publishedAt }) => ({ id, name, at: publishedAt })),
    plans: plans.map(({ id, title, cycleId }) => ({ id, title, cycleId })),
  };
}

/** What a planner begins from: areas short of leads, the scarcest first, and the proposals there are. */
export async function readPlanning(db: Database): Promise<{
  readonly gaps: readonly {
    readonly id: string;
    readonly name: LocalizedText;
    readonly asked: number;
    readonly canBeLed: number;
    readonly candidates: number;
  }[];
  readonly counted: Date | null;
  readonly proposals: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: Awaited<ReturnType<typeof findProposals>>[number]["state"];
    readonly solved: boolean;
  }[];
}> {
  const { run } = await readSupply(db);
  const names = new Map((await findAccreditationAreas(db)).map(({ id, name }) => [id, name]));
  const short = (run?.document.result.quadrants ?? []).filter(({ difference }) => difference < 0);
  return {
    gaps: short
      .toSorted((a, b) => a.difference - b.difference)
      .map(({ area, asked, canBeLed, candidates }) => ({
        id: area,
        name: names.get(area) ?? { en: area },
        asked,
        canBeLed,
        candidates,
      })),
    counted: run?.at ?? null,
    proposals: (await findProposals(db))
      .filter(({ state }) => state !== "discarded")
      .map(({ id, name, state, solveRunId }) => ({ id, name, state, solved: solveRunId !== null })),
  };
}
