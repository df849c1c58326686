import type { EntryPlan } from "~/app/operations/answering/open-full-form";
import type { EntryOutcome } from "~/app/operations/answering/save-entries";

/** An answer that the office does not have yet. */
export interface PendingEntry {
  readonly value: unknown;
  readonly baseVersion: number;
  readonly key: string;
  /** Taken over from last time. */
  readonly confirmed?: true;
}

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A form's data as entries by path, as the office stores them: rows of matrices, panels by key or id, others whole.
 * Panels without a key are left out; the form gives each one at once.
 *
 * @param orders numbers that own panels were ordered by before; they stay as long as they still give the order
 */
export function entriesOf(
  data: Values,
  plan: readonly EntryPlan[],
  orders: ReadonlyMap<string, number> = new Map(),
): ReadonlyMap<string, unknown> {
  const entries = new Map<string, unknown>();
  for (const { name, kind, carried } of plan) {
    const value = data[name];
    if (kind === "whole") {
      if (value !== undefined) entries.set(name, value);
    } else if (kind === "matrix") {
      if (isObject(value)) for (const [row, cell] of Object.entries(value)) entries.set(`${name}/${row}`, cell);
    } else if (Array.isArray(value)) {
      let last = -1;
      for (const panel of value) {
        if (!isObject(panel)) continue;
        const { key, id, ...rest } = panel;
        const place = kind === "own" ? key : id;
        if (typeof place !== "string") continue;
        const answers = Object.fromEntries(Object.entries(rest).filter(([field]) => !carried.includes(field)));
        if (kind === "own") {
          const known = orders.get(`${name}/${place}`) ?? -1;
          last = known > last ? known : last + 1;
          entries.set(`${name}/${place}`, { at: last, ...answers });
        } else if (Object.keys(answers).length > 0) entries.set(`${name}/${place}`, answers);
      }
    }
  }
  return entries;
}

/** Paths whose value differs, those that are gone with `null`. */
export function changedEntries(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, unknown> {
  const changed = new Map<string, unknown>();
  for (const [path, value] of after) {
    if (JSON.stringify(before.get(path)) !== JSON.stringify(value)) changed.set(path, value);
  }
  for (const path of before.keys()) if (!after.has(path)) changed.set(path, null);
  return changed;
}

/** The data with one entry put in, or taken out where it is `null`. */
export function withEntry(data: Values, plan: readonly EntryPlan[], path: string, value: unknown): Values {
  const [name = path, part = ""] = path.split(/\/(.*)/s, 2);
  const kind = plan.find((question) => question.name === name)?.kind ?? "whole";
  const { [name]: current, ...others } = data;
  if (kind === "whole") return value === null ? others : { ...data, [name]: value };
  if (kind === "matrix") {
    const { [part]: _gone, ...rows } = isObject(current) ? current : {};
    return { ...data, [name]: value === null ? rows : { ...rows, [part]: value } };
  }
  const field = kind === "own" ? "key" : "id";
  const panels: readonly unknown[] = Array.isArray(current) ? current : [];
  const isIt = (panel: unknown) => isObject(panel) && panel[field] === part;
  const { at: _order, ...answers } = isObject(value) ? value : {};
  if (panels.some(isIt)) {
    const put = panels.flatMap((panel) => {
      if (!isIt(panel)) return [panel];
      return value === null && kind === "own"
        ? []
        : [{ ...(kind === "given" && isObject(panel) ? panel : {}), ...answers, [field]: part }];
    });
    return { ...data, [name]: put };
  }
  return value === null || kind === "given" ? data : { ...data, [name]: [...panels, { key: part, ...answers }] };
}

/** Seconds until the next try after a number of failures: 2, 4, 8 ... at most 60. */
export const pauseAfter = (failures: number): number => Math.min(60, 2 ** Math.max(1, failures));

/** Takes what was not answered to out of what is pending; what was written meanwhile stays, on the new version. */
export function settle(
  pending: ReadonlyMap<string, PendingEntry>,
  outcomes: readonly EntryOutcome[],
): ReadonlyMap<string, PendingEntry> {
  const left = new Map(pending);
  for (const outcome of outcomes) {
    const entry = left.get(outcome.path);
    if (!entry || outcome.outcome === "stale") continue;
    if (entry.key === outcome.key) left.delete(outcome.path);
    else if (outcome.outcome === "saved") left.set(outcome.path, { ...entry, baseVersion: outcome.version });
  }
  return left;
}
