import { type GivenRows, isBlank, isPlainObject, own, ROW_KEY } from "./answer-document";
import { givenList } from "./check-rows";
import { checkValue } from "./check-value";
import type { CompiledInstrument, MatrixQuestion, Question, RowsQuestion } from "./compiled";
import { ErrorList, type ResponseError } from "./response-error";

/**
 * The unit of saving a draft. Paths:
 *
 * - `question`: the whole answer of a question that is neither a matrix nor repeated;
 * - `question/row`: one row of a matrix; the value is the option chosen;
 * - `question/key`: one panel; the value is `{ at, ...answers }`, where `at` orders people's own panels (given ones
 *   have none: their list orders them) and `key` is the panel's `key` or the given row's `id`.
 *
 * `null` as value says that the answer or panel was taken away.
 */
export interface Entry {
  readonly path: string;
  readonly value: unknown;
}

/** A document on the way: of the same form as `AnswerDocument`, not checked as a whole. */
export type DraftDocument = Readonly<Record<string, unknown>>;

interface EntryPlace {
  readonly question: Question;
  /** Row of the matrix or key of the panel; `null` for other questions. */
  readonly part: string | null;
}

/** The question that an entry belongs to, or `undefined` if this instrument has no such entry. */
export function findEntry(compiled: CompiledInstrument, path: string): EntryPlace | undefined {
  const slash = path.indexOf("/");
  const question = compiled.questionByName.get(slash < 0 ? path : path.slice(0, slash));
  if (!question) return undefined;
  const part = slash < 0 ? null : path.slice(slash + 1);
  if (question.kind === "matrix") return part !== null && hasRow(question, part) ? { question, part } : undefined;
  if (question.kind === "rows") {
    const fits =
      part !== null && (question.given === null ? ROW_KEY.test(part) : part.length > 0 && part.length <= 200);
    return fits ? { question, part } : undefined;
  }
  return part === null ? { question, part: null } : undefined;
}

export type CheckedEntry =
  | { readonly ok: true; readonly value: unknown; readonly section: string }
  | { readonly ok: false; readonly errors: readonly ResponseError[] };

/**
 * Checks one entry of a draft: the place, types, choices, ranges and sizes, but neither what is required nor what is
 * shown, since both depend on answers that others may be saving.
 *
 * @returns the canonical value (`null`: nothing left), and the section that a link must be bound to
 */
export function checkEntry(
  compiled: CompiledInstrument,
  path: string,
  value: unknown,
  given: GivenRows = {},
): CheckedEntry {
  const errors = new ErrorList();
  const place = findEntry(compiled, path);
  if (!place) {
    errors.add(path.slice(0, 200), "unknownKey", { key: path.slice(0, 60) });
    return { ok: false, errors: errors.all };
  }
  const checked = canonicalEntry(place, path, value, given, errors);
  if (!errors.none) return { ok: false, errors: errors.all };
  return { ok: true, value: checked ?? null, section: place.question.section };
}

function canonicalEntry(
  { question, part }: EntryPlace,
  path: string,
  value: unknown,
  given: GivenRows,
  errors: ErrorList,
): unknown {
  if (isBlank(value)) return null;
  if (question.kind === "rows") return panelEntry(question, part ?? "", path, value, given, errors);
  if (question.kind !== "matrix") return checkValue(question, value, path, errors);
  const answer = checkValue(question, { [part ?? ""]: value }, question.name, errors);
  return isPlainObject(answer) ? answer[part ?? ""] : null;
}

function panelEntry(
  question: RowsQuestion,
  key: string,
  path: string,
  value: unknown,
  given: GivenRows,
  errors: ErrorList,
): unknown {
  const list = givenList(question, given);
  const givenRow = list?.find((row) => row.id === key);
  if (!isPlainObject(value)) {
    errors.add(path, "wrongType");
    return null;
  }
  if (list && !givenRow) {
    errors.add(path, "notGiven", { row: key.slice(0, 60) });
    return null;
  }
  const answers: Record<string, unknown> = {};
  if (!list) {
    const at = own(value, "at") ?? 0;
    if (typeof at !== "number" || !Number.isInteger(at) || Math.abs(at) > 1e6) errors.add(path, "wrongType");
    answers.at = at;
  }
  for (const inner of question.questions) {
    const answer = checkValue(inner, own(value, inner.name), `${path}/${inner.name}`, errors);
    if (answer !== undefined) answers[inner.name] = answer;
  }
  const carried = new Set([
    "at",
    "key",
    "id",
    ...Object.keys(givenRow ?? {}),
    ...question.questions.map(({ name }) => name),
  ]);
  const unknown = Object.keys(value).find((name) => !carried.has(name));
  if (unknown !== undefined) errors.add(path, "unknownKey", { key: unknown.slice(0, 60) });
  return answers;
}

/**
 * A document as entries, in the definition's order. Anything that the instrument does not know is left out.
 *
 * `assembleDocument(compiled, splitDocument(compiled, document))` equals a canonical document.
 */
export function splitDocument(compiled: CompiledInstrument, document: DraftDocument): readonly Entry[] {
  return compiled.questions.flatMap((question): readonly Entry[] => {
    const value = own(document, question.name);
    if (isBlank(value)) return [];
    if (question.kind === "matrix" && isPlainObject(value)) {
      return question.rows
        .map((row) => ({ path: `${question.name}/${row.value}`, value: own(value, row.value) }))
        .filter((entry) => !isBlank(entry.value));
    }
    if (question.kind !== "rows") return [{ path: question.name, value }];
    return (Array.isArray(value) ? value : []).filter(isPlainObject).map((row, at) => {
      const { key, id, ...answers } = row;
      const own = question.given === null;
      return { path: `${question.name}/${own ? key : id}`, value: own ? { at, ...answers } : answers };
    });
  });
}

/**
 * The document that entries make together: rows of matrices in the definition's order, own panels by `at` and then by
 * key, given panels in the order of the given rows. An entry `null` adds nothing. Not checked here: entries were
 * checked when they were saved, the document is when it is submitted.
 *
 * @throws {RangeError} if an entry belongs to no question of the instrument
 */
export function assembleDocument(
  compiled: CompiledInstrument,
  entries: readonly Entry[],
  given: GivenRows = {},
): DraftDocument {
  const byQuestion = new Map<Question, Map<string, unknown>>();
  for (const { path, value } of entries) {
    const place = findEntry(compiled, path);
    if (!place) throw new RangeError(`No entry of this instrument: ${path}`);
    const parts = byQuestion.get(place.question) ?? new Map<string, unknown>();
    byQuestion.set(place.question, parts.set(place.part ?? "", value));
  }
  const document: [string, unknown][] = [];
  for (const question of compiled.questions) {
    const parts = byQuestion.get(question);
    const value = parts && assemble(question, parts, given);
    if (!isBlank(value)) document.push([question.name, value]);
  }
  return Object.fromEntries(document);
}

function assemble(question: Question, parts: ReadonlyMap<string, unknown>, given: GivenRows): unknown {
  if (question.kind === "matrix") {
    const rows = question.rows.map((row): [string, unknown] => [row.value, parts.get(row.value)]);
    return Object.fromEntries(rows.filter(([, value]) => !isBlank(value)));
  }
  if (question.kind !== "rows") return parts.get("");
  const panels = [...parts].flatMap(([key, value]) => (isPlainObject(value) ? [{ key, value }] : []));
  const list = givenList(question, given);
  if (list) {
    const order = new Map(list.map((row, index) => [row.id, index]));
    const place = (key: string) => order.get(key) ?? list.length;
    return panels
      .sort((a, b) => place(a.key) - place(b.key))
      .filter(({ value }) => Object.keys(value).length > 0)
      .map(({ key, value }) => ({ id: key, ...value }));
  }
  const at = (value: Readonly<Record<string, unknown>>) => Number(own(value, "at") ?? 0);
  return panels
    .sort((a, b) => at(a.value) - at(b.value) || (a.key < b.key ? -1 : 1))
    .map(({ key, value: { at: _at, key: _key, ...answers } }) => ({ key, ...answers }));
}

function hasRow(question: MatrixQuestion, row: string): boolean {
  return question.rows.some((candidate) => candidate.value === row);
}
