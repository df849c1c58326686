import { eq } from "drizzle-orm";
import type { Response } from "./drafts";
import type { Database } from "./engine/database";
import { responses } from "./schema/responses";

/**
 * Keeps a response from being saved to, submitted or moved by others until the transaction ends, so that what is read
 * of its draft is what is submitted.
 */
export async function lockResponse(tx: Database, id: string): Promise<Response | undefined> {
  const [response] = await tx.select().from(responses).where(eq(responses.id, id)).for("update");
  return response;
}
