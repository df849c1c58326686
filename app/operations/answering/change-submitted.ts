import { type EntrySave, readDraft, saveEntries } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import { reopenResponse, signOffResponse, withdrawResponse } from "~/db/response-states";
import { findLatestRevision } from "~/db/submissions";
import { isBlank } from "~/surveys/answer-document";
import { splitDocument } from "~/surveys/entries";
import { actorOf } from "./begun-response";
import { markOf } from "./entry-base";
import type { Answering } from "./open-answering";

interface Change {
  readonly answering: Answering;
  readonly at: Date;
}

/**
 * The member takes its submission back to change it, or begins again after a withdrawal, until the round closes. The draft
 * becomes what was submitted, also where that came another way; answers that were hidden stay in it.
 *
 * @throws {ConflictError} `responseState` if it is open already, `roundNotOpen` after closing
 */
export async function reopenAnswers(db: Database, { answering, reason, at }: Change & { readonly reason: string }) {
  const { response, compiled } = answering;
  if (!response) throw new RangeError("nothing was submitted");
  const actor = actorOf(answering);
  return db.transaction(async (tx) => {
    const reopened = await reopenResponse(tx, { responseId: response.id, reason, actor, at });
    const revision = await findLatestRevision(tx, response.id);
    const submitted = new Map(
      splitDocument(compiled, revision?.document ?? {}).map(({ path, value }) => [path, value]),
    );
    const hidden = new Set(revision?.hidden);
    const draft = new Map((await readDraft(tx, response.id)).map((entry) => [entry.path, entry]));
    const clientKey = `reopen.${reopened.currentRevision}`;
    const saves = [...new Set([...submitted.keys(), ...draft.keys()])].flatMap((path): EntrySave[] => {
      const entry = draft.get(path);
      const value = submitted.get(path) ?? null;
      if (value === null && (isBlank(entry?.value) || hidden.has(path.split("/", 1)[0] ?? ""))) return [];
      if (markOf(value) === markOf(entry?.value) || restsInPanel(value, entry?.value)) return [];
      return [{ path, baseVersion: entry?.version ?? 0, value, clientKey: `${clientKey}.${markOf(path)}` }];
    });
    if (saves.length > 0) await saveEntries(tx, { responseId: response.id, saves, actor, at });
    return reopened;
  });
}

/** Panels of a draft may hold more than was submitted (their order, hidden answers); then they stay. */
function restsInPanel(submitted: unknown, drafted: unknown): boolean {
  if (typeof submitted !== "object" || typeof drafted !== "object" || submitted === null || drafted === null)
    return false;
  if (Array.isArray(submitted) || Array.isArray(drafted)) return false;
  const before = new Map(Object.entries(drafted));
  return Object.entries(submitted).every(
    ([name, value]) => name === "at" || markOf(value) === markOf(before.get(name)),
  );
}

/**
 * The member withdraws its response: it stays with its history and counts nowhere.
 *
 * @throws {ConflictError} `responseState` if it is withdrawn already
 */
export async function withdrawAnswers(
  db: Database,
  { answering, reason, at }: Change & { readonly reason: string | null },
) {
  if (!answering.response) throw new RangeError("nothing was begun");
  return withdrawResponse(db, { responseId: answering.response.id, reason, actor: actorOf(answering), at });
}

/**
 * The head signs the submission off by name.
 *
 * @param revision the revision that was read
 * @throws {ConflictError} `responseState` if another revision was submitted meanwhile
 */
export async function signOffAnswers(
  db: Database,
  {
    answering,
    revision,
    signedName,
    personId,
    at,
  }: Change & { readonly revision: number; readonly signedName: string; readonly personId: string | undefined },
) {
  if (!answering.response) throw new RangeError("nothing was submitted");
  const actor = { ...actorOf(answering), personId };
  return signOffResponse(db, { responseId: answering.response.id, revision, signedName, actor, at });
}
