import type { PairwisePreferences } from "./pairwise-preferences";

/** Topics beyond this number are refused: the work doubles with each. */
export const KEMENY_LIMIT = 12;

export interface KemenyOrders {
  /** Preferences of members that the best orders go against: the least possible. */
  readonly disagreements: number;
  /** How many orders reach it, exactly. */
  readonly optima: number;
  /** The optimal orders, best topic first, in the order of the topics given; the first `listed` of them. */
  readonly orders: readonly (readonly string[])[];
  /** Per topic as given: best and worst place over all optimal orders, also those not listed. */
  readonly places: readonly { readonly topic: string; readonly best: number; readonly worst: number }[];
}

/**
 * All orders of the topics with the fewest disagreements with the members' pairwise preferences (Kemeny 1959), exactly,
 * by dynamic programming over sets of topics: the best order of a set begins with one of its topics and goes on with
 * the best order of the rest.
 *
 * Often several orders are optimal (three in a Condorcet cycle); all are counted, `listed` of them written out.
 *
 * @param listed orders to write out at most, default 100
 * @throws {RangeError} if there are more than twelve topics, or a number of members is negative or not finite
 * @see docs/methods/kemeny.md
 */
export function kemeny(preferences: PairwisePreferences, listed = 100): KemenyOrders {
  const { topics, above } = preferences;
  const k = topics.length;
  if (k > KEMENY_LIMIT)
    throw new RangeError(`${k} topics are more than the ${KEMENY_LIMIT} that can be ordered exactly`);
  for (const row of above)
    for (const members of row)
      if (!Number.isFinite(members) || members < 0) throw new RangeError(`${members} members cannot prefer a topic`);

  const all = 2 ** k - 1;
  const fewest = new Float64Array(all + 1).fill(Number.POSITIVE_INFINITY);
  const optima = new Float64Array(all + 1);
  fewest[0] = 0;
  optima[0] = 1;
  // Against putting `first` before the rest of the set: all that prefer one of the rest to it.
  const against = (set: number, first: number): number => {
    let members = 0;
    for (let other = 0; other < k; other += 1)
      if (other !== first && set & (1 << other)) members += above[other]?.[first] ?? 0;
    return members;
  };
  const through = (set: number, first: number) => (fewest[set ^ (1 << first)] ?? 0) + against(set, first);
  for (let set = 1; set <= all; set += 1) {
    for (let first = 0; first < k; first += 1)
      if (set & (1 << first)) fewest[set] = Math.min(fewest[set] ?? 0, through(set, first));
    for (let first = 0; first < k; first += 1)
      if (set & (1 << first) && same(through(set, first), fewest[set] ?? 0))
        optima[set] = (optima[set] ?? 0) + (optima[set ^ (1 << first)] ?? 0);
  }

  const best = new Array<number>(k).fill(k);
  const worst = new Array<number>(k).fill(1);
  const optimalFirsts = (set: number): number[] =>
    topics.flatMap((_, first) => (set & (1 << first) && same(through(set, first), fewest[set] ?? 0) ? [first] : []));
  let front = new Set([all]);
  for (let place = 1; place <= k; place += 1) {
    const next = new Set<number>();
    for (const set of front)
      for (const first of optimalFirsts(set)) {
        best[first] = Math.min(best[first] ?? place, place);
        worst[first] = Math.max(worst[first] ?? place, place);
        next.add(set ^ (1 << first));
      }
    front = next;
  }

  const orders: string[][] = [];
  const write = (set: number, order: readonly string[]): void => {
    if (orders.length >= listed) return;
    if (set === 0) orders.push([...order]);
    else for (const first of optimalFirsts(set)) write(set ^ (1 << first), [...order, topics[first] ?? ""]);
  };
  write(all, []);

  return {
    disagreements: fewest[all] ?? 0,
    optima: optima[all] ?? 1,
    orders,
    places: topics.map((topic, index) => ({ topic, best: best[index] ?? 1, worst: worst[index] ?? k })),
  };
}

/** Counts are whole numbers; weighted ones may differ in their last bits. */
function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
