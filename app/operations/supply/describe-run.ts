import type { Translator } from "~/app/i18n/translate";
import type { SupplyState } from "./read-supply";

/** What the calculation of supply is doing, in words. */
export interface SupplyJobState {
  readonly running: boolean;
  readonly message: string | null;
  readonly again: boolean;
  readonly mayRun: boolean;
}

export function describeRun(
  { job, run, changedSince }: Pick<SupplyState, "job" | "run" | "changedSince">,
  { mayRun, t }: { readonly mayRun: boolean; readonly t: Translator },
): SupplyJobState {
  const running = job?.state === "queued" || job?.state === "running";
  return { running, again: run !== undefined, mayRun, message: messageOf() };

  function messageOf(): string | null {
    if (job?.state === "queued") return t("experts.gap.queued");
    if (job?.state === "running") return t("experts.gap.running", progressOf(job.progress));
    if (job?.state === "failed") return t("experts.gap.failed", { reason: job.error ?? "" });
    if (job?.state === "cancelled") return t("experts.gap.cancelled");
    return changedSince ? t("experts.gap.changed") : null;
  }
}

function progressOf(progress: unknown): { readonly done: number; readonly total: number } {
  const read = (name: "done" | "total"): number => {
    const value: unknown =
      typeof progress === "object" && progress !== null && name in progress ? Reflect.get(progress, name) : 0;
    return typeof value === "number" ? Math.round(value) : 0;
  };
  return { done: read("done"), total: Math.max(1, read("total")) };
}
