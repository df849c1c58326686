/**
 * A table with its totals as one grid, the last row and column being the totals, and what a reader could work out about
 * the cells that are hidden in it.
 *
 * Totals enter with the opposite sign, so that every row and column of the grid adds up to zero. Whatever else the
 * hidden cells could be is then a sum of closed walks over hidden cells, alternating between rows and columns, each step
 * raising one cell and lowering the next: a flow. So what can be known is computed by flows, exactly, whole numbers
 * included (the constraints are totally unimodular).
 */
export interface DisclosureGrid {
  /** Rows and columns without the totals. */
  readonly rows: number;
  readonly columns: number;
  /** Cell values, `(rows + 1) x (columns + 1)`, totals last. */
  readonly values: readonly (readonly number[])[];
  /** The largest value that a reader knows a cell can have; the smallest is 0. */
  readonly most: readonly (readonly number[])[];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Which cells are hidden, in the shape of the grid. */
export type Hidden = readonly (readonly boolean[])[];

/** Adds totals to a table. */
export function gridWithTotals(
  cells: readonly (readonly number[])[],
  columns: number,
  most: (cells: readonly Cell[]) => number,
): DisclosureGrid {
  const rows = cells.length;
  // A total covers every row or column, anything else only itself.
  const covers = (index: number, length: number) =>
    index === length ? Array.from({ length }, (_, each) => each) : [index];
  const inner = (row: number, column: number): Cell[] =>
    covers(row, rows).flatMap((r) => covers(column, columns).map((c) => ({ row: r, column: c })));
  const shape = <T>(of: (covered: readonly Cell[]) => T): T[][] =>
    Array.from({ length: rows + 1 }, (_, row) =>
      Array.from({ length: columns + 1 }, (_unused, column) => of(inner(row, column))),
    );
  const value = ({ row, column }: Cell) => cells[row]?.[column] ?? 0;
  return {
    rows,
    columns,
    values: shape((covered) => covered.reduce((sum, cell) => sum + value(cell), 0)),
    most: shape(most),
  };
}

/**
 * How far a hidden cell can be from its value, upwards or downwards, as far as a reader can tell; stops counting at
 * `limit`.
 */
export function freedom(
  grid: DisclosureGrid,
  hidden: Hidden,
  cell: Cell,
  { direction, limit }: { readonly direction: "up" | "down"; readonly limit: number },
): number {
  const changes = noChange(grid);
  return push(grid, hidden, cell, { direction, limit, changes });
}

/**
 * The cells that would have to be hidden too so that the given one can be further from its value, the cheapest ones;
 * `null` if no cells would do.
 */
export function cellsToHide(
  grid: DisclosureGrid,
  hidden: Hidden,
  cell: Cell,
  {
    direction,
    limit,
    cost,
  }: { readonly direction: "up" | "down"; readonly limit: number; cost: (cell: Cell) => number },
): readonly Cell[] | null {
  const changes = noChange(grid);
  push(grid, hidden, cell, { direction, limit, changes });
  const walk = shortestWalk(grid, changes, cell, {
    direction,
    cost: (other) => (hidden[other.row]?.[other.column] ? 0 : cost(other)),
  });
  return walk?.filter(({ row, column }) => !hidden[row]?.[column]) ?? null;
}

interface Step extends Cell {
  /** Whether the cell's signed value rises on this step. */
  readonly rises: boolean;
}

function push(
  grid: DisclosureGrid,
  hidden: Hidden,
  cell: Cell,
  { direction, limit, changes }: { direction: "up" | "down"; limit: number; changes: number[][] },
): number {
  let reached = 0;
  while (reached < limit) {
    const walk = shortestWalk(grid, changes, cell, {
      direction,
      cost: (other) => (hidden[other.row]?.[other.column] ? 0 : Number.POSITIVE_INFINITY),
    });
    if (!walk) break;
    const own = { ...cell, rises: risesFor(grid, cell, direction) };
    const steps = [own, ...walk];
    const amount = Math.min(limit - reached, ...steps.map((step) => capacity(grid, changes, step)));
    if (!(amount > 0)) break;
    for (const { row, column, rises } of steps) {
      const line = changes[row];
      if (line) line[column] = (line[column] ?? 0) + (rises ? amount : -amount);
    }
    reached += amount;
  }
  return reached;
}

/** Dijkstra over rows and columns: from one end of the cell back to the other, not through the cell itself. */
function shortestWalk(
  grid: DisclosureGrid,
  changes: readonly (readonly number[])[],
  cell: Cell,
  { direction, cost }: { readonly direction: "up" | "down"; readonly cost: (cell: Cell) => number },
): Step[] | null {
  const rowNodes = grid.rows + 1;
  const nodes = rowNodes + grid.columns + 1;
  const rises = risesFor(grid, cell, direction);
  const source = rises ? rowNodes + cell.column : cell.row;
  const target = rises ? cell.row : rowNodes + cell.column;
  const distance = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const arrived: (Step | null)[] = new Array<Step | null>(nodes).fill(null);
  const done = new Array<boolean>(nodes).fill(false);
  distance[source] = 0;
  for (;;) {
    let node = -1;
    for (let other = 0; other < nodes; other++) {
      if (!done[other] && (distance[other] ?? 0) < (node < 0 ? Number.POSITIVE_INFINITY : (distance[node] ?? 0)))
        node = other;
    }
    if (node < 0) return null;
    if (node === target) break;
    done[node] = true;
    const fromRow = node < rowNodes;
    for (let other = fromRow ? rowNodes : 0; other < (fromRow ? nodes : rowNodes); other++) {
      const step = fromRow
        ? { row: node, column: other - rowNodes, rises: true }
        : { row: other, column: node - rowNodes, rises: false };
      if (step.row === cell.row && step.column === cell.column) continue;
      if (!(capacity(grid, changes, step) > 0)) continue;
      const length = (distance[node] ?? 0) + cost(step);
      if (length < (distance[other] ?? 0)) {
        distance[other] = length;
        arrived[other] = step;
      }
    }
  }
  const walk: Step[] = [];
  for (let node = target; node !== source; ) {
    const step = arrived[node];
    if (!step) return null;
    walk.push(step);
    node = step.rises ? step.row : rowNodes + step.column;
  }
  return walk;
}

/** How much further a cell can go on a step before it leaves what a reader knows to be possible. */
function capacity(grid: DisclosureGrid, changes: readonly (readonly number[])[], { row, column, rises }: Step): number {
  const sign = signOf(grid, { row, column });
  const value = (grid.values[row]?.[column] ?? 0) + sign * (changes[row]?.[column] ?? 0);
  return sign > 0 === rises ? (grid.most[row]?.[column] ?? 0) - value : value;
}

function signOf({ rows, columns }: DisclosureGrid, { row, column }: Cell): 1 | -1 {
  return (row === rows) === (column === columns) ? 1 : -1;
}

function risesFor(grid: DisclosureGrid, cell: Cell, direction: "up" | "down"): boolean {
  return signOf(grid, cell) > 0 === (direction === "up");
}

function noChange(grid: DisclosureGrid): number[][] {
  return Array.from({ length: grid.rows + 1 }, () => new Array<number>(grid.columns + 1).fill(0));
}
