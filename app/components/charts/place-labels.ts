/** A dot with its label; x in percent of the width, y in percent of the height. */
export interface LabelledDot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Where a dotted line from the dot ends, in percent; `null` if there is none. */
  readonly until: number | null;
  /** A number above or below the end of the dotted line: pixels to its base line. */
  readonly number?: { readonly dy: number; readonly length: number } | null;
  /** Letters of the label. */
  readonly length: number;
}

/** Where a label stands: pixels from the dot, and which end of the text is there. */
export interface PlacedLabel {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: "start" | "middle" | "end";
  /** Far enough from the dot to need a line to it. */
  readonly leader: boolean;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LETTER = 6.6;
const ASCENT = 11;
const DESCENT = 4;

/** In the order in which they are liked: right of the dot, above, below, left; then further away with a line. */
const PLACES: readonly PlacedLabel[] = [
  { dx: 11, dy: 5, anchor: "start", leader: false },
  { dx: 0, dy: -11, anchor: "middle", leader: false },
  { dx: 9, dy: -7, anchor: "start", leader: false },
  { dx: 9, dy: 16, anchor: "start", leader: false },
  { dx: 0, dy: 21, anchor: "middle", leader: false },
  { dx: -11, dy: 5, anchor: "end", leader: false },
  { dx: -9, dy: -7, anchor: "end", leader: false },
  { dx: -9, dy: 16, anchor: "end", leader: false },
  ...[28, 44, 60, 76].flatMap((away): readonly PlacedLabel[] => [
    { dx: 16, dy: -away, anchor: "start", leader: true },
    { dx: -16, dy: -away, anchor: "end", leader: true },
    { dx: 16, dy: away + 8, anchor: "start", leader: true },
    { dx: -16, dy: away + 8, anchor: "end", leader: true },
  ]),
];

/**
 * Places the labels of dots so that none covers another, a dot, a dotted line or one of the words in the corners, at
 * any width from the least to the greatest. The server does not know the width of the screen, so each place is tried at
 * all of them.
 *
 * Dots are served by what is hardest first: the fullest surroundings. A label moves again if others make room.
 *
 * @param widths widths in pixels at which the plot is looked at
 * @param corners boxes in pixels from the upper left, given the width
 * @returns one place per dot, in their order; the same input gives the same places
 */
export function placeLabels(
  dots: readonly LabelledDot[],
  {
    widths,
    height,
    corners = () => [],
  }: {
    readonly widths: readonly number[];
    readonly height: number;
    readonly corners?: (width: number) => readonly Box[];
  },
): readonly PlacedLabel[] {
  const scenes = widths.map((width) => ({
    width,
    fixed: [...corners(width), ...dots.flatMap((dot) => boxesOfMark(dot, width, height))],
  }));
  const chosen: (PlacedLabel | undefined)[] = dots.map(() => undefined);
  const cost = (index: number, place: PlacedLabel): number => {
    const dot = dots[index];
    if (!dot) return 0;
    return scenes.reduce((sum, { width, fixed }) => {
      const box = boxOfLabel(dot, place, width, height);
      const outside =
        Math.max(0, -box.left) + Math.max(0, box.right - width) + Math.max(0, -box.top, box.bottom - height);
      const own = boxesOfMark(dot, width, height);
      const met = fixed.filter((other) => !own.some((mine) => isSame(mine, other))).concat(own.slice(1));
      const labels = dots.flatMap((other, at) => {
        const there = chosen[at];
        return at === index || !there ? [] : [boxOfLabel(other, there, width, height)];
      });
      return sum + 40 * outside + [...met, ...labels].reduce((all, other) => all + overlap(box, other), 0);
    }, 0);
  };
  const order = [...dots.keys()].sort((a, b) => crowd(dots, b) - crowd(dots, a) || a - b);
  for (let round = 0; round < 4; round++) {
    for (const index of order) {
      let best: { readonly place: PlacedLabel; readonly cost: number } | undefined;
      for (const [liked, place] of PLACES.entries()) {
        const at = cost(index, place) + liked * 0.5;
        if (!best || at < best.cost) best = { place, cost: at };
      }
      chosen[index] = best?.place;
    }
  }
  return chosen.map((place) => place ?? PLACE_OF_ONE);
}

const PLACE_OF_ONE: PlacedLabel = { dx: 11, dy: 5, anchor: "start", leader: false };

/** The dot, the dotted line from it, the hollow dot where that ends, and its number. */
function boxesOfMark({ x, y, until, number }: LabelledDot, width: number, height: number): readonly Box[] {
  const [cx, cy] = [(x / 100) * width, (y / 100) * height];
  const dot = { left: cx - 7, right: cx + 7, top: cy - 7, bottom: cy + 7 };
  if (until === null) return [dot];
  const end = (until / 100) * width;
  const line = { left: Math.min(cx, end) + 7, right: Math.max(cx, end), top: cy - 3, bottom: cy + 3 };
  const hollow = { left: end - 6, right: end + 6, top: cy - 6, bottom: cy + 6 };
  if (!number) return [dot, line, hollow];
  const half = (number.length * LETTER) / 2;
  const base = cy + number.dy;
  return [dot, line, hollow, { left: end - half, right: end + half, top: base - ASCENT, bottom: base + DESCENT }];
}

const NUMBER_PLACES = [-10, 20, -24, 34];

/**
 * Places numbers above or below dots that stand in one column, so that none covers another number or dot.
 *
 * @param heights of the dots, in percent of the height
 * @param height the least height in pixels at which the plot is looked at
 * @returns pixels from each dot to the base line of its number
 */
export function placeNumbers(heights: readonly number[], height: number): readonly number[] {
  const dots = heights.map((share) => (share / 100) * height);
  const placed: number[] = [];
  for (const [index, at] of dots.entries()) {
    const cost = (dy: number): number => {
      const [top, bottom] = [at + dy - ASCENT, at + dy + DESCENT];
      const shared = (from: number, to: number) => Math.max(0, Math.min(bottom, to) - Math.max(top, from));
      return dots.reduce((sum, other, there) => {
        const taken = placed[there];
        const number = taken === undefined ? 0 : shared(other + taken - ASCENT, other + taken + DESCENT);
        return sum + number + (there === index ? 0 : shared(other - 5, other + 5));
      }, 0);
    };
    placed[index] = NUMBER_PLACES.reduce((best, dy) => (cost(dy) < cost(best) ? dy : best));
  }
  return placed;
}

function boxOfLabel(
  { x, y, length }: LabelledDot,
  { dx, dy, anchor }: PlacedLabel,
  width: number,
  height: number,
): Box {
  const at = (x / 100) * width + dx;
  const wide = length * LETTER;
  const left = anchor === "start" ? at : anchor === "end" ? at - wide : at - wide / 2;
  const base = (y / 100) * height + dy;
  return { left, right: left + wide, top: base - ASCENT, bottom: base + DESCENT };
}

/** Area that two boxes share, square pixels. */
function overlap(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down + 20 : 0;
}

function isSame(a: Box, b: Box): boolean {
  return a.left === b.left && a.right === b.right && a.top === b.top && a.bottom === b.bottom;
}

/** How many dots are near, weighted by how near. */
function crowd(dots: readonly LabelledDot[], index: number): number {
  const own = dots[index];
  if (!own) return 0;
  return dots.reduce((sum, dot, at) => {
    const away = Math.hypot(dot.x - own.x, dot.y - own.y);
    return at === index || away > 15 ? sum : sum + 15 - away;
  }, 0);
}
