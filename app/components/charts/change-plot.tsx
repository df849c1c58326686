/** Where a change stands on the axis, in percent of its width; zero is in the middle. */
const xOf = (value: number, reach: number): string =>
  `${(50 + (Math.max(-reach, Math.min(reach, value)) / reach) * 48).toFixed(2)}%`;

/** How far the axis reaches to either side, scale points: the widest end, rounded up to half a point. */
export function reachOf(values: readonly (number | null)[]): number {
  const widest = Math.max(0.5, ...values.flatMap((value) => (value === null ? [] : Math.abs(value))));
  return Math.ceil(widest * 2) / 2;
}

/** The numbers over the column: whole points, or halves where the axis is short. */
function ticksOf(reach: number): readonly number[] {
  const step = reach <= 1 ? 0.5 : reach <= 3 ? 1 : 2;
  const steps = Math.floor(reach / step);
  return Array.from({ length: 2 * steps + 1 }, (_, index) => (index - steps) * step);
}

/** The axis of changes over a column of `ChangeRange`. */
export function ChangeAxis({ reach, number }: { readonly reach: number; readonly number: (value: number) => string }) {
  return (
    <svg className="change-axis" aria-hidden="true" focusable="false">
      {ticksOf(reach).map((tick) => (
        <g key={tick}>
          <text className="plot-tick anchor-middle" x={xOf(tick, reach)} y="14">
            {number(tick)}
          </text>
          <line className="plot-grid-strong" x1={xOf(tick, reach)} x2={xOf(tick, reach)} y1="19" y2="24" />
        </g>
      ))}
    </svg>
  );
}

export interface ChangeRangeProps {
  /** Half the width of the axis, scale points. */
  readonly reach: number;
  /** Mean change of the discrepancy; left of zero the need shrank. */
  readonly change: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Beyond chance: drawn full, otherwise hollow. */
  readonly sure: boolean;
}

/** A topic's change (dot) with its interval; the row of the table says the same. */
export function ChangeRange({ reach, change, low, high, sure }: ChangeRangeProps) {
  return (
    <svg className="change-range" aria-hidden="true" focusable="false">
      {ticksOf(reach).map((tick) => (
        <line
          key={tick}
          className={tick === 0 ? "plot-grid-strong" : "plot-grid"}
          x1={xOf(tick, reach)}
          x2={xOf(tick, reach)}
          y1="0"
          y2="100%"
        />
      ))}
      {low !== null && high !== null && (
        <line className="plot-wide" x1={xOf(low, reach)} x2={xOf(high, reach)} y1="50%" y2="50%" />
      )}
      {change !== null && (
        <circle className={sure ? "plot-point" : "plot-hollow"} cx={xOf(change, reach)} cy="50%" r="4.5" />
      )}
    </svg>
  );
}
