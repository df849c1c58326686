/** One figure of the bench, with what it is measured against. */
export interface BenchRow {
  readonly what: string;
  /** As it is to be read, with its unit. */
  readonly measured: string;
  /** What was asked for, or `null` where the figure is only told. */
  readonly budget: string | null;
  /** By how much it is missed, in words; `null` if it is met. */
  readonly missed: string | null;
}

/** A ratio that should be at least so large. */
export function ratioRow(what: string, ratio: number, atLeast: number | null, detail = ""): BenchRow {
  const measured = `${figure(ratio)} times${detail && `, ${detail}`}`;
  if (atLeast === null) return { what, measured, budget: null, missed: null };
  const missed = ratio >= atLeast ? null : `${percent(1 - ratio / atLeast)} too few`;
  return { what, measured, budget: `at least ${atLeast} times`, missed };
}

/** A duration in milliseconds, or another amount, that should be at most so large; `null` if it never came. */
export function mostRow(
  what: string,
  value: number | null,
  { most, unit, detail = "" }: { readonly most: number; readonly unit: string; readonly detail?: string },
): BenchRow {
  const budget = `at most ${most} ${unit}`;
  if (value === null) return { what, measured: `not reached${detail && `, ${detail}`}`, budget, missed: "not reached" };
  const missed = value <= most ? null : `${figure(value - most)} ${unit} over`;
  return { what, measured: `${figure(value)} ${unit}${detail && `, ${detail}`}`, budget, missed };
}

/** A figure of a reference that is not there on this machine. */
export function absentRow(what: string, why: string): BenchRow {
  return { what, measured: why, budget: null, missed: null };
}

/** Three figures that count. */
export function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

/** The middle of several runs after one that is not counted, in milliseconds. */
export function medianTime(runs: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
}
