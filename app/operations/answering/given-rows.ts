import type { GivenRows as StoredRows } from "~/db/schema/responses";
import type { GivenRow, GivenRows } from "~/surveys/answer-document";
import { type GivenList, isGivenList } from "~/surveys/semantics";

/** Stored given rows as forms and checks take them; lists that no survey knows are left out. */
export function givenRowsFor(stored: StoredRows): GivenRows {
  const lists = Object.entries(stored).flatMap(([list, rows]): [GivenList, readonly GivenRow[]][] =>
    isGivenList(list) ? [[list, rows.map(givenRow)]] : [],
  );
  return Object.fromEntries(lists);
}

function givenRow(stored: Readonly<Record<string, unknown>>): GivenRow {
  const plain = Object.entries(stored).filter(
    (field): field is [string, string | number | boolean | null] =>
      field[1] === null || ["string", "number", "boolean"].includes(typeof field[1]),
  );
  return { ...Object.fromEntries(plain), id: String(stored.id), title: String(stored.title ?? stored.id) };
}
