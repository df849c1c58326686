import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { formFields } from "~/tests/support/html-form";
import { type RunningServer, spawnServer, startServer } from "~/tests/support/server";
import { countSubmissions, savingMember, sendAll, settleAll, submittingPeople } from "../answering-clients";
import { openOf, openOfficeSurvey } from "../held-office";

// A file system of its own, small enough to be filled.
const SIZE = 400;
const MEGABYTE = 1024 * 1024;
let disk: string;
let server: RunningServer | undefined;
const filler = () => join(disk, "filler");

beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), "meridian-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}m`, "tmpfs", disk], { encoding: "utf8" });
  if (mounted.status !== 0) throw new Error(`This needs root, to mount a small file system: ${mounted.stderr}`);
});
afterAll(async () => {
  await server?.stop("SIGKILL");
  spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** Fills the disk with something else but for so many megabytes; others write meanwhile. */
function leave(megabytes: number): void {
  const file = openSync(filler(), "w");
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(disk);
      const room = bavail * bsize - megabytes * MEGABYTE;
      if (room <= 0) return;
      writeSync(file, Buffer.alloc(Math.min(room, MEGABYTE), 1));
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it never came to be");
}

test("a full disk stops saving and not reading, loses nothing, and saving goes on when there is room", async () => {
  const env = { DATA_DIR: join(disk, "data") };
  const { kept, shared } = await openOfficeSurvey(env, { members: 4 });
  const clients = [...kept.slice(1).map(savingMember), submittingPeople(shared), submittingPeople(shared)];
  const acknowledged = () => clients.reduce((sum, client) => sum + client.acknowledged(), 0);
  const running = await startServer(env, ["--empty"]);
  server = running;
  const page = `${running.url}/a/${kept[0]}`;
  /** Fills in one page of the light form and sends it: nobody else answers by this link. */
  const sendPage = async () => {
    const begin = /href="([^"]*\/light\/[^"]*)"/.exec(await (await fetch(page)).text())?.[1] ?? "";
    const form = new URL(begin, running.url);
    const body = new URLSearchParams();
    for (const { kind, name, chosen } of formFields(await (await fetch(form)).text()))
      if (kind === "hidden") body.append(name, chosen[0] ?? "");
      else if (kind === "text") body.append(name, `written at ${performance.now()}`);
    body.set("do", "stay");
    return fetch(form, { method: "POST", body, redirect: "manual" }).catch((error: unknown) => {
      throw new Error(`the server does not answer any more: ${running.output()}`, { cause: error });
    });
  };

  for (const megabytes of [40, 0]) {
    const stop = sendAll(clients, running.url);
    const before = acknowledged();
    await until(() => acknowledged() >= before + 10);
    leave(megabytes);
    await until(async () => (await sendPage()).status === 503);
    const refusal = await sendPage();
    expect(await refusal.text()).toContain("no room left, so what you just sent was not stored");
    expect(refusal.headers.get("retry-after")).toBe("30");
    expect((await fetch(page)).status).toBe(200);
    const full = acknowledged();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(acknowledged()).toBe(full);

    rmSync(filler());
    await until(() => acknowledged() >= full + 10);
    await stop();
    await settleAll(clients, running.url);
  }
  expect(running.output()).toMatch(/nearly full[\s\S]+has room again[\s\S]+nearly full[\s\S]+has room again/);

  leave(10);
  await running.stop("SIGKILL");
  const refused = await spawnServer(env, ["--empty"]);
  expect(await refused.exited).toBe(1);
  expect(refused.output()).toMatch(/The disk of the data folder .+ is full: \d+ MB are left, 64 MB are needed/);
  rmSync(filler());

  const opened = await openOf(env);
  const faults = (await Promise.all(clients.map((client) => client.faults(opened.db)))).flat();
  const stored = await countSubmissions(opened.db);
  await opened.close();
  expect(faults).toEqual([]);
  expect(stored).toBe(clients.slice(3).reduce((sum, client) => sum + client.acknowledged(), 0));
  console.log(`full disk, twice: ${acknowledged()} saves and submissions acknowledged, all there, none twice`);
});
