import type { Logger } from "pino";

/**
 * Does a work now, every so often, and whenever woken; never twice at once. A call to `wake` while it is under way has it
 * done once more afterwards, so that nothing that came in between waits for the clock.
 */
export function repeatWork(
  work: () => Promise<void>,
  { every, log, failure }: { readonly every: number; readonly log: Logger; readonly failure: string },
): { readonly wake: () => void; readonly stop: () => Promise<void> } {
  let stopped = false;
  let running: Promise<void> | undefined;
  let again = false;

  function wake(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = work()
      .catch((error: unknown) => log.error({ error }, failure))
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  }

  const timer = setInterval(wake, every);
  timer.unref();
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
