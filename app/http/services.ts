import type { Logger } from "pino";
import type { Config } from "~/app/config.server";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";

/** What the server has opened at its start and every request gets. */
export interface Services {
  readonly db: Database;
  readonly config: Config;
  readonly pack: RegionPack;
  readonly log: Logger;
  readonly synthetic: boolean;
  readonly now: () => Date;
  /** The current cycle as people write it. */
  readonly cycleName: () => string;
  readonly wakeJobs: () => void;
  readonly wakeMail: () => void;
}
