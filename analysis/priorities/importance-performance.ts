import { roundForTies } from "../numeric/competition-ranks";
import type { Figure } from "../result";

/** Classes of the importance-performance map. */
export type Quadrant = "concentrateHere" | "keepUp" | "lowPriority" | "possibleOverkill";

export interface ImportancePerformanceMap {
  /** Means of the topic means, where the lines of the map cross; `null` values if no topic has means. */
  readonly importance: Figure;
  readonly capability: Figure;
  /** One class per topic in the order given, `null` where a mean is missing. */
  readonly quadrants: readonly (Quadrant | null)[];
}

/**
 * Importance-performance classes (Martilla & James 1977), the lines drawn at the mean of the topic means: at the middle
 * of the scale nearly all topics would fall into one class. A topic on a line counts as high.
 *
 * A picture, not a test: which side of a line a topic falls on is often chance.
 *
 * @see docs/methods/importance-performance.md
 */
export function importancePerformance(
  topics: readonly { readonly importance: Figure; readonly capability: Figure }[],
): ImportancePerformanceMap {
  const importance = meanOf(topics.map((topic) => topic.importance));
  const capability = meanOf(topics.map((topic) => topic.capability));
  return {
    importance,
    capability,
    quadrants: topics.map((topic) => {
      const important = atLeast(topic.importance, importance);
      const capable = atLeast(topic.capability, capability);
      if (important === null || capable === null) return null;
      if (important) return capable ? "keepUp" : "concentrateHere";
      return capable ? "possibleOverkill" : "lowPriority";
    }),
  };
}

function atLeast(figure: Figure, line: Figure): boolean | null {
  if (figure.value === null || line.value === null) return null;
  return roundForTies(figure.value) >= roundForTies(line.value);
}

function meanOf(figures: readonly Figure[]): Figure {
  // Summed in order of size, so that the mean does not depend on the order of the topics.
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  if (values.length === 0) return { value: null, reason: "noRespondents" };
  return { value: values.reduce((sum, value) => sum + value, 0) / values.length };
}
