import { type Activity, findActivities } from "~/db/activities";
import { type Cycle, findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import {
  type Attendance,
  findAttendance,
  findMissionFacts,
  findWorkshopRatings,
  type MissionFact,
  type WorkshopRatings,
} from "~/db/kpi-facts";
import { findMembers, type Member } from "~/db/members";
import { findPlanFramework } from "~/db/plan-framework";
import { findPlans, type Plan } from "~/db/plans";
import { findProposals } from "~/db/proposals";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { findTracking } from "~/db/tracking";

/** Everything that KPIs are computed from, read once for all of them. */
export interface KpiFacts {
  readonly today: string;
  /** By first day. */
  readonly cycles: readonly Cycle[];
  readonly members: readonly Member[];
  /** Rounds that count: no practice. */
  readonly rounds: readonly RoundSummary[];
  /** Members whose answers count, by needs round. */
  readonly contributed: ReadonlyMap<string, ReadonlySet<string>>;
  readonly activities: readonly Activity[];
  readonly missions: readonly MissionFact[];
  readonly ratings: readonly WorkshopRatings[];
  readonly attendance: readonly Attendance[];
  /** Approved plans that came from a proposal with a ranking. */
  readonly plansFromNeeds: readonly Pick<Plan, "id" | "title" | "approvedAt">[];
  /** Topics under an action, by framework and action. */
  readonly topicsOf: (frameworkId: string, actionId: string) => ReadonlySet<string>;
}

export const NEEDS = "needs";

export async function gatherFacts(
  db: Database,
  { frameworkIds, at }: { readonly frameworkIds: readonly string[]; readonly at: Date },
): Promise<KpiFacts> {
  const rounds = (await findRounds(db)).filter(({ practice, state }) => !practice && state !== "draft");
  const contributed = new Map<string, ReadonlySet<string>>();
  for (const { id, instrumentId } of rounds) {
    if (instrumentId !== NEEDS) continue;
    const counting = (await findTracking(db, id)).filter(({ state }) => state === "submitted" || state === "signedOff");
    contributed.set(id, new Set(counting.flatMap(({ memberId }) => memberId ?? [])));
  }
  const ranked = new Set((await findProposals(db)).flatMap(({ id, rankingRunId }) => (rankingRunId ? [id] : [])));
  const topics = new Map<string, ReadonlySet<string>>();
  for (const frameworkId of frameworkIds) {
    const framework = await findPlanFramework(db, frameworkId);
    for (const action of framework?.pillars.flatMap((pillar) => pillar.actions) ?? [])
      topics.set(`${frameworkId}/${action.id}`, new Set(action.topicIds));
  }
  return {
    today: at.toISOString().slice(0, 10),
    cycles: (await findCycles(db)).toReversed(),
    members: await findMembers(db),
    rounds,
    contributed,
    activities: await findActivities(db),
    missions: await findMissionFacts(db),
    ratings: await findWorkshopRatings(db),
    attendance: await findAttendance(db),
    plansFromNeeds: (await findPlans(db)).filter(({ proposalId }) => proposalId !== null && ranked.has(proposalId)),
    topicsOf: (frameworkId, actionId) => topics.get(`${frameworkId}/${actionId}`) ?? new Set(),
  };
}
