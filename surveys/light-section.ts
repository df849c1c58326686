import { isBlank, isPlainObject, own } from "./answer-document";
import { givenList, panelValues } from "./check-rows";
import type { Block, CompiledInstrument, InnerQuestion, Option, Page, Question, RowsQuestion } from "./compiled";
import { fillText, type TextPlace } from "./fill-text";
import type {
  LightField,
  LightFieldBase,
  LightFormState,
  LightInput,
  LightOption,
  LightPage,
  LightPanel,
  LightRows,
  LightSection,
  LightSimpleField,
  LightTextarea,
} from "./light-form";
import type { Labels } from "./localized";

/** Ids of the sections in order, with the title of their first page. */
export function sectionsOf(
  compiled: CompiledInstrument,
  language: string,
): readonly { readonly id: string; readonly title: string; readonly minutes: number | null }[] {
  const ids = [...new Set(compiled.pages.map((page) => page.section))];
  return ids.map((id) => {
    const pages = compiled.pages.filter((page) => page.section === id);
    const minutes = pages.map((page) => page.minutes ?? 0).reduce((sum, part) => sum + part, 0);
    return { id, title: say(pages[0]?.title, language) ?? id, minutes: minutes > 0 ? minutes : null };
  });
}

/**
 * A section of the form as plain HTML can draw it, with the answers saved so far: every instrument can be completed
 * with it alone. Names of inputs are what `formToEntries` reads. Options, rules and texts are those of the definition.
 *
 * @throws {RangeError} if there is no such section
 */
export function lightSection(compiled: CompiledInstrument, section: string, state: LightFormState): LightSection {
  const pages = compiled.pages.filter((page) => page.section === section);
  const head = sectionsOf(compiled, state.language).find((candidate) => candidate.id === section);
  if (!head) throw new RangeError(`No section of this instrument: ${section}`);
  const here = new Set(
    pages.flatMap((page) => page.blocks.flatMap((block) => block.questions.map((question) => question.name))),
  );
  return { ...head, pages: pages.map((page) => lightPage(compiled, page, state, here)) };
}

function lightPage(
  compiled: CompiledInstrument,
  page: Page,
  state: LightFormState,
  here: ReadonlySet<string>,
): LightPage {
  const place: TextPlace = { language: state.language, document: state.document };
  const text = (labels: Labels | null) => filled(compiled, labels, place);
  return {
    name: page.name,
    title: text(page.title) ?? page.name,
    description: text(page.description),
    blocks: page.blocks.map((block: Block) => ({
      title: text(block.title),
      description: text(block.description),
      fields: block.questions.map((question) => lightField(compiled, question, state, here)),
    })),
  };
}

function lightField(
  compiled: CompiledInstrument,
  question: Question,
  state: LightFormState,
  here: ReadonlySet<string>,
): LightField {
  const { document } = state;
  const place: TextPlace = { language: state.language, document };
  if (question.kind === "rows") return rowsField(compiled, question, state, here);
  const values = own(document, question.name);
  return simpleField(compiled, question, { name: question.name, value: values, values: document, here, place });
}

interface FieldPlace {
  readonly name: string;
  readonly value: unknown;
  /** Answers that the conditions see. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly here: ReadonlySet<string>;
  readonly place: TextPlace;
}

function base(
  compiled: CompiledInstrument,
  question: Question,
  { name, values, here, place }: FieldPlace,
): LightFieldBase {
  const depends = question.visibleIf.flatMap((condition) => condition.names.map((asked) => asked.split(".")[0] ?? ""));
  return {
    name,
    label: filled(compiled, question.title, place) ?? question.name,
    description: filled(compiled, question.description, place),
    required: question.required || (question.requiredIf?.holds(values) ?? false),
    shown: question.visibleIf.every((condition) => condition.holds(values)),
    maybe: depends.some((asked) => here.has(asked) || asked === "panel"),
  };
}

function simpleField(compiled: CompiledInstrument, question: InnerQuestion, field: FieldPlace): LightSimpleField {
  const { name, value, place } = field;
  const { language } = place;
  const common = base(compiled, question, field);
  switch (question.kind) {
    case "matrix": {
      const columns = question.options.map((option) => {
        const { chosen: _chosen, ...column } = light(option, language, false);
        return column;
      });
      const rows = question.rows.map((row) => ({
        name: `${name}/${row.value}`,
        label: say(row.label, language) ?? row.value,
        chosen: isPlainObject(value) ? spell(own(value, row.value)) : "",
      }));
      return { ...common, kind: "matrix", columns, rows, requiredRows: question.requiredRows };
    }
    case "choice": {
      const options = question.options.map((option) => light(option, language, option.value === value));
      const [lowEnd, highEnd] = [say(question.lowEnd, language), say(question.highEnd, language)];
      return { ...common, kind: "choice", look: question.look, options, lowEnd, highEnd };
    }
    case "choices": {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
      const options = question.options.map((option) => light(option, language, chosen.includes(option.value)));
      return { ...common, kind: "choices", options, min: question.min, max: question.max };
    }
    case "ranking": {
      const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
      const places = Array.from({ length: question.max }, (_, index) => ({
        name: `${name}/${index + 1}`,
        place: index + 1,
        chosen: spell(chosen[index]),
      }));
      const options = question.options.map((option) => light(option, language, chosen.includes(option.value)));
      return { ...common, kind: "ranking", places, options, min: question.min };
    }
    default:
      return inputField(question, value, common);
  }
}

function inputField(
  question: Extract<InnerQuestion, { kind: "number" | "date" | "text" }>,
  value: unknown,
  common: LightFieldBase,
): LightInput | LightTextarea {
  const plain = { ...common, kind: "input" as const, value: spell(value), maxLength: null, autocomplete: null };
  if (question.kind === "number") {
    const step = question.integer ? "1" : "any";
    return { ...plain, type: "number", min: bound(question.min), max: bound(question.max), step };
  }
  if (question.kind === "date") {
    const type = question.precision === "day" ? "date" : "month";
    return { ...plain, type, min: question.min, max: question.max, step: null };
  }
  const { maxLength, autocomplete } = question;
  if (question.look === "lines") return { ...common, kind: "textarea", value: spell(value), maxLength };
  const type = question.look === "email" ? "email" : "text";
  return { ...plain, type, min: null, max: null, step: null, maxLength, autocomplete };
}

function rowsField(
  compiled: CompiledInstrument,
  question: RowsQuestion,
  state: LightFormState,
  here: ReadonlySet<string>,
): LightRows {
  const { document, language, given = {} } = state;
  const place: TextPlace = { language, document };
  const list = givenList(question, given);
  const raw = own(document, question.name);
  const saved = (Array.isArray(raw) ? raw : []).filter(isPlainObject);
  const rows = list ? list.map((row) => saved.find((answered) => answered.id === row.id) ?? { id: row.id }) : saved;
  const panels = rows.map((row, index): LightPanel => {
    const key = spell(list ? row.id : row.key);
    const name = `${question.name}/${key}`;
    const values = panelValues(document, list?.[index], withoutBlanks(row));
    const inside = isPlainObject(values.panel) ? values.panel : {};
    const panelPlace: TextPlace = {
      language,
      document,
      panel: { questions: question.questions, values: inside, number: index + 1 },
    };
    return {
      name,
      title: filled(compiled, question.rowTitle, panelPlace),
      at: list ? null : index,
      fields: question.questions.map((inner) =>
        simpleField(compiled, inner, {
          name: `${name}/${inner.name}`,
          value: own(row, inner.name),
          values,
          here,
          place: panelPlace,
        }),
      ),
      remove: list ? null : { value: `remove:${name}`, label: say(question.removeText, language) },
    };
  });
  return {
    ...base(compiled, question, { name: question.name, value: raw, values: document, here, place }),
    kind: "rows",
    panels,
    noPanelsText: say(question.noRowsText, language),
    add:
      list || panels.length >= question.max
        ? null
        : { value: `add:${question.name}`, label: say(question.addText, language) },
  };
}

function withoutBlanks(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => !isBlank(value)));
}

function light(option: Option, language: string, chosen: boolean): LightOption {
  return {
    value: String(option.value),
    label: say(option.label, language) ?? "",
    chosen,
    isCode: option.missing !== null,
  };
}

function say(labels: Labels | null | undefined, language: string): string | null {
  if (!labels) return null;
  return labels[language] ?? Object.values(labels)[0] ?? null;
}

function filled(compiled: CompiledInstrument, labels: Labels | null, place: TextPlace): string | null {
  const text = say(labels, place.language);
  return text === null ? null : fillText(compiled, text, place);
}

function spell(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function bound(value: number | null): string | null {
  return value === null ? null : String(value);
}
