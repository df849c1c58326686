import type { Actor } from "~/db/audit";
import { ConflictError } from "~/db/conflict-error";
import type { Database } from "~/db/engine/database";
import { findKpiEntries, insertKpiEntry, type KpiEntry } from "~/db/kpi-entries";
import type { KpiRow } from "./read-board";

export interface EnteredFigure {
  /** `null` takes back what was entered. */
  readonly value: number | null;
  readonly of: number | null;
  readonly source: string;
  readonly asOf: string;
}

/**
 * Enters a figure of a KPI by name, with its source and date; one that is there already is put right by a further entry
 * that names it.
 *
 * @param corrects the entry that whoever corrects was looking at; `null` for the first one
 * @throws {ConflictError} `figureChanged` if another entry holds meanwhile
 */
export async function enterFigure(
  db: Database,
  {
    row: { frameworkId, actionId, position },
    cycleId,
    figure,
    corrects,
    enteredByName,
    actor,
    at,
  }: {
    readonly row: Pick<KpiRow, "frameworkId" | "actionId" | "position">;
    readonly cycleId: string;
    readonly figure: EnteredFigure;
    readonly corrects: string | null;
    readonly enteredByName: string;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<KpiEntry> {
  return db.transaction(async (tx) => {
    const before = (await findKpiEntries(tx, frameworkId)).find(({ id }) => id === corrects);
    const same =
      before?.actionId === actionId && before.position === position && before.cycleId === cycleId ? before : undefined;
    if (corrects !== null && !same) throw new ConflictError("figureChanged", "That entry is of another KPI.");
    return insertKpiEntry(tx, {
      entry: {
        frameworkId,
        actionId,
        position,
        cycleId,
        ...figure,
        enteredBy: actor.personId ?? null,
        enteredByName,
        corrects,
      },
      actor,
      at,
    });
  });
}
