import { type ItemValue, Model, QuestionMatrixModel } from "survey-core";
import type { EarlierEntry, FullForm } from "~/app/operations/answering/open-full-form";
import { dressSurvey } from "./survey-look";

/** SurveyJS's model of a definition with the answers in it, in a language. */
export async function surveyModel(form: FullForm, language: string, data: Readonly<Record<string, unknown>>) {
  // One language pack at a time; English is built in.
  if (language === "fr") await import("survey-core/i18n/french");
  const reply = await fetch(form.definition);
  if (!reply.ok) throw new Error(`the definition was refused: ${reply.status}`);
  const definition: unknown = await reply.json();
  const model = new Model(definition);
  model.locale = language === "en" ? "" : language;
  model.data = data;
  // What is missing is said when the answers are sent, as in the light form.
  model.checkErrorsMode = "onComplete";
  model.showProgressBar = true;
  model.progressBarType = "pages";
  model.showTitle = false;
  model.showCompletePage = false;
  model.focusFirstQuestionAutomatic = false;
  dressSurvey(model);
  const opened = form.pages;
  if (opened !== null) {
    for (const page of model.pages) if (!opened.includes(page.name)) page.visible = false;
    model.showCompleteButton = false;
  }
  return model;
}

/** Writes last time's answers beside the questions; `words` makes the sentence of one. */
export function markLastYear(model: Model, form: FullForm, words: (year: string, answer: string) => string): void {
  const { year, entries } = form.lastYear ?? { year: "", entries: [] };
  for (const { path, words: answer } of entries) {
    const [name = path, row] = path.split("/", 2);
    const question = model.getQuestionByName(name);
    const lines: readonly ItemValue[] =
      row !== undefined && question instanceof QuestionMatrixModel ? question.rows : [];
    const line = lines.find(({ value }) => String(value) === row);
    if (line) line.text = `${line.text} · ${words(year, answer)}`;
    else if (question && row === undefined)
      question.description = [question.description, words(year, answer)].filter(Boolean).join(" ");
  }
}

/** Answers of last time on a page that are still empty now. */
export function confirmable(
  form: FullForm,
  page: string,
  current: ReadonlyMap<string, unknown>,
): readonly EarlierEntry[] {
  const empty = (value: unknown) => value === undefined || value === null || value === "";
  return (form.lastYear?.entries ?? []).filter((entry) => entry.page === page && empty(current.get(entry.path)));
}

/** Gives every own panel without one a key. @returns whether there were any */
export function giveKeys(model: Model, form: FullForm): boolean {
  let given = false;
  for (const { name, kind } of form.plan) {
    const panels: unknown = kind === "own" ? model.getValue(name) : undefined;
    if (!Array.isArray(panels) || panels.every((panel: { key?: unknown }) => typeof panel?.key === "string")) continue;
    given = true;
    const keyed = panels.map((panel: Record<string, unknown>) =>
      typeof panel.key === "string" ? panel : { ...panel, key: `p-${crypto.randomUUID().slice(0, 8)}` },
    );
    model.setValue(name, keyed);
  }
  return given;
}

/** Opens a panel for each value chosen elsewhere that has none, when its page is reached. */
export function openPanels(model: Model, form: FullForm, isGone: (path: string) => boolean): void {
  for (const { panels, from, field, page, keys, most } of form.opened) {
    if (model.currentPage?.name !== page) continue;
    const chosen: unknown = model.getValue(from);
    const current: unknown = model.getValue(panels);
    const list: readonly Record<string, unknown>[] = Array.isArray(current) ? current : [];
    const known = new Set(list.map((panel) => panel[field]));
    const added = (Array.isArray(chosen) ? chosen : []).flatMap((value: unknown) => {
      const key = keys[String(value)];
      if (key === undefined || known.has(value) || isGone(`${panels}/${key}`)) return [];
      return [{ key, [field]: value }];
    });
    if (added.length > 0) model.setValue(panels, [...list, ...added].slice(0, Math.max(list.length, most)));
  }
}
