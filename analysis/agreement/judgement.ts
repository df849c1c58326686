import { compareIds } from "~/analysis/compare-ids";

/** One judge's value of one item; a missing one has no row. */
export interface Judgement {
  readonly judge: string;
  readonly item: string;
  readonly value: number;
}

/** Judgements as a table: one line per judge, one column per item, both by id; `null` where there is none. */
export interface JudgementTable {
  readonly judges: readonly string[];
  readonly items: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * Judges and items that stand in no row are not in the table.
 *
 * @throws {RangeError} if a value is not finite, or a judge has two for an item
 */
export function tabulateJudgements(judgements: readonly Judgement[]): JudgementTable {
  const judges = [...new Set(judgements.map(({ judge }) => judge))].sort(compareIds);
  const items = [...new Set(judgements.map(({ item }) => item))].sort(compareIds);
  const lineOf = new Map(judges.map((judge, index) => [judge, index]));
  const columnOf = new Map(items.map((item, index) => [item, index]));
  const values = judges.map(() => items.map((): number | null => null));
  for (const { judge, item, value } of judgements) {
    if (!Number.isFinite(value)) throw new RangeError(`the value of item "${item}" by judge "${judge}" is ${value}`);
    const line = values[lineOf.get(judge) ?? -1];
    const column = columnOf.get(item) ?? -1;
    if (!line || line[column] !== null) throw new RangeError(`two values of item "${item}" by judge "${judge}"`);
    line[column] = value;
  }
  return { judges, items, values };
}
