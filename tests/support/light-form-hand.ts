import type { LightPage } from "~/app/operations/answering/describe-page";
import type { Answering } from "~/app/operations/answering/open-answering";
import { type SavedPage, savePage } from "~/app/operations/answering/save-page";
import { showPage } from "~/app/operations/answering/show-page";
import type { Database } from "~/db/engine/database";
import type { Control, InnerControl, RowsControl } from "~/surveys/light-form/section-view";
import { noon } from "./office";

// Somebody who fills in the light form by hand: looks at a page, types what belongs there, presses a button.

type Fields = Map<string, string[]>;
type Answers = Readonly<Record<string, unknown>>;

const isAnswers = (value: unknown): value is Answers =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What the browser sends of a page as it stands, with the answers of a document typed over it. */
export function typedFields(page: LightPage, document: Answers, pressed = "next"): Fields {
  const fields: Fields = new Map([
    ["key", [page.formKey]],
    ["unasked", [page.view.unasked.join(" ")]],
    ["base", [page.base]],
    ["carried", [page.carried ?? "{}"]],
    ["do", [pressed]],
  ]);
  for (const control of page.view.blocks.flatMap((block) => block.controls)) typeControl(fields, control, document);
  return fields;
}

function typeControl(fields: Fields, control: Control, document: Answers): void {
  const [name = ""] = control.path.split("/");
  if (control.kind !== "rows") {
    typeInner(fields, control, document[name]);
    return;
  }
  const rows = document[name];
  for (const panel of control.panels) {
    if (panel.at !== null) fields.set(name, [...(fields.get(name) ?? []), `${panel.key}:${panel.at}`]);
    const row = (Array.isArray(rows) ? rows : [])
      .filter(isAnswers)
      .find((candidate) => candidate.key === panel.key || candidate.id === panel.key);
    for (const inner of panel.controls) typeInner(fields, inner, row?.[inner.path.split("/")[2] ?? ""]);
  }
}

function typeInner(fields: Fields, control: InnerControl, answer: unknown): void {
  if (control.kind === "matrix") {
    for (const row of control.rows) {
      const cell = isAnswers(answer) ? answer[row.path.split("/").at(-1) ?? ""] : undefined;
      if (cell !== undefined) fields.set(row.path, [String(cell)]);
    }
    return;
  }
  if (Array.isArray(answer)) fields.set(control.path, answer.map(String));
  else if (answer !== undefined) fields.set(control.path, [String(answer)]);
}

/** Panels of a document that a page does not show yet. */
function missingPanel(page: LightPage, document: Answers): { name: string; key: string } | undefined {
  const rows = page.view.blocks
    .flatMap((block) => block.controls)
    .filter((control): control is RowsControl => control.kind === "rows" && control.own);
  for (const { path, panels } of rows) {
    const wanted = document[path];
    for (const row of Array.isArray(wanted) ? wanted.filter(isAnswers) : []) {
      const key = String(row.key);
      if (!panels.some((panel) => panel.key === key)) return { name: path, key };
    }
  }
  return undefined;
}

/**
 * Goes through all pages of the light form with the answers of a document; adds panels by their button, and goes over a
 * page again where an answer opens another question.
 *
 * @returns the hidden field with the answers, where the office keeps none
 */
export async function fillLightForm(
  db: Database,
  reopen: () => Promise<Answering>,
  document: Answers,
): Promise<string> {
  let carried = "{}";
  const { compiled } = await reopen();
  for (const { name } of compiled.pages) {
    for (let turn = 0; turn < 20; turn++) {
      const answering = await reopen();
      const page = await showPage(db, { answering, name, carried, formKey: `form-${name}-${turn}`, language: "en" });
      if (!page) break;
      const missing = missingPanel(page, document);
      const saved: SavedPage | undefined = await savePage(db, {
        answering,
        name,
        fields: typedFields(page, document, missing ? `add:${missing.name}` : "next"),
        newKey: missing?.key ?? "unused",
        nextFormKey: "again",
        language: "en",
        at: noon,
      });
      if (saved?.outcome !== "saved") throw new Error(`page ${name}: ${JSON.stringify(saved?.page.problems)}`);
      carried = saved.carried ?? "{}";
      if (!missing && !saved.opened) break;
    }
  }
  return carried;
}
