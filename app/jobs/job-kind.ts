import type { Logger } from "pino";
import type { Database } from "~/db/engine/database";
import type { Job } from "~/db/jobs";
import type { RegionPack } from "~/db/regions/pack-schema";

/** What the main thread's part of a job gets. */
export interface JobServices {
  readonly db: Database;
  readonly pack: RegionPack;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * A kind of long work: read what it needs, calculate in a worker thread, store what came out.
 *
 * The worker is `app/jobs/<kind>-worker.ts`, or that of the kind that it is calculated as; only plain data pass between
 * it and the main thread.
 */
export interface JobKind<Input = unknown, Output = unknown> {
  readonly kind: string;
  /** The kind whose worker it uses, where it has none of its own. */
  readonly calculatedAs?: string;
  /** Reads everything that the calculation needs. */
  prepare(services: JobServices, payload: unknown): Promise<Input>;
  /** Stores the outcome, in one transaction; what it returns is kept as the job's result. */
  store(
    services: JobServices,
    outcome: { readonly job: Job; readonly input: Input; readonly output: Output },
  ): Promise<unknown>;
}
