import { saveEntries as storeEntries } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { checkEntry } from "~/surveys/entries";
import { responseMessage } from "~/surveys/response-messages";
import { actorOf, begunResponse } from "./begun-response";
import { describeConflict } from "./describe-conflict";
import type { Answering } from "./open-answering";

export interface SentEntry {
  readonly path: string;
  readonly value: unknown;
  readonly baseVersion: number;
  readonly key: string;
  /** Taken over from last time by "confirm this section". */
  readonly confirmed?: boolean | undefined;
}

export type EntryOutcome =
  | { readonly path: string; readonly key: string; readonly outcome: "saved"; readonly version: number }
  | { readonly path: string; readonly key: string; readonly outcome: "refused"; readonly message: string }
  | {
      readonly path: string;
      readonly key: string;
      readonly outcome: "stale";
      readonly version: number;
      readonly value: unknown;
      readonly title: string;
      readonly mine: readonly string[];
      readonly theirs: readonly string[];
      readonly savedAt: string;
    };

/**
 * Saves entries that a program or the full form sends, each by itself.
 *
 * @returns one outcome for each, in their order; what is `saved` is durable, also if it was saved before by the same key
 * @throws {ConflictError} `roundNotOpen`, or `responseState` if the answers were submitted meanwhile
 */
export async function saveSentEntries(
  db: Database,
  {
    answering,
    sent,
    language,
    at,
  }: {
    readonly answering: Answering;
    readonly sent: readonly SentEntry[];
    readonly language: string;
    readonly at: Date;
  },
): Promise<readonly EntryOutcome[]> {
  const { compiled, given, link } = answering;
  const checked = sent.map((entry) => {
    const check = checkEntry(compiled, entry.path, entry.value, given);
    const foreign = check.ok && link.sections !== null && !link.sections.includes(check.section);
    return { entry, check, foreign };
  });
  const saves = checked.flatMap(({ entry, check, foreign }) =>
    check.ok && !foreign
      ? [
          {
            path: entry.path,
            baseVersion: entry.baseVersion,
            value: check.value,
            confirmed: entry.confirmed ?? false,
            clientKey: entry.key,
          },
        ]
      : [],
  );
  const stored = saves.length === 0 ? [] : await store();
  const outcomes = new Map(stored.map((outcome, index) => [saves[index]?.clientKey, outcome]));
  return checked.map(({ entry: { path, key }, check, foreign }): EntryOutcome => {
    const outcome = outcomes.get(key);
    if (!check.ok || foreign || !outcome) {
      const error = check.ok ? { code: "hidden" as const, params: {} } : check.errors[0];
      return { path, key, outcome: "refused", message: error ? responseMessage(error, language) : "" };
    }
    if (outcome.outcome !== "stale") return { path, key, outcome: "saved", version: outcome.version };
    const { title, mine, theirs, savedAt } = describeConflict(answering, outcome, language);
    const { version, value } = outcome.stored;
    return { path, key, outcome: "stale", version, value, title, mine, theirs, savedAt: savedAt.toISOString() };
  });

  async function store() {
    const response = await begunResponse(db, { answering, at });
    return storeEntries(db, { responseId: response.id, saves, actor: actorOf(answering), at });
  }
}
