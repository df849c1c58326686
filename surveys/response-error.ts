/** Everything that can be wrong with an answer. A closed list: `response-messages.ts` has a sentence for each. */
export type ResponseCode =
  | "notAnObject"
  | "unknownKey"
  | "wrongType"
  | "tooLong"
  | "tooShort"
  | "outOfRange"
  | "notWhole"
  | "badDate"
  | "badEmail"
  | "notAChoice"
  | "chosenTwice"
  | "choiceAlone"
  | "tooFewChosen"
  | "tooManyChosen"
  | "tooFewRows"
  | "tooManyRows"
  | "badRowKey"
  | "rowTwice"
  | "notGiven"
  | "required"
  | "requiredRows"
  | "requiredTopics"
  | "hidden";

/**
 * Why we refuse. `required` as survey-core does; for the others we are stricter than it is, on purpose: its Model
 * accepts such answers, drops them or changes them without a word. `rows` are the rules that it does not know
 * (`requiredRows`, `requiredTopics`).
 */
export type ResponseReason = "required" | "unknownKey" | "type" | "range" | "choice" | "size" | "hidden" | "rows";

/** The reason behind each code. */
export const REASON_OF: Readonly<Record<ResponseCode, ResponseReason>> = {
  notAnObject: "type",
  unknownKey: "unknownKey",
  wrongType: "type",
  tooLong: "size",
  tooShort: "size",
  outOfRange: "range",
  notWhole: "range",
  badDate: "type",
  badEmail: "type",
  notAChoice: "choice",
  chosenTwice: "choice",
  choiceAlone: "choice",
  tooFewChosen: "choice",
  tooManyChosen: "choice",
  tooFewRows: "range",
  tooManyRows: "size",
  badRowKey: "type",
  rowTwice: "choice",
  notGiven: "choice",
  required: "required",
  requiredRows: "rows",
  requiredTopics: "rows",
  hidden: "hidden",
};

/** Reasons that are ours alone. */
export const STRICTER: ReadonlySet<ResponseReason> = new Set([
  "unknownKey",
  "type",
  "range",
  "choice",
  "size",
  "hidden",
  "rows",
]);

export interface ResponseError {
  /**
   * Place in the document: `question`, `matrix/row`, `panels/key`, `panels/key/question[/row]`; `panels/#3` where a
   * panel has no usable key (from 1); empty for the document as a whole.
   */
  readonly path: string;
  readonly code: ResponseCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Errors of one check, at most `MAX_ERRORS`: a hostile document would have thousands. */
export class ErrorList {
  private readonly found: ResponseError[] = [];

  add(path: string, code: ResponseCode, params: ResponseError["params"] = {}): void {
    if (this.found.length < MAX_ERRORS) this.found.push({ path, code, params });
  }

  /** Whether something is wrong at a place or inside it. */
  has(path: string): boolean {
    return this.found.some((error) => error.path === path || error.path.startsWith(`${path}/`));
  }

  get all(): readonly ResponseError[] {
    return this.found;
  }

  get none(): boolean {
    return this.found.length === 0;
  }
}

export const MAX_ERRORS = 100;
