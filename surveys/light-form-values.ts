import { type GivenRows, isBlank, isPlainObject, own } from "./answer-document";
import { givenList } from "./check-rows";
import type { CompiledInstrument, InnerQuestion, Option, Question, RowsQuestion } from "./compiled";
import { type DraftDocument, type Entry, splitDocument } from "./entries";
import { PANEL_ACTION, SHOWN } from "./light-form";

/** Name and value of each input, in the order of the page, as `FormData.entries()` gives them. */
export type FormPairs = Iterable<readonly [string, unknown]>;

export interface LightContext {
  /** Answers saved before, for what a page did not show. */
  readonly document: DraftDocument;
  readonly given?: GivenRows;
}

/**
 * The entries that a posted section holds: one for each entry whose fields were shown, `null` where they were left
 * empty. Texts become the definition's values (`"4"` the number 4); what fits none is kept as it was typed, so that
 * `checkEntry` can say what is wrong with it. Names that belong to no field of the section are ignored.
 */
export function formToEntries(
  compiled: CompiledInstrument,
  section: string,
  pairs: FormPairs,
  { document, given = {} }: LightContext,
): readonly Entry[] {
  const form = new Form(pairs);
  return compiled.questions
    .filter((question) => question.section === section)
    .flatMap((question): readonly Entry[] => {
      if (question.kind === "rows") return panelEntries(question, form, document, given);
      if (!form.showed(question.name)) return [];
      if (question.kind !== "matrix")
        return [{ path: question.name, value: readAnswer(question, question.name, form) }];
      return question.rows.map((row) => {
        const path = `${question.name}/${row.value}`;
        return { path, value: optionOf(question.options, form.first(path)) };
      });
    });
}

/** The pairs that a page filled with these answers would post. */
export function entriesToForm(
  compiled: CompiledInstrument,
  section: string,
  entries: readonly Entry[],
  given: GivenRows = {},
): readonly (readonly [string, string])[] {
  const values = new Map(entries.map((entry) => [entry.path, entry.value]));
  return compiled.questions
    .filter((question) => question.section === section)
    .flatMap((question): readonly (readonly [string, string])[] => {
      if (question.kind === "rows") return panelPairs(question, entries, given);
      const shown: readonly [string, string] = [SHOWN, question.name];
      if (question.kind !== "matrix")
        return [shown, ...answerPairs(question, question.name, values.get(question.name))];
      const rows = question.rows.map((row) => [row.value, values.get(`${question.name}/${row.value}`)]);
      return [shown, ...answerPairs(question, question.name, Object.fromEntries(rows))];
    });
}

/** What a button of the page asks for besides saving; `undefined` if none was pressed or it names no such panels. */
export function panelAction(
  compiled: CompiledInstrument,
  pairs: FormPairs,
):
  | { readonly kind: "add"; readonly question: string }
  | { readonly kind: "remove"; readonly path: string }
  | undefined {
  const asked = new Form(pairs).first(PANEL_ACTION);
  const [kind, path = ""] = [asked.slice(0, asked.indexOf(":")), asked.slice(asked.indexOf(":") + 1)];
  const question = compiled.questionByName.get(path.split("/")[0] ?? "");
  if (question?.kind !== "rows" || question.given !== null) return undefined;
  if (kind === "add" && path === question.name) return { kind, question: path };
  return kind === "remove" && path.includes("/") ? { kind, path } : undefined;
}

/**
 * The entry of a new, empty panel behind those that are there.
 *
 * @param key made by the caller, unique among the panels
 * @throws {RangeError} if the question has no own panels, or has as many as it may
 */
export function newPanel(compiled: CompiledInstrument, question: string, document: DraftDocument, key: string): Entry {
  const target = compiled.questionByName.get(question);
  if (target?.kind !== "rows" || target.given !== null) throw new RangeError(`No panels can be added to ${question}`);
  const panels = splitDocument(compiled, document).filter((entry) => entry.path.startsWith(`${question}/`));
  if (panels.length >= target.max) throw new RangeError(`${question} has ${target.max} panels already`);
  return { path: `${question}/${key}`, value: { at: panels.length } };
}

class Form {
  private readonly values = new Map<string, string[]>();
  private readonly shown: ReadonlySet<string>;

  constructor(pairs: FormPairs) {
    for (const [name, value] of pairs) {
      if (typeof value !== "string") continue;
      const list = this.values.get(name);
      if (list) list.push(value);
      else this.values.set(name, [value]);
    }
    this.shown = new Set(this.all(SHOWN));
  }

  showed(path: string): boolean {
    return this.shown.has(path);
  }

  first(name: string): string {
    return this.values.get(name)?.[0] ?? "";
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  /** Keys of the panels of a question, in the order of the page. */
  keysOf(question: string): readonly string[] {
    return [...this.shown]
      .filter((path) => path.startsWith(`${question}/`) && path.split("/").length === 2)
      .map((path) => path.slice(question.length + 1));
  }
}

function panelEntries(question: RowsQuestion, form: Form, document: DraftDocument, given: GivenRows): readonly Entry[] {
  const list = givenList(question, given);
  const saved = own(document, question.name);
  return form.keysOf(question.name).map((key) => {
    const path = `${question.name}/${key}`;
    const before = (Array.isArray(saved) ? saved : [])
      .filter(isPlainObject)
      .find((row) => (list ? row.id : row.key) === key);
    const answers: [string, unknown][] = question.questions.map((inner) => {
      const name = `${path}/${inner.name}`;
      return [inner.name, form.showed(name) ? readAnswer(inner, name, form) : before && own(before, inner.name)];
    });
    const filled = Object.fromEntries(answers.filter(([, value]) => !isBlank(value)));
    if (list) return { path, value: Object.keys(filled).length > 0 ? filled : null };
    const at = Number(form.first(path));
    return { path, value: { at: Number.isInteger(at) ? at : 0, ...filled } };
  });
}

function readAnswer(question: InnerQuestion, name: string, form: Form): unknown {
  switch (question.kind) {
    case "matrix": {
      const rows = question.rows.map((row): [string, unknown] => [
        row.value,
        optionOf(question.options, form.first(`${name}/${row.value}`)),
      ]);
      const answered = rows.filter(([, value]) => value !== null);
      return answered.length > 0 ? Object.fromEntries(answered) : null;
    }
    case "choice":
      return optionOf(question.options, form.first(name));
    case "choices":
      return listOf(form.all(name), question.options);
    case "ranking":
      return listOf(
        Array.from({ length: question.max }, (_, index) => form.first(`${name}/${index + 1}`)),
        question.options,
      );
    case "number": {
      const typed = form.first(name).trim().replace(",", ".");
      if (typed === "") return null;
      return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(typed) ? Number(typed) : form.first(name);
    }
    default:
      return form.first(name) === "" ? null : form.first(name);
  }
}

function listOf(texts: readonly string[], options: readonly Option[]): readonly unknown[] | null {
  const values = texts.filter((text) => text !== "").map((text) => optionOf(options, text));
  return values.length > 0 ? values : null;
}

function optionOf(options: readonly Option[], text: string): unknown {
  if (text === "") return null;
  return options.find((option) => String(option.value) === text)?.value ?? text;
}

function panelPairs(
  question: RowsQuestion,
  entries: readonly Entry[],
  given: GivenRows,
): readonly (readonly [string, string])[] {
  const list = givenList(question, given);
  const values = new Map(entries.map((entry) => [entry.path, entry.value]));
  const paths = list
    ? list.map((row) => `${question.name}/${row.id}`)
    : entries.map((entry) => entry.path).filter((path) => path.startsWith(`${question.name}/`));
  return paths.flatMap((path): readonly (readonly [string, string])[] => {
    const value = values.get(path);
    const panel = isPlainObject(value) ? value : {};
    if (!list && value === null) return [];
    const marker: readonly (readonly [string, string])[] = [
      [SHOWN, path],
      ...(list ? [] : [[path, String(panel.at ?? 0)] as const]),
    ];
    const inside = question.questions.flatMap((inner) => {
      const name = `${path}/${inner.name}`;
      return [[SHOWN, name] as const, ...answerPairs(inner, name, own(panel, inner.name))];
    });
    return [...marker, ...inside];
  });
}

function answerPairs(
  question: Exclude<Question, RowsQuestion>,
  name: string,
  value: unknown,
): readonly (readonly [string, string])[] {
  if (isBlank(value)) return [];
  if (question.kind === "matrix") {
    const answers = isPlainObject(value) ? Object.entries(value) : [];
    return answers.filter(([, answer]) => !isBlank(answer)).map(([row, answer]) => [`${name}/${row}`, String(answer)]);
  }
  if (question.kind === "ranking" && Array.isArray(value)) {
    return value.map((answer, index) => [`${name}/${index + 1}`, String(answer)]);
  }
  if (Array.isArray(value)) return value.map((answer) => [name, String(answer)]);
  return [[name, String(value)]];
}
