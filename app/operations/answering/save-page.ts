import { type EntrySave, type SavedEntry, saveEntries } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { describeSection } from "~/surveys/light-form/describe-section";
import type { FormFields } from "~/surveys/light-form/read-section";
import { actorOf, begunResponse } from "./begun-response";
import { readCarried, writeCarried } from "./carried-entries";
import { errorsByPlace } from "./check-answers";
import { describeConflict } from "./describe-conflict";
import { describePage, type LightPage } from "./describe-page";
import { type EntryBase, markOf, readBase } from "./entry-base";
import { findLastYear } from "./last-year";
import type { Answering } from "./open-answering";
import { readPage, type SentPage } from "./read-page";
import { findPage } from "./show-page";
import { basesOf, lastSave, type StoredEntries, storedEntries, valuesOf } from "./stored-entries";

export type SavedPage =
  /** All of it is stored (or carried on). `opened`: an answer on this page made another question of it appear. */
  | {
      readonly outcome: "saved";
      readonly opened: boolean;
      readonly next: string | null;
      readonly previous: string | null;
      readonly carried: string | null;
    }
  /** What fits is stored; the page is shown again with what does not, as typed, and with both texts of a conflict. */
  | { readonly outcome: "again"; readonly page: LightPage; readonly conflict: boolean };

interface SaveRequest {
  readonly answering: Answering;
  readonly name: string;
  readonly fields: FormFields;
  /** Key of a panel, if one is added. */
  readonly newKey: string;
  /** Key of the page, if it is shown again. */
  readonly nextFormKey: string;
  readonly language: string;
  readonly at: Date;
}

/**
 * Saves what a page of the light form sent, entry by entry: what was not changed since the page was drawn is left
 * alone, what somebody else changed meanwhile is a conflict for that entry only.
 *
 * @returns `undefined` if the link opens no such page
 * @throws {ConflictError} `roundNotOpen`, or `responseState` if the answers were submitted meanwhile
 */
export async function savePage(db: Database, request: SaveRequest): Promise<SavedPage | undefined> {
  const { answering, name, fields, newKey, language, at } = request;
  const kept = answering.kind === "kept";
  const stored = await storedEntries(db, answering);
  const before = kept ? valuesOf(stored) : readCarried(answering.compiled, fields.get("carried")?.[0] ?? "{}");
  const page = findPage(answering, before, name) ?? answering.compiled.pages.find((known) => known.name === name);
  if (!page || (answering.link.sections !== null && !answering.link.sections.includes(page.section))) return undefined;
  const sent = readPage(page, fields, { ...answering, entries: before, newKey });

  const saves = kept ? savesOf(sent, { stored, fields }) : [];
  const { response, outcomes } = await store(db, { answering, saves, at });
  const stale = outcomes.filter((outcome) => outcome.outcome === "stale");
  const changed = kept ? saves.map(({ path, value }) => [path, value] as const) : sent.fitting;
  const after = new Map([...before, ...changed]);

  if (sent.errors.length === 0 && stale.length === 0) {
    const shape = { answering, page, lastYear: undefined, errors: new Map(), conflicts: [], carried: null, language };
    const { next, previous } = describePage({
      ...shape,
      entries: after,
      bases: new Map(),
      formKey: "",
      savedAt: null,
    });
    const asked = (entries: ReadonlyMap<string, unknown>) => askedOf(answering, page, entries, language);
    const seen = new Set((fields.get("unasked")?.[0] ?? "").split(" "));
    const opened = [...seen].some((path) => path !== "" && asked(after).has(path));
    const carried = kept ? null : writeCarried(after);
    return { outcome: "saved", opened, next, previous: previous?.name ?? null, carried };
  }
  const [now, lastYear] = await Promise.all([
    kept ? storedEntries(db, { ...answering, response }) : stored,
    findLastYear(db, answering),
  ]);
  return {
    outcome: "again",
    conflict: stale.length > 0,
    page: describePage({
      answering,
      page,
      entries: new Map([...(kept ? valuesOf(now) : before), ...sent.raw]),
      bases: basesOf(now),
      lastYear,
      errors: errorsByPlace(sent.errors, language),
      conflicts: stale.map((outcome) => describeConflict(answering, outcome, language)),
      carried: kept ? null : writeCarried(after),
      formKey: request.nextFormKey,
      language,
      savedAt: lastSave(now),
    }),
  };
}

/** The saves of entries that were changed on the page. */
function savesOf(
  { fitting, kept }: SentPage,
  { stored, fields }: { readonly stored: StoredEntries; readonly fields: FormFields },
): readonly EntrySave[] {
  const bases = readBase(fields.get("base")?.[0] ?? "");
  const formKey = (fields.get("key")?.[0] ?? "").slice(0, 60);
  return [...fitting].flatMap(([path, value]): EntrySave[] => {
    const base: EntryBase = bases.get(path) ?? { version: 0, mark: markOf(null) };
    const mark = markOf(value);
    const mine = kept.get(path) === "mine";
    if ((mark === base.mark && !mine) || kept.get(path) === "theirs") return [];
    if (mark === markOf(stored.get(path)?.value)) return [];
    // The value is part of the key: the same page sent twice is one save, another text sent by it is another.
    return [{ path, baseVersion: base.version, value, clientKey: `${formKey}.${markOf(path)}.${mark}` }];
  });
}

async function store(
  db: Database,
  { answering, saves, at }: { answering: Answering; saves: readonly EntrySave[]; at: Date },
): Promise<{ readonly response: Answering["response"]; readonly outcomes: readonly SavedEntry[] }> {
  if (saves.length === 0) return { response: answering.response, outcomes: [] };
  const response = await begunResponse(db, { answering, at });
  return {
    response,
    outcomes: await saveEntries(db, { responseId: response.id, saves, actor: actorOf(answering), at }),
  };
}

/** Questions of the page that the answers show. */
function askedOf(
  { compiled, given }: Answering,
  page: Parameters<typeof describeSection>[0],
  entries: ReadonlyMap<string, unknown>,
  language: string,
): ReadonlySet<string> {
  const view = describeSection(page, { compiled, entries, lastYear: new Map(), given, errors: new Map(), language });
  const controls = view.blocks.flatMap((block) => block.controls);
  return new Set(
    controls.flatMap((control) => [
      control.path,
      ...(control.kind === "rows" ? control.panels.flatMap((panel) => panel.controls.map(({ path }) => path)) : []),
    ]),
  );
}
