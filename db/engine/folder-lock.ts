import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { DatabaseProblem } from "./database-problem";

export interface FolderLock {
  /** Gives the folder up. Only a lock that is still ours is removed. */
  release(): void;
}

const Holder = z.object({
  token: z.uuid(),
  pid: z.int().positive(),
  host: z.string(),
  /** When the process began, so that another one that was given the same number is not taken for it. */
  began: z.string().nullable(),
});
type Holder = z.infer<typeof Holder>;

const refreshEvery = 5_000;
const foreignIsDeadAfter = 60_000;

/**
 * Takes the folder for this process, so that two never open it: the engine's own `postmaster.pid` does not protect.
 *
 * A lock whose process has ended is taken over. Of several that find the same dead lock exactly one gets it: who may
 * replace it is decided by a second lock that bears the dead one's token.
 *
 * @throws {DatabaseProblem} if a living process holds it
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "lock");
  const mine: Holder = { token: randomUUID(), pid: process.pid, host: hostname(), began: beginningOf(process.pid) };

  acquire(file, mine, folder);
  const refresh = setInterval(() => touch(file), refreshEvery);
  refresh.unref();
  return {
    release() {
      clearInterval(refresh);
      if (readHolder(file)?.token === mine.token) rmSync(file, { force: true });
    },
  };
}

function acquire(file: string, mine: Holder, folder: string): void {
  const written = `${file}.${mine.token}.new`;
  writeFileSync(written, JSON.stringify(mine));
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      if (linked(written, file)) return;
      const holder = readHolder(file);
      if (holder === undefined) continue;
      if (isAlive(holder, file)) throw new DatabaseProblem(refusal(folder, holder));
      if (replaceDead(file, written, holder, mine, folder)) return;
    }
    throw new DatabaseProblem(`The data folder ${folder} is being opened by several processes at once. Try again.`);
  } finally {
    rmSync(written, { force: true });
  }
}

/** Whoever holds the lock named after the dead one's token, and nobody else, may put its own in the dead one's place. */
function replaceDead(file: string, written: string, dead: Holder, mine: Holder, folder: string): boolean {
  const takeover = `${file}.${dead.token}`;
  acquire(takeover, mine, folder);
  try {
    if (readHolder(file)?.token !== dead.token) return false;
    const copy = `${written}.placed`;
    linkSync(written, copy);
    renameSync(copy, file);
    return true;
  } finally {
    rmSync(takeover, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
  try {
    return Holder.parse(JSON.parse(text));
  } catch {
    throw new DatabaseProblem(
      `The lock file ${file} is not one of Meridian's. If no Meridian server uses this folder, remove the file and start again.`,
    );
  }
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - modified(file) < foreignIsDeadAfter;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (hasCode(error, "ESRCH")) return false;
  }
  const began = beginningOf(holder.pid);
  return began === holder.began;
}

/** Boot and clock tick of a process's start (Linux); `null` elsewhere, `"ended"` for one that only awaits its parent. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return "ended";
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function modified(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function touch(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The folder may have been removed under us; the database will say so itself.
  }
}

function refusal(folder: string, holder: Holder): string {
  const where = holder.host === hostname() ? "" : ` on ${holder.host}`;
  return (
    `The data folder ${folder} is in use by process ${holder.pid}${where}. ` +
    "Stop that server first, or start this one with another data folder."
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
