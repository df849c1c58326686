import type { PendingEntry } from "./entry-sync";

/** What this device keeps of an answer on its way. */
export interface DeviceCopy {
  readonly pending: Readonly<Record<string, PendingEntry>>;
  /** The whole data, of answers that the office does not keep before they are sent. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Key of the submission, so that repeating it is harmless. */
  readonly submitKey: string;
  readonly savedAt: string | null;
}

const isCopy = (value: unknown): value is DeviceCopy =>
  typeof value === "object" && value !== null && "pending" in value && "submitKey" in value;

/** What was kept under a name, or an empty copy; a browser that keeps nothing is no fault. */
export function readDevice(name: string, newKey: string): DeviceCopy {
  const empty: DeviceCopy = { pending: {}, data: null, submitKey: newKey, savedAt: null };
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isCopy(kept) ? kept : empty;
  } catch {
    return empty;
  }
}

/** @returns whether the browser keeps it */
export function writeDevice(name: string, copy: DeviceCopy): boolean {
  try {
    localStorage.setItem(name, JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** Whether the browser keeps anything; in a private window some keep nothing. */
export function keepsOnDevice(): boolean {
  const probe = "meridian probe";
  const kept = writeDevice(probe, { pending: {}, data: null, submitKey: "", savedAt: null });
  forgetDevice(probe);
  return kept;
}

export function forgetDevice(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
