import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startBackups } from "~/app/jobs/scheduled-backups";
import { findTables } from "~/db/engine/backup/tables";
import { freshDatabase, startServer } from "~/tests/support/server";
import { openOf } from "./held-office";

const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";
const minute = 60_000;

let folder: string;
const removals: (() => Promise<void>)[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "meridian-backup-"));
});
afterAll(async () => {
  for (const remove of removals) await remove();
  rmSync(folder, { recursive: true, force: true });
});

type Env = Readonly<Record<string, string>>;

/** An empty embedded database, or one on TEST_DATABASE_URL's PostgreSQL, where there is one. */
async function empty(engine: "embedded" | "postgres"): Promise<Env> {
  const made = engine === "embedded" ? undefined : await freshDatabase();
  if (made) removals.push(made.remove);
  return made?.env ?? { DATA_DIR: join(mkdtempSync(join(folder, "data-")), "data") };
}

function run(command: "backup" | "restore", env: Env, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`build/cli/${command}.js`, ...args], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "", NODE_ENV: "production", ...env },
  });
  expect(stderr).not.toMatch(/\n\s+at /);
  return { status, said: `${stdout}${stderr}` };
}

/** Every row of every table, as one sum for each. */
async function everythingIn(env: Env): Promise<Readonly<Record<string, string>>> {
  const { db, close } = await openOf(env);
  try {
    const sums: Record<string, string> = {};
    for (const { table } of await findTables(db)) {
      const [row] = await db.execute<{ rows: number; sum: string | null }>(sql`
        select count(*)::int as rows, md5(string_agg(line, chr(10) order by line collate "C")) as sum
        from (select whole_row::text as line from ${sql.identifier(table)} as whole_row) as lines`);
      sums[table] = `${row?.rows} rows, ${row?.sum}`;
    }
    const guards = await db.execute<{ guards: string }>(sql`select
      (select count(*) from pg_constraint where connamespace = 'public'::regnamespace) || ' constraints, ' ||
      (select count(*) from pg_trigger where not tgisinternal and tgenabled = 'O') || ' triggers' as guards`);
    // Foreign keys bring inner triggers of their own; PostgreSQL 18 counts "not null" as a constraint, 15 does not.
    const [keys] = await db.execute<{
      keys: string;
    }>(sql`select string_agg(conrelid::regclass || ' ' || conname || ' ' ||
      pg_get_constraintdef(oid), chr(10) order by conrelid::regclass::text, conname) as keys
      from pg_constraint where contype in ('f', 'p', 'u') and connamespace = 'public'::regnamespace`);
    const [numbers] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from pg_sequences where schemaname = 'public'`,
    );
    // A backup keeps no counters; the schema must have none.
    expect(numbers?.n).toBe(0);
    return { ...sums, keys: keys?.keys ?? "", triggers: String(guards[0]?.guards.split(", ")[1]) };
  } finally {
    await close();
  }
}

const engines = process.env.TEST_DATABASE_URL ? (["embedded", "postgres"] as const) : (["embedded"] as const);

describe.each(engines)("a backup of the %s database", (engine) => {
  let env: Env;
  let file: string;
  beforeAll(async () => {
    env = await empty(engine);
    file = join(folder, `${engine}.backup`);
    await (await startServer({ ...env, DEMONSTRATION: "1", REGION: RIVER_PROVINCES })).stop();
    const { status, said } = run("backup", env, file);
    expect(said).toMatch(/\d+ rows of \d+ tables are in .+\.backup \(\d+\.\d MB\)/);
    expect(status).toBe(0);
  }, 5 * minute);

  test.each(engines)("is the same in an empty %s database, which a server then goes on with", async (into) => {
    const target = await empty(into);
    const { status, said } = run("restore", target, file);
    expect(said).toContain("All is there");
    expect(status).toBe(0);
    expect(await everythingIn(target)).toEqual(await everythingIn(env));

    const server = await startServer({ ...target, REGION: RIVER_PROVINCES, DEMONSTRATION: "1" });
    expect(server.output()).not.toContain("Loading");
    expect(await (await fetch(server.url)).text()).toContain("synthetic");
    await server.stop();
    expect(run("restore", target, file).said).toMatch(/in use: its table .+ has rows.+nothing was changed/);
  });

  test("can be read by its owner only, and is not written over", () => {
    const before = readFileSync(file);
    expect(statSync(file).mode & 0o077).toBe(0);
    const { status, said } = run("backup", env, file);
    expect(said).toContain("is there already and was left as it is");
    expect(status).toBe(1);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("that was cut short, changed, or is of a newer version is refused, and nothing is stored", async () => {
    const target = await empty(engine);
    const whole = readFileSync(file);
    const lines = gunzipSync(whole).toString("utf8");
    const spoilt = {
      "cut.backup": [whole.subarray(0, whole.length - 2_000), /damaged/],
      "changed.backup": [gzipSync(lines.replace("office:found", "office:stolen")), /damaged/],
      "newer.backup": [gzipSync(lines.replace(/"migrations":\[/, '"migrations":[1,')), /damaged|newer/],
      "other.backup": ["no backup", /is not a backup of Meridian/],
    } as const;
    for (const [name, [content, refusal]] of Object.entries(spoilt)) {
      writeFileSync(join(folder, name), content);
      const { status, said } = run("restore", target, join(folder, name));
      expect(said).toMatch(refusal);
      expect(status).toBe(1);
    }
    expect(run("restore", target, join(folder, "missing.backup")).said).toMatch(/cannot be read: .*missing/);
    expect(run("restore", target, file).said).toContain("All is there");
  });
});

test("a folder without a database, and one that a server uses, are named; the server's own backup too", async () => {
  const env = await empty("embedded");
  expect(run("backup", env).said).toMatch(/There is no database in .+, so there is nothing to back up/);
  const server = await startServer({ ...env, REGION: RIVER_PROVINCES }, ["--empty"]);
  const { status, said } = run("backup", env);
  expect(said).toMatch(
    /in use by process \d+[\s\S]+A running server makes backups by itself: there is none in .+backups yet/,
  );
  expect(status).toBe(1);
  await server.stop();

  const opened = await openOf(env);
  const backups = join(folder, "scheduled");
  let at = new Date("2026-11-22T10:00:00Z");
  const made = async () => {
    const work = startBackups({
      db: opened.db,
      log: pino({ level: "silent" }),
      now: () => at,
      folder: backups,
      hours: 24,
      keep: 2,
      first: 0,
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await work.stop();
    return readdirSync(backups).sort();
  };
  const name = (moment: string) => `meridian-river-provinces-${moment}Z.backup`;
  expect(await made()).toEqual([name("20261122T100000")]);
  at = new Date("2026-11-23T09:59:00Z");
  expect(await made()).toHaveLength(1);
  at = new Date("2026-11-23T10:00:00Z");
  expect(await made()).toHaveLength(2);
  copyFileSync(join(backups, name("20261123T100000")), join(backups, "kept by hand"));
  at = new Date("2026-11-24T10:00:00Z");
  expect(await made()).toEqual(["kept by hand", name("20261123T100000"), name("20261124T100000")]);
  await opened.close();
});
