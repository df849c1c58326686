interface PipelineYear {
  readonly label: string;
  readonly led: number;
  readonly ledWithout: number;
}

interface PipelinePlotProps {
  readonly id: string;
  readonly title: string;
  readonly years: readonly PipelineYear[];
  readonly asked: number;
  readonly number: (value: number) => string;
}

const HEIGHT = 120;
const [TOP, BOTTOM] = [20, 88];

/** Missions of one area that can be led, cycle by cycle, under the line of those asked. */
export function PipelinePlot({ id, title, years, asked, number }: PipelinePlotProps) {
  const most = Math.max(1, asked, ...years.map(({ led }) => led));
  const down = (value: number): number => Math.round((BOTTOM - ((BOTTOM - TOP) * value) / most) * 100) / 100;
  // Beside its dot the line would strike the number through.
  const isOnLine = (led: number): boolean => Math.abs(down(led) - down(asked)) < 6;
  const across = (index: number): string => `${Math.round((10_000 * (index + 0.5)) / years.length) / 100}%`;
  return (
    <svg className="pipeline" role="img" aria-labelledby={`${id}-title`} height={HEIGHT}>
      <title id={`${id}-title`}>{title}</title>
      <line className="plot-grid" x1="0" x2="100%" y1={BOTTOM} y2={BOTTOM} />
      <line className="plot-grid-strong" x1="0" x2="100%" y1={down(asked)} y2={down(asked)} />
      <text className="plot-tick" x="0" y={down(asked)} dy="-5">
        {number(asked)}
      </text>
      {years.map(({ label, led, ledWithout }, index) => (
        <g key={label}>
          <line className="plot-hoped" x1={across(index)} x2={across(index)} y1={down(led)} y2={down(ledWithout)} />
          <circle className="plot-hollow" cx={across(index)} cy={down(ledWithout)} r="4" />
          <circle className="plot-point" cx={across(index)} cy={down(led)} r="5.5" />
          <text className="plot-tick" x={across(index)} y={down(led)} dx="10" dy={isOnLine(led) ? -5 : 4}>
            {number(led)}
          </text>
          <text className="plot-note anchor-middle" x={across(index)} y={HEIGHT - 8}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
