import { createBrancher } from "./branching";
import { type Bounds, createBounds, type Fixed } from "./column-bounds";
import type { CompiledPlan } from "./compile-plan";
import { isComplete, keepsLimits } from "./feasible-selection";
import type { Improver } from "./improve-plan";
import type { PlanModel } from "./plan-model";
import { pricesOf } from "./price-lines";
import { roundRelaxation } from "./round-relaxation";
import { scheduleSelection } from "./schedule-selection";
import type { Selection } from "./selection";
import type { LpResult, Solver, WarmLp } from "./solver";
import { createSeparation, type Separate } from "./staffing-cuts";
import { createWorkdayCuts } from "./workday-cuts";

/** One stage: an objective with whole coefficients, to be made as great as can be. */
export interface Stage {
  readonly objective: readonly (readonly [number, number])[];
  readonly constant: number;
  /** The exact value of a selection. */
  readonly valueOf: (selection: Selection) => number;
  /** Whether a selection keeps what the earlier stages reached. */
  readonly accepts: (selection: Selection) => boolean;
  /** `true`: activities worth adding to a plan are looked for when a relaxation is rounded. */
  readonly grows: boolean;
  /** Looks for better plans with the prices of a relaxation, instead of rounding it and diving. */
  readonly improver?: Improver;
}

export interface StageResult {
  /** `true`: the incumbent is optimal, or without one there is no plan. */
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
  /** Stop as soon as the bound is below this: nothing of interest can be found any more. */
  readonly floor?: number;
  /** Stop as soon as a plan has this value: then it counts as the greatest. */
  readonly enough?: number;
}

interface Node {
  readonly bound: number;
  readonly fixed: Fixed;
}

const EPSILON = 1e-6;
const ROOT_ROUNDS = 80;
const NODE_ROUNDS = 4;
const TAIL_ROUNDS = 10;
const TAIL_SHARE = 3e-4;
const DIVE_STEPS = 60;
/** Turns of the improver at the root, each of as many trials as there are activities, and nodes between later ones. */
const ROOT_TURNS = 8;
const TURN_NODES = 25;

/**
 * Solves one stage by best-bound branch and bound on the warm relaxation, with staffing cuts at every node.
 *
 * HiGHS's own tree does the same with far more work at its root, and knows nothing of cuts that come late. Branches on
 * activities first; once these are whole, months are looked for directly, because the objective does not depend on
 * them. Cuts found on the way stay in `planModel`. Without a limit that strikes the course does not depend on the clock.
 */
export function branchAndBound(
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
  const enough = control.enough ?? Number.POSITIVE_INFINITY;
  const least = () => ((value ?? Number.NEGATIVE_INFINITY) >= enough ? Number.POSITIVE_INFINITY : rising());
  const rising = () => Math.max(value === null ? Number.NEGATIVE_INFINITY : value + 1, control.floor ?? -Infinity);
  const boundOf = ({ objective }: LpResult) => Math.floor(objective + stage.constant + EPSILON);
  const stopped = () => control.shouldStop() || control.secondsLeft() <= 0;

  const staffing = createSeparation(plan, planModel);
  const workdays = createWorkdayCuts(plan, planModel, control.solver);
  const separate: Separate = (values) => [...workdays.separate(values), ...staffing(values)];
  const lp = control.solver.openLp(model);
  try {
    const root = relax(separate, planModel, lp, control, ROOT_ROUNDS, (each) => control.onState(value, boundOf(each)));
    if (root.status === "infeasible") return { proven: true, incumbent: undefined, value: null, bound: -Infinity };
    if (root.status === "stopped") return { proven: false, incumbent, value, bound: Number.POSITIVE_INFINITY };
    const bounds = createBounds(lp, planModel);
    const brancher = createBrancher(planModel, lp, bounds);
    let open: Node[] = [{ bound: boundOf(root), fixed: [] }];
    let node = open.pop();
    let visited = 0;
    let fixedAt: number | null | undefined;
    let [nextTurn, pause] = [TURN_NODES, TURN_NODES];
    const improve = (improver: Improver, result: LpResult, turns: number) => {
      const before = value;
      improver.reprice(pricesOf(planModel, result));
      if (incumbent !== undefined && (improver.best()?.score ?? -Infinity) < (value ?? -Infinity))
        improver.restart(incumbent);
      for (let [turn, idle] = [0, 0]; turn < turns && idle < 2; turn++) {
        const last = value;
        improver.run(plan.activities.length, stopped);
        const found = improver.best();
        if (found !== undefined) offer(found.selection);
        idle = value === last ? idle + 1 : 0;
        control.onState(value, Math.max(boundNow(), value ?? -Infinity));
      }
      return value !== before;
    };
    // What the solver gave up on: nothing is known of these nodes beyond the bound they came with.
    let abandoned: number | undefined;
    const boundNow = () =>
      Math.max(node?.bound ?? -Infinity, abandoned ?? -Infinity, ...open.map((each) => each.bound));
    while (node !== undefined) {
      const bound = boundNow();
      if (node.bound < least()) {
        open = open.filter((each) => each.bound >= least());
        node = takeBest(open);
        continue;
      }
      if (stopped()) return { proven: false, incumbent, value, bound: Math.max(bound, value ?? -Infinity) };
      control.onState(value, Math.max(bound, value ?? -Infinity));
      bounds.apply(node.fixed);
      const result = visited === 0 ? root : relax(separate, planModel, lp, control, NODE_ROUNDS);
      if (result.status === "stopped") {
        if (stopped()) return { proven: false, incumbent, value, bound };
        abandoned = Math.max(abandoned ?? -Infinity, node.bound);
      }
      visited++;
      let next: Node | undefined;
      if (result.status === "optimal" && Math.min(node.bound, boundOf(result)) >= least()) {
        const reached = Math.min(node.bound, boundOf(result));
        const whole = wholeSelection(plan, planModel, result.values);
        if (whole !== undefined) offer(whole);
        else if (stage.improver !== undefined) {
          if (visited === 1) improve(stage.improver, result, ROOT_TURNS);
          else if (visited >= nextTurn) {
            pause = improve(stage.improver, result, 1) ? TURN_NODES : pause * 2;
            nextTurn = visited + pause;
          }
        } else if (visited === 1 || visited % 25 === 0) {
          offer(roundRelaxation(plan, planModel, result, stage.grows));
          dive(plan, planModel, lp, result, node.fixed, {
            ...{ bounds, separate, control, offer },
            worth: (each) => boundOf(each) >= least(),
          });
          bounds.apply(node.fixed);
          lp.restore(result);
        }
        if (value !== fixedAt) {
          fixedAt = value;
          bounds.fixByReducedCost(root, least() - stage.constant);
        }
        const column = reached >= least() && whole === undefined ? brancher.choose(result) : undefined;
        if (column !== undefined) {
          const down = { bound: reached, fixed: [...node.fixed, { column, at: 0 }] };
          const up = { bound: reached, fixed: [...node.fixed, { column, at: 1 }] };
          open.push(down);
          next = up;
        }
      }
      node = next ?? takeBest(open);
    }
    if (abandoned !== undefined && abandoned >= least())
      return { proven: false, incumbent, value, bound: Math.max(abandoned, value ?? -Infinity) };
    const bound = Math.max(value ?? -Infinity, (control.floor ?? -Infinity) - 1);
    return { proven: true, incumbent, value, bound };
  } finally {
    lp.dispose();
    workdays.dispose();
  }
}

/**
 * Follows the relaxation down to a plan: the largest fraction goes up to 1, activities before months, down to 0 if
 * that leads nowhere; a handful of warm solves.
 */
function dive(
  plan: CompiledPlan,
  planModel: PlanModel,
  lp: WarmLp,
  from: LpResult,
  fixed: Fixed,
  {
    bounds,
    separate,
    control,
    offer,
    worth,
  }: {
    readonly bounds: Bounds;
    readonly separate: Separate;
    readonly control: StageControl;
    readonly offer: (selection: Selection) => void;
    readonly worth: (result: LpResult) => boolean;
  },
): void {
  const path = [...fixed];
  let result = from;
  for (let step = 0; step < DIVE_STEPS && !control.shouldStop() && control.secondsLeft() > 0; step++) {
    const whole = wholeSelection(plan, planModel, result.values);
    if (whole !== undefined) {
      offer(whole);
      return;
    }
    const column = largestFraction(planModel, result.values);
    if (column === undefined) return;
    let next: LpResult | undefined;
    for (const at of [1, 0]) {
      path.push({ column, at });
      bounds.apply([...path]);
      const tried = relax(separate, planModel, lp, control, NODE_ROUNDS);
      if (tried.status === "optimal" && worth(tried)) {
        next = tried;
        break;
      }
      path.pop();
    }
    if (next === undefined) return;
    result = next;
  }
}

function largestFraction({ chosen, held }: PlanModel, values: ArrayLike<number>): number | undefined {
  let best: number | undefined;
  const look = (column: number) => {
    const value = values[column] ?? 0;
    if (isFractional(value) && value > (best === undefined ? 0 : (values[best] ?? 0))) best = column;
  };
  for (const column of chosen) if (column >= 0) look(column);
  if (best === undefined) for (const months of held) for (const column of months.values()) look(column);
  return best;
}

function takeBest(open: Node[]): Node | undefined {
  let best = -1;
  // Of equal bounds the deepest and latest: it is nearest to a plan.
  open.forEach((each, at) => {
    if (best < 0 || each.bound >= (open[best]?.bound ?? 0)) best = at;
  });
  return best < 0 ? undefined : open.splice(best, 1)[0];
}

/** The relaxation, with the staffing cuts that it breaks added to the model, at most `rounds` unless it is whole. */
function relax(
  separate: Separate,
  planModel: PlanModel,
  lp: WarmLp,
  control: StageControl,
  rounds: number,
  onBound: (result: LpResult) => void = () => {},
): LpResult {
  let result = lp.solve({ timeLimit: control.secondsLeft() });
  const reached: number[] = [];
  for (let round = 0; result.status === "optimal"; round++) {
    onBound(result);
    reached.push(result.objective);
    // Rows that hardly move the bound any more only make every later solve dearer.
    const earlier = reached[round - TAIL_ROUNDS];
    const idle = earlier !== undefined && Math.abs(earlier - result.objective) < TAIL_SHARE * Math.abs(earlier);
    const values = result.values;
    const fractional = planModel.model.integer.some((integer, column) => integer && isFractional(values[column] ?? 0));
    if (((round >= rounds || idle) && fractional) || control.shouldStop() || control.secondsLeft() <= 0) return result;
    const cuts = separate(values);
    if (cuts.length === 0) return result;
    planModel.model.rows.push(...cuts);
    lp.addRows(cuts);
    result = lp.solve({ timeLimit: control.secondsLeft() });
  }
  return result;
}

export function isFractional(value: number): boolean {
  return value > EPSILON && value < 1 - EPSILON;
}

/** A selection with the activities of a relaxation in which these are whole; `undefined` if not or if no months fit. */
function wholeSelection(plan: CompiledPlan, { chosen, held }: PlanModel, values: ArrayLike<number>) {
  if (chosen.some((column) => column >= 0 && isFractional(values[column] ?? 0))) return undefined;
  const activities = chosen.flatMap((column, at) => (column >= 0 && (values[column] ?? 0) > 0.5 ? [at] : []));
  const share = (at: number, month: number) => values[held[at]?.get(month) ?? -1] ?? 0;
  const direct = new Map<number, number>();
  for (const at of activities)
    for (const [month, column] of held[at] ?? []) if ((values[column] ?? 0) > 1 - EPSILON) direct.set(at, month);
  if (direct.size === activities.length && keepsLimits(plan, direct)) return direct;
  return scheduleSelection(plan, activities, share);
}
