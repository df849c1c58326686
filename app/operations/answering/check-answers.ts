import type { CheckedResponse as StoredResponse } from "~/db/submissions";
import { type CheckedResponse, checkResponse } from "~/surveys/check-response";
import { documentOf } from "~/surveys/light-form/section-state";
import type { ResponseError } from "~/surveys/response-error";
import { responseMessage } from "~/surveys/response-messages";
import type { Answering } from "./open-answering";

/** Entries checked as a whole response. */
export function checkEntries(
  { compiled, given }: Pick<Answering, "compiled" | "given">,
  entries: ReadonlyMap<string, unknown>,
): CheckedResponse {
  return checkResponse(compiled, documentOf({ compiled, entries, given }), { mode: "submit", given });
}

/** Sentences by place. */
export function errorsByPlace(
  errors: readonly ResponseError[],
  language: string,
): ReadonlyMap<string, readonly string[]> {
  const byPlace = new Map<string, string[]>();
  for (const error of errors) {
    const sentence = responseMessage(error, language);
    const list = byPlace.get(error.path);
    if (list) list.push(sentence);
    else byPlace.set(error.path, [sentence]);
  }
  return byPlace;
}

/** A checked response as the database stores it. */
export function storedResponse(
  checked: Extract<CheckedResponse, { ok: true }>,
  { given, language, confirmed }: Pick<Answering, "given"> & { language: string; confirmed: readonly string[] },
): StoredResponse {
  const { document, codes, numbers, rows, hidden } = checked;
  const lists = Object.entries(given).flatMap(([list, value]) => (value ? [[list, value] as const] : []));
  return {
    document,
    codes,
    numbers,
    rows: rows.map((row) => ({ position: row.item, rowKey: row.rowKey, codes: row.codes, numbers: row.numbers })),
    given: Object.fromEntries(lists),
    hidden,
    confirmed,
    language,
  };
}
