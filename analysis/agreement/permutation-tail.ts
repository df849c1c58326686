/** More sums than this are not worth keeping for an exact p-value; the approximation is good there. */
const MOST_STEPS = 200_000;
/** The last judge's orders are only counted, which is much cheaper. */
const MOST_LAST_STEPS = 2_000_000;
/** 7!, so that the list of orders itself stays short. */
const MOST_ORDERS = 5040;

/**
 * P(S at least as large as observed) if every judge's ranks are put on the items in random order, S being the squared
 * deviations of the items' rank sums: the exact test behind Kendall's W, ties included.
 *
 * The rank sums are built judge by judge; since S does not care which item has which sum, sums are kept in order of
 * size, which leaves few different ones. Whole numbers throughout.
 *
 * @param ranks doubled midranks, one line per judge; all of the same length
 * @returns `null` if there are too many arrangements, decided by counting, so the same on every machine
 */
export function permutationTail(ranks: readonly (readonly number[])[]): number | null {
  const items = ranks[0]?.length ?? 0;
  const observed = Array.from({ length: items }, (_, item) => ranks.reduce((sum, line) => sum + (line[item] ?? 0), 0));
  const threshold = sumOfSquares(observed);
  // Ascending lines in a fixed order: the result does not depend on who is named first.
  const lines = ranks.map((line) => [...line].sort((a, b) => a - b)).sort(compareLines);
  const last = lines[lines.length - 1] ?? [];
  let sums = new Map<string, Sums>();
  // The first judge's order is as good as any other.
  const first = lines.length > 1 ? (lines[0] ?? []) : new Array<number>(items).fill(0);
  sums.set(keyOf(first), { totals: first, probability: 1 });
  let steps = 0;
  for (const line of lines.slice(1, -1)) {
    steps += arrangementCount(line) * sums.size * items;
    if (steps > MOST_STEPS) return null;
    sums = addJudge(sums, arrangements(line));
  }
  const count = arrangementCount(last);
  if (count > MOST_ORDERS || count * sums.size * items > MOST_LAST_STEPS) return null;
  const orders = arrangements(last);
  let tail = 0;
  for (const { totals, probability } of sums.values()) {
    let reached = 0;
    for (const order of orders) {
      let squares = 0;
      for (let item = 0; item < items; item++) squares += ((totals[item] ?? 0) + (order[item] ?? 0)) ** 2;
      if (squares >= threshold) reached += 1;
    }
    tail += (probability * reached) / orders.length;
  }
  return Math.min(1, tail);
}

interface Sums {
  /** Ascending. */
  readonly totals: readonly number[];
  readonly probability: number;
}

function addJudge(sums: ReadonlyMap<string, Sums>, orders: readonly (readonly number[])[]): Map<string, Sums> {
  const next = new Map<string, Sums>();
  for (const { totals, probability } of sums.values()) {
    const share = probability / orders.length;
    for (const order of orders) {
      const added = totals.map((total, item) => total + (order[item] ?? 0)).sort((a, b) => a - b);
      const key = keyOf(added);
      next.set(key, { totals: added, probability: (next.get(key)?.probability ?? 0) + share });
    }
  }
  return next;
}

function keyOf(totals: readonly number[]): string {
  return String.fromCodePoint(...totals);
}

function sumOfSquares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

function compareLines(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How many different orders the values have: k! divided by the factorials of the ties. */
function arrangementCount(ascending: readonly number[]): number {
  let count = 1;
  let run = 0;
  ascending.forEach((value, index) => {
    run = value === ascending[index - 1] ? run + 1 : 1;
    count = (count * (index + 1)) / run;
  });
  return Math.round(count);
}

/** All different orders of the values, each once. */
function arrangements(ascending: readonly number[]): number[][] {
  if (ascending.length === 0) return [[]];
  return ascending.flatMap((value, index) => {
    if (value === ascending[index - 1]) return [];
    const rest = [...ascending.slice(0, index), ...ascending.slice(index + 1)];
    return arrangements(rest).map((order) => [value, ...order]);
  });
}
