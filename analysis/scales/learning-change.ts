import { hodgesLehmann } from "../change/hodges-lehmann";
import { summariseSample } from "../numeric/sample-summary";
import { type Interval, tInterval } from "../numeric/t-interval";
import type { Figure, Provenance, UndefinedReason } from "../result";
import { type Audience, MINIMUM_OUTSIDE } from "./item-mean";
import { scoreInterval } from "./score-interval";
import { wilsonInterval } from "./wilson-interval";

/** One participant's own view of the knowledge before and now, both asked after the workshop; `null` if not answered. */
export interface BeforeAndNow {
  readonly before: number | null;
  readonly now: number | null;
}

export interface LearningChange {
  readonly provenance: Provenance;
  /** Participants that answered both. */
  readonly n: number;
  readonly before: Figure;
  readonly now: Figure;
  /** Mean of now minus before, scale points. */
  readonly change: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
  readonly interval: "t" | "score" | null;
  /** Median of the pairwise means of the changes. */
  readonly shift: Figure;
  /** `null` if suppressed. */
  readonly improved: number | null;
  readonly unchanged: number | null;
  readonly declined: number | null;
  readonly shareImproved: Figure;
  readonly shareLower: Figure;
  readonly shareUpper: Figure;
}

/**
 * What participants say they learned: retrospective before against now (Howard 1980), because after a good workshop
 * people see more clearly how little they knew.
 *
 * A description, not an effect: there is no comparison group and so no p-value. Interval of the mean change as for an
 * item (score interval on the range of possible changes below ten answers or without spread).
 *
 * @param answers one per form, in any order; only complete pairs count
 * @throws {RangeError} if a value is no whole number of the scale or an option impossible
 * @see docs/methods/learning-change.md
 */
export function learningChange(
  answers: readonly BeforeAndNow[],
  {
    lowest = 1,
    highest = 5,
    confidence = 0.95,
    N = null,
    audience = "office",
  }: {
    readonly lowest?: number;
    readonly highest?: number;
    readonly confidence?: number;
    readonly N?: number | null;
    readonly audience?: Audience;
  } = {},
): LearningChange {
  const pairs = answers.flatMap(({ before, now }) => (before === null || now === null ? [] : [{ before, now }]));
  for (const value of answers.flatMap(({ before, now }) => [before, now])) {
    if (value !== null && !(Number.isInteger(value) && value >= lowest && value <= highest))
      throw new RangeError(`the value ${value} is no step of the scale from ${lowest} to ${highest}`);
  }
  const n = pairs.length;
  const changes = pairs.map(({ before, now }) => now - before);
  const summary = summariseSample(changes);
  const hidden: UndefinedReason | null =
    n === 0 ? "noRespondents" : audience === "outside" && n < MINIMUM_OUTSIDE ? "suppressed" : null;
  const figure = (value: number | null | undefined, otherwise: UndefinedReason = "noRespondents"): Figure =>
    hidden || value === null || value === undefined ? { value: null, reason: hidden ?? otherwise } : { value };
  const reach = highest - lowest;
  const useScore = n < 10 || summary.sd === 0;
  const range = { lowest: -reach, highest: reach, confidence, N };
  const interval = n === N ? null : useScore ? scoreInterval(changes, range) : clip(tInterval(summary, range), reach);
  const improved = changes.filter((change) => change > 0).length;
  const declined = changes.filter((change) => change < 0).length;
  const share = wilsonInterval(improved, n, { confidence, N });
  const count = (value: number) => (hidden === "suppressed" ? null : value);
  return {
    provenance: {
      n,
      N: N ?? answers.length,
      coverage: (N ?? answers.length) === 0 ? null : n / (N ?? answers.length),
      method: "scales/learning-change",
      version: 1,
      parameters: { lowest, highest, confidence, list: N, audience },
      seed: null,
    },
    n,
    before: figure(summariseSample(pairs.map(({ before }) => before)).mean),
    now: figure(summariseSample(pairs.map(({ now }) => now)).mean),
    change: figure(summary.mean),
    lower: figure(interval?.lower, "census"),
    upper: figure(interval?.upper, "census"),
    interval: hidden || !interval ? null : useScore ? "score" : "t",
    shift: figure(hodgesLehmann(changes)),
    improved: count(improved),
    unchanged: count(n - improved - declined),
    declined: count(declined),
    shareImproved: figure(n === 0 ? null : improved / n),
    shareLower: figure(share?.lower, "census"),
    shareUpper: figure(share?.upper, "census"),
  };
}

function clip(interval: Interval | null, reach: number): Interval | null {
  return interval && { lower: Math.max(-reach, interval.lower), upper: Math.min(reach, interval.upper) };
}
