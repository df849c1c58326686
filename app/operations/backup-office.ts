import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { BackupSummary } from "~/db/engine/backup/backup-format";
import { writeBackup } from "~/db/engine/backup/write-backup";
import type { Database } from "~/db/engine/database";
import { findOffice } from "~/db/office";

/** A backup's name: whose, and when it was begun (UTC). */
const NAME = /^meridian-[a-z0-9-]+-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.backup$/;

/** Writes a backup into a folder, under a name that tells whose it is and when it was made. */
export async function backupOffice(
  db: Database,
  { folder, at }: { readonly folder: string; readonly at: Date },
): Promise<BackupSummary & { readonly file: string }> {
  const packId = (await findOffice(db))?.packId ?? "empty";
  const moment = at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "");
  const file = join(folder, `meridian-${packId}-${moment}Z.backup`);
  return { ...(await writeBackup(db, { file, at })), file };
}

/** The backups in a folder that `backupOffice` has named, newest first. */
export function listBackups(folder: string): readonly { readonly file: string; readonly madeAt: Date }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
      if (year === undefined) return [];
      return [{ file: join(folder, name), madeAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) }];
    })
    .sort((one, other) => other.madeAt.getTime() - one.madeAt.getTime() || one.file.localeCompare(other.file));
}

/** Removes all but the newest backups; other files in the folder are left alone. */
export async function removeOldBackups({ folder, keep }: { readonly folder: string; readonly keep: number }) {
  for (const { file } of listBackups(folder).slice(keep)) await rm(file, { force: true });
}
