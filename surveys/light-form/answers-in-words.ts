import { type GivenRows, isBlank, isPlainObject, own } from "../answer-document";
import { givenList } from "../check-rows";
import type { CompiledInstrument, InnerQuestion, Option, Question, RowsQuestion } from "../compiled";
import { findEntry } from "../entries";
import { panelTitle } from "./describe-section";
import { fieldText, spelled } from "./raw-answers";
import { textIn } from "./text-in";

/** A question with its answer as people read it. */
export interface AnswerInWords {
  readonly title: string;
  /** Several for lists of choices and rankings, in order. */
  readonly texts: readonly string[];
}

export interface AnswerGroup {
  /** Title of a matrix or a panel; `null` for questions that stand alone. */
  readonly title: string | null;
  readonly answers: readonly AnswerInWords[];
}

export interface SectionInWords {
  readonly title: string;
  readonly groups: readonly AnswerGroup[];
}

/** A document section by section in a language, only what was answered; for receipts and for print. */
export function answersInWords(
  compiled: CompiledInstrument,
  document: Readonly<Record<string, unknown>>,
  { given, language }: { readonly given: GivenRows; readonly language: string },
): readonly SectionInWords[] {
  return compiled.pages.flatMap((page) => {
    const groups = page.blocks.flatMap((block) =>
      block.questions.flatMap((question) => groupsOf(question, own(document, question.name), given, language)),
    );
    return groups.length === 0 ? [] : [{ title: textIn(page.title, language), groups }];
  });
}

/** One entry's value in words, for the choice between two texts. */
export function entryInWords(
  compiled: CompiledInstrument,
  path: string,
  value: unknown,
  language: string,
): readonly AnswerInWords[] {
  const place = findEntry(compiled, path);
  if (!place || isBlank(value)) return [];
  const { question, part } = place;
  if (question.kind === "rows") return isPlainObject(value) ? panelAnswers(question, value, language) : [];
  const title = textIn(question.title, language);
  if (question.kind !== "matrix") return [{ title, texts: texts(question, value, language) }];
  const row = question.rows.find((candidate) => candidate.value === part);
  return [{ title: row ? textIn(row.label, language) : title, texts: [optionText(question.options, value, language)] }];
}

function groupsOf(question: Question, value: unknown, given: GivenRows, language: string): readonly AnswerGroup[] {
  if (isBlank(value)) return [];
  const title = textIn(question.title, language);
  if (question.kind === "rows") {
    const list = givenList(question, given);
    const rows = Array.isArray(value) ? value.filter(isPlainObject) : [];
    return rows.map((row, index) => ({
      title: panelTitle(
        question,
        { answers: row, givenRow: list?.find((candidate) => candidate.id === row.id), index },
        language,
      ),
      answers: panelAnswers(question, row, language),
    }));
  }
  if (question.kind === "matrix") return [{ title, answers: matrixAnswers(question, value, language) }];
  return [{ title: null, answers: [{ title, texts: texts(question, value, language) }] }];
}

function panelAnswers(
  question: RowsQuestion,
  row: Readonly<Record<string, unknown>>,
  language: string,
): readonly AnswerInWords[] {
  return question.questions.flatMap((inner): readonly AnswerInWords[] => {
    const answer = own(row, inner.name);
    if (isBlank(answer)) return [];
    if (inner.kind === "matrix") return matrixAnswers(inner, answer, language);
    return [{ title: textIn(inner.title, language), texts: texts(inner, answer, language) }];
  });
}

function matrixAnswers(
  question: Extract<InnerQuestion, { kind: "matrix" }>,
  value: unknown,
  language: string,
): readonly AnswerInWords[] {
  const cells = isPlainObject(value) ? value : {};
  return question.rows.flatMap((row) => {
    const answer = own(cells, row.value);
    return isBlank(answer)
      ? []
      : [{ title: textIn(row.label, language), texts: [optionText(question.options, answer, language)] }];
  });
}

function texts(question: InnerQuestion, value: unknown, language: string): readonly string[] {
  switch (question.kind) {
    case "choice":
      return [optionText(question.options, value, language)];
    case "choices":
    case "ranking":
      return (Array.isArray(value) ? value : []).map((one) => optionText(question.options, one, language));
    default:
      return [fieldText(value)];
  }
}

/** The words of an option; a rating's number stands before them. */
function optionText(options: readonly Option[], value: unknown, language: string): string {
  const option = options.find((candidate) => spelled(candidate) === fieldText(value));
  if (!option) return fieldText(value);
  const words = textIn(option.label, language);
  return typeof option.value === "number" && words !== String(option.value) ? `${option.value}: ${words}` : words;
}
