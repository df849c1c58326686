import type { OpenDatabase } from "./open-database";

/**
 * Closes the database when the process is told to stop (SIGTERM, SIGINT), for programs that have nothing else to
 * finish. A server that has requests under way closes it itself, after them.
 */
export function closeOnSignals(database: Pick<OpenDatabase, "close">): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      database.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error("The database could not be closed.", error);
          process.exit(1);
        },
      );
    });
  }
}
