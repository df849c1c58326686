import { type Answer, type AnswerDocument, type GivenRows, isPlainObject, type RowAnswer } from "./answer-document";
import { givenList, isShownIn, panelValues } from "./check-rows";
import { epochDay } from "./check-value";
import {
  type CompiledInstrument,
  type InnerQuestion,
  type Item,
  NOT_SHOWN,
  type Option,
  type Question,
  UNANSWERED,
} from "./compiled";
import { rowsOf } from "./require-answers";

/** A panel of a repeated question as it is stored. */
export interface CodedRow {
  /** Position of the repeated question's item in the codebook. */
  readonly item: number;
  /** Its item's key, the name of the repeated question. */
  readonly question: string;
  /** The client's `key`, or the `id` of the given row. */
  readonly rowKey: string;
  readonly codes: readonly number[];
  readonly numbers: readonly (number | null)[];
}

export interface CodedResponse {
  readonly codes: readonly number[];
  readonly numbers: readonly (number | null)[];
  readonly rows: readonly CodedRow[];
}

/**
 * The closed items of a canonical document as numbers, in the codebook's order (design decision 2):
 *
 * - one choice: the ordinal of the option among those that are values, from 1; yes/no is 2/1;
 * - several choices: 1 or 0 per choice; a ranking: the place per choice, 0 if not placed;
 * - -1 unanswered, -2 not shown, -3 not applicable, -4 don't know.
 *
 * @param shown the questions that are shown, as `checkResponse` found them
 */
export function codeResponse(
  compiled: CompiledInstrument,
  document: AnswerDocument,
  shown: ReadonlySet<Question>,
  given: GivenRows,
): CodedResponse {
  const whole = emptyCodes(compiled, "");
  const rows: CodedRow[] = [];
  for (const question of compiled.questions) {
    const items = compiled.itemsOf.get(question.key) ?? [];
    if (question.kind !== "rows") {
      code(question, items, document[question.name], shown.has(question), whole);
      continue;
    }
    const list = givenList(question, given);
    for (const row of shown.has(question) ? rowsOf(document[question.name]) : []) {
      const rowKey = String(list ? row.id : row.key);
      const inside = emptyCodes(compiled, question.name);
      const around = panelValues(
        document,
        list?.find((givenRow) => givenRow.id === rowKey),
        row,
      );
      for (const inner of question.questions) {
        code(inner, compiled.itemsOf.get(inner.key) ?? [], row[inner.name], isShownIn(inner, around), inside);
      }
      rows.push({ item: items[0]?.position ?? -1, question: question.name, rowKey, ...inside });
    }
  }
  return { ...whole, rows };
}

interface Codes {
  readonly codes: number[];
  readonly numbers: (number | null)[];
}

function emptyCodes(compiled: CompiledInstrument, owner: string): Codes {
  const { codes, numbers } = compiled.lengths.get(owner) ?? { codes: 0, numbers: 0 };
  return { codes: new Array<number>(codes).fill(UNANSWERED), numbers: new Array<number | null>(numbers).fill(null) };
}

function code(
  question: InnerQuestion,
  items: readonly Item[],
  answer: Answer | readonly RowAnswer[] | undefined,
  isShown: boolean,
  into: Codes,
): void {
  for (const item of items) {
    if (item.slot === null) continue;
    if (item.kind === "closed") into.codes[item.slot] = isShown ? codeOf(question, item, answer) : NOT_SHOWN;
    else into.numbers[item.slot] = isShown ? numberOf(question, answer) : null;
  }
}

function codeOf(question: InnerQuestion, item: Item, answer: Answer | readonly RowAnswer[] | undefined): number {
  if (answer === undefined) return UNANSWERED;
  switch (question.kind) {
    case "matrix": {
      const value = item.row !== null && isPlainObject(answer) ? answer[item.row] : undefined;
      return value === undefined ? UNANSWERED : codeOfOption(question.options, value);
    }
    case "choice":
      return codeOfOption(question.options, answer);
    case "choices":
    case "ranking": {
      if (!Array.isArray(answer)) return UNANSWERED;
      const missing = question.options.find((option) => option.missing !== null && option.value === answer[0]);
      if (missing) return missing.code;
      const place = answer.findIndex((value) => String(value) === item.choice) + 1;
      return question.kind === "ranking" ? place : Math.min(place, 1);
    }
    default:
      return UNANSWERED;
  }
}

function codeOfOption(options: readonly Option[], value: unknown): number {
  return options.find((option) => option.value === value)?.code ?? UNANSWERED;
}

function numberOf(question: InnerQuestion, answer: Answer | readonly RowAnswer[] | undefined): number | null {
  if (question.kind === "number") return typeof answer === "number" ? answer : null;
  if (question.kind !== "date" || typeof answer !== "string") return null;
  return epochDay(answer, question.precision) ?? null;
}
