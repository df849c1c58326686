import { type AnswerDocument, type GivenRows, isPlainObject } from "./answer-document";
import { givenList } from "./check-rows";
import type { CompiledInstrument } from "./compiled";
import type { DraftDocument } from "./entries";

/**
 * A document as `model.data` of SurveyJS: repeated questions with a given list have a panel for each given row, with
 * its fields (`title` ...) beside the answers, so that the texts can show them. Set it by `model.data = ...` (never
 * `mergeData`, which survey-core 3.0.0 lets a hostile key pollute `Object.prototype` through).
 *
 * `checkResponse` takes such data back: it drops the given fields.
 */
export function toModelData(
  compiled: CompiledInstrument,
  document: AnswerDocument | DraftDocument,
  given: GivenRows = {},
): Record<string, unknown> {
  const data: Record<string, unknown> = { ...document };
  for (const question of compiled.questions) {
    const list = question.kind === "rows" ? givenList(question, given) : null;
    if (!list) continue;
    const value = document[question.name];
    const rows = Array.isArray(value) ? value.filter(isPlainObject) : [];
    data[question.name] = list.map((row) => ({ ...row, ...rows.find((answered) => answered.id === row.id) }));
  }
  return data;
}
