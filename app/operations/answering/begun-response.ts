import type { Actor } from "~/db/audit";
import { beginResponse, type Response } from "~/db/drafts";
import type { Database } from "~/db/engine/database";
import type { Answering } from "./open-answering";

/** The response of a kept answering, begun with its first save. */
export async function begunResponse(
  db: Database,
  { answering, at }: { readonly answering: Answering; readonly at: Date },
): Promise<Response> {
  if (answering.response) return answering.response;
  const { id } = answering.invitation;
  const response = await beginResponse(db, { invitationId: id, actor: actorOf(answering), at });
  if (!response) throw new RangeError(`the invitation ${id} was withdrawn`);
  return response;
}

/** Whoever holds the link. */
export const actorOf = ({ link }: Pick<Answering, "link">): Actor => ({ linkId: link.id });
