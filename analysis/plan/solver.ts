import loadHighs, { type Basis, type Highs, type ModelData } from "highs";
import type { LinearModel, LinearRow } from "./linear-model";

export interface LpResult {
  readonly status: "optimal" | "infeasible" | "stopped";
  readonly objective: number;
  readonly values: Float64Array;
  /** Reduced cost of each column: change of the objective per unit, in the model's own direction. */
  readonly reducedCosts: Float64Array;
  /** Price of each row: change of the objective per unit of its limit. */
  readonly prices: Float64Array;
  /** Where the simplex method ended, for `restore`. */
  readonly basis: Basis | null;
}

/** A linear model kept in the solver, re-solved from its last basis after changes. */
export interface WarmLp {
  addRows(rows: readonly LinearRow[]): void;
  setBounds(column: number, lower: number, upper: number): void;
  setCost(column: number, cost: number): void;
  /** @param options `iterationLimit`: the result is then `stopped`, its objective a bound. */
  solve(options?: { readonly timeLimit?: number; readonly iterationLimit?: number }): LpResult;
  /** Goes back to the basis of an earlier result, to start the next solve from. */
  restore(result: LpResult): void;
  dispose(): void;
}

export interface Solver {
  openLp(model: LinearModel): WarmLp;
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
  };
}

function openLp(highs: Highs, model: LinearModel): WarmLp {
  const held = highs.createModel(modelOf(highs, model));
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
    setCost: (column, cost) => {
      held.changeColCost(column, cost);
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
        prices: solution.rowDual,
        basis,
      };
    },
    dispose: () => held.dispose(),
  };
}

function modelOf(highs: Highs, model: LinearModel): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, values: entries } of model.rows) {
    for (const column of columns) indices.push(column);
    for (const value of entries) values.push(value);
    starts.push(indices.length);
  }
  const { maximize, minimize } = highs.constants.objectiveSense;
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
    prices: new Float64Array(),
    basis: null,
  };
}

function statusName(highs: Highs, status: number): "optimal" | "infeasible" | "stopped" {
  const { optimal, infeasible, unboundedOrInfeasible, empty } = highs.constants.modelStatus;
  if (status === optimal || status === empty) return "optimal";
  return status === infeasible || status === unboundedOrInfeasible ? "infeasible" : "stopped";
}
