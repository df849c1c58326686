interface AnswerDotsProps {
  /** Members that rated 1, 2, ... 5. */
  readonly importance: readonly number[];
  readonly capability: readonly number[];
  /** The same in words. */
  readonly label: string;
}

const STEP = 38;
const FIRST = 24;
const ROW = 8.4;
const COLUMNS = 4;
const BASE = 66;
const ROOM = 16;

/** One dot for each member: importance above the scale, capability hollow below it. */
export function AnswerDots({ importance, capability, label }: AnswerDotsProps) {
  const rows = (counts: readonly number[]) => Math.ceil(Math.max(0, ...counts) / COLUMNS);
  const above = Math.max(BASE, rows(importance) * ROW + 8);
  const height = above + ROOM + Math.max(52, rows(capability) * ROW + 10);
  const dots = (counts: readonly number[], scale: "importance" | "capability") =>
    counts.flatMap((count, step) =>
      Array.from({ length: count }, (_, index) => {
        const row = Math.floor(index / COLUMNS);
        const inRow = Math.min(COLUMNS, count - row * COLUMNS);
        const column = index % COLUMNS;
        return (
          <circle
            // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
            key={`${scale}-${step}-${index}`}
            className={`dot-${scale}`}
            cx={(FIRST + step * STEP + (column - (inRow - 1) / 2) * 8.8).toFixed(1)}
            cy={(scale === "importance" ? above - 6 - row * ROW : above + ROOM + 6 + row * ROW).toFixed(1)}
            r={scale === "importance" ? 3.4 : 3}
          />
        );
      }),
    );
  return (
    <svg viewBox={`0 0 200 ${height.toFixed(0)}`} role="img" aria-label={label}>
      <line className="plot-grid-strong" x1="6" x2="194" y1={above} y2={above} />
      <line className="plot-grid-strong" x1="6" x2="194" y1={above + ROOM} y2={above + ROOM} />
      {[1, 2, 3, 4, 5].map((step) => (
        <text key={step} className="plot-tick anchor-middle" x={FIRST + (step - 1) * STEP} y={above + 12.5}>
          {step}
        </text>
      ))}
      {dots(importance, "importance")}
      {dots(capability, "capability")}
    </svg>
  );
}
