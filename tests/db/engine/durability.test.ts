import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openDatabase } from "~/db/engine/open-database";

// The embedded engine in a folder; with PostgreSQL as the engine of the other tests it is tested all the same.

const workerFile = inject("databaseWorkerFile");
const writerFile = path.join(path.dirname(workerFile), `writer-${process.pid}.js`);
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "meridian-data-"));
  await build({
    entryPoints: ["tests/support/database-writer.ts"],
    outfile: writerFile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "~": process.cwd() },
    logLevel: "error",
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Writer {
  readonly child: ChildProcess;
  acknowledged(): number;
  readonly ended: Promise<{ code: number | null; errors: string }>;
}

function startWriter(into: string): Writer {
  const child = spawn(process.execPath, [writerFile, into, workerFile], { stdio: ["ignore", "pipe", "pipe"] });
  let last = 0;
  let errors = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    last = Math.max(last, ...text.split("\n").map(Number));
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) =>
    child.once("close", (code) => resolve({ code, errors })),
  );
  return { child, acknowledged: () => last, ended };
}

async function writtenBy(writer: Writer, atLeast: number): Promise<void> {
  let ended = false;
  void writer.ended.then(() => {
    ended = true;
  });
  while (writer.acknowledged() < atLeast) {
    if (ended) throw new Error(`the writer ended: ${(await writer.ended).errors}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function storedRows(): Promise<{ count: number; last: number }> {
  const database = await openDatabase({ dataDirectory: folder, workerFile });
  const [row] = await database.db.execute<{ count: number; last: number }>(
    sql`select count(*)::int as count, max(n) as last from note`,
  );
  await database.close();
  return row ?? { count: 0, last: 0 };
}

describe("the embedded database", () => {
  test("has every acknowledged row after its process was killed, three times over", { timeout: 180_000 }, async () => {
    let acknowledged = 0;
    for (const more of [40, 350, 25]) {
      const writer = startWriter(folder);
      await writtenBy(writer, acknowledged + more);
      writer.child.kill("SIGKILL");
      await writer.ended;
      acknowledged = writer.acknowledged();
      const stored = await storedRows();
      expect(stored.last).toBeGreaterThanOrEqual(acknowledged);
      expect(stored.count).toBe(stored.last);
    }
  });

  test("closes when told to stop, and a second process is refused until then", { timeout: 120_000 }, async () => {
    const first = startWriter(folder);
    await writtenBy(first, 1);
    const second = await startWriter(folder).ended;
    expect(second.code).toBe(1);
    expect(second.errors).toContain(`is in use by process ${first.child.pid}`);
    first.child.kill("SIGTERM");
    expect(await first.ended).toMatchObject({ code: 0 });
    expect((await storedRows()).last).toBeGreaterThanOrEqual(first.acknowledged());
  });
});
