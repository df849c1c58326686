interface KpiPlotRow {
  readonly key: string;
  readonly label: string;
  /** Shares of what is wanted, by cycle, the latest last; `null` where there is no figure. */
  readonly shares: readonly (number | null)[];
}

interface KpiPlotProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly KpiPlotRow[];
  readonly percent: (share: number) => string;
}

const ROW = 26;
const [TOP, BOTTOM] = [26, 10];
/** Twice the target and more stand at the end of the axis. */
const MOST = 2;
/** The axis runs from behind the labels to before the end. */
const [FROM, UNTIL] = [18, 96];

/** How far each target is reached: the latest cycle as a point, filled where it is reached, earlier ones as small rings. */
export function KpiPlot({ id, title, rows, percent }: KpiPlotProps) {
  const height = TOP + BOTTOM + ROW * rows.length;
  const across = (share: number): string => {
    const place = FROM + ((UNTIL - FROM) * Math.min(MOST, Math.max(0, share))) / MOST;
    return `${Math.round(100 * place) / 100}%`;
  };
  return (
    <svg className="kpi-plot" role="img" aria-labelledby={`${id}-title`} height={height}>
      <title id={`${id}-title`}>{title}</title>
      {[0, 1, 2].map((share) => (
        <g key={share}>
          <line
            className={share === 1 ? "plot-grid-strong" : "plot-grid"}
            x1={across(share)}
            x2={across(share)}
            y1={TOP - 6}
            y2={height - BOTTOM}
          />
          <text className="plot-tick anchor-middle" x={across(share)} y={TOP - 12}>
            {percent(share)}
            {share === MOST && " +"}
          </text>
        </g>
      ))}
      {rows.map(({ key, label, shares }, index) => {
        const y = TOP + ROW * index + ROW / 2;
        const latest = shares.at(-1);
        const earlier = shares.slice(0, -1).flatMap((share, at) => (share === null ? [] : [{ at, share }]));
        return (
          <g key={key}>
            <text className="plot-label" x="0" y={y} dy="4">
              {label}
            </text>
            <line className="plot-grid" x1={across(0)} x2={across(MOST)} y1={y} y2={y} />
            {earlier.map(({ at, share }) => (
              <circle key={at} className="plot-hollow" cx={across(share)} cy={y} r="3.5" />
            ))}
            {latest != null && (
              <circle
                className={latest >= 1 - 1e-9 ? "plot-point" : "plot-hollow kpi-short"}
                cx={across(latest)}
                cy={y}
                r="6"
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
