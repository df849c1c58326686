import type { Database } from "~/db/engine/database";
import { isPlainObject } from "~/surveys/answer-document";
import { entryInWords } from "~/surveys/light-form/answers-in-words";
import { openedBy, openedKey } from "~/surveys/light-form/raw-answers";
import { documentOf } from "~/surveys/light-form/section-state";
import { textIn } from "~/surveys/light-form/text-in";
import { toModelData } from "~/surveys/model-data";
import { readCarried } from "./carried-entries";
import { findLastYear } from "./last-year";
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
  /** Where the definition lies; its version stands in the address, so that it is loaded once for the round. */
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
  /** What the member answered last time, beside the questions that say so. */
  readonly lastYear: { readonly year: string; readonly entries: readonly EarlierEntry[] } | null;
  /** Whether the answers came along from the light form, since the office keeps none: they are newer than this device's. */
  readonly carried: boolean;
}

/** An answer of last time: where it belongs, as the form takes it, and as people read it. */
export interface EarlierEntry {
  readonly path: string;
  readonly page: string;
  readonly value: unknown;
  readonly words: string;
}

/**
 * What SurveyJS needs in the browser to go on where the answers stand.
 *
 * @param carried the light form's hidden field, where the office keeps no draft
 */
export async function openFullForm(
  db: Database,
  {
    answering,
    language,
    carried,
  }: { readonly answering: Answering; readonly language: string; readonly carried?: string | undefined },
): Promise<FullForm> {
  const { compiled, given, link, token, versionId } = answering;
  const stored = await storedEntries(db, answering);
  const entries = carried === undefined ? valuesOf(stored) : readCarried(compiled, carried);
  const lastYear = await findLastYear(db, answering);
  return {
    title: textIn(compiled.title, language),
    definition: `/a/${token}/definition?version=${versionId}`,
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
    lastYear: lastYear ? { year: lastYear.year, entries: earlierEntries(answering, lastYear.entries, language) } : null,
    carried: carried !== undefined,
  };
}

function earlierEntries(
  { compiled }: Answering,
  entries: ReadonlyMap<string, unknown>,
  language: string,
): readonly EarlierEntry[] {
  return [...entries].flatMap(([path, value]): EarlierEntry[] => {
    const question = compiled.questionByName.get(path.split("/", 1)[0] ?? path);
    const words = entryInWords(compiled, path, value, language).flatMap(({ texts }) => texts);
    return question ? [{ path, page: question.page, value, words: words.join(", ") }] : [];
  });
}
