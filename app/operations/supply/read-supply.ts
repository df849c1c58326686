import { type AreaAgainstSupply, needAgainstSupply } from "~/analysis/supply/need-against-supply";
import type { ColumnSupply } from "~/analysis/supply/supply-analysis";
import type { MissionDemand } from "~/analysis/supply/supply-input";
import { findAnalysisRun, findLatestAnalysisRun } from "~/db/analysis-runs";
import { findAuditEvents } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { type Expert, findExperts } from "~/db/experts";
import { findLatestJob, type Job } from "~/db/jobs";
import {
  type AccreditationArea,
  findAccreditationAreas,
  findMembers,
  findTopics,
  type Member,
  type Topic,
} from "~/db/members";
import { findRequests, type Request } from "~/db/requests";
import type { RoundSummary } from "~/db/rounds";
import { type EffectiveSetting, findSettings } from "~/db/settings";
import { findSupplyRound } from "./run-supply";
import { parseSupplyDocument, type SupplyDocument } from "./supply-document";
import { SUPPLY_SETTING_KEYS } from "./supply-settings";

/** The latest stored supply analysis of the needs survey, and whether another one is due or under way. */
export interface SupplyState {
  readonly round: RoundSummary | undefined;
  readonly run: { readonly id: string; readonly at: Date; readonly document: SupplyDocument } | undefined;
  /** The latest job, if it was not finished. */
  readonly job: Job | undefined;
  /** Register or requests were changed after the run. */
  readonly changedSince: boolean;
}

export async function readSupply(db: Database): Promise<SupplyState> {
  const round = await findSupplyRound(db);
  if (!round) return { round, run: undefined, job: undefined, changedSince: false };
  const stored = await findLatestAnalysisRun(db, { kind: "supply", roundId: round.id });
  const job = await findLatestJob(db, { kind: "supply", subjectType: "round", subjectId: round.id });
  return {
    round,
    run: stored && { id: stored.id, at: stored.createdAt, document: parseSupplyDocument(stored.document) },
    job: job && job.state !== "finished" ? job : undefined,
    changedSince: stored !== undefined && (await changedAfter(db, stored.createdAt)),
  };
}

/** A stored supply analysis by its id. @throws {Error} if the run is of another kind */
export async function readSupplyRun(db: Database, id: string): Promise<SupplyDocument | undefined> {
  const run = await findAnalysisRun(db, id);
  return run && parseSupplyDocument(run.document);
}

async function changedAfter(db: Database, at: Date): Promise<boolean> {
  const from = new Date(at.getTime() + 1);
  for (const action of ["expert:", "request:", "setting:"])
    if ((await findAuditEvents(db, { action, from, limit: 1 })).length > 0) return true;
  return false;
}

/** What the ids of a supply analysis stand for. */
export interface SupplyNames {
  readonly experts: ReadonlyMap<string, Expert>;
  readonly members: ReadonlyMap<string, Member>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly areas: ReadonlyMap<string, AccreditationArea>;
  readonly requests: ReadonlyMap<string, Request>;
  readonly settings: readonly EffectiveSetting[];
}

export async function readSupplyNames(
  db: Database,
  { asOf, cycleId }: { readonly asOf: string; readonly cycleId: string },
): Promise<SupplyNames> {
  const settings = await findSettings(db);
  return {
    experts: new Map((await findExperts(db, { on: asOf })).map((expert) => [expert.personId, expert])),
    members: byId(await findMembers(db)),
    topics: byId(await findTopics(db)),
    areas: byId(await findAccreditationAreas(db)),
    requests: byId(await findRequests(db, { cycleId })),
    settings: SUPPLY_SETTING_KEYS.flatMap((key) => settings.find((setting) => setting.key === key) ?? []),
  };
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** The three ways of reading demand; `scenario` is what was asked for and what ratings imply, together. */
export const DEMAND_COLUMNS = ["requested", "scenario", "planned"] as const;
export type DemandColumn = (typeof DEMAND_COLUMNS)[number];

/** One way of reading demand: its missions, its supply, its areas against supply. */
export function supplyOfColumn(
  { result, inputs }: SupplyDocument,
  column: DemandColumn,
): {
  readonly missions: readonly MissionDemand[];
  readonly supply: ColumnSupply;
  readonly areas: readonly AreaAgainstSupply[];
} {
  const { requested, implied, planned } = result.demand;
  if (column === "requested") return { missions: requested, supply: result.requested, areas: result.quadrants };
  const missions = column === "planned" ? planned : [...requested, ...implied];
  return {
    missions,
    supply: column === "planned" ? result.planned : result.requestedAndImplied,
    areas: needAgainstSupply({
      topics: inputs.topics,
      experts: result.experts,
      missions: missions.filter(({ area }) => area !== null),
    }),
  };
}
