import { type GivenRows, isPlainObject, own } from "../answer-document";
import { givenList } from "../check-rows";
import type { InnerQuestion, Option, Page, RowsQuestion } from "../compiled";
import type { Entry } from "../entries";
import { spelled } from "./raw-answers";

/** What a browser sends: texts by field name, in the form's order. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

export interface ReadSectionOptions {
  /** Questions that the page did not show when it was drawn (`SectionView.unasked`): their answers stay. */
  readonly unasked: ReadonlySet<string>;
  /** Raw values before, by path: hidden parts of a panel are kept from them. */
  readonly entries: ReadonlyMap<string, unknown>;
  readonly given: GivenRows;
}

/**
 * The entries of a page of the light form as it was sent, raw: `null` for what was left empty. Nothing is checked here
 * (`checkEntry` does it), so that what does not fit can be shown again as typed. Fields that belong to no question of
 * the page are left to the caller (`unknownFields`).
 */
export function readSection(
  page: Page,
  fields: FormFields,
  { unasked, entries, given }: ReadSectionOptions,
): readonly Entry[] {
  return page.blocks.flatMap((block) =>
    block.questions.flatMap((question): readonly Entry[] => {
      const { name } = question;
      if (unasked.has(name)) return [];
      if (question.kind === "rows") return readPanels(question, fields, { unasked, entries, given });
      if (question.kind === "matrix") {
        return question.rows.map((row) => {
          const path = `${name}/${row.value}`;
          return { path, value: chosenOption(question.options, fields.get(path)?.[0]) };
        });
      }
      return [{ path: name, value: readControl(question, name, fields) }];
    }),
  );
}

/** Names of fields that stand for an answer, but for none of this page: a form that was tampered with. */
export function unknownFields(page: Page, fields: FormFields, ours: ReadonlySet<string>): readonly string[] {
  const known = new Set<string>();
  const rows = new Map<string, RowsQuestion>();
  for (const { questions } of page.blocks) {
    for (const question of questions) {
      known.add(question.name);
      if (question.kind === "rows") rows.set(question.name, question);
      if (question.kind === "matrix") for (const row of question.rows) known.add(`${question.name}/${row.value}`);
    }
  }
  return [...fields.keys()].filter((name) => {
    if (ours.has(name) || known.has(name)) return false;
    const [question = "", , inner] = name.split("/");
    return !rows.get(question)?.questions.some((candidate) => candidate.name === inner);
  });
}

function readPanels(
  question: RowsQuestion,
  fields: FormFields,
  { unasked, entries, given }: ReadSectionOptions,
): readonly Entry[] {
  const list = givenList(question, given);
  // Own panels say their key and order in a field with the question's name: "key:order".
  const places = list
    ? list.map(({ id }) => ({ key: id, at: null }))
    : (fields.get(question.name) ?? []).map((place) => {
        const colon = place.lastIndexOf(":");
        return { key: place.slice(0, colon), at: Number(place.slice(colon + 1)) };
      });
  return places.map(({ key, at }) => {
    const path = `${question.name}/${key}`;
    const before = entries.get(path);
    const answers: Record<string, unknown> = at === null ? {} : { at };
    for (const inner of question.questions) {
      const place = `${path}/${inner.name}`;
      const kept = isPlainObject(before) ? own(before, inner.name) : undefined;
      const value = unasked.has(place) ? kept : readControl(inner, place, fields);
      if (value !== undefined && value !== null) answers[inner.name] = value;
    }
    return { path, value: Object.keys(answers).length === 0 ? null : answers };
  });
}

function readControl(question: InnerQuestion, path: string, fields: FormFields): unknown {
  const sent = (fields.get(path) ?? []).filter((text) => text.trim() !== "");
  const [first] = sent;
  switch (question.kind) {
    case "matrix": {
      const rows = question.rows.flatMap((row): [string, unknown][] => {
        const value = chosenOption(question.options, fields.get(`${path}/${row.value}`)?.[0]);
        return value === null ? [] : [[row.value, value]];
      });
      return rows.length === 0 ? null : Object.fromEntries(rows);
    }
    case "choice":
      return chosenOption(question.options, first);
    case "choices":
    case "ranking":
      return sent.length === 0 ? null : sent.map((text) => chosenOption(question.options, text));
    case "number":
      return first === undefined ? null : numberOf(first);
    default:
      return first ?? null;
  }
}

/** The value of the option that a field names; a text that names none is passed on, to be refused by the check. */
function chosenOption(options: readonly Option[], text: string | undefined): unknown {
  if (text === undefined || text === "") return null;
  return options.find((option) => spelled(option) === text)?.value ?? text;
}

/** Both decimal signs are understood; what is no number stays a text. */
function numberOf(text: string): number | string {
  const plain = text.trim().replace(",", ".");
  return /^[-+]?\d{1,15}(\.\d{1,15})?$/.test(plain) ? Number(plain) : text;
}
