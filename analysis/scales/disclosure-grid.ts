/**
 * A table with its totals as one grid, the last row and column being the totals, and what a reader could work out about
 * the cells that are hidden in it.
 *
 * Totals enter with the opposite sign, so that every row and column of the grid adds up to zero. Any other table that
 * agrees with what is published differs from the true one by closed walks over hidden cells, alternating between rows
 * and columns, each step raising one cell and lowering the next. Such walks are looked for here.
 */
export interface DisclosureGrid {
  /** Rows and columns without the totals. */
  readonly rows: number;
  readonly columns: number;
  /** Members behind each cell, `(rows + 1) x (columns + 1)`, totals last. */
  readonly counts: readonly (readonly number[])[];
  /** Sums of their ratings, if means are published. */
  readonly sums: readonly (readonly number[])[] | null;
  /** Scale of the ratings. */
  readonly lowest: number;
  readonly highest: number;
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Which cells are hidden, in the shape of the grid. */
export type Hidden = readonly (readonly boolean[])[];

/**
 * What is moved along a walk: members, each with some rating, or one point of rating with the members as they are. A
 * reader who knows the counts is left with the points.
 */
export type Moved = "members" | "points";

/** Adds totals to a table of numbers. */
export function withTotals(cells: readonly (readonly number[])[], columns: number): number[][] {
  const lines = cells.map((line) => [...line, add(line)]);
  return [...lines, Array.from({ length: columns + 1 }, (_, column) => add(lines.map((line) => line[column] ?? 0)))];
}

/**
 * By how many members a hidden cell could be larger, for all that a reader can tell, counted up to `limit`; with
 * "points", 1 if the sum of ratings could be another one, else 0.
 *
 * Without sums the number of members is exact (augmenting walks); with sums each member is moved with one of the
 * ratings that every cell on the walk could spare, which finds alternatives that hold jointly for counts and sums.
 */
export function freedom(
  grid: DisclosureGrid,
  hidden: Hidden,
  cell: Cell,
  { moved, limit }: { readonly moved: Moved; readonly limit: number },
): number {
  return moveWhilePossible(copyOf(grid), cell, { moved, limit, cost: hiddenOnly(hidden) });
}

/** The cheapest cells to hide so that the freedom grows by a step; `null` if no cells would do. */
export function cellsToHide(
  grid: DisclosureGrid,
  hidden: Hidden,
  cell: Cell,
  { moved, limit, cost }: { readonly moved: Moved; readonly limit: number; readonly cost: (cell: Cell) => number },
): readonly Cell[] | null {
  const state = copyOf(grid);
  moveWhilePossible(state, cell, { moved, limit, cost: hiddenOnly(hidden) });
  const found = cheapestMove(state, cell, moved, (other) => (hidden[other.row]?.[other.column] ? 0 : cost(other)));
  return found ? found.walk.filter(({ row, column }) => !hidden[row]?.[column]) : null;
}

/** The grid while things are moved in it. */
interface State {
  readonly grid: DisclosureGrid;
  readonly counts: number[][];
  readonly sums: number[][] | null;
}

/** One cell of a walk, and whether its value grows. */
interface Step extends Cell {
  readonly grows: boolean;
}

interface Move {
  readonly walk: readonly Step[];
  /** What changes in each cell of the walk. */
  readonly members: number;
  readonly points: number;
}

function moveWhilePossible(
  state: State,
  cell: Cell,
  { moved, limit, cost }: { readonly moved: Moved; readonly limit: number; readonly cost: (cell: Cell) => number },
): number {
  for (let reached = 0; reached < limit; reached++) {
    const move = cheapestMove(state, cell, moved, cost);
    if (!move) return reached;
    for (const { row, column, grows } of move.walk) {
      change(state.counts, row, column, grows ? move.members : -move.members);
      if (state.sums) change(state.sums, row, column, grows ? move.points : -move.points);
    }
  }
  return limit;
}

function cheapestMove(state: State, cell: Cell, moved: Moved, cost: (cell: Cell) => number): Move | null {
  let best: (Move & { readonly cost: number }) | null = null;
  for (const { members, points, grows } of kindsOfMove(state, moved)) {
    const own = { ...cell, grows };
    const allowed = (step: Step) => isPossible(state, step, members, points);
    if (!allowed(own)) continue;
    const found = shortestWalk(state.grid, own, (step) => (allowed(step) ? cost(step) : Number.POSITIVE_INFINITY));
    if (found && (!best || found.cost < best.cost))
      best = { walk: [own, ...found.walk], members, points, cost: found.cost };
    if (best?.cost === 0) return best;
  }
  return best;
}

/** A member comes with any rating of the scale; a point may come or go. */
function kindsOfMove(
  { grid: { lowest, highest }, sums }: State,
  moved: Moved,
): readonly { members: number; points: number; grows: boolean }[] {
  if (moved === "points") return [true, false].map((grows) => ({ members: 0, points: 1, grows }));
  if (!sums) return [{ members: 1, points: 0, grows: true }];
  return Array.from({ length: highest - lowest + 1 }, (_, step) => ({
    members: 1,
    points: lowest + step,
    grows: true,
  }));
}

/** Whether the cell stays a possible one: no negative number of members, ratings within the scale. */
function isPossible(
  { counts, sums, grid: { lowest, highest } }: State,
  { row, column, grows }: Step,
  members: number,
  points: number,
): boolean {
  const direction = grows ? 1 : -1;
  const n = (counts[row]?.[column] ?? 0) + direction * members;
  if (n < 0) return false;
  if (!sums) return true;
  const sum = (sums[row]?.[column] ?? 0) + direction * points;
  return sum >= lowest * n && sum <= highest * n;
}

/** Dijkstra over rows and columns: from one end of the cell back to its other end, not through the cell itself. */
function shortestWalk(
  grid: DisclosureGrid,
  cell: Step,
  cost: (step: Step) => number,
): { readonly walk: readonly Step[]; readonly cost: number } | null {
  const rowNodes = grid.rows + 1;
  const nodes = rowNodes + grid.columns + 1;
  // A cell whose signed value rises leads from its row to its column, one that falls the other way.
  const rises = cell.grows === signOf(grid, cell) > 0;
  const source = rises ? rowNodes + cell.column : cell.row;
  const target = rises ? cell.row : rowNodes + cell.column;
  const distance = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const arrived = new Array<{ readonly step: Step; readonly from: number } | null>(nodes).fill(null);
  const done = new Array<boolean>(nodes).fill(false);
  distance[source] = 0;
  for (;;) {
    let node = -1;
    for (let other = 0; other < nodes; other++) {
      const shortest = node < 0 ? Number.POSITIVE_INFINITY : (distance[node] ?? 0);
      if (!done[other] && (distance[other] ?? 0) < shortest) node = other;
    }
    if (node < 0) return null;
    if (node === target) break;
    done[node] = true;
    const fromRow = node < rowNodes;
    for (let other = fromRow ? rowNodes : 0; other < (fromRow ? nodes : rowNodes); other++) {
      const place = fromRow ? { row: node, column: other - rowNodes } : { row: other, column: node - rowNodes };
      if (place.row === cell.row && place.column === cell.column) continue;
      const step = { ...place, grows: fromRow === signOf(grid, place) > 0 };
      const length = (distance[node] ?? 0) + cost(step);
      if (length < (distance[other] ?? 0)) {
        distance[other] = length;
        arrived[other] = { step, from: node };
      }
    }
  }
  const walk: Step[] = [];
  for (let node = target; node !== source; ) {
    const last = arrived[node];
    if (!last) return null;
    walk.push(last.step);
    node = last.from;
  }
  return { walk, cost: distance[target] ?? 0 };
}

function signOf({ rows, columns }: DisclosureGrid, { row, column }: Cell): 1 | -1 {
  return (row === rows) === (column === columns) ? 1 : -1;
}

function hiddenOnly(hidden: Hidden): (cell: Cell) => number {
  return ({ row, column }) => (hidden[row]?.[column] ? 0 : Number.POSITIVE_INFINITY);
}

function copyOf(grid: DisclosureGrid): State {
  return { grid, counts: grid.counts.map((line) => [...line]), sums: grid.sums?.map((line) => [...line]) ?? null };
}

function change(values: number[][], row: number, column: number, by: number): void {
  const line = values[row];
  if (line) line[column] = (line[column] ?? 0) + by;
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
