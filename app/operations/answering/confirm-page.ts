import { type EntrySave, saveEntries } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { isBlank } from "~/surveys/answer-document";
import { actorOf, begunResponse } from "./begun-response";
import { markOf } from "./entry-base";
import { findLastYear } from "./last-year";
import type { Answering } from "./open-answering";
import { findPage } from "./show-page";
import { storedEntries, valuesOf } from "./stored-entries";

/**
 * "Nothing changed since last year": fills what is empty on a page with last year's answers, each marked as confirmed.
 *
 * @returns how many were filled; `undefined` if the link opens no such page
 * @throws {ConflictError} `roundNotOpen`, or `responseState` if the answers were submitted meanwhile
 */
export async function confirmPage(
  db: Database,
  {
    answering,
    name,
    formKey,
    at,
  }: { readonly answering: Answering; readonly name: string; readonly formKey: string; readonly at: Date },
): Promise<number | undefined> {
  if (answering.kind !== "kept") return undefined;
  const [stored, lastYear] = await Promise.all([storedEntries(db, answering), findLastYear(db, answering)]);
  const page = findPage(answering, valuesOf(stored), name);
  if (!page) return undefined;
  const here = new Set(page.blocks.flatMap((block) => block.questions.map((question) => question.name)));
  const saves = [...(lastYear?.entries ?? [])].flatMap(([path, value]): EntrySave[] => {
    const entry = stored.get(path);
    if (!here.has(path.split("/", 1)[0] ?? path) || !isBlank(entry?.value)) return [];
    const clientKey = `${formKey}.confirm.${markOf(path)}`;
    return [{ path, baseVersion: entry?.version ?? 0, value, confirmed: true, clientKey }];
  });
  if (saves.length === 0) return 0;
  const response = await begunResponse(db, { answering, at });
  // Somebody who answered meanwhile comes first: a stale confirmation is simply not made.
  const outcomes = await saveEntries(db, { responseId: response.id, saves, actor: actorOf(answering), at });
  return outcomes.filter(({ outcome }) => outcome !== "stale").length;
}
