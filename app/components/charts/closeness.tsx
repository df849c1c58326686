/** Where the axis begins: lines further away all stand at its start. */
export const CLOSENESS_FROM = 0.95;

/** How close a line came: the dot on the way to 100 %, the thick part is what is missing. */
export function Closeness({ value }: { readonly value: number }) {
  const x = Math.min(100, Math.max(0, (100 * (value - CLOSENESS_FROM)) / (1 - CLOSENESS_FROM)));
  return (
    <svg className="closeness" aria-hidden="true" focusable="false">
      <line className="track" x1="0" x2="100%" y1="50%" y2="50%" />
      <line className="gap" x1={`${x.toFixed(1)}%`} x2="100%" y1="50%" y2="50%" />
      <line className="plot-grid-strong" x1="100%" x2="100%" y1="0" y2="100%" />
      <circle className="plot-point" cx={`${x.toFixed(1)}%`} cy="50%" r="5" />
    </svg>
  );
}
