export interface MapPoint {
  readonly id: string;
  readonly place: number | null;
  /** Short name, drawn where there is room. */
  readonly label: string;
  readonly importance: number;
  readonly capability: number;
}

interface ImportanceMapProps {
  readonly title: string;
  readonly description: string;
  readonly points: readonly MapPoint[];
  /** Where the lines cross: the means over the topics. */
  readonly cross: { readonly importance: number; readonly capability: number };
  readonly words: {
    readonly importance: string;
    readonly capability: string;
    readonly concentrate: string;
    readonly keepUp: string;
    readonly low: string;
    readonly overkill: string;
  };
  readonly formatted: (value: number) => string;
}

// The size at which labels are placed; the drawing keeps its height and stretches in width.
const WIDTH = 900;
const HEIGHT = 480;
const LETTER = 6.6;
const LINE = 15;
const NAMED = 10;

/** Importance upward, capability to the right, a dot for each topic, lines at the means. */
export function ImportanceMap({ title, description, points, cross, words, formatted }: ImportanceMapProps) {
  const x = scaleOf([...points.map(({ capability }) => capability), cross.capability]);
  const y = scaleOf([...points.map(({ importance }) => importance), cross.importance]);
  const across = (value: number) => `${(100 * x.at(value)).toFixed(2)}%`;
  const up = (value: number) => `${(100 * (1 - y.at(value))).toFixed(2)}%`;
  const labels = placeLabels(
    [...points]
      .sort((a, b) => (a.place ?? Number.MAX_VALUE) - (b.place ?? Number.MAX_VALUE) || (a.id < b.id ? -1 : 1))
      .map((point) => ({
        point,
        px: x.at(point.capability) * WIDTH,
        py: (1 - y.at(point.importance)) * HEIGHT,
      })),
  );
  return (
    <figure className="importance-map">
      <svg role="img" aria-labelledby="map-title map-description" height={HEIGHT}>
        <title id="map-title">{title}</title>
        <desc id="map-description">{description}</desc>
        <rect className="plot-zone" x="0" y="0" width={across(cross.capability)} height={up(cross.importance)} />
        {x.ticks.map((tick) => (
          <line key={tick} className="plot-grid" x1={across(tick)} x2={across(tick)} y1="0" y2="100%" />
        ))}
        {y.ticks.map((tick) => (
          <line key={tick} className="plot-grid" x1="0" x2="100%" y1={up(tick)} y2={up(tick)} />
        ))}
        <line
          className="plot-grid-strong"
          x1={across(cross.capability)}
          x2={across(cross.capability)}
          y1="0"
          y2="100%"
        />
        <line className="plot-grid-strong" x1="0" x2="100%" y1={up(cross.importance)} y2={up(cross.importance)} />
        <text className="plot-corner" x="0" y="0" dx="6" dy="18">
          {words.concentrate}
        </text>
        <text className="plot-corner anchor-end" x="100%" y="0" dx="-6" dy="18">
          {words.keepUp}
        </text>
        <text className="plot-corner" x="0" y="100%" dx="6" dy="-8">
          {words.low}
        </text>
        <text className="plot-corner anchor-end" x="100%" y="100%" dx="-6" dy="-8">
          {words.overkill}
        </text>
        {points.map(({ id, place, importance, capability }) => (
          <circle
            key={id}
            className={place !== null && place <= NAMED ? "plot-point" : "plot-hollow"}
            cx={across(capability)}
            cy={up(importance)}
            r="5"
          />
        ))}
        {labels.map(({ point, side }) => (
          <text
            key={point.id}
            className={`plot-label map-label${side === "left" ? " anchor-end" : side === "right" ? "" : " anchor-middle"}`}
            x={across(point.capability)}
            y={up(point.importance)}
            dx={side === "left" ? -9 : side === "right" ? 9 : 0}
            dy={side === "above" ? -9 : side === "below" ? 18 : 4}
          >
            {point.label}
          </text>
        ))}
      </svg>
      <svg className="map-axis" aria-hidden="true" focusable="false" height="40">
        {x.ticks.map((tick) => (
          <text key={tick} className="plot-tick anchor-middle" x={across(tick)} y="14">
            {formatted(tick)}
          </text>
        ))}
        <text className="plot-note anchor-middle" x="50%" y="34">
          {words.capability}
        </text>
      </svg>
      <figcaption className="muted">{words.importance}</figcaption>
    </figure>
  );
}

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** Half points of the rating scale around all values, with room at the ends. */
function scaleOf(values: readonly number[]): Scale {
  const low = Math.floor((Math.min(...values) - 0.1) * 2) / 2;
  const high = Math.ceil((Math.max(...values) + 0.1) * 2) / 2;
  const ticks = Array.from({ length: Math.round((high - low) * 2) + 1 }, (_, index) => low + index / 2).slice(1, -1);
  return { at: (value) => (value - low) / (high - low), ticks };
}

type Side = "right" | "left" | "above" | "below";
interface Placed {
  readonly point: MapPoint;
  readonly side: Side;
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The most needed first: each label on the first side where it meets no dot, no label and no edge; else none. */
function placeLabels(
  dots: readonly { readonly point: MapPoint; readonly px: number; readonly py: number }[],
): readonly Placed[] {
  const taken: Box[] = dots.map(({ px, py }) => ({ left: px - 5, right: px + 5, top: py - 5, bottom: py + 5 }));
  const placed: Placed[] = [];
  for (const { point, px, py } of dots) {
    const width = point.label.length * LETTER;
    const boxes: readonly (readonly [Side, Box])[] = [
      ["right", { left: px + 7, right: px + 9 + width, top: py - LINE / 2, bottom: py + LINE / 2 }],
      ["left", { left: px - 9 - width, right: px - 7, top: py - LINE / 2, bottom: py + LINE / 2 }],
      ["above", { left: px - width / 2, right: px + width / 2, top: py - 8 - LINE, bottom: py - 6 }],
      ["below", { left: px - width / 2, right: px + width / 2, top: py + 6, bottom: py + 8 + LINE }],
    ];
    const free = boxes.find(([, box]) => inside(box) && !taken.some((other) => meets(box, other)));
    if (!free) continue;
    placed.push({ point, side: free[0] });
    taken.push(free[1]);
  }
  return placed;
}

function inside({ left, right, top, bottom }: Box): boolean {
  return left >= 0 && right <= WIDTH && top >= 24 && bottom <= HEIGHT - 24;
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
