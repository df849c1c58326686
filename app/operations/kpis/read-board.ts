import type { Cycle } from "~/db/cycles";
import type { Database } from "~/db/engine/database";
import { findKpiEntries, type KpiEntry } from "~/db/kpi-entries";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { KpiComputation } from "~/db/regions/plan-schema";
import { currentCycle } from "../cycles/current-cycle";
import { computeKpi, heldIn } from "./compute-kpi";
import { gatherFacts, type KpiFacts } from "./gather-facts";
import { judgeFigure, type KpiFigure, type KpiOutcome, type KpiTarget } from "./kpi-figure";

/** A target of the strategic plan, or a KPI that only the annual plan has. */
export interface KpiRow {
  readonly frameworkId: string;
  readonly actionId: string;
  /** Place of the target among those of the action. */
  readonly position: number;
  readonly pillar: { readonly number: number; readonly title: string };
  readonly label: string;
  readonly text: string;
  readonly kpi: string;
  /** As printed; `null` where the target is the platform's own. */
  readonly targetText: string | null;
  readonly target: KpiTarget;
  /** `null`: the office enters the figure. */
  readonly computation: KpiComputation | null;
}

export interface KpiCell {
  readonly cycle: Cycle;
  readonly figure: KpiFigure;
  readonly outcome: KpiOutcome;
  /** The entry that holds, where the figure was entered. */
  readonly entry: KpiEntry | null;
}

export interface BoardRow extends KpiRow {
  /** By cycle, the earliest first; the last is the one asked for. */
  readonly cells: readonly KpiCell[];
}

export interface Board {
  readonly cycle: Cycle;
  /** Cycles that can be looked at, the latest first. */
  readonly cycles: readonly Cycle[];
  readonly rows: readonly BoardRow[];
  /** Of the cycle's held activities, those whose participants are noted. */
  readonly attendance: { readonly participants: number; readonly known: number; readonly women: number };
}

/** How many cycles a trend shows. */
const TREND = 4;

/**
 * Every target of the strategic plan with its figure, verdict and trend, as of a cycle.
 *
 * @param cycleId the cycle asked for; the current one without it
 * @returns `undefined` if there is no such cycle, or the office has not come to it
 */
export async function readBoard(
  db: Database,
  { pack, cycleId, at }: { readonly pack: RegionPack; readonly cycleId?: string | undefined; readonly at: Date },
): Promise<Board | undefined> {
  const rows = kpiRows(pack);
  const facts = await gatherFacts(db, { frameworkIds: [pack.strategicPlan.id, pack.planFramework.id], at });
  const current = await currentCycle(db, { pack, at });
  const past = facts.cycles.filter(({ startsOn }) => startsOn <= current.startsOn);
  const cycle = past.find(({ id }) => id === (cycleId ?? current.id));
  if (!cycle) return undefined;
  const shown = past.filter(({ startsOn }) => startsOn <= cycle.startsOn).slice(-TREND);
  const entries = holding([
    ...(await findKpiEntries(db, pack.strategicPlan.id)),
    ...(await findKpiEntries(db, pack.planFramework.id)),
  ]);
  return {
    cycle,
    cycles: past.toReversed(),
    rows: rows.map((row) => ({
      ...row,
      cells: shown.map((one) =>
        cellOf(row, { cycle: one, facts, entry: entries.get(keyOf({ ...row, cycleId: one.id })) }),
      ),
    })),
    attendance: attendanceOf(facts, cycle),
  };
}

/** The rows of the board: all targets of the strategic plan, then the KPIs of the annual plan that it does not have. */
export function kpiRows({ strategicPlan, planFramework }: RegionPack): readonly KpiRow[] {
  const computationOf = (plan: string, action: string, target: KpiTarget): KpiComputation | null =>
    strategicPlan.kpis.find(
      (kpi) =>
        kpi.target.kind === target.kind &&
        (kpi.target.kpi ?? 1) === (target.kpi ?? 1) &&
        kpi.actions.some((one) => one.plan === plan && one.action === action),
    )?.computation ?? null;
  const strategic = strategicPlan.pillars.flatMap((pillar) =>
    pillar.actions.flatMap((action) =>
      action.targets.map((target, position): KpiRow => {
        const { id: actionId, label, text, kpis, targetText } = action;
        return {
          frameworkId: strategicPlan.id,
          actionId,
          position,
          pillar: { number: pillar.number, title: pillar.title },
          label,
          text,
          kpi: kpis[(target.kpi ?? 1) - 1] ?? kpis[0] ?? text,
          targetText: targetText[position] ?? targetText[0] ?? null,
          target,
          computation: computationOf(strategicPlan.id, actionId, target),
        };
      }),
    ),
  );
  const annual = strategicPlan.kpis
    .filter(({ actions }) => actions.every(({ plan }) => plan !== strategicPlan.id))
    .flatMap(({ actions, kpi, target, computation }) =>
      planFramework.pillars.flatMap((pillar) =>
        pillar.actions
          .filter(({ id }) => actions.some(({ plan, action }) => plan === planFramework.id && action === id))
          .map(
            ({ id: actionId, label, text }): KpiRow => ({
              frameworkId: planFramework.id,
              actionId,
              position: 0,
              pillar: { number: pillar.number, title: pillar.title },
              label,
              text,
              kpi,
              targetText: null,
              target,
              computation: computation ?? null,
            }),
          ),
      ),
    );
  return [...strategic, ...annual];
}

function cellOf(
  row: KpiRow,
  { cycle, facts, entry }: { readonly cycle: Cycle; readonly facts: KpiFacts; readonly entry: KpiEntry | undefined },
): KpiCell {
  const computed = row.computation ? computeKpi(facts, { ...row, computation: row.computation, cycle }) : null;
  const entered = entry && computed?.value == null ? entry : null;
  const figure = entered ? figureOfEntry(entered, row.target) : (computed ?? missing);
  const over = cycle.endsOn < facts.today;
  return { cycle, figure, entry: entered, outcome: judgeFigure(row.target, figure, { over }) };
}

const missing: KpiFigure = { value: null, reason: "notEntered", n: 0, of: null, evidence: [] };

/** A share is entered as so many of so many. */
function figureOfEntry({ value, of }: KpiEntry, { kind }: KpiTarget): KpiFigure {
  if (value === null || (kind === "share" && !of)) return missing;
  return { value: kind === "share" ? value / (of ?? 1) : value, n: value, of, evidence: [] };
}

const keyOf = ({
  frameworkId,
  actionId,
  position,
  cycleId,
}: Pick<KpiEntry, "frameworkId" | "actionId" | "position" | "cycleId">): string =>
  `${frameworkId}/${actionId}/${position}/${cycleId}`;

/** The entry that holds for each target and cycle: the one that no other puts right. */
function holding(entries: readonly KpiEntry[]): ReadonlyMap<string, KpiEntry> {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  return new Map(entries.filter(({ id }) => !corrected.has(id)).map((entry) => [keyOf(entry), entry]));
}

function attendanceOf({ activities, attendance }: KpiFacts, cycle: Cycle): Board["attendance"] {
  const held = new Set(
    heldIn(activities, { from: cycle.startsOn, until: cycle.endsOn, cycleId: cycle.id }).map(({ id }) => id),
  );
  const ours = attendance.filter(({ activityId }) => held.has(activityId));
  const sum = (count: (one: (typeof ours)[number]) => number) => ours.reduce((total, one) => total + count(one), 0);
  return {
    participants: sum((one) => one.participants),
    known: sum((one) => one.known),
    women: sum((one) => one.women),
  };
}
