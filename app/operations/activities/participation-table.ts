import { suppressCells } from "~/analysis/scales/suppress-cells";
import type { MemberParticipation, ParticipationTotal } from "./participation";

/** Counts of a row as a reader may see them; `null` is left out because it is about too few, or would tell of such. */
export interface ShownCounts {
  readonly women: number | null;
  readonly men: number | null;
  readonly others: number | null;
  readonly unsaid: number | null;
  readonly total: number | null;
  /** `null` outside the office. */
  readonly expected: number | null;
}

/** Fewer people than this are not counted before readers outside the office. */
export const FEWEST_COUNTED = 3;

const COLUMNS = ["women", "men", "others", "unsaid"] as const;

/** Counts as they are, for the office. */
export function wholeCounts({ present, expected }: Pick<MemberParticipation, "present" | "expected">): ShownCounts {
  return { ...present, expected };
}

/**
 * Who took part in the activities of one cycle, for readers outside the office: by activity only, small figures
 * suppressed with as many others as it takes. All pages take their figures from this one table, so that no two of them
 * can be subtracted from each other.
 */
export function countsOutside(
  activities: readonly { readonly id: string; readonly participation: ParticipationTotal }[],
): { readonly byActivity: ReadonlyMap<string, ShownCounts>; readonly total: ShownCounts } {
  const rows = activities.filter(({ participation }) => participation.present.total > 0);
  const table = suppressCells(
    {
      rows: rows.map(({ id }) => id),
      columns: COLUMNS,
      counts: rows.map(({ participation }) => COLUMNS.map((column) => participation.present[column])),
    },
    { minimum: FEWEST_COUNTED },
  );
  const shown = (
    cells: readonly { readonly n: number | null }[],
    whole: { readonly n: number | null } | undefined,
  ) => ({
    women: cells[0]?.n ?? null,
    men: cells[1]?.n ?? null,
    others: cells[2]?.n ?? null,
    unsaid: cells[3]?.n ?? null,
    total: whole?.n ?? null,
    expected: null,
  });
  return {
    byActivity: new Map(rows.map(({ id }, index) => [id, shown(table.cells[index] ?? [], table.rowTotals[index])])),
    total: shown(table.columnTotals, table.grandTotal),
  };
}
