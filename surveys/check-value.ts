import { type Answer, isBlank, isPlainObject, own } from "./answer-document";
import type {
  ChoicesQuestion,
  DateQuestion,
  InnerQuestion,
  MatrixQuestion,
  NumberQuestion,
  Option,
  RankingQuestion,
  TextQuestion,
  Value,
} from "./compiled";
import type { ErrorList } from "./response-error";

/**
 * Types, choices, ranges and sizes of one answer, without asking whether it is required or shown.
 *
 * @returns the canonical answer, or `undefined` if it is blank or wrong (then `errors` says why)
 */
export function checkValue(question: InnerQuestion, raw: unknown, path: string, errors: ErrorList): Answer | undefined {
  if (isBlank(raw)) return undefined;
  switch (question.kind) {
    case "matrix":
      return matrix(question, raw, path, errors);
    case "choice":
      return choice(question.options, raw, path, errors)?.value;
    case "choices":
    case "ranking":
      return several(question, raw, path, errors);
    case "number":
      return number(question, raw, path, errors);
    case "date":
      return date(question, raw, path, errors);
    case "text":
      return text(question, raw, path, errors);
  }
}

function matrix(question: MatrixQuestion, raw: unknown, path: string, errors: ErrorList): Answer | undefined {
  if (!isPlainObject(raw)) {
    errors.add(path, "wrongType");
    return undefined;
  }
  const answers: [string, Value][] = [];
  let known = 0;
  for (const row of question.rows) {
    if (!Object.hasOwn(raw, row.value)) continue;
    known++;
    const given = own(raw, row.value);
    if (isBlank(given)) continue;
    const option = choice(question.options, given, `${path}/${row.value}`, errors);
    if (option) answers.push([row.value, option.value]);
  }
  if (Object.keys(raw).length > known) {
    const rows = new Set(question.rows.map((row) => row.value));
    const key = Object.keys(raw).find((name) => !rows.has(name)) ?? "";
    errors.add(path, "unknownKey", { key: key.slice(0, 60) });
  }
  return answers.length > 0 ? Object.fromEntries(answers) : undefined;
}

function choice(options: readonly Option[], raw: unknown, path: string, errors: ErrorList): Option | undefined {
  if (typeof raw !== "string" && typeof raw !== "number" && typeof raw !== "boolean") {
    errors.add(path, "wrongType");
    return undefined;
  }
  const found = options.find((option) => option.value === raw);
  if (!found) errors.add(path, "notAChoice");
  return found;
}

function several(
  question: ChoicesQuestion | RankingQuestion,
  raw: unknown,
  path: string,
  errors: ErrorList,
): Answer | undefined {
  if (!Array.isArray(raw)) {
    errors.add(path, "wrongType");
    return undefined;
  }
  if (raw.length > question.max) {
    errors.add(path, "tooManyChosen", { most: question.max });
    return undefined;
  }
  const chosen = new Set<Option>();
  for (const value of raw) {
    const option = choice(question.options, value, path, errors);
    if (!option) return undefined;
    if (chosen.has(option)) {
      errors.add(path, "chosenTwice", { choice: String(option.value) });
      return undefined;
    }
    chosen.add(option);
  }
  const alone = [...chosen].find((option) => option.missing !== null);
  if (alone && chosen.size > 1) {
    errors.add(path, "choiceAlone", { choice: String(alone.value) });
    return undefined;
  }
  // Places are the answer of a ranking; of a list of choices the order of clicking says nothing.
  const inOrder = question.kind === "ranking" ? [...chosen] : question.options.filter((option) => chosen.has(option));
  return inOrder.map((option) => option.value);
}

function number(question: NumberQuestion, raw: unknown, path: string, errors: ErrorList): Answer | undefined {
  if (typeof raw !== "number" || !Number.isFinite(raw)) {
    errors.add(path, "wrongType");
    return undefined;
  }
  if (question.integer && !Number.isInteger(raw)) {
    errors.add(path, "notWhole");
    return undefined;
  }
  return inRange(question, raw, path, errors) ? raw + 0 : undefined;
}

const FORM = { day: /^(\d{4})-(\d{2})-(\d{2})$/, month: /^(\d{4})-(\d{2})$/ } as const;
const MS_PER_DAY = 86_400_000;

function date(question: DateQuestion, raw: unknown, path: string, errors: ErrorList): Answer | undefined {
  if (typeof raw !== "string") {
    errors.add(path, "wrongType");
    return undefined;
  }
  if (epochDay(raw, question.precision) === undefined) {
    errors.add(path, "badDate", { form: question.precision === "day" ? "2026-03-31" : "2026-03" });
    return undefined;
  }
  return inRange(question, raw, path, errors) ? raw : undefined;
}

/** Days from 1 January 1970 to a day or to the first of a month; `undefined` if there is no such day from 1900 to 2199. */
export function epochDay(text: string, precision: "day" | "month"): number | undefined {
  const parts = FORM[precision].exec(text);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 1)];
  const moment = new Date(Date.UTC(year, month - 1, day));
  const exists = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
  return exists && year >= 1900 && year < 2200 ? moment.getTime() / MS_PER_DAY : undefined;
}

function inRange<T extends string | number>(
  bounds: { readonly min: T | null; readonly max: T | null },
  value: T,
  path: string,
  errors: ErrorList,
): boolean {
  const { min, max } = bounds;
  if ((min === null || value >= min) && (max === null || value <= max)) return true;
  errors.add(path, "outOfRange", { ...(min === null ? {} : { min }), ...(max === null ? {} : { max }) });
  return false;
}

function text(question: TextQuestion, raw: unknown, path: string, errors: ErrorList): Answer | undefined {
  if (typeof raw !== "string") {
    errors.add(path, "wrongType");
    return undefined;
  }
  const tidy = raw.length > 4 * question.maxLength ? raw : tidyText(raw, question.look === "lines");
  if (tidy === "") return undefined;
  if (tidy.length > question.maxLength)
    errors.add(path, "tooLong", { most: question.maxLength, characters: tidy.length });
  else if (tidy.length < question.minLength) errors.add(path, "tooShort", { least: question.minLength });
  else if (question.look === "email" && !isEmail(tidy)) errors.add(path, "badEmail");
  else return tidy;
  return undefined;
}

/**
 * The same text from any form: one kind of line end, composed letters, no control characters (a database refuses some
 * of them), no half characters, no blanks around it.
 */
export function tidyText(raw: string, severalLines: boolean): string {
  const lines = raw.replace(/\r\n?/g, "\n");
  return (severalLines ? lines : lines.replace(/\n+/g, " "))
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/\p{Surrogate}/gu, "\uFFFD")
    .normalize("NFC")
    .trim();
}

/** Narrower than survey-core's own rule (no quoted names), and without backtracking. */
function isEmail(value: string): boolean {
  const [name = "", domain = "", ...more] = value.split("@");
  const parts = (half: string) => half.split(".");
  const plain = (part: string) => /^[^<>()=[\],;:\s"]+$/.test(part);
  const labels = parts(domain);
  return (
    more.length === 0 &&
    [...parts(name), ...labels].every(plain) &&
    labels.length > 1 &&
    (labels.at(-1)?.length ?? 0) > 1
  );
}
