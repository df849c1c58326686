import type { Logger } from "pino";
import { backupOffice, listBackups, removeOldBackups } from "~/app/operations/backup-office";
import type { Database } from "~/db/engine/database";
import { repeatWork } from "./repeated-work";

const HOUR = 3_600_000;
const LOOKS = 60_000;
/** Who just started the server wants its pages first. */
const FIRST = 5 * 60_000;

/**
 * Backs the embedded database up as often as configured, and keeps the newest. While the rows are read, pages wait.
 *
 * A backup that fails is reported and made again at the next look, a minute later.
 */
export function startBackups({
  db,
  log,
  now,
  folder,
  hours,
  keep,
  first = FIRST,
}: {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => Date;
  readonly folder: string;
  /** 0 for never. */
  readonly hours: number;
  readonly keep: number;
  readonly first?: number;
}): { readonly stop: () => Promise<void> } {
  if (hours === 0) return { stop: async () => {} };

  async function backUpIfDue(): Promise<void> {
    const at = now();
    const newest = listBackups(folder)[0]?.madeAt;
    // One from the future was made before the clock was set back.
    if (newest && newest <= at && at.getTime() - newest.getTime() < hours * HOUR) return;
    const { file, rows } = await backupOffice(db, { folder, at });
    await removeOldBackups({ folder, keep });
    log.info({ file, rows }, "backed up");
  }

  let work: ReturnType<typeof repeatWork> | undefined;
  const begin = setTimeout(() => {
    work = repeatWork(backUpIfDue, { every: LOOKS, log, failure: "the database could not be backed up" });
  }, first);
  begin.unref();
  return {
    stop: async () => {
      clearTimeout(begin);
      await work?.stop();
    },
  };
}
