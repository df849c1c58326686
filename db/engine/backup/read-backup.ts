import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { DatabaseProblem } from "../database-problem";
import { BackupEnd, BackupHeader, TableHeading } from "./backup-format";

export interface BackupReader {
  /** Called for each table in the file's order, before its rows. */
  readonly table?: (heading: TableHeading) => Promise<void>;
  readonly row?: (line: string) => Promise<void> | undefined;
}

/**
 * Reads a backup from its beginning to its end and checks it against the sum at its end.
 *
 * What is given to the reader is not yet known to be whole: read once without one before anything is stored.
 *
 * @returns the header, and the rows of each table
 * @throws {DatabaseProblem} if the file is no backup, was cut short or has changed
 */
export async function readBackup(
  file: string,
  reader: BackupReader = {},
): Promise<{ readonly header: BackupHeader; readonly rows: Readonly<Record<string, number>> }> {
  const hash = createHash("sha256");
  let header: BackupHeader | undefined;
  let end: z.infer<typeof BackupEnd>["end"] | undefined;
  const counted: Record<string, number> = {};
  let table = "";
  try {
    for await (const line of linesOf(file)) {
      if (end) throw damaged(file);
      if (line.startsWith('"')) {
        counted[table] = (counted[table] ?? 0) + 1;
        const waits = reader.row?.(z.string().parse(JSON.parse(line)));
        if (waits) await waits;
      } else {
        const value: unknown = JSON.parse(line);
        const ended = BackupEnd.safeParse(value);
        if (ended.success) {
          end = ended.data.end;
          continue;
        }
        if (header) {
          const heading = TableHeading.parse(value);
          table = heading.table;
          counted[table] = 0;
          await reader.table?.(heading);
        } else header = BackupHeader.parse(value);
      }
      hash.update(`${line}\n`);
    }
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    if (error instanceof SyntaxError || error instanceof z.ZodError || hasCode(error, /^Z_/)) {
      throw header ? damaged(file) : new DatabaseProblem(`${file} is not a backup of Meridian.`, { cause: error });
    }
    if (hasCode(error, /^(ENOENT|EACCES|EISDIR|EPERM)$/)) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new DatabaseProblem(`The backup cannot be read: ${reason}`, { cause: error });
    }
    throw error;
  }
  if (!header) throw new DatabaseProblem(`${file} is not a backup of Meridian.`);
  const whole = end && end.sha256 === hash.digest("hex") && sameCounts(end.rows, counted);
  if (!whole) throw damaged(file);
  return { header, rows: counted };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.once("error", (error) => gunzip.destroy(error));
  let failed: Error | undefined;
  gunzip.once("error", (error) => {
    failed = error;
  });
  for await (const line of createInterface({ input: source.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY }))
    yield line;
  if (failed) throw failed;
}

function sameCounts(said: Readonly<Record<string, number>>, counted: Readonly<Record<string, number>>): boolean {
  const names = new Set([...Object.keys(said), ...Object.keys(counted)]);
  return [...names].every((name) => said[name] === counted[name]);
}

function damaged(file: string): DatabaseProblem {
  return new DatabaseProblem(
    `The backup ${file} is damaged: it was cut short, or changed after it was made. Nothing was restored.`,
  );
}

function hasCode(error: unknown, pattern: RegExp): boolean {
  return error instanceof Error && "code" in error && pattern.test(String(error.code));
}
