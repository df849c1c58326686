import { statfsSync } from "node:fs";

const MEGABYTE = 1024 * 1024;
/** Bytes. The engine's log grows by 16 MB at once, and stops the engine where it cannot. */
export const leastRoom = 64 * MEGABYTE;
const enoughAgain = 96 * MEGABYTE;
const looksAgainAfter = 200;

/**
 * Watches how much room is left where the database is, so that writing ends before the engine itself runs out of it.
 *
 * @returns a function that tells whether room is short; once short it stays so until there is half as much again
 */
export function watchRoom(folder: string): () => boolean {
  let short = false;
  let looked = Number.NEGATIVE_INFINITY;
  return () => {
    const now = performance.now();
    if (now - looked < looksAgainAfter) return short;
    looked = now;
    short = roomIn(folder) < (short ? enoughAgain : leastRoom);
    return short;
  };
}

/** Bytes that this process may still store in the folder. */
export function roomIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
