import type { Logger } from "pino";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import type { Viewer } from "./auth/viewer";
import type { Config } from "./config.server";
import type { Locale } from "./i18n/locales";

/** What every loader and action gets with the request; made by the server's entry. */
export interface AppContext {
  readonly db: Database;
  readonly config: Config;
  readonly pack: RegionPack;
  readonly log: Logger;
  /** For `<script>` and the Content-Security-Policy of this reply. */
  readonly nonce: string;
  /** Shown on error pages, written in the log. */
  readonly requestId: string;
  /** The address of the caller, for rate limits. */
  readonly ip: string;
  /** The office's name in the language of the reply. */
  readonly officeName: string;
  /** The current cycle as people write it, "2026–27". */
  readonly cycleName: string;
  /** Languages that the reader may choose. */
  readonly locales: readonly Locale[];
  /** The demonstration's data are in the database: pages say "synthetic". */
  readonly synthetic: boolean;
  readonly now: () => Date;
  /** The language of the reply: asked for in the address, kept in a cookie, or the browser's. */
  readonly locale: Locale;
  /** Who is signed in; looked up once per request. */
  readonly viewer: () => Promise<Viewer | undefined>;
  /** Wakes the runner of jobs, after one was put into its table. */
  readonly wakeJobs: () => void;
  /** Wakes the sender of mail, after one was put into the outbox. */
  readonly wakeMail: () => void;
}

declare module "@remix-run/node" {
  interface AppLoadContext extends AppContext {}
  interface Future {
    v3_singleFetch: true;
  }
}
