import { competitionRanks } from "../numeric/competition-ranks";
import { summariseSample } from "../numeric/sample-summary";
import type { Figure, Provenance } from "../result";

/** One form's rating of an expert, or of a workshop in some format. */
export interface GroupRating {
  /** The expert or the format. */
  readonly group: string;
  readonly workshop: string;
  readonly value: number;
}

export interface ShrunkenGroup {
  readonly group: string;
  readonly workshops: number;
  readonly forms: number;
  /** Plain mean of the forms. */
  readonly mean: number;
  /** The mean drawn towards the mean of all by as much as the group has few forms. */
  readonly shrunken: number;
  /** Place by the shrunken mean among groups with enough behind them; never below three workshops or twenty forms. */
  readonly rank: Figure;
}

export interface ShrunkenEffects {
  readonly provenance: Provenance;
  /** Mean over all forms. */
  readonly mean: Figure;
  /** By id. */
  readonly groups: readonly ShrunkenGroup[];
}

export const MINIMUM_WORKSHOPS_TO_RANK = 3;
export const MINIMUM_FORMS_TO_RANK = 20;

/**
 * Ratings of experts or formats, drawn towards the mean of all: (n x̄ + c μ)/(n + c), so that one good afternoon does not
 * make a best expert.
 *
 * c stands for the variance within groups over that between them (`estimateShrinkage` tells what the forms say); ten
 * forms by default, a choice of the office and no evidence. With fewer than three workshops or twenty forms a group has no place ("tooFewAnswers").
 *
 * @param ratings in any order
 * @param c zero (no shrinkage) or more, in forms
 * @throws {RangeError} if a value is not finite or c negative
 * @see docs/methods/shrunken-effects.md
 * @example
 * // 10 forms with mean 5 where all forms have mean 4, c = 10: 4.5
 */
export function shrunkenEffects(
  ratings: readonly GroupRating[],
  { c = 10 }: { readonly c?: number } = {},
): ShrunkenEffects {
  if (!(c >= 0 && Number.isFinite(c))) throw new RangeError(`the shrinkage ${c} is negative or no number`);
  const overall = summariseSample(ratings.map(({ value }) => value)).mean;
  const byGroup = new Map<string, GroupRating[]>();
  for (const rating of ratings) {
    const own = byGroup.get(rating.group);
    if (own) own.push(rating);
    else byGroup.set(rating.group, [rating]);
  }
  const groups = [...byGroup]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([group, own]) => {
      const mean = summariseSample(own.map(({ value }) => value)).mean ?? 0;
      return {
        group,
        workshops: new Set(own.map(({ workshop }) => workshop)).size,
        forms: own.length,
        mean,
        shrunken: (own.length * mean + c * (overall ?? 0)) / (own.length + c),
      };
    });
  const ranks = competitionRanks(
    groups.map(({ workshops, forms, shrunken }) =>
      workshops >= MINIMUM_WORKSHOPS_TO_RANK && forms >= MINIMUM_FORMS_TO_RANK ? shrunken : null,
    ),
  );
  return {
    provenance: {
      n: ratings.length,
      N: ratings.length,
      coverage: ratings.length === 0 ? null : 1,
      method: "scales/shrunken-effects",
      version: 1,
      parameters: { c, minimumWorkshops: MINIMUM_WORKSHOPS_TO_RANK, minimumForms: MINIMUM_FORMS_TO_RANK },
      seed: null,
    },
    mean: overall === null ? { value: null, reason: "noRespondents" } : { value: overall },
    groups: groups.map((group, index) => {
      const rank = ranks[index] ?? null;
      return { ...group, rank: rank === null ? { value: null, reason: "tooFewAnswers" } : { value: rank } };
    }),
  };
}

/**
 * What the forms themselves say about c: variance within groups over variance between them, by the moments of a one-way
 * analysis of variance with unequal group sizes.
 *
 * Undefined with fewer than two groups ("tooFewItems"), without a group of two forms ("tooFewAnswers"), and where the
 * groups differ no more than their forms do ("zeroVariance"): then nothing tells them apart and c is beyond all bounds.
 *
 * @throws {RangeError} if a value is not finite
 * @see docs/methods/shrunken-effects.md
 */
export function estimateShrinkage(ratings: readonly GroupRating[]): Figure {
  const names = [...new Set(ratings.map(({ group }) => group))].sort();
  const groups = names.map((name) =>
    summariseSample(ratings.filter(({ group }) => group === name).map(({ value }) => value)),
  );
  const n = ratings.length;
  const k = groups.length;
  const mean = summariseSample(ratings.map(({ value }) => value)).mean ?? 0;
  if (k < 2) return { value: null, reason: "tooFewItems" };
  if (n === k) return { value: null, reason: "tooFewAnswers" };
  const within = groups.reduce((sum, { n: size, sd }) => sum + (size - 1) * (sd ?? 0) ** 2, 0) / (n - k);
  const spread = groups.reduce((sum, { n: size, mean: own }) => sum + size * ((own ?? 0) - mean) ** 2, 0) / (k - 1);
  const typicalSize = (n - groups.reduce((sum, { n: size }) => sum + size * size, 0) / n) / (k - 1);
  const between = (spread - within) / typicalSize;
  return between > 0 ? { value: within / between } : { value: null, reason: "zeroVariance" };
}
