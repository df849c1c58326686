import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { type Actor, recordAudit } from "./audit";
import { ConflictError } from "./conflict-error";
import type { Database } from "./engine/database";
import { preparedQuery } from "./engine/prepared-query";
import { requireOpenRound } from "./round-window";
import { draftEntries, draftSaves, responseStateChanges, responses } from "./schema/responses";
import { invitations } from "./schema/rounds";

export type Response = typeof responses.$inferSelect;
export type DraftEntry = typeof draftEntries.$inferSelect;

export async function findResponse(db: Database, id: string): Promise<Response | undefined> {
  const [response] = await db.select().from(responses).where(eq(responses.id, id));
  return response;
}

/** The one response of an invitation that is not shared. */
export async function findResponseOfInvitation(db: Database, invitationId: string): Promise<Response | undefined> {
  const [response] = await db
    .select()
    .from(responses)
    .where(and(eq(responses.invitationId, invitationId), eq(responses.shared, false)));
  return response;
}

/**
 * The response of an invitation, begun if there is none: two who open the form at once get the same. An invitation with
 * a shared link (`shared`) begins another one at each call.
 *
 * @returns `undefined` if there is no such invitation, or it was withdrawn
 */
export async function beginResponse(
  db: Database,
  { invitationId, shared = false, actor, at }: { invitationId: string; shared?: boolean; actor: Actor; at: Date },
): Promise<Response | undefined> {
  return db.transaction(async (tx) => {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(and(eq(invitations.id, invitationId), isNull(invitations.revokedAt)));
    if (!invitation) return undefined;
    const { roundId, memberId } = invitation;
    const [begun] = await tx
      .insert(responses)
      .values({ id: newId(), roundId, invitationId, memberId, shared, createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .returning();
    if (!begun) return findResponseOfInvitation(tx, invitationId);
    await tx.insert(responseStateChanges).values({
      id: newId(),
      responseId: begun.id,
      toState: "draft",
      revision: 0,
      personId: actor.personId ?? null,
      linkId: actor.linkId ?? null,
      at,
    });
    await recordAudit(tx, { at, actor, action: "response:begin", subjectType: "response", subjectId: begun.id });
    return begun;
  });
}

/** The entries of a draft by path; those taken away have the value `null`. */
export async function readDraft(db: Database, responseId: string): Promise<readonly DraftEntry[]> {
  return draftOf(db).execute({ responseId });
}

const draftOf = preparedQuery((db) =>
  db
    .select()
    .from(draftEntries)
    .where(eq(draftEntries.responseId, sql.placeholder("responseId")))
    .orderBy(asc(draftEntries.path))
    .prepare("draft"),
);

export interface EntrySave {
  /** The question, or the row or panel of one: the unit in which two people can meet. */
  readonly path: string;
  /** Version of the entry that was edited, 0 if there was none. */
  readonly baseVersion: number;
  /** JSON; `null` takes the answer away. */
  readonly value: unknown;
  readonly confirmed?: boolean;
  /** Made by the client, one for each save: repeating it is harmless. */
  readonly clientKey: string;
}

export type SavedEntry =
  | { readonly outcome: "saved"; readonly path: string; readonly version: number }
  /** This very save was stored before; `version` is the one that it got then. */
  | { readonly outcome: "repeated"; readonly path: string; readonly version: number }
  /** Somebody else saved the entry meanwhile: nothing was changed, both values are here. */
  | { readonly outcome: "stale"; readonly path: string; readonly stored: DraftEntry; readonly sent: unknown };

/**
 * Saves entries of a draft, each by itself: a stale one does not keep the others back. Saving what is stored already is
 * no conflict.
 *
 * @returns one outcome for each save, in their order; what is `saved` or `repeated` is durable
 * @throws {ConflictError} `roundNotOpen`, or `responseState` if the response is no draft any more
 */
export async function saveEntries(
  db: Database,
  { responseId, saves, actor, at }: { responseId: string; saves: readonly EntrySave[]; actor: Actor; at: Date },
): Promise<readonly SavedEntry[]> {
  return db.transaction(async (tx) => {
    const [response] = await tx.select().from(responses).where(eq(responses.id, responseId)).for("share");
    if (!response || (response.state !== "draft" && response.state !== "reopened")) {
      throw new ConflictError("responseState", "These answers have been submitted and can no longer be changed.");
    }
    await requireOpenRound(tx, { roundId: response.roundId, memberId: response.memberId, at });
    const outcomes: SavedEntry[] = [];
    for (const save of saves) outcomes.push(await storeEntry(tx, { responseId, save, actor, at }));
    return outcomes;
  });
}

/** One entry of `saveEntries`. */
export async function saveEntry(
  db: Database,
  { responseId, actor, at, ...save }: EntrySave & { responseId: string; actor: Actor; at: Date },
): Promise<SavedEntry> {
  const [outcome] = await saveEntries(db, { responseId, saves: [save], actor, at });
  if (!outcome) throw new Error("a save has an outcome");
  return outcome;
}

async function storeEntry(
  tx: Database,
  { responseId, save, actor, at }: { responseId: string; save: EntrySave; actor: Actor; at: Date },
): Promise<SavedEntry> {
  const { path, baseVersion, clientKey } = save;
  const version = baseVersion + 1;
  const noted = await tx
    .insert(draftSaves)
    .values({ responseId, clientKey, path, version })
    .onConflictDoNothing()
    .returning({ version: draftSaves.version });
  if (noted.length === 0) return repeatedSave(tx, { responseId, clientKey });

  const content = {
    value: save.value,
    confirmed: save.confirmed ?? false,
    linkId: actor.linkId ?? null,
    personId: actor.personId ?? null,
    savedAt: at,
  };
  const stored =
    baseVersion === 0
      ? await tx
          .insert(draftEntries)
          .values({ responseId, path, version, ...content })
          .onConflictDoNothing()
          .returning({ version: draftEntries.version })
      : await tx
          .update(draftEntries)
          .set({ version, ...content })
          .where(
            and(
              eq(draftEntries.responseId, responseId),
              eq(draftEntries.path, path),
              eq(draftEntries.version, baseVersion),
            ),
          )
          .returning({ version: draftEntries.version });
  if (stored.length > 0) return { outcome: "saved", path, version };
  return staleSave(tx, { responseId, save });
}

async function repeatedSave(
  tx: Database,
  { responseId, clientKey }: { responseId: string; clientKey: string },
): Promise<SavedEntry> {
  const [before] = await tx
    .select()
    .from(draftSaves)
    .where(and(eq(draftSaves.responseId, responseId), eq(draftSaves.clientKey, clientKey)));
  if (!before) throw new Error("a save that was in the way has gone");
  return { outcome: "repeated", path: before.path, version: before.version };
}

async function staleSave(
  tx: Database,
  { responseId, save }: { responseId: string; save: EntrySave },
): Promise<SavedEntry> {
  const [found] = await tx
    .select({
      entry: draftEntries,
      same: sql<boolean>`${draftEntries.value} is not distinct from ${
        save.value === null || save.value === undefined ? null : JSON.stringify(save.value)
      }::jsonb`,
    })
    .from(draftEntries)
    .where(and(eq(draftEntries.responseId, responseId), eq(draftEntries.path, save.path)));
  if (!found) {
    throw new RangeError(`version ${save.baseVersion} of ${save.path} was never stored`);
  }
  const key = and(eq(draftSaves.responseId, responseId), eq(draftSaves.clientKey, save.clientKey));
  if (found.same) {
    await tx.update(draftSaves).set({ version: found.entry.version }).where(key);
    return { outcome: "saved", path: save.path, version: found.entry.version };
  }
  await tx.delete(draftSaves).where(key);
  return { outcome: "stale", path: save.path, stored: found.entry, sent: save.value };
}
