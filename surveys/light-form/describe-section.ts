import { type GivenRow, isPlainObject, own } from "../answer-document";
import { givenList, isShownIn } from "../check-rows";
import type { InnerQuestion, Page, RowsQuestion } from "../compiled";
import { describeControl } from "./describe-control";
import { ownPanels } from "./raw-answers";
import { documentOf, type SectionState } from "./section-state";
import type { BlockView, Control, PanelView, RowsControl, SectionView } from "./section-view";
import { optionalText, textIn } from "./text-in";

/**
 * One page as the light form draws it: what the answers show, with the answers, last year's beside them, and the errors
 * at their places. Raw answers that do not fit are shown as typed.
 */
export function describeSection(page: Page, state: SectionState): SectionView {
  const { language } = state;
  const values = documentOf(state);
  const unasked: string[] = [];
  const blocks = page.blocks.flatMap((block): BlockView[] => {
    const controls = block.questions.flatMap((question): Control[] => {
      if (!question.visibleIf.every((condition) => condition.holds(values))) {
        unasked.push(question.name);
        return [];
      }
      if (question.kind === "rows") return [describeRows(question, state, values, unasked)];
      const { name } = question;
      const raw = values[name];
      const was = lastYearOf(state.lastYear, question, name);
      return [describeControl(question, { path: name, entry: name, raw, was, values, state })];
    });
    if (controls.length === 0) return [];
    return [{ title: optionalText(block.title, language), hint: optionalText(block.description, language), controls }];
  });
  return {
    name: page.name,
    section: page.section,
    title: textIn(page.title, language),
    hint: optionalText(page.description, language),
    blocks,
    unasked,
  };
}

function lastYearOf(entries: ReadonlyMap<string, unknown>, question: InnerQuestion, path: string): unknown {
  if (question.kind !== "matrix") return entries.get(path);
  return Object.fromEntries(question.rows.map((row) => [row.value, entries.get(`${path}/${row.value}`)]));
}

function describeRows(
  question: RowsQuestion,
  state: SectionState,
  values: Readonly<Record<string, unknown>>,
  unasked: string[],
): RowsControl {
  const { entries, given, language } = state;
  const { name } = question;
  const list = givenList(question, given);
  const panels: PanelView[] = list
    ? list.map((givenRow, index) => {
        const raw = entries.get(`${name}/${givenRow.id}`);
        const answers = isPlainObject(raw) ? raw : {};
        return describePanel(
          question,
          { key: givenRow.id, at: null, answers, givenRow, index },
          state,
          values,
          unasked,
        );
      })
    : ownPanels(question, entries, question.panelsFrom === null ? undefined : values[question.panelsFrom]).map(
        ({ key, at, answers }, index) =>
          describePanel(question, { key, at, answers, givenRow: undefined, index }, state, values, unasked),
      );
  return {
    kind: "rows",
    path: name,
    entry: name,
    title: textIn(question.title, language),
    titleShown: question.titleShown,
    hint: optionalText(question.description, language),
    required: question.required,
    errors: state.errors.get(name) ?? [],
    own: list === null,
    panels,
    canAdd: list === null && panels.length < question.max,
    canRemove: list === null && panels.length > question.min,
    addText: optionalText(question.addText, language),
    removeText: optionalText(question.removeText, language),
    emptyText: optionalText(question.noRowsText, language),
  };
}

interface PanelPlace {
  readonly key: string;
  readonly at: number | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly givenRow: GivenRow | undefined;
  readonly index: number;
}

function describePanel(
  question: RowsQuestion,
  { key, at, answers, givenRow, index }: PanelPlace,
  state: SectionState,
  values: Readonly<Record<string, unknown>>,
  unasked: string[],
): PanelView {
  const path = `${question.name}/${key}`;
  // Raw answers may be of any form; conditions compare them and nothing else.
  const around = { ...values, panel: { ...givenRow, ...answers } };
  const last = state.lastYear.get(path);
  const controls = question.questions.flatMap((inner) => {
    if (!isShownIn(inner, around)) {
      unasked.push(`${path}/${inner.name}`);
      return [];
    }
    const was = isPlainObject(last) ? own(last, inner.name) : undefined;
    const raw = own(answers, inner.name);
    return [describeControl(inner, { path: `${path}/${inner.name}`, entry: path, raw, was, values: around, state })];
  });
  return { path, key, at, title: panelTitle(question, { answers, givenRow, index }, state.language), controls };
}

/** The template's title with its places filled in, and behind it what tells the panel from the others. */
export function panelTitle(
  question: RowsQuestion,
  { answers, givenRow, index }: Pick<PanelPlace, "answers" | "givenRow" | "index">,
  language: string,
): string {
  const template = optionalText(question.rowTitle, language);
  const fields: Readonly<Record<string, unknown>> = { ...givenRow, ...answers };
  const title = template
    ? template.replace(/\{(panelIndex|panel\.[A-Za-z0-9_]+)\}/g, (_, name: string) =>
        name === "panelIndex" ? String(index + 1) : String(own(fields, name.slice(6)) ?? ""),
      )
    : (givenRow?.title ?? String(index + 1));
  const keyed = question.questions.find((inner) => inner.name === question.keyName);
  if (keyed?.kind !== "choice") return title;
  const chosen = keyed.options.find((option) => option.value === own(answers, keyed.name));
  return chosen ? `${title}: ${textIn(chosen.label, language)}` : title;
}
