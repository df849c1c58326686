import { RateLimiterMemory } from "rate-limiter-flexible";
import type { AppContext } from "~/app/context";

// Per process; several processes multiply the limit by their number, which a guess of 256 bits does not profit from.
const tries = new RateLimiterMemory({ points: 20, duration: 60 });

/**
 * Counts one try for each key.
 *
 * @throws the page 429 after twenty tries within a minute
 */
export async function limitTries(
  context: Pick<AppContext, "log" | "requestId">,
  keys: readonly string[],
): Promise<void> {
  for (const key of keys) {
    const allowed = await tries.consume(key).then(
      () => true,
      () => false,
    );
    if (!allowed) {
      context.log.warn({ requestId: context.requestId }, "too many tries");
      throw new Response("too many tries", { status: 429, headers: { "Retry-After": "60" } });
    }
  }
}
