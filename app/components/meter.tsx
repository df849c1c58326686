interface MeterProps {
  readonly part: number;
  readonly of: number;
  /** Begun or on the way: drawn lighter, beyond `part`. */
  readonly begun?: number;
  /** The same in words. */
  readonly label: string;
}

/** How much of a whole is done. */
export function Meter({ part, of, begun = 0, label }: MeterProps) {
  const width = (value: number): string => `${of > 0 ? Math.min(100, (100 * value) / of) : 0}%`;
  return (
    <svg className="meter" role="img" aria-label={label}>
      <rect width="100%" height="100%" />
      {begun > 0 && <rect className="meter-part" width={width(part + begun)} height="100%" />}
      <rect className="meter-fill" width={width(part)} height="100%" />
    </svg>
  );
}
