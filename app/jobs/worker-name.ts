import { randomUUID } from "node:crypto";
import { hostname } from "node:os";

const thisProcess = [hostname(), process.pid, Math.round(performance.timeOrigin).toString(36)].join("/");

/** A name for whoever works on jobs in this process: machine, number and start of the process, something of its own. */
export function newWorkerName(): string {
  return `${thisProcess}/${randomUUID().slice(0, 8)}`;
}

/**
 * Whether a worker's process was on this machine and has ended, so that nobody has to wait until its silence is long
 * enough. Of another machine nothing is known; a number that was given to another process counts as alive.
 */
export function isOfEndedProcess(worker: string): boolean {
  const [host, pid] = worker.split("/");
  if (host !== hostname()) return false;
  // In a container every start may get the same number.
  if (pid === String(process.pid)) return !worker.startsWith(`${thisProcess}/`);
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}
