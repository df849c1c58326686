import { isBlank } from "../answer-document";
import type { CompiledInstrument, Page } from "../compiled";
import { documentOf, type SectionState } from "./section-state";

export interface PageProgress {
  readonly page: Page;
  /** Rows of the page's matrices that have an answer, of all; `of` 0 where the page has no matrix. */
  readonly rows: number;
  readonly of: number;
  /** Whether anything on the page is answered. */
  readonly begun: boolean;
}

/** The pages that the answers show, each with how far it is. */
export function pageProgress(state: Pick<SectionState, "compiled" | "entries" | "given">): readonly PageProgress[] {
  const values = documentOf(state);
  const answered = answeredByQuestion(state.entries);
  return shownPages(state.compiled, values).map((page) => {
    let [rows, of, begun] = [0, 0, false];
    for (const { questions } of page.blocks) {
      for (const question of questions) {
        const count = answered.get(question.name) ?? 0;
        if (count > 0) begun = true;
        if (question.kind !== "matrix" || !question.visibleIf.every((condition) => condition.holds(values))) continue;
        rows += count;
        of += question.rows.length;
      }
    }
    return { page, rows, of, begun };
  });
}

/** Pages whose condition holds, in order. */
export function shownPages(compiled: CompiledInstrument, values: Readonly<Record<string, unknown>>): readonly Page[] {
  return compiled.pages.filter((page) => page.visibleIf?.holds(values) ?? true);
}

function answeredByQuestion(entries: ReadonlyMap<string, unknown>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [path, value] of entries) {
    if (isBlank(value)) continue;
    const name = path.split("/", 1)[0] ?? path;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
