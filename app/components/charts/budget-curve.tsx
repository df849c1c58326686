interface BudgetCurveProps {
  /** Best plan at each share of the budget, by share: need met, and the most that any plan could meet; shares from 0 to 1. */
  readonly points: readonly { readonly share: number; readonly met: number; readonly most: number }[];
  /** The same in one sentence. */
  readonly label: string;
  readonly percent: (share: number) => string;
}

const TOP = 20;
const HEIGHT = 140;
const LEFT = 8;
const WIDTH = 84;

/** Need met against the budget: a dot for each solve, the thin line above it what is not ruled out. */
export function BudgetCurve({ points, label, percent }: BudgetCurveProps) {
  const shares = points.map(({ share }) => share);
  const [low, high] = [Math.min(...shares), Math.max(...shares)];
  const top = Math.max(...points.map(({ most }) => most), 0.01);
  const x = (share: number) => `${(LEFT + (high > low ? (WIDTH * (share - low)) / (high - low) : 0)).toFixed(2)}%`;
  const y = (met: number) => Number((TOP + HEIGHT * (1 - met / top)).toFixed(1));
  const base = TOP + HEIGHT;
  return (
    <svg className="budget-curve" role="img" aria-label={label}>
      <line className="plot-grid-strong" x1="0" x2="100%" y1={base} y2={base} />
      {points.map(({ share, met, most }, at) => {
        const before = points[at - 1];
        return (
          <g key={share}>
            {before && (
              <line className="curve-line" x1={x(before.share)} y1={y(before.met)} x2={x(share)} y2={y(met)} />
            )}
            {most > met && <line className="plot-wide" x1={x(share)} y1={y(most)} x2={x(share)} y2={y(met)} />}
            <circle className="plot-point" cx={x(share)} cy={y(met)} r="5" />
            <text className="plot-label anchor-middle" x={x(share)} y={y(met) - 10}>
              {percent(met)}
            </text>
            <text className="plot-tick anchor-middle" x={x(share)} y={base + 18}>
              {percent(share)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
