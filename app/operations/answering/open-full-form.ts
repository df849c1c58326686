import type { Database } from "~/db/engine/database";
import { isPlainObject } from "~/surveys/answer-document";
import { openedBy, openedKey } from "~/surveys/light-form/raw-answers";
import { documentOf } from "~/surveys/light-form/section-state";
import { textIn } from "~/surveys/light-form/text-in";
import { toModelData } from "~/surveys/model-data";
import type { Answering } from "./open-answering";
import { lastSave, storedEntries, valuesOf } from "./stored-entries";

/** How the browser cuts the form's data into entries. */
export interface EntryPlan {
  readonly name: string;
  readonly kind: "whole" | "matrix" | "own" | "given";
  /** Given fields beside the answers of a panel, by row; not sent back. */
  readonly carried: readonly string[];
}

/** A repeated question whose panels the form opens for what was chosen elsewhere. */
export interface OpenedPanels {
  readonly panels: string;
  readonly from: string;
  readonly field: string;
  readonly page: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Most panels that the question takes. */
  readonly most: number;
}

export interface FullForm {
  readonly title: string;
  /** The definition as authored, as JSON text. */
  readonly definition: string;
  readonly data: string;
  readonly plan: readonly EntryPlan[];
  readonly opened: readonly OpenedPanels[];
  /** Versions of the entries at the office, by path; those that were taken away too. */
  readonly versions: Readonly<Record<string, number>>;
  /** Numbers that people's own panels are ordered by, by path. */
  readonly orders: Readonly<Record<string, number>>;
  /** Pages that the link opens; `null` for all. */
  readonly pages: readonly string[] | null;
  readonly savedAt: Date | null;
}

/** What SurveyJS needs in the browser to go on where the answers stand. */
export async function openFullForm(
  db: Database,
  { answering, language }: { readonly answering: Answering; readonly language: string },
): Promise<FullForm> {
  const { compiled, definition, given, link } = answering;
  const stored = await storedEntries(db, answering);
  const entries = valuesOf(stored);
  return {
    title: textIn(compiled.title, language),
    definition,
    data: JSON.stringify(toModelData(compiled, documentOf({ compiled, entries, given }), given)),
    plan: compiled.questions.map((question): EntryPlan => {
      const { name } = question;
      if (question.kind !== "rows") return { name, kind: question.kind === "matrix" ? "matrix" : "whole", carried: [] };
      if (question.given === null) return { name, kind: "own", carried: [] };
      const fields = new Set((given[question.given] ?? []).flatMap((row) => Object.keys(row)));
      for (const inner of question.questions) fields.delete(inner.name);
      return { name, kind: "given", carried: [...fields] };
    }),
    opened: compiled.questions.flatMap((question): OpenedPanels[] => {
      const field = question.kind === "rows" ? openedBy(question) : undefined;
      if (question.kind !== "rows" || question.panelsFrom === null || field === undefined) return [];
      const source = compiled.questionByName.get(question.panelsFrom);
      const options = source && "options" in source ? source.options : [];
      const keys = Object.fromEntries(options.map(({ value }) => [String(value), openedKey(value)]));
      return [
        { panels: question.name, from: question.panelsFrom, field, page: question.page, keys, most: question.max },
      ];
    }),
    versions: Object.fromEntries([...stored].map(([path, { version }]) => [path, version])),
    orders: Object.fromEntries(
      [...entries].flatMap(([path, value]): [string, number][] =>
        isPlainObject(value) && typeof value.at === "number" ? [[path, value.at]] : [],
      ),
    ),
    pages:
      link.sections === null
        ? null
        : compiled.pages.filter((page) => link.sections?.includes(page.section)).map(({ name }) => name),
    savedAt: lastSave(stored),
  };
}
