import canonicalize from "canonicalize";
import {
  type Answer,
  type AnswerDocument,
  type GivenRows,
  isBlank,
  isPlainObject,
  own,
  type RowAnswer,
} from "./answer-document";
import { checkRows } from "./check-rows";
import { checkValue } from "./check-value";
import { type CodedRow, codeResponse } from "./code-response";
import type { CompiledInstrument, Question } from "./compiled";
import { requireAnswers } from "./require-answers";
import { ErrorList, type ResponseError } from "./response-error";

export interface ResponseCheckOptions {
  /**
   * What happens to answers to questions that the other answers hide: `submit` leaves them out and lists them (people
   * change their minds on the way), `strict` refuses them (programs should not send them).
   */
  readonly mode: "submit" | "strict";
  /** Rows that the round and the invitation brought. */
  readonly given?: GivenRows;
}

export type CheckedResponse =
  | {
      readonly ok: true;
      readonly document: AnswerDocument;
      /** The document's canonical JSON (RFC 8785): the same answers give the same bytes, whatever form they came from. */
      readonly canonical: string;
      /** By the slots of closed items; below zero the codes of `compiled.ts`. */
      readonly codes: readonly number[];
      /** By the slots of numbers and dates (days from 1 January 1970); `null` without an answer. */
      readonly numbers: readonly (number | null)[];
      readonly rows: readonly CodedRow[];
      /** Questions whose answers were left out because they are not shown; only in the mode `submit`. */
      readonly hidden: readonly string[];
    }
  | { readonly ok: false; readonly errors: readonly ResponseError[]; readonly hidden: readonly string[] };

/**
 * Checks a whole response strictly: known keys only, types, choices, ranges, sizes, required answers, and what the
 * conditions show, evaluated in document order over answers that are shown themselves.
 *
 * What this accepts, survey-core accepts (a test compares them); where it is stricter, `REASON_OF` and `STRICTER` say
 * why. Never throws for any JSON value; the time is bounded by the definition, not by the document. About 0.3 ms for a
 * needs survey of 160 inputs.
 */
export function checkResponse(
  compiled: CompiledInstrument,
  document: unknown,
  { mode, given = {} }: ResponseCheckOptions,
): CheckedResponse {
  const errors = new ErrorList();
  if (!isPlainObject(document)) {
    errors.add("", "notAnObject");
    return { ok: false, errors: errors.all, hidden: [] };
  }
  refuseUnknownKeys(compiled, document, errors);
  const { values, shown, hidden } = readAnswers(compiled, document, { mode, given }, errors);
  requireAnswers({ compiled, values, shown, given }, errors);
  if (!errors.none) return { ok: false, errors: errors.all, hidden };

  const canonical = canonicalize(values);
  if (canonical === undefined) throw new RangeError("The canonical form of a document is never empty");
  return { ok: true, document: values, canonical, ...codeResponse(compiled, values, shown, given), hidden };
}

function refuseUnknownKeys(
  compiled: CompiledInstrument,
  document: Readonly<Record<string, unknown>>,
  errors: ErrorList,
) {
  let unknown = 0;
  for (const key of Object.keys(document)) {
    if (compiled.questionByName.has(key)) continue;
    errors.add(key.slice(0, 60), "unknownKey", { key: key.slice(0, 60) });
    if (++unknown >= 20) return;
  }
}

interface Read {
  readonly values: Record<string, Answer | readonly RowAnswer[]>;
  readonly shown: ReadonlySet<Question>;
  readonly hidden: readonly string[];
}

/** Visibility and values together, in document order: a hidden answer decides about nothing. */
function readAnswers(
  compiled: CompiledInstrument,
  document: Readonly<Record<string, unknown>>,
  { mode, given }: Required<ResponseCheckOptions>,
  errors: ErrorList,
): Read {
  const values: Record<string, Answer | readonly RowAnswer[]> = {};
  const shown = new Set<Question>();
  const hidden: string[] = [];
  const hide = (path: string) => {
    if (mode === "strict") errors.add(path, "hidden");
    else hidden.push(path);
  };
  for (const question of compiled.questions) {
    const raw = own(document, question.name);
    if (!question.visibleIf.every((condition) => condition.holds(values))) {
      if (!isBlank(raw)) hide(question.name);
      continue;
    }
    shown.add(question);
    const value =
      question.kind === "rows"
        ? checkRows(question, raw, { values, given, errors, hide })
        : checkValue(question, raw, question.name, errors);
    if (value !== undefined) values[question.name] = value;
  }
  return { values, shown, hidden };
}
