import type { Database } from "~/db/engine/database";
import type { Page } from "~/surveys/compiled";
import { shownPages } from "~/surveys/light-form/page-progress";
import { documentOf } from "~/surveys/light-form/section-state";
import { readCarried, writeCarried } from "./carried-entries";
import { checkEntries, errorsByPlace } from "./check-answers";
import { describePage, type LightPage } from "./describe-page";
import { findLastYear } from "./last-year";
import type { Answering } from "./open-answering";
import { basesOf, lastSave, storedEntries, valuesOf } from "./stored-entries";

/**
 * A page of the light form as it stands.
 *
 * @param carried the hidden field that the answers came in, for those that are not kept at the office
 * @param withErrors whether to say at each field what is missing for sending
 * @returns `undefined` if there is no such page, the answers hide it, or the link does not open it
 */
export async function showPage(
  db: Database,
  {
    answering,
    name,
    carried = "{}",
    withErrors = false,
    formKey,
    language,
  }: {
    readonly answering: Answering;
    readonly name: string;
    readonly carried?: string;
    readonly withErrors?: boolean;
    readonly formKey: string;
    readonly language: string;
  },
): Promise<LightPage | undefined> {
  const kept = answering.kind === "kept";
  const [stored, lastYear] = await Promise.all([storedEntries(db, answering), findLastYear(db, answering)]);
  const entries = kept ? valuesOf(stored) : readCarried(answering.compiled, carried);
  const page = findPage(answering, entries, name);
  if (!page) return undefined;
  const checked = withErrors ? checkEntries(answering, entries) : undefined;
  return describePage({
    answering,
    page,
    entries,
    bases: basesOf(stored),
    lastYear,
    errors: checked && !checked.ok ? errorsByPlace(checked.errors, language) : new Map(),
    conflicts: [],
    carried: kept ? null : writeCarried(entries),
    formKey,
    language,
    savedAt: lastSave(stored),
  });
}

/** The page of a name, if the answers show it and the link opens it. */
export function findPage(
  { compiled, given, link }: Pick<Answering, "compiled" | "given" | "link">,
  entries: ReadonlyMap<string, unknown>,
  name: string,
): Page | undefined {
  return shownPages(compiled, documentOf({ compiled, entries, given })).find(
    (page) => page.name === name && (link.sections === null || link.sections.includes(page.section)),
  );
}
