import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDatabase } from "~/db/engine/open-database";
import { addMigration, copyProject } from "~/tests/support/project-copy";
import { freshDatabase, outputOf, spawnServer, startServer } from "~/tests/support/server";

const RIVER_PROVINCES = "tests/fixtures/regions/river-provinces";

/** Rows of the tables that the demonstration fills; work that goes on while the server runs is left out. */
async function countRows(env: Readonly<Record<string, string>>): Promise<Readonly<Record<string, number>>> {
  const database = await openDatabase(
    env.DATABASE_URL
      ? { url: env.DATABASE_URL }
      : { dataDirectory: env.DATA_DIR ?? "", workerFile: resolve("build/embedded-worker.js") },
  );
  try {
    const counts: Record<string, number> = {};
    for (const table of COUNTED) {
      const [row] = await database.db.execute<{ rows: number }>(
        sql`select count(*)::int as rows from ${sql.identifier(table)}`,
      );
      counts[table] = row?.rows ?? 0;
    }
    return counts;
  } finally {
    await database.close();
  }
}
const COUNTED = [
  "office",
  "member",
  "person",
  "role_grant",
  "instrument_version",
  "round",
  "invitation",
  "response",
  "response_revision",
  "request",
  "expert",
  "standing",
  "mission",
  "activity",
];

describe("the first start", () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.remove());

  test("is simply made again after it was killed at any step, and the next start leaves all as it is", async () => {
    const env = { ...database.env, DEMONSTRATION: "1", REGION: RIVER_PROVINCES };
    for (const moment of ["Opening", "Loading", "Making up", "Registering"]) {
      const killed = await spawnServer(env);
      await outputOf(killed, moment);
      killed.kill("SIGKILL");
      await killed.exited;
      expect(killed.output()).not.toContain("is ready");
    }
    const first = await startServer(env);
    expect(first.output()).toMatch(
      /Opening[\s\S]+Loading The River Provinces[\s\S]+5 of 5[\s\S]+ready after [\d.]+ s: http/,
    );
    expect(await (await fetch(first.url)).text()).toContain("synthetic");
    await first.stop();
    const made = await countRows(database.env);
    expect(made).toEqual({
      office: 1,
      member: 6,
      person: 9,
      role_grant: 5,
      instrument_version: 5,
      round: 3,
      invitation: 18,
      response: 11,
      response_revision: 10,
      request: 12,
      expert: 4,
      standing: 9,
      mission: 1,
      activity: 9,
    });

    const second = await startServer(env);
    expect(second.output()).not.toContain("Loading");
    await second.stop();
    expect(await countRows(database.env)).toEqual(made);
  });

  test("without the demonstration makes an empty office, which another region's pack cannot open", async () => {
    const server = await startServer({ ...database.env, DEMONSTRATION: "1", REGION: RIVER_PROVINCES }, ["--empty"]);
    expect(server.output()).toContain("make yourself administrator");
    expect(await (await fetch(server.url)).text()).not.toContain("synthetic");
    await server.stop();
    expect(await countRows(database.env)).toMatchObject({ office: 1, member: 6, person: 0, round: 0, response: 0 });

    const other = await spawnServer({ ...database.env, DEMONSTRATION: "0", REGION: "db/regions/asia-pacific" });
    expect(await other.exited).toBe(1);
    expect(other.output()).toContain("This database belongs to The River Provinces (river-provinces)");
  });
});

describe("a start in the way of something", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "meridian-start-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const empty = () => ({ DATA_DIR: join(folder, "data"), REGION: RIVER_PROVINCES });

  /** Starts a server that cannot start, and returns what it says. */
  async function refusal(env: Readonly<Record<string, string>>): Promise<string> {
    const server = await spawnServer(env, ["--empty"]);
    expect(await server.exited).toBe(1);
    expect(server.output()).not.toMatch(/\n\s+at /);
    return server.output();
  }

  test("a port in use is named, with another one to choose", async () => {
    const listener = createServer();
    const port = await new Promise<number>((done) => {
      listener.listen(0, "127.0.0.1", () => {
        const address = listener.address();
        done(typeof address === "object" && address ? address.port : 0);
      });
    });
    const said = await refusal({ ...empty(), PORT: String(port) });
    expect(said).toContain(`Port ${port} is in use`);
    expect(said).toContain(`PORT=${port + 1} npm start`);
    listener.close();
  });

  test("a data folder that cannot be written is named", async () => {
    writeFileSync(join(folder, "file"), "");
    expect(await refusal({ ...empty(), DATA_DIR: join(folder, "file/data") })).toMatch(
      /The data folder .+file\/data cannot be written/,
    );
  });

  test.each([
    ["PORT", { PORT: "eighty" }],
    ["DATABASE_URL", { DATABASE_URL: "mysql://somewhere" }],
    ["LOG_LEVEL", { LOG_LEVEL: "loud" }],
    ["SECRET", { HOST: "0.0.0.0", DEMONSTRATION: "0" }],
    ["DEMONSTRATION", { DEMONSTRATION: "perhaps" }],
  ])("a wrong %s is named with what is expected", async (variable, env) => {
    expect(await refusal({ ...empty(), ...env })).toMatch(new RegExp(`${variable}: .*expected`));
  });

  test("a database server that does not answer is named without its password", async () => {
    const said = await refusal({ ...empty(), DATABASE_URL: "postgres://office:hidden-word@127.0.0.1:9/meridian" });
    expect(said).toMatch(/PostgreSQL at .*127\.0\.0\.1:9.* cannot be reached/);
    expect(said).not.toContain("hidden-word");
  });

  test("a broken pack is shown fault by fault", async () => {
    const pack = join(folder, "river-provinces");
    cpSync(RIVER_PROVINCES, pack, { recursive: true });
    writeFileSync(join(pack, "members.json"), "{");
    expect(await refusal({ ...empty(), REGION: pack })).toMatch(/members\.json \$: This is not JSON: line 1/);
  });
});

describe("a start on a folder that is there", () => {
  let copy: ReturnType<typeof copyProject>;
  let data: string;
  beforeEach(() => {
    copy = copyProject();
    data = mkdtempSync(join(tmpdir(), "meridian-start-"));
  });
  afterEach(() => {
    copy.remove();
    rmSync(data, { recursive: true, force: true });
  });

  test("while another server has it says so; new migrations are applied; one that fails leaves all as it was", async () => {
    const folder = join(data, "data");
    const env = { DATA_DIR: folder, REGION: resolve(RIVER_PROVINCES) };
    const first = await startServer(env, ["--empty"], copy.folder);
    const second = await spawnServer(env, ["--empty"]);
    expect(await second.exited).toBe(1);
    expect(second.output()).toMatch(/The data folder .+data is in use/);
    expect((await fetch(first.url)).status).toBe(200);
    await first.stop();

    addMigration(copy.folder, { tag: "9998_more", sql: 'create table "more" ("id" integer primary key);' });
    await (await startServer(env, ["--empty"], copy.folder)).stop();
    addMigration(copy.folder, { tag: "9999_broken", sql: 'drop table "more"; select no_such_function();' });
    const broken = await spawnServer(env, ["--empty"], copy.folder);
    expect(await broken.exited).toBe(1);
    expect(broken.output()).toMatch(
      /could not be brought up to date, and nothing in it was changed: .*no_such_function/,
    );

    const database = await openDatabase({ dataDirectory: folder, workerFile: resolve("build/embedded-worker.js") });
    const found = await database.db.execute<{ there: boolean }>(sql`select to_regclass('more') is not null as there`);
    await database.close();
    expect(found[0]?.there).toBe(true);
  });
});

describe("making a checkout ready", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "meridian-checkout-"));
    mkdirSync(join(folder, "setup"));
    cpSync("setup/ensure.mjs", join(folder, "setup/ensure.mjs"));
    for (const file of ["package.json", "package-lock.json"]) cpSync(file, join(folder, file));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const ensure = (env: Readonly<Record<string, string>> = {}) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ["setup/ensure.mjs", "start"], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", HOME: folder, NODE_ENV: "test", ...env },
    });
    return { status, said: `${stdout}${stderr}` };
  };

  test("says so where the folder cannot be written", () => {
    writeFileSync(join(folder, "build"), "in the way");
    const { status, said } = ensure();
    expect(status).toBe(1);
    expect(said).toContain("This folder cannot be written to");
  });

  test("says what to do where there is no network", () => {
    const { status, said } = ensure({ npm_config_registry: "http://127.0.0.1:9/", npm_config_fetch_retries: "0" });
    expect(status).toBe(1);
    expect(said).toContain("Without a network: connect once");
  });
});
