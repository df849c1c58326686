import { z } from "zod";
import type { Actor } from "~/db/audit";
import type { Database } from "~/db/engine/database";
import { findOffice, updateOfficeSettings } from "~/db/office";

/** Whether the office lets its coordinator and planner read what a member answered, by name. */
export type NamedRatings = "visible" | "hidden";

const Settings = z.object({ namedRatings: z.enum(["visible", "hidden"]).catch("visible") });

/** The office's setting; `visible` where it has set none. */
export async function findNamedRatings(db: Database): Promise<NamedRatings> {
  return Settings.parse((await findOffice(db))?.settings ?? {}).namedRatings;
}

export async function setNamedRatings(
  db: Database,
  { namedRatings, actor, at }: { readonly namedRatings: NamedRatings; readonly actor: Actor; readonly at: Date },
): Promise<void> {
  await updateOfficeSettings(db, { settings: { namedRatings }, actor, at });
}
