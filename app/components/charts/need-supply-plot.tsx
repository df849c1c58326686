import { type LabelledDot, type PlacedLabel, placeLabels, placeNumbers } from "./place-labels";

/** One area: how much it is needed, and missions that can be led minus missions asked. */
export interface NeedSupplyPoint {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  /** "8 of 9", and "8/9" for narrow plots. */
  readonly note: string;
  readonly shortNote: string;
  readonly score: number;
  readonly difference: number;
  /** The difference if the candidates pass. */
  readonly withCandidates: number;
}

export interface NeedSupplyTexts {
  readonly title: string;
  readonly description: string;
  readonly accredit: readonly [string, string];
  readonly trainNow: readonly [string, string];
  readonly borrow: readonly [string, string];
  readonly watch: readonly [string, string];
  readonly cut: string;
  readonly short: string;
  readonly spare: string;
}

interface NeedSupplyPlotProps {
  readonly id: string;
  readonly points: readonly NeedSupplyPoint[];
  /** Score between the last place that counts as most needed and the next; `null` if no topic is beyond it. */
  readonly cut: number | null;
  readonly texts: NeedSupplyTexts;
  readonly number: (value: number) => string;
  /** Written from right to left: the plot is drawn mirrored, short of missions on the right. */
  readonly mirrored?: boolean;
}

const LONG = { widths: [704, 780, 860, 985, 1200], height: 608 };
/** How far beyond the end of the axis its edge is, in missions. */
const EDGE = 1;
const SHORT = { widths: [288, 320, 380, 460, 560, 703], height: 512 };

/**
 * Need against supply in four quadrants: x missions to spare, y score. Nothing but text is measured in pixels.
 *
 * The axis ends a little beyond today's differences; what candidates would add beyond that stands at the edge, with its
 * number, so that a single area with many candidates does not press all others together.
 */
export function NeedSupplyPlot({ id, points, cut, texts, number, mirrored = false }: NeedSupplyPlotProps) {
  const least = Math.min(-2, ...points.flatMap(({ difference, withCandidates }) => [difference, withCandidates]));
  const most = Math.max(2, ...points.map(({ difference }) => difference)) + 1;
  const isBeyond = ({ withCandidates }: NeedSupplyPoint): boolean => withCandidates > most;
  const room = points.some(isBeyond) ? EDGE + 0.9 : 0.6;
  const across = (value: number): number => {
    const share = (100 * (Math.min(value, most + EDGE) - least + 0.6)) / (most - least + 0.6 + room);
    return mirrored ? 100 - share : share;
  };
  const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value));
  const scores = points.map(({ score }) => score).concat(cut ?? []);
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const margin = Math.max(0.5, 0.14 * (high - low));
  const down = (score: number): number => (100 * (high + margin - score)) / (high - low + 2 * margin);
  const line = cut === null ? 100 : down(cut);

  const beyond = points.filter(isBeyond).toSorted((a, b) => b.score - a.score);
  const places = placeNumbers(
    beyond.map(({ score }) => down(score)),
    SHORT.height,
  );
  const atEdge = new Map(
    beyond.map(({ id: area, withCandidates }, index) => [
      area,
      { text: signed(withCandidates), dy: places[index] ?? -10 },
    ]),
  );
  const numberOf = (area: string) => {
    const edge = atEdge.get(area);
    return edge ? { dy: edge.dy, length: edge.text.length } : null;
  };

  const dots = (length: (point: NeedSupplyPoint) => number): readonly LabelledDot[] =>
    points.map((point) => ({
      id: point.id,
      x: across(point.difference),
      y: down(point.score),
      until: point.withCandidates === point.difference ? null : across(point.withCandidates),
      number: numberOf(point.id),
      length: length(point),
    }));
  const long = placeLabels(
    dots(({ name, note }) => name.length + 1 + note.length),
    {
      ...LONG,
      corners: (width) => [
        { left: 0, right: 190, top: 4, bottom: 48 },
        { left: width - 210, right: width, top: 4, bottom: 48 },
        { left: 0, right: 190, top: LONG.height - 54, bottom: LONG.height },
        { left: width - 210, right: width, top: LONG.height - 54, bottom: LONG.height },
        { left: 0, right: 130, top: (line / 100) * LONG.height, bottom: (line / 100) * LONG.height + 22 },
      ],
    },
  );
  const short = placeLabels(
    dots(({ short: name, shortNote }) => name.length + 1 + shortNote.length),
    {
      ...SHORT,
      corners: (width) => [
        { left: 0, right: 90, top: 4, bottom: 28 },
        { left: width - 90, right: width, top: 4, bottom: 28 },
        { left: 0, right: 90, top: SHORT.height - 50, bottom: SHORT.height - 24 },
        { left: width - 90, right: width, top: SHORT.height - 50, bottom: SHORT.height - 24 },
      ],
    },
  );
  const ticks = Array.from({ length: most - least + 1 }, (_, index) => least + index);
  // The first and the last stand where the names of the quadrants are.
  const marks = wholeSteps(low - margin, high + margin).filter((mark) => down(mark) > 9 && down(mark) < 90);
  const half = across(-0.5);
  const zone = mirrored ? { x: percent(half), width: percent(100 - half) } : { x: "0", width: percent(half) };
  const [start, end] = mirrored ? (["99.2%", "0.8%"] as const) : (["0.8%", "99.2%"] as const);

  return (
    <figure className="quadrants">
      <svg role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{texts.title}</title>
        <desc id={`${id}-desc`}>{texts.description}</desc>
        <rect className="plot-zone" {...zone} y="0" height={percent(line)} />
        {ticks.map((tick) => (
          <line
            key={tick}
            className="plot-grid"
            x1={percent(across(tick))}
            x2={percent(across(tick))}
            y1="0"
            y2="100%"
          />
        ))}
        <line className="plot-grid-strong" x1={percent(half)} x2={percent(half)} y1="0" y2="100%" />
        {cut !== null && <line className="plot-grid-strong" x1="0" x2="100%" y1={percent(line)} y2={percent(line)} />}
        <Quadrant x={start} y="0" first={22} words={texts.accredit} />
        <Quadrant x={end} y="0" first={22} words={texts.trainNow} atEnd />
        <Quadrant x={start} y="100%" first={-34} words={texts.borrow} />
        <Quadrant x={end} y="100%" first={-34} words={texts.watch} atEnd />
        {cut !== null && (
          <text className="plot-note q-note" x={start} y={percent(line)} dy="17">
            {texts.cut}
          </text>
        )}
        {marks.map((mark) => (
          <text
            key={mark}
            className="plot-tick anchor-end q-note"
            x={mirrored ? "2.4%" : "100%"}
            y={percent(down(mark))}
            dx="-4"
            dy="4"
          >
            {number(mark)}
          </text>
        ))}
        {points.map((point, index) => {
          const [x, y] = [percent(across(point.difference)), percent(down(point.score))];
          const hoped = percent(across(point.withCandidates));
          const edge = atEdge.get(point.id);
          return (
            <g key={point.id}>
              {point.withCandidates !== point.difference && (
                <>
                  <line className="plot-hoped" x1={x} x2={hoped} y1={y} y2={y} />
                  <circle className="plot-hollow" cx={hoped} cy={y} r="4" />
                  {edge && (
                    <text className="plot-tick anchor-middle" x={hoped} y={y} dy={edge.dy}>
                      {edge.text}
                    </text>
                  )}
                </>
              )}
              <Leader place={long[index]} x={x} y={y} kind="q-long" />
              <Leader place={short[index]} x={x} y={y} kind="q-short" />
            </g>
          );
        })}
        {points.map(({ id: area, difference, score }) => (
          <circle key={area} className="plot-point" cx={percent(across(difference))} cy={percent(down(score))} r="6" />
        ))}
        {points.map((point, index) => {
          const [x, y] = [percent(across(point.difference)), percent(down(point.score))];
          return (
            <g key={point.id}>
              <Label place={long[index]} x={x} y={y} kind="q-long" name={point.name} note={point.note} />
              <Label place={short[index]} x={x} y={y} kind="q-short" name={point.short} note={point.shortNote} />
            </g>
          );
        })}
      </svg>
      <svg className="q-axis" aria-hidden="true" focusable="false">
        {ticks
          .filter((tick) => ticks.length <= 16 || tick % 2 === 0)
          .map((tick) => (
            <text key={tick} className="plot-tick anchor-middle" x={percent(across(tick))} y="16">
              {signed(tick)}
            </text>
          ))}
        <text className="plot-note" x={mirrored ? "100%" : "0"} y="38">
          {texts.short}
        </text>
        <text className="plot-note anchor-end" x={mirrored ? "0" : "100%"} y="38">
          {texts.spare}
        </text>
      </svg>
    </figure>
  );
}

interface QuadrantProps {
  readonly x: string;
  readonly y: string;
  readonly first: number;
  readonly words: readonly [string, string];
  readonly atEnd?: boolean;
}

function Quadrant({ x, y, first, words: [name, note], atEnd = false }: QuadrantProps) {
  const end = atEnd ? " anchor-end" : "";
  return (
    <>
      <text className={`q-name${end}`} x={x} y={y} dy={first}>
        {name}
      </text>
      <text className={`plot-note q-note${end}`} x={x} y={y} dy={first + 20}>
        {note}
      </text>
    </>
  );
}

interface PlacedProps {
  readonly place: PlacedLabel | undefined;
  readonly x: string;
  readonly y: string;
  readonly kind: "q-long" | "q-short";
}

/** From the dot to a label that stands away from it; pixels within a frame that begins at the dot. */
function Leader({ place, x, y, kind }: PlacedProps) {
  if (!place?.leader) return null;
  return (
    <svg className={`q-leader ${kind}`} x={x} y={y} width="1" height="1" overflow="visible" aria-hidden="true">
      <line className="plot-spare" x1="0" y1="0" x2={place.dx} y2={place.dy - 4} />
    </svg>
  );
}

function Label({ place, x, y, kind, name, note }: PlacedProps & { readonly name: string; readonly note: string }) {
  const { dx, dy, anchor } = place ?? { dx: 11, dy: 5, anchor: "start" };
  const anchored = anchor === "start" ? "" : ` anchor-${anchor}`;
  return (
    <text className={`plot-label ${kind}${anchored}`} x={x} y={y} dx={dx} dy={dy}>
      {name} <tspan className="plot-note">{note}</tspan>
    </text>
  );
}

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;

/** Whole numbers between the two, at most eight, in steps of 1, 2, 5 ... */
function wholeSteps(from: number, to: number): readonly number[] {
  const step = [1, 2, 5, 10, 20].find((size) => (to - from) / size <= 8) ?? 50;
  const first = Math.ceil((from + (to - from) * 0.03) / step) * step;
  return Array.from({ length: 9 }, (_, index) => first + index * step).filter((mark) => mark < to - (to - from) * 0.02);
}
