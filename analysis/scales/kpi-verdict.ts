import { roundForTies } from "../numeric/competition-ranks";
import { summariseSample } from "../numeric/sample-summary";
import type { Figure, Flag, Provenance } from "../result";
import { type ItemMean, itemMean } from "./item-mean";

/** How far the average is from the target, the uncertainty counted in. */
export type KpiOutcome = "met" | "metOnAverageOnly" | "missedOnAverageOnly" | "missed";

export interface KpiVerdict {
  readonly provenance: Provenance;
  /** Mean of the overall item with its 90 % interval. */
  readonly value: ItemMean;
  readonly target: number;
  /** The official verdict: the plain average reaches the target. `null` without an answer. */
  readonly official: boolean | null;
  /** Four outcomes by the interval; `null` without an answer. */
  readonly outcome: KpiOutcome | null;
  /** Answers over participants invited; undefined if that is not known. */
  readonly responseRate: Figure;
  readonly flags: readonly Flag[];
}

/** "Average of 4 out of 5". */
export const KPI_TARGET = 4;
const CONFIDENCE = 0.9;
const LOW_RESPONSE_RATE = 0.6;

/**
 * Verdict on one workshop: the official one is the plain average of the participants' overall item against the target;
 * below it one of four outcomes from the 90 % interval. "met" and "missed" are sure, the two others are on average only.
 *
 * If everybody on the list answered there is no sampling error, and the average decides. The average is compared to nine
 * decimals.
 *
 * @param ratings the overall item of each form, in any order
 * @param invited participants that were asked, or `null` if not known; below 60 % response flagged
 * @param attendanceKnown the list of participants is fixed, so the finite-population correction applies
 * @throws {RangeError} as `itemMean`
 * @see docs/methods/kpi-verdict.md
 */
export function kpiVerdict(
  ratings: readonly number[],
  {
    invited = null,
    attendanceKnown = invited !== null,
    target = KPI_TARGET,
  }: { readonly invited?: number | null; readonly attendanceKnown?: boolean; readonly target?: number } = {},
): KpiVerdict {
  if (!Number.isFinite(target)) throw new RangeError(`the target ${target} is not a number`);
  const value = itemMean(ratings, { confidence: CONFIDENCE, N: attendanceKnown ? invited : null });
  if (invited !== null && !(Number.isInteger(invited) && invited >= ratings.length))
    throw new RangeError(`${ratings.length} forms of ${invited} participants`);
  const responseRate: Figure =
    invited === null || invited === 0 ? { value: null, reason: "notAsked" } : { value: ratings.length / invited };
  const low = responseRate.value !== null && responseRate.value < LOW_RESPONSE_RATE;
  return {
    provenance: {
      n: ratings.length,
      N: invited ?? ratings.length,
      coverage: responseRate.value ?? (ratings.length === 0 ? null : 1),
      method: "scales/kpi-verdict",
      version: 1,
      parameters: { target, confidence: CONFIDENCE, invited, attendanceKnown, lowResponseRate: LOW_RESPONSE_RATE },
      seed: null,
    },
    value,
    target,
    official: value.mean.value === null ? null : reaches(value.mean.value, target),
    outcome: outcomeOf(value, target),
    responseRate,
    flags: low ? [...value.flags, "lowResponseRate"] : value.flags,
  };
}

function outcomeOf({ mean, lower, upper }: ItemMean, target: number): KpiOutcome | null {
  if (mean.value === null) return null;
  const onAverage = reaches(mean.value, target);
  if (lower.value === null || upper.value === null) return onAverage ? "met" : "missed";
  if (reaches(lower.value, target)) return "met";
  if (!reaches(upper.value, target)) return "missed";
  return onAverage ? "metOnAverageOnly" : "missedOnAverageOnly";
}

function reaches(value: number, target: number): boolean {
  return roundForTies(value) >= roundForTies(target);
}

/** One workshop's overall ratings. */
export interface WorkshopRatings {
  readonly workshop: string;
  readonly ratings: readonly number[];
  readonly invited?: number | null;
}

export interface KpiYear {
  readonly provenance: Provenance;
  /** By id. */
  readonly workshops: readonly { readonly workshop: string; readonly verdict: KpiVerdict }[];
  /** Mean of the workshops' means, each workshop equal: the year's value. */
  readonly value: Figure;
  /** Mean over all forms, for comparison. */
  readonly pooled: Figure;
  readonly forms: number;
  readonly target: number;
  readonly official: boolean | null;
  /** Workshops by outcome; those without a form are in `unrated`. */
  readonly outcomes: Readonly<Record<KpiOutcome, number>>;
  readonly unrated: number;
}

/**
 * The year's value: the mean of the workshops' means, so that a large workshop does not outvote small ones; the pooled
 * mean beside it. A workshop without a form has no mean and is counted apart.
 *
 * @throws {RangeError} as `kpiVerdict`, or if a workshop is given twice
 * @see docs/methods/kpi-verdict.md
 */
export function kpiYear(
  workshops: readonly WorkshopRatings[],
  { target = KPI_TARGET }: { readonly target?: number } = {},
): KpiYear {
  if (new Set(workshops.map(({ workshop }) => workshop)).size !== workshops.length)
    throw new RangeError("a workshop is given twice");
  const rows = [...workshops]
    .sort((a, b) => (a.workshop < b.workshop ? -1 : 1))
    .map(({ workshop, ratings, invited = null }) => ({ workshop, verdict: kpiVerdict(ratings, { invited, target }) }));
  const means = rows.flatMap(({ verdict }) => verdict.value.mean.value ?? []);
  const forms = workshops.flatMap(({ ratings }) => ratings);
  const figure = (mean: number | null): Figure =>
    mean === null ? { value: null, reason: "noRespondents" } : { value: mean };
  const value = figure(summariseSample(means).mean);
  const outcomes = { met: 0, metOnAverageOnly: 0, missedOnAverageOnly: 0, missed: 0 };
  for (const { verdict } of rows) if (verdict.outcome) outcomes[verdict.outcome] += 1;
  return {
    provenance: {
      n: means.length,
      N: workshops.length,
      coverage: workshops.length === 0 ? null : means.length / workshops.length,
      method: "scales/kpi-year",
      version: 1,
      parameters: { target, confidence: CONFIDENCE },
      seed: null,
    },
    workshops: rows,
    value,
    pooled: figure(summariseSample(forms).mean),
    forms: forms.length,
    target,
    official: value.value === null ? null : reaches(value.value, target),
    outcomes,
    unrated: rows.length - means.length,
  };
}
