import { recordAudit } from "~/db/audit";
import type { Database } from "~/db/engine/database";

/** Notes that somebody read what members' answers look like by name. */
export async function recordReading(
  db: Database,
  { runId, personId, at }: { readonly runId: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  await recordAudit(db, {
    at,
    actor: { personId },
    action: "ranking:readNamed",
    subjectType: "analysisRun",
    subjectId: runId,
  });
}
