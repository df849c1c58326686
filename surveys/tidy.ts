import type { AnswerDocument, GivenRows } from "./answer-document";
import { givenList, isShownIn, panelValues } from "./check-rows";
import type { CodedRow } from "./code-response";
import {
  type CompiledInstrument,
  DONT_KNOW,
  type InnerQuestion,
  type Item,
  NOT_APPLICABLE,
  NOT_SHOWN,
  UNANSWERED,
  type Value,
} from "./compiled";
import { rowsOf } from "./require-answers";

/** Why an answer is not there, in the words of the analysis. */
export type MissingReason = "notApplicable" | "dontKnow" | "blank" | "notAsked";

/** A submitted response as it is stored. */
export interface CodedRevision {
  /** Who answered: the member, or `null` where nobody is named. */
  readonly member: string | null;
  readonly document: AnswerDocument;
  readonly codes: readonly number[];
  readonly numbers: readonly (number | null)[];
  readonly rows: readonly CodedRow[];
  readonly given?: GivenRows;
}

/** One answer to one item of the codebook. */
export interface TidyRow {
  readonly member: string | null;
  /** Key of the item. */
  readonly key: string;
  readonly measure: string | null;
  readonly field: string | null;
  readonly unit: string | null;
  /** The topic (or other id) that the item's row or choice stands for. */
  readonly unitId: string | null;
  /** Key of the panel, for items inside one. */
  readonly row: string | null;
  /** Of closed items: the stored code. */
  readonly code: number | null;
  /** The value on the scale, 1 or 0 for a choice taken or not, the place of a ranking, the number, date or text. */
  readonly value: Value | null;
  /** Why `value` is `null`. */
  readonly missing: MissingReason | null;
}

/**
 * A coded revision as rows: one per item of the codebook, and per panel one for each of its items (a repeated question
 * without panels has none). In the codebook's order, panels in the document's.
 *
 * @throws {RangeError} if the codes are not of this version
 */
export function tidyAnswers(compiled: CompiledInstrument, revision: CodedRevision): readonly TidyRow[] {
  refuseOtherVersion(compiled, revision);
  const { document } = revision;
  return compiled.questions.flatMap((question): readonly TidyRow[] => {
    const items = compiled.itemsOf.get(question.key) ?? [];
    const shown = isShownIn(question, document);
    if (question.kind !== "rows") {
      const source = { codes: revision.codes, numbers: revision.numbers, answer: document[question.name], shown };
      return items.map((item) => tidyRow(item, question, source, revision.member, null));
    }
    return rowsOf(document[question.name]).flatMap((row) => {
      const list = givenList(question, revision.given ?? {});
      const rowKey = String(question.given === null ? row.key : row.id);
      const coded = revision.rows.find(
        (candidate) => candidate.question === question.name && candidate.rowKey === rowKey,
      );
      const around = panelValues(
        document,
        list?.find((givenRow) => givenRow.id === rowKey),
        row,
      );
      return question.questions.flatMap((inner) => {
        const { codes = [], numbers = [] } = coded ?? {};
        const source = { codes, numbers, answer: row[inner.name], shown: isShownIn(inner, around) };
        return (compiled.itemsOf.get(inner.key) ?? []).map((item) =>
          tidyRow(item, inner, source, revision.member, rowKey),
        );
      });
    });
  });
}

interface Source {
  readonly codes: readonly number[];
  readonly numbers: readonly (number | null)[];
  readonly answer: unknown;
  readonly shown: boolean;
}

function tidyRow(
  item: Item,
  question: InnerQuestion,
  source: Source,
  member: string | null,
  row: string | null,
): TidyRow {
  const { key, measure, field, unit, unitId } = item;
  const common = { member, key, measure, field, unit, unitId, row };
  if (item.kind === "closed" && item.slot !== null) {
    const code = source.codes[item.slot] ?? UNANSWERED;
    return { ...common, code, value: valueOfCode(item, code), missing: missingOfCode(code) };
  }
  const { answer } = source;
  const said = typeof answer === "string" || typeof answer === "number" ? answer : null;
  const value = question.kind === "number" && item.slot !== null ? (source.numbers[item.slot] ?? null) : said;
  const missing = value !== null ? null : source.shown ? "blank" : "notAsked";
  return { ...common, code: null, value, missing };
}

/** What a code stands for: the scale's value, 0 or 1, a place; `null` for the codes below zero. */
export function valueOfCode(item: Item, code: number): Value | null {
  if (code < 0) return null;
  if (item.coding !== "option") return code;
  return item.scale?.find((point) => point.code === code)?.value ?? null;
}

export function missingOfCode(code: number): MissingReason | null {
  switch (code) {
    case UNANSWERED:
      return "blank";
    case NOT_SHOWN:
      return "notAsked";
    case NOT_APPLICABLE:
      return "notApplicable";
    case DONT_KNOW:
      return "dontKnow";
    default:
      return null;
  }
}

function refuseOtherVersion(compiled: CompiledInstrument, { codes, numbers }: CodedRevision): void {
  const expected = compiled.lengths.get("") ?? { codes: 0, numbers: 0 };
  if (codes.length !== expected.codes || numbers.length !== expected.numbers) {
    throw new RangeError(
      `${codes.length} codes and ${numbers.length} numbers, but the version has ${expected.codes} and ${expected.numbers}`,
    );
  }
}
