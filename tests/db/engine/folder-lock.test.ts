import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DatabaseProblem } from "~/db/engine/database-problem";
import { lockFolder } from "~/db/engine/folder-lock";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "meridian-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  await new Promise((resolve) => child.once("exit", resolve));
  if (child.pid === undefined) throw new Error("no process was started");
  return child.pid;
}

function leaveLock(changes: object): void {
  lockFolder(folder).release();
  const lock = lockFolder(folder);
  const holder: unknown = JSON.parse(readFileSync(path.join(folder, "lock"), "utf8"));
  lock.release();
  writeFileSync(path.join(folder, "lock"), JSON.stringify(Object.assign({}, holder, changes)));
}

describe("a data folder", () => {
  test("is refused to a second server, naming the first one's process", () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(
      `The data folder ${folder} is in use by process ${process.pid}. Stop that server first, or start this one with another data folder.`,
    );
    lock.release();
  });

  test("can be taken again after it was given up, leaving nothing behind", () => {
    lockFolder(folder).release();
    lockFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is taken over from a process that has ended", async () => {
    leaveLock({ pid: await endedProcess() });
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(DatabaseProblem);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is taken over when its process number now belongs to another process", () => {
    leaveLock({ began: "another boot:1" });
    lockFolder(folder).release();
  });

  test("is taken over by one of several that find the same dead lock", async () => {
    leaveLock({ pid: await endedProcess() });
    const outcomes = Array.from({ length: 4 }, () => {
      try {
        return lockFolder(folder);
      } catch (error) {
        return error;
      }
    });
    const taken = outcomes.flatMap((outcome) => (outcome instanceof Error ? [] : [outcome]));
    expect(taken).toHaveLength(1);
  });

  test("held on another machine is refused while that one refreshes its lock", () => {
    leaveLock({ host: "another-machine" });
    expect(() => lockFolder(folder)).toThrow(/in use by process \d+ on another-machine/);
  });

  test("with a lock file of somebody else's is left alone", () => {
    writeFileSync(path.join(folder, "lock"), "reserved");
    expect(() => lockFolder(folder)).toThrow(/is not one of Meridian's/);
  });
});
