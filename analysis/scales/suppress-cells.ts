import type { Provenance } from "../result";
import { type Cell, cellsToHide, type DisclosureGrid, freedom, gridWithTotals } from "./disclosure-grid";

/** A table of members (or forms) by two criteria, before it leaves the office. */
export interface CellTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** How many stand behind each cell, by row and column. */
  readonly counts: readonly (readonly number[])[];
  /** Sums of ratings behind the cells' means, whole numbers, if means are to be published. */
  readonly sums?: readonly (readonly number[])[] | undefined;
}

export type CellStatus = "published" | "small" | "complementary" | "withheld";

export interface ReleasedCell {
  readonly status: CellStatus;
  /** `null` unless published. */
  readonly n: number | null;
  /** `null` unless published, without sums, and for an empty cell. */
  readonly mean: number | null;
}

export interface SuppressedTable {
  readonly provenance: Provenance;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly ReleasedCell[])[];
  readonly rowTotals: readonly ReleasedCell[];
  readonly columnTotals: readonly ReleasedCell[];
  readonly grandTotal: ReleasedCell;
  /** Cells and totals hidden because they are small, and for the sake of those. */
  readonly small: number;
  readonly complementary: number;
}

export interface SuppressionOptions {
  /** Fewest that a published figure may rest on: 3 members (default), 5 forms of an evaluation. */
  readonly minimum?: number;
  /** Totals that are to be published with the table; all by default. */
  readonly totals?: { readonly rows?: boolean; readonly columns?: boolean; readonly grand?: boolean };
  /** Scale of the ratings behind the sums; default 1 to 5. */
  readonly lowest?: number;
  readonly highest?: number;
}

/**
 * Hides the cells of a table that rest on too few, and as many others as it takes so that no hidden small figure can be
 * worked out from what is published: not by subtraction, not by combining rows and columns, and not from the fact that
 * counts are whole and not negative and ratings lie on their scale.
 *
 * After suppression every small cell could, for all that a reader can tell, be at least `minimum`; so no sum of hidden
 * cells below `minimum` can be derived either. With sums each small cell's sum has at least two possible values even if
 * the counts are known. Zero cells say that nobody is there; they are published. Where nothing else helps totals are
 * hidden too, in the end all.
 *
 * Which cells: the cheapest closed walk of cells around a small one (fewest members hidden, totals last), then whatever
 * turned out unnecessary is published again. The same table gives the same cells; a different order of rows may choose
 * others where two are equally good. One table at a time: for groups that overlap see `publishableGroups`.
 *
 * @throws {RangeError} if the shape is wrong, a count is not a whole number of at least 0, a sum not possible, or the
 * minimum below 2
 * @see docs/methods/suppress-cells.md
 */
export function suppressCells(
  table: CellTable,
  { minimum = 3, totals = {}, lowest = 1, highest = 5 }: SuppressionOptions = {},
): SuppressedTable {
  checkTable(table, { minimum, lowest, highest });
  const columns = table.columns.length;
  const counts = gridWithTotals(table.counts, columns, () => Number.POSITIVE_INFINITY);
  const shifted = table.sums?.map((line, row) =>
    line.map((sum, column) => sum - lowest * (table.counts[row]?.[column] ?? 0)),
  );
  const sums =
    shifted &&
    gridWithTotals(shifted, columns, (covered) =>
      covered.reduce((most, { row, column }) => most + (highest - lowest) * (table.counts[row]?.[column] ?? 0), 0),
    );
  const n = (cell: Cell) => counts.values[cell.row]?.[cell.column] ?? 0;
  const all = allCells(counts);
  const isSmall = (cell: Cell) => n(cell) > 0 && n(cell) < minimum;
  const withheld = (cell: Cell) => {
    const rowTotal = cell.column === counts.columns;
    const columnTotal = cell.row === counts.rows;
    if (rowTotal && columnTotal) return totals.grand === false;
    return (rowTotal && totals.rows === false) || (columnTotal && totals.columns === false);
  };
  const hidden = counts.values.map((line, row) =>
    line.map((_, column) => isSmall({ row, column }) || withheld({ row, column })),
  );
  const set = ({ row, column }: Cell, value: boolean) => {
    const line = hidden[row];
    if (line) line[column] = value;
  };
  const small = all.filter(isSmall);
  // A total costs more than all cells together, the grand total more than all other totals.
  const cost = (cell: Cell) => {
    const level = Number(cell.row === counts.rows) + Number(cell.column === counts.columns);
    return (n(cell) + 1) * ((n({ row: counts.rows, column: counts.columns }) + all.length + 1) * all.length) ** level;
  };
  for (const cell of small) protect(cell);

  function protect(cell: Cell): void {
    for (let round = 0; round <= all.length; round++) {
      const needed = minimum - n(cell);
      if (freedom(counts, hidden, cell, { direction: "up", limit: needed }) < needed) {
        if (!hide(counts, cell, "up", needed)) return;
      } else if (sums && !movable(sums, cell)) {
        if (!hide(sums, cell, "up", 1) && !hide(sums, cell, "down", 1)) return;
      } else return;
    }
  }

  function hide(grid: DisclosureGrid, cell: Cell, direction: "up" | "down", limit: number): boolean {
    const more = cellsToHide(grid, hidden, cell, { direction, limit, cost });
    for (const other of more ?? []) set(other, true);
    return more !== null && more.length > 0;
  }

  function movable(grid: DisclosureGrid, cell: Cell): boolean {
    return (
      freedom(grid, hidden, cell, { direction: "up", limit: 1 }) > 0 ||
      freedom(grid, hidden, cell, { direction: "down", limit: 1 }) > 0
    );
  }

  function isSafe(cell: Cell): boolean {
    const needed = minimum - n(cell);
    return (
      freedom(counts, hidden, cell, { direction: "up", limit: needed }) >= needed && (!sums || movable(sums, cell))
    );
  }

  const unprotected = small.some((cell) => !isSafe(cell));
  if (unprotected) for (const cell of all) set(cell, true);
  const optional = all
    .filter((cell) => hidden[cell.row]?.[cell.column] && !isSmall(cell) && !withheld(cell))
    .sort((a, b) => cost(b) - cost(a) || a.row - b.row || a.column - b.column);
  for (const cell of optional) {
    set(cell, false);
    if (!small.every(isSafe)) set(cell, true);
  }

  const released = (row: number, column: number): ReleasedCell => {
    const cell = { row, column };
    if (hidden[row]?.[column])
      return { status: isSmall(cell) ? "small" : withheld(cell) ? "withheld" : "complementary", n: null, mean: null };
    const sum = sums && (sums.values[row]?.[column] ?? 0) + lowest * n(cell);
    return { status: "published", n: n(cell), mean: sum === undefined || n(cell) === 0 ? null : sum / n(cell) };
  };
  const grid = counts.values.map((line, row) => line.map((_, column) => released(row, column)));
  const rows = table.rows.length;
  const members = n({ row: rows, column: columns });
  return {
    provenance: {
      n: members,
      N: members,
      coverage: members === 0 ? null : 1,
      method: "scales/suppress-cells",
      version: 1,
      parameters: {
        minimum,
        totals: { rows: totals.rows !== false, columns: totals.columns !== false, grand: totals.grand !== false },
        means: table.sums !== undefined,
        lowest,
        highest,
      },
      seed: null,
    },
    rows: table.rows,
    columns: table.columns,
    cells: grid.slice(0, rows).map((line) => line.slice(0, columns)),
    rowTotals: grid.slice(0, rows).flatMap((line) => line.slice(columns)),
    columnTotals: (grid[rows] ?? []).slice(0, columns),
    grandTotal: released(rows, columns),
    small: grid.flat().filter(({ status }) => status === "small").length,
    complementary: grid.flat().filter(({ status }) => status === "complementary").length,
  };
}

function allCells({ values }: DisclosureGrid): Cell[] {
  return values.flatMap((line, row) => line.map((_, column) => ({ row, column })));
}

function checkTable(
  { rows, columns, counts, sums }: CellTable,
  { minimum, lowest, highest }: { minimum: number; lowest: number; highest: number },
): void {
  if (!Number.isInteger(minimum) || minimum < 2) throw new RangeError(`a minimum of ${minimum} hides nothing`);
  if (!(Number.isInteger(lowest) && Number.isInteger(highest) && lowest < highest))
    throw new RangeError(`the scale from ${lowest} to ${highest} has no steps`);
  for (const part of [counts, ...(sums ? [sums] : [])]) {
    if (part.length !== rows.length || part.some((line) => line.length !== columns.length))
      throw new RangeError(`the table is not ${rows.length} by ${columns.length}`);
  }
  counts.forEach((line, row) => {
    line.forEach((n, column) => {
      if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`count ${n} is no whole number of at least 0`);
      const sum = sums?.[row]?.[column];
      if (sum !== undefined && !(Number.isInteger(sum) && sum >= lowest * n && sum <= highest * n))
        throw new RangeError(`${n} ratings from ${lowest} to ${highest} cannot add up to ${sum}`);
    });
  });
}
