interface StatusBarProps {
  /** What stands beside each other, in its order. */
  readonly segments: readonly { readonly id: string; readonly count: number }[];
  /** The same in one sentence. */
  readonly label: string;
}

/** Answers on one line, a part for each status as long as its share; the last one open. */
export function StatusBar({ segments, label }: StatusBarProps) {
  const total = segments.reduce((sum, { count }) => sum + count, 0);
  const percent = (value: number) => `${total > 0 ? ((100 * value) / total).toFixed(2) : "0.00"}%`;
  let x = 0;
  const placed = segments.map((segment, at) => {
    const from = x;
    x += segment.count;
    return { ...segment, from, style: at < 4 ? `seg-${at + 1}` : "seg-free" };
  });
  return (
    <svg role="img" aria-label={label}>
      {placed.map(({ id, count, from, style }) =>
        count === 0 ? null : (
          <rect key={id} className={style} x={percent(from)} width={percent(count)} y="4.5" height="31" />
        ),
      )}
    </svg>
  );
}
