import type { Condition } from "./condition";
import type { Labels } from "./localized";
import type { GivenList, Missing, Unit } from "./semantics";

/** Codes below zero, the same for every closed item. */
export const UNANSWERED = -1;
export const NOT_SHOWN = -2;
export const NOT_APPLICABLE = -3;
export const DONT_KNOW = -4;

export type Value = string | number | boolean;

/** What can be chosen: a choice, a column, a step of a rating. */
export interface Option {
  readonly value: Value;
  readonly label: Labels;
  /** Ordinal among the options that are values, from 1; -3 and -4 for the codes. */
  readonly code: number;
  readonly missing: Missing | null;
  readonly sameAs: string | null;
}

/** One value of an item's scale: `code` is what is stored, `value` what was answered. */
export interface ScalePoint {
  readonly code: number;
  readonly value: Value;
  readonly label: Labels;
}

export interface MatrixRow {
  readonly value: string;
  readonly label: Labels;
  readonly sameAs: string | null;
}

interface QuestionBase {
  readonly name: string;
  /** Key in the codebook: the name, inside a panel `panel/name`. */
  readonly key: string;
  readonly title: Labels;
  readonly description: Labels | null;
  /** Whether the form shows the title; a single question of a panel may hide it. */
  readonly titleShown: boolean;
  readonly section: string;
  readonly page: string;
  readonly measure: string | null;
  readonly field: string | null;
  readonly unit: Unit | null;
  readonly lastYear: boolean;
  readonly seriesBreak: boolean;
  readonly sameAs: string | null;
  readonly required: boolean;
  readonly requiredIf: Condition | null;
  readonly requiredMessage: Labels | null;
  /** All must hold: its own and those of the containers around it. */
  readonly visibleIf: readonly Condition[];
  readonly enableIf: Condition | null;
}

/** Several rows, one choice each. */
export interface MatrixQuestion extends QuestionBase {
  readonly kind: "matrix";
  readonly rows: readonly MatrixRow[];
  readonly options: readonly Option[];
  readonly requiredRows: number;
}

/** One choice; `look` says how it was drawn. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: "choice";
  readonly look: "radio" | "list" | "scale" | "yesNo";
  readonly options: readonly Option[];
  readonly lowEnd: Labels | null;
  readonly highEnd: Labels | null;
}

/** Several choices. */
export interface ChoicesQuestion extends QuestionBase {
  readonly kind: "choices";
  readonly options: readonly Option[];
  readonly min: number;
  readonly max: number;
}

/** Choices in order. */
export interface RankingQuestion extends QuestionBase {
  readonly kind: "ranking";
  readonly options: readonly Option[];
  readonly min: number;
  readonly max: number;
}

export interface NumberQuestion extends QuestionBase {
  readonly kind: "number";
  readonly min: number | null;
  readonly max: number | null;
  readonly integer: boolean;
}

/** A day `YYYY-MM-DD` or a month `YYYY-MM`; stored as days since 1 January 1970, a month as its first day. */
export interface DateQuestion extends QuestionBase {
  readonly kind: "date";
  readonly precision: "day" | "month";
  readonly min: string | null;
  readonly max: string | null;
}

export interface TextQuestion extends QuestionBase {
  readonly kind: "text";
  readonly look: "line" | "lines" | "email";
  readonly minLength: number;
  readonly maxLength: number;
  readonly placeholder: Labels | null;
  readonly autocomplete: string | null;
}

/** Panels: own ones, added and removed, each with a `key`; or the rows of a given list, each with their `id`. */
export interface RowsQuestion extends QuestionBase {
  readonly kind: "rows";
  readonly given: GivenList | null;
  readonly questions: readonly InnerQuestion[];
  readonly min: number;
  readonly max: number;
  /** Name of an inner question whose answer may not stand twice. */
  readonly keyName: string | null;
  readonly panelsFrom: string | null;
  /** Panels that a usual answer has; `null` if the definition does not say. */
  readonly usualRows: number | null;
  readonly rowTitle: Labels | null;
  readonly addText: Labels | null;
  readonly removeText: Labels | null;
  readonly noRowsText: Labels | null;
}

export type InnerQuestion =
  | MatrixQuestion
  | ChoiceQuestion
  | ChoicesQuestion
  | RankingQuestion
  | NumberQuestion
  | DateQuestion
  | TextQuestion;

export type Question = InnerQuestion | RowsQuestion;

/** A page of the form. */
export interface Page {
  readonly name: string;
  readonly section: string;
  readonly title: Labels;
  readonly description: Labels | null;
  readonly minutes: number | null;
  readonly visibleIf: Condition | null;
  readonly blocks: readonly Block[];
}

/** Questions under one heading: a panel's, or those of a page that stand alone (`title` `null`). */
export interface Block {
  readonly title: Labels | null;
  readonly description: Labels | null;
  readonly questions: readonly Question[];
}

export type ItemKind = "closed" | "number" | "date" | "text" | "rows";

/** One entry of the codebook: one cell that can be answered. */
export interface Item {
  /** `question[/row]`, `question/choice`, inside panels `question/inner[/row or choice]`. */
  readonly key: string;
  /** Order in the codebook, from 0. */
  readonly position: number;
  readonly kind: ItemKind;
  /** Position of the repeated question that it is a part of. */
  readonly parentPosition: number | null;
  /** Index in `codes` (closed) or `numbers` (number, date), of the response or, with a parent, of the row. */
  readonly slot: number | null;
  readonly question: string;
  readonly inner: string | null;
  readonly row: string | null;
  readonly choice: string | null;
  readonly measure: string | null;
  readonly field: string | null;
  readonly unit: Unit | null;
  /** The id that the row or choice stands for; `null` where the answer itself is the id. */
  readonly unitId: string | null;
  /** How a closed item is coded: the option chosen, whether this choice was taken (0, 1), its place (0: not placed). */
  readonly coding: "option" | "chosen" | "place" | null;
  readonly scale: readonly ScalePoint[] | null;
  /** Spelling of the scale: where it changes, figures of two versions do not compare. */
  readonly scaleKey: string | null;
  /** Key in an earlier version that it continues. */
  readonly sameAs: string | null;
  readonly seriesBreak: boolean;
  readonly required: boolean;
  readonly lastYear: boolean;
  readonly section: string;
  readonly title: Labels;
}

/** A definition ready for use. Pure and deterministic, so it may be kept per process by version. */
export interface CompiledInstrument {
  readonly instrument: string;
  readonly title: Labels;
  readonly description: Labels | null;
  /** Default language first. */
  readonly languages: readonly string[];
  readonly requiredTopics: number;
  readonly pages: readonly Page[];
  /** In order, without those inside panels. */
  readonly questions: readonly Question[];
  readonly questionByName: ReadonlyMap<string, Question>;
  readonly items: readonly Item[];
  readonly itemByKey: ReadonlyMap<string, Item>;
  /** Items of a question, by its `key`; those of a repeated question's panels by `panel/question`. */
  readonly itemsOf: ReadonlyMap<string, readonly Item[]>;
  /** Lengths of `codes` and `numbers` of a response, under `""`, and of the panels of each repeated question. */
  readonly lengths: ReadonlyMap<string, { readonly codes: number; readonly numbers: number }>;
}
