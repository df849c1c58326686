import type { Value } from "./compiled";
import type { GivenList } from "./semantics";

/** A matrix's answer: option by row. */
export type MatrixAnswer = Readonly<Record<string, Value>>;
/** The answer to one question that is not repeated. */
export type Answer = Value | readonly Value[] | MatrixAnswer;
/** One panel: its `key` (own rows) or `id` (given rows) and the answers by question. */
export type RowAnswer = Readonly<Record<string, Answer>>;

/**
 * The answers to an instrument by question name. Canonical as `checkResponse` returns it: nothing empty, nothing
 * hidden, texts trimmed, rows of matrices and given rows in the order of definition and round.
 */
export type AnswerDocument = Readonly<Record<string, Answer | readonly RowAnswer[]>>;

/** A row that a round or an invitation brings: an activity, a session, a pledge. */
export type GivenRow = Readonly<Record<string, string | number | boolean | null>> & {
  readonly id: string;
  readonly title: string;
};

/** Given rows by list; a list that is not there is empty. */
export type GivenRows = Readonly<Partial<Record<GivenList, readonly GivenRow[]>>>;

/** Key of an own row, made by the client. */
export const ROW_KEY = /^[A-Za-z0-9_-]{1,64}$/;

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An own property, never an inherited one. */
export function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Whether a raw value says nothing: absent, null, a blank text, an empty list or object. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  if (Array.isArray(value)) return value.length === 0;
  return isPlainObject(value) && Object.keys(value).length === 0;
}
