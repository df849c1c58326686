import { Model } from "survey-core";
import type { FullForm } from "~/app/operations/answering/open-full-form";

/** SurveyJS's model of a definition with the answers in it, in a language. */
export async function surveyModel(form: FullForm, language: string, data: Readonly<Record<string, unknown>>) {
  // One language pack at a time; English is built in.
  if (language === "fr") await import("survey-core/i18n/french");
  const definition: unknown = JSON.parse(form.definition);
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
  const opened = form.pages;
  if (opened !== null) {
    for (const page of model.pages) if (!opened.includes(page.name)) page.visible = false;
    model.showCompleteButton = false;
  }
  return model;
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
