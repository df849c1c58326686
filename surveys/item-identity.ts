import type { Item } from "./compiled";
import { type Problem, problem } from "./problem";

/** An item as an earlier version knew it; a row of the database's `item` fits. */
export interface KnownItem {
  readonly key: string;
  readonly kind: string;
  readonly measure: string | null;
  readonly field: string | null;
  readonly unit: string | null;
  readonly unitId: string | null;
  readonly scaleKey: string | null;
  /** Counts the breaks of the series that the key has seen, from 1. */
  readonly series?: number;
}

/** Which earlier item an item of the new version is. */
export interface ItemIdentity {
  readonly item: Item;
  /** The earlier item that it continues, or `null`: it is new, or the break of a series was declared. */
  readonly continues: KnownItem | null;
  /** Series of the item under its own key: one more than the known item's where a break was declared. */
  readonly series: number;
}

export interface Identities {
  readonly identities: readonly ItemIdentity[];
  /** Identities that contradict: the version must not be published. */
  readonly problems: readonly Problem[];
  /** Earlier items that no item continues. */
  readonly dropped: readonly KnownItem[];
}

/**
 * Resolves `sameAs` and repeated keys of a new version against the items of the version before.
 *
 * An item continues the one that `sameAs` names, else the one with its key. It must then have the same kind, measure,
 * field, unit, id and scale (lists of names may grow, scales of numbers may not change), unless `seriesBreak` is set.
 */
export function itemIdentity(previous: readonly KnownItem[], items: readonly Item[]): Identities {
  const known = new Map(previous.map((item) => [item.key, item]));
  const taken = new Set<string>();
  const problems: Problem[] = [];
  const resolve = (item: Item): ItemIdentity => {
    const key = item.sameAs ?? item.key;
    const before = known.get(key);
    if (item.sameAs !== null && !before && !known.has(item.key)) {
      problems.push(problem("sameAsUnknown", item.key, { key }));
    }
    const earlier = before ?? known.get(item.key);
    if (!earlier) return { item, continues: null, series: 1 };
    if (taken.has(earlier.key)) {
      problems.push(problem("sameAsTwice", item.key, { key: earlier.key }));
      return { item, continues: null, series: 1 };
    }
    taken.add(earlier.key);
    const what = difference(earlier, item);
    if (what === null) return { item, continues: earlier, series: earlier.series ?? 1 };
    if (!item.seriesBreak) problems.push(problem("seriesChanged", item.key, { key: earlier.key, what }));
    return { item, continues: null, series: (earlier.series ?? 1) + 1 };
  };
  // Declared renamings first, so that an old key used anew is not taken from the item that continues it.
  const ordered = [...items].sort((a, b) => Number(b.sameAs !== null) - Number(a.sameAs !== null));
  const byPosition = new Map(ordered.map((item) => [item.position, resolve(item)]));
  return {
    identities: items.flatMap((item) => byPosition.get(item.position) ?? []),
    problems,
    dropped: previous.filter((item) => !taken.has(item.key)),
  };
}

function difference(before: KnownItem, now: Item): string | null {
  if (before.kind !== now.kind) return "kind";
  if (before.measure !== now.measure) return "measure";
  if (before.field !== now.field) return "field";
  if (before.unit !== now.unit || before.unitId !== now.unitId) return "unit";
  return before.scaleKey === now.scaleKey ? null : "scale";
}
