import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Config } from "~/app/config.server";
import { type DatabaseLocation, type OpenDatabase, openDatabase } from "~/db/engine/open-database";

/** Where the configuration says that the database is. */
export function storeOf(
  config: Pick<Config, "databaseUrl" | "dataDirectory">,
  root: string,
): Exclude<DatabaseLocation, { memory: true }> {
  return config.databaseUrl
    ? { url: config.databaseUrl }
    : {
        dataDirectory: resolve(root, config.dataDirectory),
        workerFile: pathToFileURL(join(root, "build/embedded-worker.js")),
      };
}

/** Opens the configured database as it is, or `undefined` where there is no embedded one in the folder. */
export async function openExistingStore(
  config: Pick<Config, "databaseUrl" | "dataDirectory">,
  root: string,
): Promise<OpenDatabase | undefined> {
  const location = storeOf(config, root);
  if ("dataDirectory" in location && !existsSync(join(location.dataDirectory, "database/PG_VERSION"))) return undefined;
  return openDatabase(location);
}
