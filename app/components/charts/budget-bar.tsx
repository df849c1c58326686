interface BudgetBarProps {
  /** Purses in their order: what each holds and what of it is used. */
  readonly segments: readonly { readonly id: string; readonly amount: number; readonly used: number }[];
  /** The same in one sentence. */
  readonly label: string;
}

/** Money on one line: each purse with its used part filled, the free part open, a cut after each. */
export function BudgetBar({ segments, label }: BudgetBarProps) {
  const total = segments.reduce((sum, { amount }) => sum + amount, 0);
  const percent = (value: number) => `${total > 0 ? ((100 * value) / total).toFixed(2) : "0.00"}%`;
  let x = 0;
  const placed = segments.map((segment) => {
    const from = x;
    x += segment.amount;
    return { ...segment, from };
  });
  return (
    <svg role="img" aria-label={label}>
      {placed.map(({ id, amount, used, from }, at) => (
        <g key={id}>
          {used > 0 && (
            <rect className={`seg-${(at % 4) + 1}`} x={percent(from)} width={percent(used)} y="4" height="32" />
          )}
          {amount > used && (
            <rect className="seg-free" x={percent(from + used)} width={percent(amount - used)} y="4.5" height="31" />
          )}
          {at > 0 && <line className="plot-cut" x1={percent(from)} x2={percent(from)} y1="0" y2="40" />}
        </g>
      ))}
    </svg>
  );
}

/** The mark of a purse beside its name. */
export function PurseMark({ at }: { readonly at: number }) {
  return (
    <svg className="swatch" aria-hidden="true" focusable="false" viewBox="0 0 12 12">
      <rect className={`seg-${(at % 4) + 1}`} x=".5" y=".5" width="11" height="11" />
    </svg>
  );
}
