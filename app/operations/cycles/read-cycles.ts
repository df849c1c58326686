import { findActivities } from "~/db/activities";
import { type CarriedLine, findCarriedLines } from "~/db/carried-lines";
import { type Cycle, findCycle, findCycles } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findPlans } from "~/db/plans";
import { findRounds, type RoundSummary } from "~/db/rounds";
import { findRoundToPrepareFrom } from "./prepare-round";

/** Where a cycle stands: to come, the one that the office works in, left behind, past before it was ever opened, closed. */
export type CycleState = "toCome" | "current" | "before" | "past" | "closed";

export interface CycleRow {
  readonly cycle: Cycle;
  readonly state: CycleState;
  readonly rounds: number;
  /** Activities of the cycle, and how many of them were held. */
  readonly activities: number;
  readonly held: number;
}

export interface CycleView extends CycleRow {
  readonly roundsOfCycle: readonly RoundSummary[];
  readonly plan: { readonly id: string; readonly title: string } | null;
  readonly carried: readonly CarriedLine[];
  /** Last year's needs survey, while this year's is not there. */
  readonly prepareFrom: RoundSummary | null;
}

/** All cycles with what belongs to them, the latest first. */
export async function readCycles(db: Database): Promise<readonly CycleRow[]> {
  const cycles = await findCycles(db);
  const rounds = await findRounds(db);
  const activities = await findActivities(db);
  const current = cycles.find(({ openedAt }) => openedAt !== null);
  return cycles.map((cycle) => {
    const own = activities.filter(({ cycleId }) => cycleId === cycle.id);
    return {
      cycle,
      state: stateOf(cycle, current),
      rounds: rounds.filter(({ cycleId, practice }) => cycleId === cycle.id && !practice).length,
      activities: own.length,
      held: own.filter(({ state }) => state === "held").length,
    };
  });
}

/** One cycle: its rounds, its plan and what it took over. */
export async function readCycle(db: Database, id: string): Promise<CycleView | undefined> {
  if (!(await findCycle(db, id))) return undefined;
  const row = (await readCycles(db)).find(({ cycle }) => cycle.id === id);
  if (!row) return undefined;
  const plan = (await findPlans(db)).find(({ cycleId }) => cycleId === id);
  return {
    ...row,
    roundsOfCycle: await findRounds(db, { cycleId: id }),
    plan: plan ? { id: plan.id, title: plan.title } : null,
    carried: await findCarriedLines(db, id),
    prepareFrom: row.state === "current" ? ((await findRoundToPrepareFrom(db, id)) ?? null) : null,
  };
}

function stateOf(cycle: Cycle, current: Cycle | undefined): CycleState {
  if (cycle.closedAt !== null) return "closed";
  if (cycle.id === current?.id) return "current";
  if (current !== undefined && cycle.startsOn > current.startsOn) return "toCome";
  return cycle.openedAt === null ? "past" : "before";
}
