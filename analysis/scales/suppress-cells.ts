import type { Provenance } from "../result";
import { type Cell, cellsToHide, type DisclosureGrid, freedom, type Moved, withTotals } from "./disclosure-grid";

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
  /** Where the grand total is hidden n and N are the sum of the published cells, and there is no coverage. */
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
 * After suppression every small cell could, for all that a reader can tell, be at least `minimum`, counts and sums taken
 * together; so no sum of hidden cells below `minimum` can be derived either. With sums each small cell's sum has at
 * least two possible values even if the counts are known. Zero cells say that nobody is there; they are published. Where nothing else helps totals are
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
  const rows = table.rows.length;
  const grid: DisclosureGrid = {
    rows,
    columns,
    counts: withTotals(table.counts, columns),
    sums: table.sums ? withTotals(table.sums, columns) : null,
    lowest,
    highest,
  };
  const isWithheld = ({ row, column }: Cell) => {
    if (column === columns && row === rows) return totals.grand === false;
    return (column === columns && totals.rows === false) || (row === rows && totals.columns === false);
  };
  const hidden = chooseHidden(grid, minimum, isWithheld);
  const release = grid.counts.map((line, row) =>
    line.map((n, column): ReleasedCell => {
      if (hidden[row]?.[column]) {
        const kept = isWithheld({ row, column }) ? "withheld" : "complementary";
        return { status: isSmall(n, minimum) ? "small" : kept, n: null, mean: null };
      }
      const sum = grid.sums?.[row]?.[column];
      return { status: "published", n, mean: sum === undefined || n === 0 ? null : sum / n };
    }),
  );
  const count = (status: CellStatus) => release.flat().filter((cell) => cell.status === status).length;
  const cells = release.slice(0, rows).map((line) => line.slice(0, columns));
  const grandTotal = release[rows]?.[columns] ?? { status: "published", n: 0, mean: null };
  const members = grandTotal.n ?? cells.flat().reduce((sum, { n }) => sum + (n ?? 0), 0);
  return {
    provenance: {
      n: members,
      N: members,
      coverage: members === 0 || grandTotal.n === null ? null : 1,
      method: "scales/suppress-cells",
      version: 2,
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
    cells,
    rowTotals: release.slice(0, rows).flatMap((line) => line.slice(columns)),
    columnTotals: (release[rows] ?? []).slice(0, columns),
    grandTotal,
    small: count("small"),
    complementary: count("complementary"),
  };
}

function isSmall(n: number, minimum: number): boolean {
  return n > 0 && n < minimum;
}

function chooseHidden(grid: DisclosureGrid, minimum: number, isWithheld: (cell: Cell) => boolean): boolean[][] {
  const n = ({ row, column }: Cell) => grid.counts[row]?.[column] ?? 0;
  const all = grid.counts.flatMap((line, row) => line.map((_, column) => ({ row, column })));
  const hidden = grid.counts.map((line, row) =>
    line.map((count, column) => isSmall(count, minimum) || isWithheld({ row, column })),
  );
  const set = ({ row, column }: Cell, value: boolean) => {
    const line = hidden[row];
    if (line) line[column] = value;
  };
  const small = all.filter((cell) => isSmall(n(cell), minimum));
  // A total costs more than all cells together, the grand total more than all other totals.
  const level = (n({ row: grid.rows, column: grid.columns }) + all.length + 1) * all.length;
  const cost = (cell: Cell) =>
    (n(cell) + 1) * level ** (Number(cell.row === grid.rows) + Number(cell.column === grid.columns));

  /** What a reader could work out about a small cell: that its count is small, or the sum of its ratings. */
  const whatIsFixed = (cell: Cell): Moved | null => {
    const needed = minimum - n(cell);
    if (freedom(grid, hidden, cell, { moved: "members", limit: needed }) < needed) return "members";
    return grid.sums && freedom(grid, hidden, cell, { moved: "points", limit: 1 }) < 1 ? "points" : null;
  };

  const protect = (cell: Cell): boolean => {
    for (;;) {
      const moved = whatIsFixed(cell);
      if (!moved) return true;
      const limit = moved === "members" ? minimum - n(cell) : 1;
      const more = cellsToHide(grid, hidden, cell, { moved, limit, cost });
      if (!more || more.length === 0) return false;
      for (const other of more) set(other, true);
    }
  };
  // With everything hidden, totals too, nothing can be known.
  if (small.filter((cell) => !protect(cell)).length > 0) for (const cell of all) set(cell, true);

  const optional = all
    .filter((cell) => hidden[cell.row]?.[cell.column] && !isSmall(n(cell), minimum) && !isWithheld(cell))
    .sort((a, b) => cost(b) - cost(a) || a.row - b.row || a.column - b.column);
  for (const cell of optional) {
    set(cell, false);
    if (!small.every((other) => whatIsFixed(other) === null)) set(cell, true);
  }
  return hidden;
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
