const LOWEST = 1;
const HIGHEST = 5;
/** Room at either end, in percent, so that a dot at 1 or 5 is drawn whole. */
const ROOM = 4;

const xOf = (value: number): string =>
  `${(ROOM + ((value - LOWEST) / (HIGHEST - LOWEST)) * (100 - 2 * ROOM)).toFixed(2)}%`;

/** The numbers 1 to 5 over the column. */
export function MeanAxis() {
  return (
    <svg className="mean-range" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4, 5].map((step) => (
        <text key={step} className="plot-tick anchor-middle" x={xOf(step)} y="14">
          {step}
        </text>
      ))}
    </svg>
  );
}

interface MeanRangeProps {
  readonly mean: number | null;
  /** `null` where everybody answered: no interval. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly target: number | null;
}

/** A mean from 1 to 5 (dot) with its interval and the target; the row says the same in figures. */
export function MeanRange({ mean, lower, upper, target }: MeanRangeProps) {
  return (
    <svg className="mean-range" aria-hidden="true" focusable="false">
      {[1, 2, 3, 4, 5].map((step) => (
        <line key={step} className="plot-grid" x1={xOf(step)} x2={xOf(step)} y1="0" y2="100%" />
      ))}
      {target !== null && <line className="plot-target" x1={xOf(target)} x2={xOf(target)} y1="0" y2="100%" />}
      {lower !== null && upper !== null && (
        <line className="plot-sure" x1={xOf(lower)} x2={xOf(upper)} y1="50%" y2="50%" />
      )}
      {mean !== null && <circle className="plot-point" cx={xOf(mean)} cy="50%" r="4.5" />}
    </svg>
  );
}
