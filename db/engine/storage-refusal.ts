import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "./database";

/** SQLSTATE of what a database says that may be read only, or whose disk is full. */
const readOnlyOrFull: ReadonlySet<string> = new Set(["25006", "53100"]);
const WithCode = z.object({ code: z.string() });
const WithCause = z.object({ cause: z.unknown() });

/** Whether the database refused to store something because it has no room or may be read only. */
export function isStorageRefusal(error: unknown): boolean {
  const code = WithCode.safeParse(error);
  if (code.success && readOnlyOrFull.has(code.data.code)) return true;
  const caused = WithCause.safeParse(error);
  return caused.success && caused.data.cause !== undefined && isStorageRefusal(caused.data.cause);
}

/** Does a write that a page can do without: left out while the database stores nothing. */
export async function writeIfPossible(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!isStorageRefusal(error)) throw error;
  }
}

/** Whether the database stores what it is given now: not while its disk is full, nor on a standby. */
export async function mayStore(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ readonly: string }>(
    sql`select current_setting('transaction_read_only') as readonly`,
  );
  return row?.readonly === "off";
}
