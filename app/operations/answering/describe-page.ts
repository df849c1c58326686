import type { Page } from "~/surveys/compiled";
import { describeSection } from "~/surveys/light-form/describe-section";
import { pageProgress } from "~/surveys/light-form/page-progress";
import type { SectionView } from "~/surveys/light-form/section-view";
import { textIn } from "~/surveys/light-form/text-in";
import { type EntryBase, writeBase } from "./entry-base";
import type { LastYear } from "./last-year";
import type { Answering } from "./open-answering";

export interface RailStep {
  readonly name: string;
  readonly title: string;
  readonly current: boolean;
  readonly done: boolean;
  readonly rows: number;
  readonly of: number;
}

/** Two texts for one entry, of which one must be chosen. */
export interface EntryConflict {
  readonly path: string;
  readonly title: string;
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
  readonly savedAt: Date;
}

/** A page of the light form, ready to be drawn. */
export interface LightPage {
  readonly view: SectionView;
  readonly rail: readonly RailStep[];
  /** Which part of how many, the last one (check and send) included. */
  readonly number: number;
  readonly of: number;
  readonly previous: { readonly name: string; readonly title: string } | null;
  /** `null`: check and send comes next. */
  readonly next: string | null;
  readonly base: string;
  readonly carried: string | null;
  /** Made for this drawing: a form sent twice is one save. */
  readonly formKey: string;
  /** Last year's year, where there is something on this page to confirm. */
  readonly confirm: string | null;
  readonly year: string | null;
  readonly conflicts: readonly EntryConflict[];
  /** Sentences at the top, each with the place that it leads to. */
  readonly problems: readonly { readonly path: string; readonly text: string }[];
  readonly savedAt: Date | null;
}

interface PageState {
  readonly answering: Answering;
  readonly page: Page;
  /** Raw values: what was typed over what is stored. */
  readonly entries: ReadonlyMap<string, unknown>;
  readonly bases: ReadonlyMap<string, EntryBase>;
  readonly lastYear: LastYear | undefined;
  readonly errors: ReadonlyMap<string, readonly string[]>;
  readonly conflicts: readonly EntryConflict[];
  readonly carried: string | null;
  readonly formKey: string;
  readonly language: string;
  readonly savedAt: Date | null;
}

export function describePage(state: PageState): LightPage {
  const { answering, page, entries, lastYear, language } = state;
  const { compiled, given } = answering;
  const view = describeSection(page, {
    compiled,
    entries,
    lastYear: lastYear?.entries ?? new Map(),
    given,
    errors: state.errors,
    language,
  });
  const rail = railOf(answering, entries, { current: page.name, language });
  const at = rail.findIndex((step) => step.current);
  const before = rail[at - 1];
  const here = new Set(page.blocks.flatMap((block) => block.questions.map((question) => question.name)));
  const nameOf = (path: string) => path.split("/", 1)[0] ?? path;
  const empty = [...(lastYear?.entries.keys() ?? [])].some(
    (path) => here.has(nameOf(path)) && entries.get(path) == null,
  );
  return {
    view,
    rail,
    number: at + 1,
    of: rail.length + 1,
    previous: before ? { name: before.name, title: before.title } : null,
    next: rail[at + 1]?.name ?? null,
    base: writeBase([...state.bases].filter(([path]) => here.has(nameOf(path)))),
    carried: state.carried,
    formKey: state.formKey,
    confirm: empty ? (lastYear?.year ?? null) : null,
    year: lastYear?.year ?? null,
    conflicts: state.conflicts,
    problems: problemsOf(state.errors, here, nameOf),
    savedAt: state.savedAt,
  };
}

/** The parts of the form that the answers show and the link opens. */
export function railOf(
  { compiled, given, link }: Pick<Answering, "compiled" | "given" | "link">,
  entries: ReadonlyMap<string, unknown>,
  { current, language }: { readonly current: string | null; readonly language: string },
): readonly RailStep[] {
  return pageProgress({ compiled, entries, given })
    .filter(({ page }) => link.sections === null || link.sections.includes(page.section))
    .map(({ page, rows, of, begun }) => ({
      name: page.name,
      title: textIn(page.title, language),
      current: page.name === current,
      done: of > 0 ? rows === of : begun,
      rows,
      of,
    }));
}

function problemsOf(
  errors: ReadonlyMap<string, readonly string[]>,
  here: ReadonlySet<string>,
  nameOf: (path: string) => string,
): LightPage["problems"] {
  return [...errors].flatMap(([path, texts]) =>
    path === "" || here.has(nameOf(path)) ? texts.map((text) => ({ path, text })) : [],
  );
}
