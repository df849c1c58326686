import { asc, eq } from "drizzle-orm";
import { type Actor, recordAudit } from "./audit";
import type { Database } from "./engine/database";
import { type PackSetting, settings } from "./schema/region";

export interface EffectiveSetting extends PackSetting<unknown> {
  readonly key: string;
  /** Whether the office set another value than the pack. */
  readonly changed: boolean;
  readonly pack: PackSetting<unknown>;
}

/** All settings, the office's value where it set one. */
export async function findSettings(db: Database): Promise<readonly EffectiveSetting[]> {
  const rows = await db.select().from(settings).orderBy(asc(settings.key));
  return rows.map((row) => ({
    ...(row.office ?? row.pack),
    key: row.key,
    changed: row.office !== null,
    pack: row.pack,
  }));
}

/**
 * Sets the office's own value with its basis, or returns to the pack's with `null`.
 *
 * @returns whether there is such a setting
 */
export async function updateSetting(
  db: Database,
  { key, value, actor, at }: { key: string; value: { value: unknown; basis: string } | null; actor: Actor; at: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const office = value === null ? null : { ...value, assumption: true as const };
    const changed = await tx
      .update(settings)
      .set({ office, changedAt: at })
      .where(eq(settings.key, key))
      .returning({ key: settings.key });
    if (changed.length === 0) return false;
    await recordAudit(tx, {
      at,
      actor,
      action: value === null ? "setting:reset" : "setting:change",
      subjectType: "setting",
      subjectId: key,
    });
    return true;
  });
}
