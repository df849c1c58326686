const AXIS = "rank-axis";
const FIRST = 10;

/** Where a place stands on the axis, in percent of its width; half a place of room at either end. */
const xOf = (place: number, places: number): string => `${(((place - 0.5) / places) * 100).toFixed(2)}%`;

/** Places that carry a number: 1, 5, 10, then every tenth, and the last where there is room. */
export function ticksOf(places: number): readonly number[] {
  const tens = Array.from({ length: Math.floor(places / 10) }, (_, index) => (index + 1) * 10);
  const room = tens.filter((ten) => places - ten >= 3 || ten === places);
  return [...new Set([1, ...(places >= 5 ? [5] : []), ...room, places])].sort((a, b) => a - b);
}

/** The lines and the zone of the first ten, drawn once and used by every row; stands anywhere on the page. */
export function RankAxisSymbol({ places }: { readonly places: number }) {
  const zone = Math.min(FIRST, places);
  return (
    <svg className="visually-hidden" aria-hidden="true" focusable="false" width="0" height="0">
      <defs>
        <symbol id={AXIS} overflow="visible">
          <rect className="plot-zone" x="0" y="0" width={`${((zone / places) * 100).toFixed(2)}%`} height="100%" />
          {ticksOf(places)
            .filter((tick) => tick !== FIRST)
            .map((tick) => (
              <line key={tick} className="plot-grid" x1={xOf(tick, places)} x2={xOf(tick, places)} y1="0" y2="100%" />
            ))}
          {places > FIRST && (
            <line
              className="plot-grid-strong"
              x1={`${((FIRST / places) * 100).toFixed(2)}%`}
              x2={`${((FIRST / places) * 100).toFixed(2)}%`}
              y1="0"
              y2="100%"
            />
          )}
        </symbol>
      </defs>
    </svg>
  );
}

/** The numbers over the column. */
export function RankAxis({ places }: { readonly places: number }) {
  return (
    <svg aria-hidden="true" focusable="false">
      {ticksOf(places).map((tick) => (
        <g key={tick}>
          <text className="plot-tick anchor-middle" x={xOf(tick, places)} y="14">
            {tick}
          </text>
          <line className="plot-grid-strong" x1={xOf(tick, places)} x2={xOf(tick, places)} y1="19" y2="24" />
        </g>
      ))}
    </svg>
  );
}

export interface RankRangeProps {
  readonly places: number;
  /** `null` where bands take the place of places: the ranges only. */
  readonly place: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly wideLow: number | null;
  readonly wideHigh: number | null;
}

/** A topic's place (dot), its range had all answered (thick) and of a repeated survey (thin); the row says the same. */
export function RankRange({ places, place, low, high, wideLow, wideHigh }: RankRangeProps) {
  return (
    <svg aria-hidden="true" focusable="false">
      <use href={`#${AXIS}`} />
      {wideLow !== null && wideHigh !== null && (
        <line className="plot-wide" x1={xOf(wideLow, places)} x2={xOf(wideHigh, places)} y1="50%" y2="50%" />
      )}
      {low !== null &&
        high !== null &&
        (low === high ? (
          // A range of one place has no length; it is drawn as wide as the place.
          <line className="plot-sure" x1={xOf(low - 0.4, places)} x2={xOf(low + 0.4, places)} y1="50%" y2="50%" />
        ) : (
          <line className="plot-sure" x1={xOf(low, places)} x2={xOf(high, places)} y1="50%" y2="50%" />
        ))}
      {place !== null && <circle className="plot-point" cx={xOf(place, places)} cy="50%" r="4.5" />}
    </svg>
  );
}
