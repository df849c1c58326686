import type { Judgement } from "~/analysis/agreement/judgement";

/** Judgements from lines of values, one line per judge; `null` is missing. */
export function table(lines: readonly (readonly (number | null)[])[]): Judgement[] {
  return lines.flatMap((line, judge) =>
    line.flatMap((value, item) => (value === null ? [] : [{ judge: `j${judge}`, item: `i${item}`, value }])),
  );
}
