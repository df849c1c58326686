import {
  type Answer,
  type GivenRow,
  type GivenRows,
  isBlank,
  isPlainObject,
  own,
  ROW_KEY,
  type RowAnswer,
} from "./answer-document";
import { checkValue } from "./check-value";
import type { Question, RowsQuestion } from "./compiled";
import type { ErrorList } from "./response-error";

export interface RowsContext {
  /** Answers before this question, for the conditions. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly given: GivenRows;
  readonly errors: ErrorList;
  /** Told of each answer inside a panel that is not shown. */
  readonly hide: (path: string) => void;
}

/**
 * Panels of a repeated question: own ones in the order of the document, each with its `key`; given ones in the order
 * of the given list, each with its `id`. Panels without an answer are left out, and so are the given fields
 * (`title` ...), which the form carries along.
 *
 * @returns the canonical panels, or `undefined` if none has an answer
 */
export function checkRows(
  question: RowsQuestion,
  raw: unknown,
  context: RowsContext,
): readonly RowAnswer[] | undefined {
  const { errors } = context;
  if (isBlank(raw)) return undefined;
  if (!Array.isArray(raw)) {
    errors.add(question.name, "wrongType");
    return undefined;
  }
  const list = givenList(question, context.given);
  const most = list ? list.length : question.max;
  if (raw.length > most) {
    errors.add(question.name, "tooManyRows", { most });
    return undefined;
  }
  const rows = new Map<string, RowAnswer>();
  for (const [index, row] of raw.entries()) {
    const place = `${question.name}/#${index + 1}`;
    if (!isPlainObject(row)) {
      errors.add(place, "wrongType");
      continue;
    }
    const key = own(row, list ? "id" : "key");
    if (typeof key !== "string" || !(list || ROW_KEY.test(key))) {
      errors.add(place, "badRowKey");
      continue;
    }
    const givenRow = list?.find((candidate) => candidate.id === key);
    if (list && !givenRow) {
      errors.add(place, "notGiven", { row: key.slice(0, 60) });
      continue;
    }
    if (rows.has(key)) {
      errors.add(`${question.name}/${key}`, "rowTwice", { value: key });
      continue;
    }
    rows.set(key, checkRow(question, key, row, givenRow, context));
  }
  refuseTwice(question, rows, errors);
  const order = list ? list.map((row) => row.id) : [...rows.keys()];
  const answered: RowAnswer[] = [];
  for (const key of order) {
    const row = rows.get(key);
    if (row && Object.keys(row).length > 1) answered.push(row);
  }
  return answered.length > 0 ? answered : undefined;
}

/** Given rows of a question, or `null` if its panels are people's own. */
export function givenList(question: RowsQuestion, given: GivenRows): readonly GivenRow[] | null {
  return question.given === null ? null : (given[question.given] ?? []);
}

/** What conditions and texts inside a panel can name: the given fields and the answers. */
export function panelValues(
  values: Readonly<Record<string, unknown>>,
  givenRow: GivenRow | undefined,
  row: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return { ...values, panel: givenRow ? { ...givenRow, ...row } : row };
}

/** Whether a question is shown, given the answers before it (in a panel: `panelValues`). */
export function isShownIn(question: Question, values: Readonly<Record<string, unknown>>): boolean {
  return question.visibleIf.every((condition) => condition.holds(values));
}

function checkRow(
  question: RowsQuestion,
  key: string,
  raw: Readonly<Record<string, unknown>>,
  givenRow: GivenRow | undefined,
  { values, errors, hide }: RowsContext,
): RowAnswer {
  const path = `${question.name}/${key}`;
  const keyName = givenRow ? "id" : "key";
  const row: Record<string, Answer> = { [keyName]: key };
  const around: Record<string, unknown> = { ...panelValues(values, givenRow, row) };
  for (const inner of question.questions) {
    const answer = own(raw, inner.name);
    if (!isShownIn(inner, around)) {
      if (!isBlank(answer)) hide(`${path}/${inner.name}`);
      continue;
    }
    const value = checkValue(inner, answer, `${path}/${inner.name}`, errors);
    if (value === undefined) continue;
    row[inner.name] = value;
    around.panel = givenRow ? { ...givenRow, ...row } : row;
  }
  const names = new Set([keyName, ...question.questions.map((inner) => inner.name)]);
  const unknown = Object.keys(raw).find((name) => !names.has(name) && !(givenRow && Object.hasOwn(givenRow, name)));
  if (unknown !== undefined) errors.add(path, "unknownKey", { key: unknown.slice(0, 60) });
  return row;
}

function refuseTwice(question: RowsQuestion, rows: ReadonlyMap<string, RowAnswer>, errors: ErrorList): void {
  const { keyName } = question;
  if (keyName === null) return;
  const seen = new Set<string>();
  for (const [key, row] of rows) {
    const value = row[keyName];
    if (value === undefined) continue;
    const text = JSON.stringify(value);
    if (seen.has(text)) errors.add(`${question.name}/${key}/${keyName}`, "rowTwice", { value: String(value) });
    seen.add(text);
  }
}
