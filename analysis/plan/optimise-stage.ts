import type { CompiledPlan } from "./compile-plan";
import { isComplete, keepsLimits } from "./feasible-selection";
import { type LinearModel, type LinearRow, row } from "./linear-model";
import type { PlanModel } from "./plan-model";
import type { Selection } from "./selection";
import type { LpResult, Solver } from "./solver";
import { separateStaffing } from "./staffing-cuts";

/** One stage: an objective with whole coefficients, to be made as great as can be. */
export interface Stage {
  readonly objective: readonly (readonly [number, number])[];
  readonly constant: number;
  /** The exact value of a selection. */
  readonly valueOf: (selection: Selection) => number;
  /** Whether a selection keeps what the earlier stages reached. */
  readonly accepts: (selection: Selection) => boolean;
}

export interface StageResult {
  /** `proven`: the incumbent is optimal, or with no incumbent there is no plan. */
  readonly proven: boolean;
  readonly incumbent: Selection | undefined;
  readonly value: number | null;
  /** No plan has more. */
  readonly bound: number;
}

export interface StageControl {
  readonly solver: Solver;
  /** Seconds left; infinite without a limit. */
  readonly secondsLeft: () => number;
  readonly shouldStop: () => boolean;
  readonly onState: (value: number | null, bound: number) => void;
}

const ROUNDS = 60;
const EPSILON = 1e-6;

/**
 * Solves one stage to proven optimality, or as far as time allows.
 *
 * The relaxation with staffing cuts gives a bound; a plan within half a per cent of it is then required, which fixes
 * most columns by their reduced costs. If there is one, the best of them is optimal; if not, the bound falls and the
 * step doubles. Cuts found on the way stay in `planModel`.
 */
export function optimiseStage(
  plan: CompiledPlan,
  planModel: PlanModel,
  stage: Stage,
  start: Selection | undefined,
  control: StageControl,
): StageResult {
  const { model } = planModel;
  model.cost.fill(0);
  for (const [column, worth] of stage.objective) model.cost[column] = worth;
  let incumbent = start;
  let value = start === undefined ? null : stage.valueOf(start);
  const offer = (selection: Selection) => {
    const found = stage.valueOf(selection);
    if (value !== null && found <= value) return;
    if (!stage.accepts(selection) || !isComplete(plan, selection) || !keepsLimits(plan, selection)) return;
    incumbent = selection;
    value = found;
  };
  const stopped = () => control.shouldStop() || control.secondsLeft() <= 0;

  const relaxed = relax(plan, planModel, control, (objective) =>
    control.onState(value, Math.floor(objective + stage.constant + EPSILON)),
  );
  if (relaxed.status === "infeasible") return { proven: true, incumbent: undefined, value: null, bound: -Infinity };
  if (relaxed.status === "stopped") return { proven: false, incumbent, value, bound: Number.POSITIVE_INFINITY };
  let bound = Math.floor(relaxed.objective + stage.constant + EPSILON);
  control.onState(value, bound);

  let step = Math.max(1, Math.ceil(Math.abs(relaxed.objective) * 0.005));
  while (value === null || value < bound) {
    if (stopped()) return { proven: false, incumbent, value, bound };
    const lowest = value === null ? Number.NEGATIVE_INFINITY : value + 1;
    const target = Math.max(lowest, step === Number.POSITIVE_INFINITY ? lowest : bound - step);
    const restricted = restrict(model, relaxed, stage, target);
    const result = solveRestricted(plan, planModel, restricted, stage, control, offer, (found) => {
      control.onState(value, Math.max(value ?? -Infinity, Math.min(bound, Math.max(found, target - 1))));
    });
    if (result === "stopped") return { proven: false, incumbent, value, bound };
    if (result.status === "infeasible") {
      if (target === Number.NEGATIVE_INFINITY) return { proven: true, incumbent, value, bound: -Infinity };
      bound = Math.min(bound, target - 1);
      // Beyond a dozen doublings the step says nothing more: ask for anything better than what is there.
      step = step * 2 > 1e9 ? Number.POSITIVE_INFINITY : step * 2;
      control.onState(value, bound);
    } else {
      bound = Math.max(value ?? Number.NEGATIVE_INFINITY, Math.min(bound, result.value));
      control.onState(value, bound);
      // The solver's tolerance let something pass that whole numbers do not keep.
      if (value === null || value < bound) return { proven: false, incumbent, value, bound };
    }
  }
  return { proven: true, incumbent, value, bound };
}

/** The relaxation, with the staffing cuts that it breaks added to the model until it breaks none. */
function relax(
  plan: CompiledPlan,
  planModel: PlanModel,
  control: StageControl,
  onBound: (objective: number) => void,
): LpResult {
  const lp = control.solver.openLp(planModel.model);
  try {
    let result = lp.solve({ timeLimit: control.secondsLeft() });
    for (let round = 0; round < ROUNDS && result.status === "optimal"; round++) {
      onBound(result.objective);
      if (control.shouldStop() || control.secondsLeft() <= 0) break;
      const cut = separateStaffing(plan, planModel, result.values);
      if (cut === undefined) break;
      planModel.model.rows.push(cut);
      lp.addRows([cut]);
      const tighter = lp.solve({ timeLimit: control.secondsLeft() });
      if (tighter.status === "stopped") break;
      result = tighter;
    }
    return result;
  } finally {
    lp.dispose();
  }
}

/** The model with at least `target` required and with every column fixed that the requirement leaves no choice. */
function restrict(model: LinearModel, relaxed: LpResult, stage: Stage, target: number): LinearModel {
  if (target === Number.NEGATIVE_INFINITY) return { ...model, rows: [...model.rows] };
  const least = target - stage.constant;
  const room = relaxed.objective - least + EPSILON;
  const lower = [...model.lower];
  const upper = [...model.upper];
  model.integer.forEach((integer, column) => {
    const reduced = Math.abs(relaxed.reducedCosts[column] ?? 0);
    if (!integer || reduced <= room + EPSILON) return;
    const at = relaxed.values[column] ?? 0;
    if (at < EPSILON) upper[column] = lower[column] ?? 0;
    else if (at > 1 - EPSILON) lower[column] = upper[column] ?? 1;
  });
  return { ...model, lower, upper, rows: [...model.rows, row(least, Number.POSITIVE_INFINITY, stage.objective)] };
}

type Restricted = { readonly status: "optimal"; readonly value: number } | { readonly status: "infeasible" };

function solveRestricted(
  plan: CompiledPlan,
  planModel: PlanModel,
  restricted: LinearModel,
  stage: Stage,
  control: StageControl,
  offer: (selection: Selection) => void,
  onBound: (bound: number) => void,
): Restricted | "stopped" {
  for (;;) {
    const cuts: LinearRow[] = [];
    const look = (values: ArrayLike<number>) => {
      const selection = selectionOf(planModel, values);
      const cut = separateStaffing(plan, planModel, roundedValues(planModel, selection, values.length));
      if (cut === undefined) offer(selection);
      else cuts.push(cut);
      return cut === undefined;
    };
    const result = control.solver.solveMip(restricted, {
      timeLimit: control.secondsLeft(),
      shouldStop: control.shouldStop,
      onBound: (bound) => onBound(Math.floor(bound + stage.constant + EPSILON)),
      onSolution: (values) => {
        look(values);
      },
    });
    if (result.status === "infeasible") return { status: "infeasible" };
    const staffed = result.values !== null && look(result.values);
    if (result.status === "stopped") return "stopped";
    if (staffed) return { status: "optimal", value: Math.round((result.objective ?? 0) + stage.constant) };
    if (cuts.length === 0) return "stopped";
    for (const cut of cuts) {
      planModel.model.rows.push(cut);
      restricted.rows.push(cut);
    }
  }
}

/** The activities and months that a whole solution of the model stands for. */
export function selectionOf({ held }: PlanModel, values: ArrayLike<number>): Selection {
  const selection = new Map<number, number>();
  held.forEach((months, activity) => {
    for (const [month, column] of months) if ((values[column] ?? 0) > 0.5) selection.set(activity, month);
  });
  return selection;
}

function roundedValues({ chosen, held }: PlanModel, selection: Selection, length: number): Float64Array {
  const values = new Float64Array(length);
  for (const [activity, month] of selection) {
    values[chosen[activity] ?? 0] = 1;
    values[held[activity]?.get(month) ?? 0] = 1;
  }
  return values;
}
