import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { deserialize } from "node:v8";
import { sql } from "drizzle-orm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom, type Random } from "~/analysis/numeric/random";
import { openDatabase } from "~/db/engine/open-database";
import type { Recording } from "./power-cut/disk-event";
import { imageAfterCut } from "./power-cut/image-after-cut";

// MERIDIAN_CUTS=25 cuts the power 25 times. What the embedded database does to its folder is recorded, and for each cut
// the worst that a disk may have left is made of it and opened.
const CUTS = Number(process.env.MERIDIAN_CUTS ?? 4);

let work: string;
const workerFile = () => path.join(work, "embedded-worker.js");
beforeAll(async () => {
  mkdirSync("node_modules/.cache", { recursive: true });
  work = mkdtempSync(path.resolve("node_modules/.cache/power-cut-"));
  await build({
    entryPoints: {
      "embedded-worker": "db/engine/embedded-worker.ts",
      "recorded-writer": "tests/e2e/bad-luck/power-cut/recorded-writer.ts",
    },
    outdir: work,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    alias: { "~": process.cwd() },
    logLevel: "error",
  });
  // Made and closed before anything is recorded: all of this is on the disk.
  await (await openDatabase({ dataDirectory: path.join(work, "before"), workerFile: workerFile() })).close();
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function recordingOf(way: string): Recording {
  const folder = path.join(work, "written");
  const file = path.join(work, "recording");
  cpSync(path.join(work, "before/database"), folder, { recursive: true });
  const ended = spawnSync(process.execPath, [path.join(work, "recorded-writer.js"), folder, way, file], {
    encoding: "utf8",
  });
  rmSync(folder, { recursive: true, force: true });
  expect(ended.stderr).toBe("");
  expect(ended.status).toBe(0);
  return deserialize(readFileSync(file));
}

/** Half of the cuts come right after an acknowledgement, when a lie would show. */
function momentOf({ events }: Recording, random: Random): number {
  const first = events.findIndex((event) => event.op === "acknowledged");
  const moment = first + 1 + random.integer(events.length - first - 1);
  if (random.integer(2) === 0) return moment;
  const next = events.findIndex((event, place) => place >= moment && event.op === "acknowledged");
  return next < 0 ? moment : next + 1;
}

/** @returns what is wrong after a cut, or `undefined` */
async function faultAfterCut(recording: Recording, seed: number): Promise<string | undefined> {
  const random = createRandom(seed);
  const cut = momentOf(recording, random);
  const acknowledged = recording.events
    .slice(0, cut)
    .reduce((most, event) => (event.op === "acknowledged" ? event.transaction : most), 0);
  const dataDirectory = path.join(work, `image-${seed}`);
  const folder = path.join(dataDirectory, "database");
  cpSync(path.join(work, "before/database"), folder, { recursive: true });
  imageAfterCut(recording, { folder, cut, random });
  let lost: Error | undefined;
  try {
    const database = await openDatabase(
      { dataDirectory, workerFile: workerFile() },
      {
        onLost: (error) => {
          lost = error;
        },
      },
    );
    try {
      const [found] = await database.db.execute<{ rows: number; last: number; whole: number }>(sql`
        select count(*)::int as rows, coalesce(max(n), 0) as last,
          (count(*) filter (where md5(filling) = md5))::int as whole from note`);
      const [indexed] = await database.db.execute<{ rows: number }>(
        sql`select count(*)::int as rows from note where n between 1 and ${acknowledged}`,
      );
      await database.db.execute(sql`insert into note values (100000, '', '')`);
      if (!found || indexed?.rows !== acknowledged) return `of ${acknowledged} transactions ${indexed?.rows} are there`;
      if (found.rows !== found.last || found.whole !== found.rows) return `not whole: ${JSON.stringify(found)}`;
      if (found.last > acknowledged + 1) return `${found.last} were never sent`;
      return undefined;
    } finally {
      if (!lost) await database.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

const seeds = Array.from({ length: CUTS }, (_, place) => 1_000 + place);

describe("after a power cut", () => {
  test(`the embedded database has all that it acknowledged, ${CUTS} times`, {
    timeout: 60_000 + CUTS * 20_000,
  }, async () => {
    const recording = recordingOf("durable");
    const faults: string[] = [];
    for (const seed of seeds) {
      const fault = await faultAfterCut(recording, seed);
      if (fault) faults.push(`seed ${seed}: ${fault}`);
    }
    expect(faults).toEqual([]);
    console.log(`${CUTS} power cuts on ${recording.events.length} changes of the disk: nothing acknowledged was lost`);
  });

  test.each(["without the hook", "with the default wal_sync_method"])(
    "an engine %s would have lost something, which the same cuts show",
    { timeout: 60_000 + 25 * 20_000 },
    async (way) => {
      const recording = recordingOf(way);
      let fault: string | undefined;
      for (let seed = 1_000; fault === undefined && seed < 1_025; seed++) fault = await faultAfterCut(recording, seed);
      expect(fault).toBeDefined();
      console.log(`${way}: ${fault}`);
    },
  );
});
