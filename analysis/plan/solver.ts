import loadHighs, { type Basis, type Highs, type Model, type ModelData, type VariableType } from "highs";
import type { LinearModel, LinearRow } from "./linear-model";

export interface LpResult {
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly objective: number;
  readonly values: Float64Array;
  /** Reduced cost of each column: change of the objective per unit, in the model's own direction. */
  readonly reducedCosts: Float64Array;
  /** Where the simplex method ended, for `restore`. */
  readonly basis: Basis | null;
}

export interface MipResult {
  readonly status: "optimal" | "infeasible" | "stopped";
  /** The best solution found, `null` if none. */
  readonly values: Float64Array | null;
  readonly objective: number | null;
  /** Proven bound on the objective. */
  readonly bound: number;
}

export interface MipOptions {
  /** Seconds; infinite if missing. */
  readonly timeLimit?: number;
  readonly maxNodes?: number;
  /** A solution to start from; it is checked, not trusted. */
  readonly start?: readonly number[];
  readonly shouldStop?: () => boolean;
  readonly onBound?: (bound: number, incumbent: number | null) => void;
  readonly onSolution?: (values: Float64Array, objective: number) => void;
}

/** A linear model kept in the solver, re-solved from its last basis after changes. */
export interface WarmLp {
  addRows(rows: readonly LinearRow[]): void;
  setBounds(column: number, lower: number, upper: number): void;
  /** @param options `iterationLimit`: the result is then `stopped`, its objective a bound. */
  solve(options?: { readonly timeLimit?: number; readonly iterationLimit?: number }): LpResult;
  /** Goes back to the basis of an earlier result, to start the next solve from. */
  restore(result: LpResult): void;
  dispose(): void;
}

export interface Solver {
  openLp(model: LinearModel): WarmLp;
  solveMip(model: LinearModel, options?: MipOptions): MipResult;
}

/** Seconds that stand for "no limit": the library takes finite numbers only. */
const UNLIMITED = 1e9;

let loading: Promise<Highs> | undefined;

/**
 * Loads the solver (HiGHS in WebAssembly), once per process. Its calls block the thread that makes them: long solves
 * belong into a worker.
 */
export async function loadSolver(): Promise<Solver> {
  loading ??= loadHighs();
  const highs = await loading;
  return {
    openLp: (model) => openLp(highs, model),
    solveMip: (model, options = {}) => solveMip(highs, model, options),
  };
}

function openLp(highs: Highs, model: LinearModel): WarmLp {
  const held = highs.createModel(modelOf(highs, model, false));
  held.options.set({ output_flag: false, random_seed: 1 });
  const empty = model.cost.length === 0;
  let rowCount = model.rows.length;
  return {
    addRows: (rows) => {
      for (const { lower, upper, columns, values } of rows) held.addRow(lower, upper, { indices: columns, values });
      rowCount += rows.length;
    },
    setBounds: (column, lower, upper) => {
      held.changeColBounds(column, lower, upper);
    },
    restore: ({ basis }) => {
      if (basis === null) return;
      // Rows added since then are slack in the old basis.
      const rowStatus = new Int32Array(rowCount).fill(highs.constants.basisStatus.basic);
      rowStatus.set(basis.rowStatus);
      held.setBasis({ colStatus: basis.colStatus, rowStatus });
    },
    solve: ({ timeLimit = UNLIMITED, iterationLimit = 2147483647 } = {}) => {
      if (empty) return emptyResult(model);
      held.zeroAllClocks();
      held.options.set({ time_limit: Math.min(timeLimit, UNLIMITED), simplex_iteration_limit: iterationLimit });
      const { modelStatus } = held.run();
      // The basis is valid right after the run only.
      const basis = modelStatus === highs.constants.modelStatus.optimal ? held.getBasis() : null;
      const solution = held.getSolution();
      return {
        status: statusName(highs, modelStatus),
        objective: held.getObjectiveValue(),
        values: solution.colValue,
        reducedCosts: solution.colDual,
        basis,
      };
    },
    dispose: () => held.dispose(),
  };
}

function solveMip(highs: Highs, model: LinearModel, options: MipOptions): MipResult {
  if (model.cost.length === 0) {
    const { status, values } = emptyResult(model);
    const optimal = status === "optimal";
    return { status, values: optimal ? values : null, objective: optimal ? 0 : null, bound: 0 };
  }
  return highs.withModel(modelOf(highs, model, true), (held) => {
    held.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 0,
      mip_abs_gap: 1e-6,
      time_limit: Math.min(options.timeLimit ?? UNLIMITED, UNLIMITED),
      mip_max_nodes: options.maxNodes ?? 2147483647,
    });
    if (options.start !== undefined) held.setSolution({ colValue: options.start });
    const { modelStatus } = runWatched(highs, held, options);
    const status = statusName(highs, modelStatus);
    const found = held.info.get("primal_solution_status") === highs.constants.solutionStatus.feasible;
    const objective = found ? held.getObjectiveValue() : null;
    const bound = held.info.get("mip_dual_bound");
    return {
      status,
      values: found ? held.getSolution().colValue : null,
      objective,
      bound: status === "optimal" && objective !== null ? objective : Number(bound),
    };
  });
}

function runWatched(highs: Highs, held: Model, { shouldStop, onBound, onSolution }: MipOptions) {
  const { mipInterrupt, mipImprovingSolution } = highs.constants.callbackType;
  return held.run({
    [mipInterrupt]: (event) => {
      const { mip_dual_bound: bound, mip_primal_bound: incumbent } = event.data;
      if (typeof bound === "number" && Number.isFinite(bound))
        onBound?.(bound, typeof incumbent === "number" && Number.isFinite(incumbent) ? incumbent : null);
      if (shouldStop?.()) event.interrupt();
      return undefined;
    },
    [mipImprovingSolution]: (event) => {
      const { mip_solution: values, objective_function_value: objective } = event.data;
      if (values !== undefined && objective !== undefined) onSolution?.(values, objective);
      return undefined;
    },
  });
}

function modelOf(highs: Highs, model: LinearModel, integer: boolean): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, values: entries } of model.rows) {
    for (const column of columns) indices.push(column);
    for (const value of entries) values.push(value);
    starts.push(indices.length);
  }
  const { continuous, integer: whole } = highs.constants.variableType;
  const { maximize, minimize } = highs.constants.objectiveSense;
  const integrality = model.integer.map((each): VariableType => (each ? whole : continuous));
  return {
    numCols: model.cost.length,
    numRows: model.rows.length,
    sense: model.maximise ? maximize : minimize,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rows.map(({ lower }) => lower),
    rowUpper: model.rows.map(({ upper }) => upper),
    matrix: {
      format: "csr",
      numRows: model.rows.length,
      numCols: model.cost.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    ...(integer && model.integer.some((each) => each) ? { integrality } : {}),
  };
}

/** A model without columns has no solve in the library: its rows hold or do not. */
function emptyResult(model: LinearModel): LpResult {
  const holds = model.rows.every(({ lower, upper }) => lower <= 0 && upper >= 0);
  return {
    status: holds ? "optimal" : "infeasible",
    objective: 0,
    values: new Float64Array(),
    reducedCosts: new Float64Array(),
    basis: null,
  };
}

function statusName(highs: Highs, status: number): "optimal" | "infeasible" | "stopped" {
  const { optimal, infeasible, unboundedOrInfeasible, empty } = highs.constants.modelStatus;
  if (status === optimal || status === empty) return "optimal";
  return status === infeasible || status === unboundedOrInfeasible ? "infeasible" : "stopped";
}
