/** A linear or mixed-integer model, put together column by column and row by row. */
export interface LinearModel {
  readonly maximise: boolean;
  readonly cost: number[];
  readonly lower: number[];
  readonly upper: number[];
  readonly integer: boolean[];
  readonly rows: LinearRow[];
}

export interface LinearRow {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

export function createModel(maximise: boolean): LinearModel {
  return { maximise, cost: [], lower: [], upper: [], integer: [], rows: [] };
}

/** @returns the position of the column */
export function addColumn(model: LinearModel, lower: number, upper: number, cost: number, integer: boolean): number {
  model.lower.push(lower);
  model.upper.push(upper);
  model.cost.push(cost);
  model.integer.push(integer);
  return model.cost.length - 1;
}

/** A row of the entries that are not 0; entries of one column are added up. */
export function row(lower: number, upper: number, entries: readonly (readonly [number, number])[]): LinearRow {
  const sum = new Map<number, number>();
  for (const [column, value] of entries) sum.set(column, (sum.get(column) ?? 0) + value);
  const kept = [...sum].filter(([, value]) => value !== 0).sort((a, b) => a[0] - b[0]);
  return { lower, upper, columns: kept.map(([column]) => column), values: kept.map(([, value]) => value) };
}
