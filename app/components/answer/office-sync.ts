import type { EntryOutcome } from "~/app/operations/answering/save-entries";
import { forgetDevice, readDevice, writeDevice } from "./device-copy";
import { type PendingEntry, pauseAfter, settle } from "./entry-sync";

export type Stale = Extract<EntryOutcome, { outcome: "stale" }>;

/** Where the answers are, to be shown at every moment. */
export interface SyncState {
  /** When this device last kept them; `null` not yet, `false` if the browser keeps nothing. */
  readonly device: Date | null | false;
  readonly office: "saved" | "sending" | "waiting" | "closed";
  readonly officeAt: Date | null;
  readonly pending: number;
  readonly conflict: Stale | null;
  readonly refused: string | null;
}

interface SyncOptions {
  readonly token: string;
  readonly deviceName: string;
  readonly versions: Readonly<Record<string, number>>;
  readonly savedAt: Date | null;
  readonly onState: (state: SyncState) => void;
}

/** Waits this long after the last key before it sends, in milliseconds. */
const QUIET = 1_200;

/**
 * Keeps entries on the device at once and brings them to the office within seconds; without a line it tries again with
 * growing pauses, and at once when the browser says that there is one.
 */
export function officeSync({ token, deviceName, versions: known, savedAt, onState }: SyncOptions) {
  const kept = readDevice(deviceName, crypto.randomUUID());
  const versions = new Map(Object.entries(known));
  let pending: ReadonlyMap<string, PendingEntry> = new Map(Object.entries(kept.pending));
  let failures = 0;
  let timer: number | undefined;
  let running: Promise<void> | null = null;
  const conflicts: Stale[] = [];
  let state: SyncState = {
    device: kept.savedAt === null ? null : new Date(kept.savedAt),
    office: pending.size > 0 ? "waiting" : "saved",
    officeAt: savedAt,
    pending: pending.size,
    conflict: null,
    refused: null,
  };
  const tell = (change: Partial<SyncState>) => {
    state = { ...state, ...change, pending: pending.size, conflict: conflicts[0] ?? null };
    onState(state);
  };
  const keep = () => {
    const now = new Date();
    const copy = { ...kept, pending: Object.fromEntries(pending), savedAt: now.toISOString() };
    tell({ device: writeDevice(deviceName, copy) ? now : false });
  };
  const plan = (milliseconds: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void flush(), milliseconds);
  };

  async function send(): Promise<void> {
    const disputed = new Set(conflicts.map(({ path }) => path));
    const saves = [...pending].filter(([path]) => !disputed.has(path)).slice(0, 100);
    if (saves.length === 0 || state.office === "closed") return;
    tell({ office: "sending" });
    const reply = await fetch(`/a/${token}/entries`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ saves: saves.map(([path, save]) => ({ path, ...save })) }),
    }).catch(() => undefined);
    if (reply?.status === 409 || reply?.status === 403 || reply?.status === 410) return tell({ office: "closed" });
    if (!reply?.ok) {
      failures++;
      tell({ office: "waiting" });
      return plan(pauseAfter(failures) * 1000);
    }
    failures = 0;
    const answer: { savedAt: string; outcomes: readonly EntryOutcome[] } = await reply.json();
    for (const outcome of answer.outcomes) {
      if (outcome.outcome === "saved") versions.set(outcome.path, outcome.version);
      if (outcome.outcome === "stale") conflicts.push(outcome);
    }
    const refused = answer.outcomes.find((outcome) => outcome.outcome === "refused");
    pending = settle(pending, answer.outcomes);
    keep();
    const waits = [...pending.keys()].some((path) => !conflicts.some((conflict) => conflict.path === path));
    tell({
      office: pending.size > 0 ? "waiting" : "saved",
      officeAt: new Date(answer.savedAt),
      refused: refused?.message ?? null,
    });
    if (waits) plan(QUIET);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    running ??= send().finally(() => {
      running = null;
    });
    await running;
  }

  const online = () => void flush();
  window.addEventListener("online", online);
  if (pending.size > 0) plan(0);
  tell({});

  return {
    /** What this device had not sent when the form was opened. */
    unsent: new Map([...pending].map(([path, { value }]) => [path, value])) as ReadonlyMap<string, unknown>,
    submitKey: kept.submitKey,
    isGone: (path: string) => versions.has(path) || pending.has(path),
    /** @param confirmed paths of the changed entries that were taken over from last time */
    change(changed: ReadonlyMap<string, unknown>, confirmed: ReadonlySet<string> = new Set()): void {
      if (changed.size === 0) return;
      const next = new Map(pending);
      for (const [path, value] of changed) {
        const baseVersion = versions.get(path) ?? 0;
        const taken = confirmed.has(path) ? ({ confirmed: true } as const) : {};
        next.set(path, { value: value ?? null, baseVersion, key: crypto.randomUUID(), ...taken });
      }
      pending = next;
      keep();
      plan(QUIET);
    },
    /** Settles the first conflict. @returns the office's value where that is kept */
    decide(mine: boolean): { readonly path: string; readonly value: unknown } | undefined {
      const conflict = conflicts.shift();
      if (!conflict) return undefined;
      versions.set(conflict.path, conflict.version);
      const next = new Map(pending);
      const entry = next.get(conflict.path);
      if (mine && entry) next.set(conflict.path, { ...entry, baseVersion: conflict.version, key: crypto.randomUUID() });
      else next.delete(conflict.path);
      pending = next;
      keep();
      tell({ office: pending.size > 0 ? "waiting" : "saved" });
      if (pending.size > 0) plan(0);
      return mine ? undefined : { path: conflict.path, value: conflict.value };
    },
    /** Sends all at once. @returns whether the office has everything */
    async finish(): Promise<boolean> {
      for (let turn = 0; turn < 5 && pending.size > 0 && conflicts.length === 0; turn++) await flush();
      return pending.size === 0;
    },
    pending: () => Object.fromEntries(pending),
    forget: () => forgetDevice(deviceName),
    stop(): void {
      clearTimeout(timer);
      window.removeEventListener("online", online);
    },
  };
}

export type OfficeSync = ReturnType<typeof officeSync>;
