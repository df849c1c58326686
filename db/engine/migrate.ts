import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { DatabaseProblem } from "./database-problem";

// Any number that no other program uses for its advisory locks on this database.
const lockKey = 6_374_201;

/**
 * Applies the migrations that are missing, all in one transaction.
 *
 * Several processes may start at once: an advisory lock lets one after the other in, and who comes later finds nothing
 * to do.
 *
 * @param sql a connection of its own (`max: 1`): the lock belongs to it
 * @throws {DatabaseProblem} if one fails; nothing of it remains
 */
export async function applyMigrations(sql: postgres.Sql, migrationsFolder: string): Promise<void> {
  await sql`select pg_advisory_lock(${lockKey})`;
  try {
    await migrate(drizzle(sql), { migrationsFolder });
  } catch (error) {
    throw new DatabaseProblem(
      `The database could not be brought up to date, and nothing in it was changed: ${reasonOf(error)}`,
      { cause: error },
    );
  } finally {
    await sql`select pg_advisory_unlock(${lockKey})`;
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
