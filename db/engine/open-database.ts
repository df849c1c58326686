import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "./database";
import { DatabaseProblem } from "./database-problem";
import { startEmbeddedEngine } from "./embedded-engine";
import { applyMigrations } from "./migrate";

/** Where the database is: a PostgreSQL server, an embedded one in a folder, or an embedded one in memory (tests). */
export type DatabaseLocation =
  | { readonly url: string; readonly connections?: number }
  | { readonly dataDirectory: string; readonly workerFile: string | URL }
  | { readonly memory: true; readonly workerFile: string | URL; readonly image?: string };

export interface OpenDatabase {
  readonly db: Database;
  readonly engine: "postgres" | "pglite";
  /** Brings the schema up to date; safe to call by several processes at once. */
  migrate(migrationsFolder: string): Promise<void>;
  /** The embedded database's folder as a gzipped tar; a PostgreSQL server is backed up by its own tools. */
  dump(): Promise<Uint8Array>;
  /** Ends the connections; the embedded engine writes a checkpoint and gives its folder up. Safe to call twice. */
  close(): Promise<void>;
}

const oldestPostgres = 150_000;

/**
 * Opens the database. Nothing is created in it before `migrate`.
 *
 * @param onLost called if the embedded engine's thread ends by itself; ends the process unless given, since nothing
 *   could be read or stored any more
 * @throws {DatabaseProblem} with a sentence for whoever runs the server
 */
export async function openDatabase(
  location: DatabaseLocation,
  { onLost = endProcess }: { onLost?: (error: Error) => void } = {},
): Promise<OpenDatabase> {
  return "url" in location ? openPostgres(location.url, location.connections ?? 10) : openEmbedded(location, onLost);
}

async function openEmbedded(
  location: Exclude<DatabaseLocation, { url: string }>,
  onLost: (error: Error) => void,
): Promise<OpenDatabase> {
  const folder = "memory" in location ? null : location.dataDirectory;
  const image = "memory" in location ? location.image : undefined;
  const engine = await startEmbeddedEngine({ folder, image: image ?? null, workerFile: location.workerFile, onLost });
  return {
    db: drizzle(engine.sql),
    engine: "pglite",
    migrate: (migrationsFolder) => applyMigrations(engine.sql, migrationsFolder),
    dump: () => engine.dump(),
    close: () => engine.close(),
  };
}

async function openPostgres(url: string, connections: number): Promise<OpenDatabase> {
  const connect = (max: number) =>
    postgres(url, {
      max,
      onnotice: () => {},
      connect_timeout: 10,
      // Seconds until the next try; a server that is back should not wait long for its pages.
      backoff: (tries: number) => Math.min(0.25 * 2 ** tries, 3),
      connection: { application_name: "meridian", TimeZone: "UTC" },
    });
  const sql = connect(connections);
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (row === undefined || row.version < oldestPostgres) {
      throw new DatabaseProblem("DATABASE_URL names a PostgreSQL older than 15. Version 15 or newer is needed.");
    }
  } catch (error) {
    await sql.end({ timeout: 1 });
    if (error instanceof DatabaseProblem) throw error;
    throw new DatabaseProblem(`PostgreSQL at ${withoutPassword(url)} cannot be reached: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  let closing: Promise<void> | undefined;
  return {
    db: drizzle(sql),
    engine: "postgres",
    async migrate(migrationsFolder) {
      const own = connect(1);
      try {
        await applyMigrations(own, migrationsFolder);
      } finally {
        await own.end({ timeout: 5 });
      }
    },
    dump: () => Promise.reject(new RangeError("a PostgreSQL server is backed up by its own tools, such as pg_dump")),
    close() {
      closing ??= sql.end({ timeout: 5 });
      return closing;
    },
  };
}

function endProcess(error: Error): never {
  console.error(
    "The embedded database has stopped, and so does the server. Nothing that was confirmed as saved is lost: start again, " +
      "after making room if its disk is full.",
    error,
  );
  process.exit(1);
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.hostname}${parsed.port === "" ? "" : `:${parsed.port}`}${parsed.pathname}`;
  } catch {
    return "the address in DATABASE_URL";
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message !== "") return error.message;
  return "code" in error ? String(error.code) : error.name;
}
