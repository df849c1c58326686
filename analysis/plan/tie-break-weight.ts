/**
 * Weight of an activity in the last of the three stages, an integer from 1 to 2^20: of plans with equal score and
 * cost, the one with the smallest sum is proposed.
 *
 * Hashed from the id (FNV-1a with a final mix): sums of ranks would tie again (1 + 4 = 2 + 3).
 */
export function tieBreakWeight(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 12) + 1;
}
