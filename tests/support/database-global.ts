import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { openDatabase } from "~/db/engine/open-database";

declare module "vitest" {
  interface ProvidedContext {
    databaseWorkerFile: string;
    /** A dump of a migrated embedded database, which each test file begins with. */
    databaseImage: string;
    databaseUrl: string | null;
    databasePrefix: string;
  }
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Before the tests on the database: bundles the embedded engine's worker and makes a migrated image, or, with TEST_DATABASE_URL, makes a migrated
 * template on that PostgreSQL, of which every test file gets a copy.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cache = path.join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(path.join(cache, "test-database-"));
  const workerFile = path.join(folder, "embedded-worker.js");
  await build({
    entryPoints: [path.join(root, "db/engine/embedded-worker.ts")],
    outfile: workerFile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });

  const url = process.env.TEST_DATABASE_URL ?? null;
  const prefix = `meridian_test_${process.pid}_${Date.now().toString(36)}`;
  project.provide("databaseWorkerFile", workerFile);
  project.provide("databaseUrl", url);
  project.provide("databasePrefix", prefix);
  const image = path.join(folder, "migrated.tar.gz");
  project.provide("databaseImage", image);
  if (url === null) await makeImage(workerFile, image);
  else await makeTemplate(url, prefix);

  return async () => {
    rmSync(folder, { recursive: true, force: true });
    if (url !== null) await dropAll(url, prefix);
  };
}

async function makeImage(workerFile: string, image: string): Promise<void> {
  const database = await openDatabase({ memory: true, workerFile });
  await database.migrate(path.join(root, "db/migrations"));
  writeFileSync(image, await database.dump());
  await database.close();
}

async function makeTemplate(url: string, prefix: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  await sql`create database ${sql(`${prefix}_template`)}`;
  await sql.end();
  const template = new URL(url);
  template.pathname = `/${prefix}_template`;
  const database = await openDatabase({ url: template.href });
  await database.migrate(path.join(root, "db/migrations"));
  await database.close();
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const sql = postgres(url, { max: 1 });
  const names = await sql<{ name: string }[]>`
    select datname as name from pg_database where starts_with(datname, ${prefix})`;
  for (const { name } of names) await sql`drop database ${sql(name)} with (force)`;
  await sql.end();
}
