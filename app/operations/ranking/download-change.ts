import type { Database } from "~/db/engine/database";
import { compareRuns, findComparison } from "./find-comparison";
import type { Localized } from "./ranking-document";
import { changeTable, type DownloadTable } from "./ranking-tables";
import { findStoredRanking, type StoredRanking } from "./stored-ranking";

/** What changed since the ranking before, or since another run that the office names, as a table to download. */
export async function downloadChange(
  db: Database,
  {
    stored,
    otherId,
    pick,
    ...reader
  }: {
    readonly stored: StoredRanking;
    readonly otherId?: string;
    readonly office: boolean;
    readonly publishedAt?: Date;
    readonly pick: (text: Localized) => string;
  },
): Promise<DownloadTable | undefined> {
  const other = otherId === undefined ? undefined : await findStoredRanking(db, otherId);
  if (otherId !== undefined && !other) return undefined;
  const comparison = other
    ? await compareRuns(db, { now: stored, before: other, office: reader.office })
    : await findComparison(db, { stored, ...reader });
  return comparison && changeTable(comparison, { office: reader.office, pick });
}
