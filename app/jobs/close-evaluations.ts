import type { Logger } from "pino";
import { closeEndedEvaluations } from "~/app/operations/evaluation/close-ended";
import type { Database } from "~/db/engine/database";
import type { RegionPack } from "~/db/regions/pack-schema";
import { repeatWork } from "./repeated-work";

const EVERY = 60_000;

/** Closes evaluations whose last day is over at their venue, once a minute; several processes may do so at once. */
export function startClosing({
  db,
  pack,
  log,
  now,
}: {
  readonly db: Database;
  readonly pack: RegionPack;
  readonly log: Logger;
  readonly now: () => Date;
}): { readonly stop: () => Promise<void> } {
  return repeatWork(() => closeEndedEvaluations(db, { pack, at: now() }), {
    every: EVERY,
    log,
    failure: "evaluations could not be closed",
  });
}
