import fc from "fast-check";
import loadHighs from "highs";
import { describe, expect, test } from "vitest";
import { type CellTable, type SuppressedTable, suppressCells } from "~/analysis/scales/suppress-cells";

const names = (prefix: string, length: number) => Array.from({ length }, (_, index) => `${prefix}${index}`);
const tableOf = (counts: readonly (readonly number[])[], sums?: readonly (readonly number[])[]): CellTable => ({
  rows: names("r", counts.length),
  columns: names("c", counts[0]?.length ?? 0),
  counts,
  sums,
});
const statuses = ({ cells }: SuppressedTable) => cells.map((line) => line.map(({ status }) => status[0]).join(""));

describe("suppression of small cells", () => {
  test("one small cell of a three by three table takes three others with it", () => {
    const result = suppressCells(
      tableOf([
        [1, 9, 7],
        [8, 5, 4],
        [6, 7, 9],
      ]),
    );
    // The cheapest square: with the 5 beside and below the 9 and 8, or the 4: 7 + 8 + 4 = 19 is the least.
    expect(statuses(result)).toEqual(["spc", "cpc", "ppp"]);
    expect(result).toMatchObject({ small: 1, complementary: 3 });
    expect(result.grandTotal).toEqual({ status: "published", n: 56, mean: null });
    expect(result.cells[0]?.[0]).toEqual({ status: "small", n: null, mean: null });
  });

  test("two small cells that a total would reveal together are not enough for each other", () => {
    const result = suppressCells(tableOf([[1], [1], [20], [9]]), { totals: { rows: false } });
    // 1 + 1 = 2 members could be subtracted from the total, so the nine go too.
    expect(statuses(result)).toEqual(["s", "s", "p", "c"]);
  });

  test("two small cells that make three together protect each other", () => {
    const result = suppressCells(tableOf([[1], [2], [20]]), { totals: { rows: false } });
    expect(statuses(result)).toEqual(["s", "s", "p"]);
  });

  test("if only totals help, totals are hidden", () => {
    const result = suppressCells(tableOf([[2]]));
    expect([result.rowTotals[0]?.status, result.columnTotals[0]?.status, result.grandTotal.status]).toEqual([
      "small",
      "small",
      "small",
    ]);
    const row = suppressCells(tableOf([[2, 0, 0]]));
    expect(row.grandTotal.status).toBe("small");
  });

  test("a table without small cells is published whole; zeros say that nobody is there", () => {
    const result = suppressCells(
      tableOf([
        [3, 0],
        [12, 5],
      ]),
    );
    expect(statuses(result)).toEqual(["pp", "pp"]);
    expect(result.cells[0]?.[1]).toEqual({ status: "published", n: 0, mean: null });
  });

  test("an evaluation's minimum is five", () => {
    expect(statuses(suppressCells(tableOf([[4], [30], [11]]), { minimum: 5, totals: { rows: false } }))).toEqual([
      "s",
      "p",
      "c",
    ]);
  });

  test("a hidden mean cannot be worked out from fives: if all are at the top, more is hidden", () => {
    const counts = [[2], [9], [12], [30]];
    const sums = [[10], [45], [40], [100]];
    // Hiding 2 and 9 members with 55 points together would say: all fives.
    expect(statuses(suppressCells(tableOf(counts), { totals: { rows: false } }))).toEqual(["s", "c", "p", "p"]);
    const result = suppressCells(tableOf(counts, sums), { totals: { rows: false } });
    expect(statuses(result)).toEqual(["s", "p", "c", "p"]);
    expect(result.cells[1]?.[0]).toEqual({ status: "published", n: 9, mean: 5 });
  });

  test("totals that are not published are marked so, and help to protect", () => {
    const result = suppressCells(tableOf([[1], [20], [9]]), { totals: { rows: false, columns: false, grand: false } });
    expect(statuses(result)).toEqual(["s", "p", "p"]);
    expect(result.grandTotal.status).toBe("withheld");
  });

  test.each([
    ["withheld", [[1], [20], [9]], { rows: false, columns: false, grand: false }, 29],
    ["small", [[2]], {}, 0],
  ] as const)("a grand total that is %s does not stand in the provenance either", (status, counts, totals, known) => {
    const { grandTotal, provenance } = suppressCells(tableOf(counts), { totals });
    expect(grandTotal.status).toBe(status);
    expect(provenance).toMatchObject({ n: known, N: known, coverage: null });
  });

  test("an empty table, and tables without rows or columns, are published as they are", () => {
    expect(suppressCells(tableOf([])).cells).toEqual([]);
    expect(suppressCells({ rows: ["a"], columns: [], counts: [[]] }).grandTotal.n).toBe(0);
  });

  test.each([
    [{ rows: ["a"], columns: ["b"], counts: [[1, 2]] }, {}],
    [tableOf([[-1]]), {}],
    [tableOf([[1.5]]), {}],
    [tableOf([[Number.NaN]]), {}],
    [tableOf([[3]], [[16]]), {}],
    [tableOf([[3]], [[2]]), {}],
    [tableOf([[3]]), { minimum: 1 }],
    [tableOf([[3]]), { lowest: 5, highest: 5 }],
  ])("%j with %j is the caller's mistake", (table, options) => {
    expect(() => suppressCells(table, options)).toThrow(RangeError);
  });
});

const count = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 5, max: 30 }));
const grid = (rows: number, columns: number) =>
  fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const anyGrid = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([rows, columns]) => grid(rows, columns));

describe("an attacker who has the published table", () => {
  test("can combine rows and columns as he likes: no sum of hidden cells below the minimum comes out", () => {
    fc.assert(
      fc.property(anyGrid(4), fc.constantFrom(3, 5), (counts, minimum) => {
        const released = suppressCells(tableOf(counts), { minimum });
        const { n, N } = released.provenance;
        expect([n, N]).toEqual(Array(2).fill(membersTold(released, add(counts.flat()))));
        const found = derivableSums(counts, released);
        expect(Math.min(Number.POSITIVE_INFINITY, ...found)).toBeGreaterThanOrEqual(minimum);
      }),
      { numRuns: 300 },
    );
  });

  test("finds for every small cell, by listing all tables, one in which it is not small", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 3 }), {
          minLength: 2,
          maxLength: 3,
        }),
        (lines) => {
          const counts = lines.map((line) => [line[0] ?? 0, line[1] ?? 0]);
          const released = suppressCells(tableOf(counts));
          const possible = listTables(released, 8);
          counts.forEach((line, row) => {
            line.forEach((n, column) => {
              if (n === 0 || n >= 3) return;
              const values = new Set(possible.map((table) => table[row]?.[column] ?? Number.NaN));
              expect(values.has(n)).toBe(true);
              expect(Math.max(...values)).toBeGreaterThanOrEqual(3);
            });
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  test("gains nothing with an integer solver over counts and sums of ratings, bounds of the scale included", async () => {
    const highs = await loadHighs();
    const tables = fc.sample(
      anyGrid(4).chain((counts) =>
        fc
          .tuple(...counts.map((line) => fc.tuple(...line.map((n) => fc.integer({ min: n, max: 5 * n })))))
          .map((sums) => ({ counts, sums: sums.map((line) => [...line]) })),
      ),
      { numRuns: 60, seed: 7 },
    );
    let attacked = 0;
    for (const { counts, sums } of tables) {
      const released = suppressCells(tableOf(counts, sums));
      released.cells.forEach((line, row) => {
        line.forEach(({ status }, column) => {
          if (status !== "small") return;
          attacked += 1;
          const solve = (direction: "min" | "max", variable: string, model: string) => {
            const lp = `${direction}\n obj: ${variable}_${row}_${column}\n${model}`;
            return Math.round(Number(highs.solve(lp, { output_flag: false }).ObjectiveValue));
          };
          const knowing = attackModel(counts, sums, released, "counts known");
          expect(solve("max", "s", knowing)).toBeGreaterThan(solve("min", "s", knowing));
          const guessing = attackModel(counts, sums, released, "counts unknown");
          expect(solve("max", "n", guessing)).toBeGreaterThanOrEqual(3);
        });
      });
    }
    expect(attacked).toBeGreaterThan(100);
  });

  test("would succeed on a table in which only the small cells are hidden: the attack works", () => {
    const counts = [
      [1, 9],
      [8, 5],
    ];
    const naive = suppressCells(tableOf(counts), { totals: { rows: false, columns: false, grand: false } });
    const published = (n: number) => ({ status: "published" as const, n, mean: null });
    const exposed = {
      ...naive,
      rowTotals: [published(10), published(13)],
      columnTotals: [published(9), published(14)],
      grandTotal: published(23),
      provenance: { ...naive.provenance, n: 23, N: 23 },
    };
    expect(listTables(exposed, 12)).toEqual([counts]);
    expect(Math.min(...derivableSums(counts, exposed))).toBe(1);
  });
});

/** Positive sums of hidden figures that follow from the published ones, over all choices of rows and columns. */
function derivableSums(counts: readonly (readonly number[])[], released: SuppressedTable): number[] {
  const rows = counts.length;
  const columns = counts[0]?.length ?? 0;
  const shown = [
    ...released.cells.map((line, row) => [...line, released.rowTotals[row]]),
    [...released.columnTotals, released.grandTotal],
  ];
  const value = (row: number, column: number): number => {
    const lines = row === rows ? counts : [counts[row] ?? []];
    return lines.reduce((sum, line) => sum + (column === columns ? add(line) : (line[column] ?? 0)), 0);
  };
  const sign = (row: number, column: number) => ((row === rows) === (column === columns) ? 1 : -1);
  const found: number[] = [];
  for (let chosenRows = 0; chosenRows < 2 ** (rows + 1); chosenRows++)
    for (let chosenColumns = 0; chosenColumns < 2 ** (columns + 1); chosenColumns++) {
      let sum = 0;
      let positive = true;
      let any = false;
      for (let row = 0; row <= rows; row++)
        for (let column = 0; column <= columns; column++) {
          if (shown[row]?.[column]?.status === "published") continue;
          const factor = (((chosenRows >> row) & 1) - ((chosenColumns >> column) & 1)) * sign(row, column);
          if (factor < 0) positive = false;
          // A figure over nobody tells about nobody.
          if (factor > 0 && value(row, column) > 0) any = true;
          sum += factor * value(row, column);
        }
      if (positive && any) found.push(sum);
    }
  return found;
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Members that the provenance tells of: all of them, or with a hidden grand total those in published cells. */
function membersTold(released: SuppressedTable, all: number): number {
  return released.grandTotal.n === null ? add(released.cells.flat().map(({ n }) => n ?? 0)) : all;
}

/** All tables of counts up to `most` that agree with what is published. */
function listTables(released: SuppressedTable, most: number): number[][][] {
  const rows = released.cells.length;
  const columns = released.cells[0]?.length ?? 0;
  const found: number[][][] = [];
  const table = released.cells.map((line) => line.map(({ n }) => n ?? 0));
  const fits = (n: number | null | undefined, sum: number) => n === null || n === undefined || n === sum;
  const visit = (position: number): void => {
    const row = Math.floor(position / columns);
    const column = position % columns;
    if (column === 0 && row > 0 && !fits(released.rowTotals[row - 1]?.n, add(table[row - 1] ?? []))) return;
    if (row === rows) {
      const sums = Array.from({ length: columns }, (_, index) => add(table.map((line) => line[index] ?? 0)));
      if (
        sums.every((sum, index) => fits(released.columnTotals[index]?.n, sum)) &&
        fits(released.grandTotal.n, add(sums)) &&
        released.provenance.N === membersTold(released, add(sums))
      )
        found.push(table.map((line) => [...line]));
      return;
    }
    const line = table[row];
    if (!line) return;
    if (released.cells[row]?.[column]?.n !== null) {
      visit(position + 1);
      return;
    }
    for (let n = 0; n <= most; n++) {
      line[column] = n;
      visit(position + 1);
    }
    line[column] = 0;
  };
  visit(0);
  return found;
}

/** Everything published, as a whole-number program: every rating lies between 1 and 5. */
function attackModel(
  counts: readonly (readonly number[])[],
  sums: readonly (readonly number[])[],
  released: SuppressedTable,
  attack: "counts known" | "counts unknown",
): string {
  const constraints: string[] = [];
  const bounds: string[] = [];
  const integers: string[] = [];
  const all = counts.flatMap((line, row) => line.map((_, column) => `${row}_${column}`));
  const require = (cells: readonly string[], figure: { readonly n: number | null } | undefined) => {
    if (!figure || figure.n === null || cells.length === 0) return;
    const total = cells.reduce((sum, cell) => {
      const [row = 0, column = 0] = cell.split("_").map(Number);
      return sum + (sums[row]?.[column] ?? 0);
    }, 0);
    constraints.push(` ${cells.map((cell) => `n_${cell}`).join(" + ")} = ${figure.n}`);
    constraints.push(` ${cells.map((cell) => `s_${cell}`).join(" + ")} = ${total}`);
  };
  counts.forEach((line, row) => {
    line.forEach((n, column) => {
      require([`${row}_${column}`], released.cells[row]?.[column]);
      const [count, sum] = [`n_${row}_${column}`, `s_${row}_${column}`];
      constraints.push(` ${sum} - ${count} >= 0`, ` ${sum} - 5 ${count} <= 0`);
      if (attack === "counts known") constraints.push(` ${count} = ${n}`);
      bounds.push(` 0 <= ${count} <= 1000`, ` 0 <= ${sum} <= 5000`);
      integers.push(count, sum);
    });
    require(all.filter((cell) => cell.startsWith(`${row}_`)), released.rowTotals[row]);
  });
  released.columnTotals.forEach((figure, column) => {
    require(all.filter((cell) => cell.endsWith(`_${column}`)), figure);
  });
  require(all, released.grandTotal);
  // A model needs a constraint, also where nothing at all is published.
  constraints.push(` ${all.map((cell) => `n_${cell}`).join(" + ")} >= 0`);
  return `subject to\n${constraints.join("\n")}\nbounds\n${bounds.join("\n")}\ngeneral\n ${integers.join("\n ")}\nend\n`;
}
