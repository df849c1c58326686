import { type Answer, type AnswerDocument, type GivenRows, isPlainObject, type RowAnswer } from "./answer-document";
import { givenList, isShownIn, panelValues } from "./check-rows";
import type { CompiledInstrument, InnerQuestion, Question, RowsQuestion } from "./compiled";
import type { ErrorList } from "./response-error";

export interface ReadResponse {
  readonly compiled: CompiledInstrument;
  readonly values: AnswerDocument;
  readonly shown: ReadonlySet<Question>;
  readonly given: GivenRows;
}

/**
 * Adds an error for each answer that must be there and is not. Where a value was given but is wrong already, nothing
 * more is said; a question that `enableIf` switches off is not required.
 */
export function requireAnswers({ compiled, values, shown, given }: ReadResponse, errors: ErrorList): void {
  for (const question of shown) {
    const value = values[question.name];
    if (question.kind === "rows") requireRows(question, value, { values, given }, errors);
    else requireAnswer(question, value, question.name, values, errors);
  }
  requireTopics(compiled, values, shown, errors);
}

function requireAnswer(
  question: InnerQuestion,
  value: Answer | readonly RowAnswer[] | undefined,
  path: string,
  values: Readonly<Record<string, unknown>>,
  errors: ErrorList,
): void {
  if (errors.has(path)) return;
  const several = (question.kind === "choices" || question.kind === "ranking") && Array.isArray(value);
  // Also of a ranking that is switched off: survey-core would complete it with places that nobody gave.
  if (several && value.length < question.min) {
    errors.add(path, "tooFewChosen", { least: question.min, chosen: value.length });
  }
  if (!isEnabled(question, values)) return;
  if (value === undefined && isRequired(question, values)) {
    errors.add(path, "required");
  } else if (question.kind === "matrix") {
    const answered = isPlainObject(value) ? Object.keys(value).length : 0;
    if (answered < question.requiredRows) errors.add(path, "requiredRows", { least: question.requiredRows, answered });
  }
}

function requireRows(
  question: RowsQuestion,
  value: Answer | readonly RowAnswer[] | undefined,
  { values, given }: { readonly values: AnswerDocument; readonly given: GivenRows },
  errors: ErrorList,
): void {
  const list = givenList(question, given);
  const rows = rowsOf(value);
  if (isEnabled(question, values) && !errors.has(question.name)) {
    const asked = isRequired(question, values) && list?.length !== 0;
    const least = Math.max(question.min, asked ? 1 : 0);
    if (rows.length < least) errors.add(question.name, "tooFewRows", { least });
  }
  const places = list
    ? list.map((givenRow) => ({
        key: givenRow.id,
        givenRow,
        row: rows.find((row) => row.id === givenRow.id) ?? { id: givenRow.id },
      }))
    : rows.map((row) => ({ key: String(row.key), givenRow: undefined, row }));
  for (const { key, givenRow, row } of places) {
    const around = panelValues(values, givenRow, row);
    for (const inner of question.questions) {
      if (!isShownIn(inner, around)) continue;
      requireAnswer(inner, row[inner.name], `${question.name}/${key}/${inner.name}`, around, errors);
    }
  }
}

/** The panels of a repeated question's answer. */
export function rowsOf(value: Answer | readonly RowAnswer[] | undefined): readonly RowAnswer[] {
  if (!Array.isArray(value)) return [];
  return value.filter((row): row is RowAnswer => isPlainObject(row));
}

function isEnabled(question: Question, values: Readonly<Record<string, unknown>>): boolean {
  return question.enableIf === null || question.enableIf.holds(values);
}

function isRequired(question: Question, values: Readonly<Record<string, unknown>>): boolean {
  return question.required || (question.requiredIf?.holds(values) ?? false);
}

/** Topics answered for importance and for capability, over all sections that are shown; a code is an answer. */
function requireTopics(
  compiled: CompiledInstrument,
  values: AnswerDocument,
  shown: ReadonlySet<Question>,
  errors: ErrorList,
): void {
  const least = compiled.requiredTopics;
  if (least === 0) return;
  const rated = (measure: string) =>
    new Set(
      compiled.questions
        .filter((question) => question.kind === "matrix" && question.measure === measure && shown.has(question))
        .flatMap((question) => Object.keys(values[question.name] ?? {})),
    );
  const capability = rated("capability");
  const answered = [...rated("importance")].filter((topic) => capability.has(topic)).length;
  if (answered < least) errors.add("", "requiredTopics", { least, answered });
}
