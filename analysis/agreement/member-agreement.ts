import { compareIds } from "~/analysis/compare-ids";
import type { PriorityInput } from "../priorities/paired-rating";
import { buildRatingMatrix } from "../priorities/rating-matrix";
import type { Provenance } from "../result";
import type { Judgement } from "./judgement";
import { type KendallW, kendallW } from "./kendall-w";
import { type OrdinalAlpha, ordinalAlpha } from "./ordinal-alpha";

/** Both coefficients on what members rate and on what follows from it. */
export interface AgreementOn {
  readonly w: KendallW;
  readonly alpha: OrdinalAlpha;
}

export interface GroupAgreement {
  /** Members with at least one pair of ratings, and members asked. */
  readonly n: number;
  readonly N: number;
  readonly importance: AgreementOn;
  /** Importance minus capability. */
  readonly discrepancy: AgreementOn;
}

export interface MemberAgreement {
  readonly provenance: Provenance;
  readonly all: GroupAgreement;
  /** By stratum id; `agreement` is `null` below four respondents ("tooFewAnswers"). */
  readonly strata: readonly {
    readonly stratum: string;
    readonly n: number;
    readonly N: number;
    readonly agreement: GroupAgreement | null;
  }[];
}

/** Fewer respondents than this give no coefficient of a sub-region. */
export const MINIMUM_FOR_GROUP = 4;

/**
 * How far the members agree on what matters, in the region and within each stratum: Kendall's W (order) and the ordinal
 * alpha (level) on importance and on the discrepancy, over pairs of ratings only.
 *
 * @param seed of the resampling behind alpha's intervals
 * @throws {RangeError} as `buildRatingMatrix` and `ordinalAlpha`
 * @see docs/methods/member-agreement.md
 */
export function memberAgreement(
  input: PriorityInput,
  { seed, replicates = 2000, confidence = 0.95 }: { seed: number; replicates?: number; confidence?: number },
): MemberAgreement {
  const matrix = buildRatingMatrix(input);
  const stratumOf = new Map(input.members.map(({ member, stratum }) => [member, stratum]));
  const pairs = input.ratings.flatMap(({ member, topic, importance, capability }) =>
    typeof importance === "number" && typeof capability === "number"
      ? [{ judge: member, item: topic, importance, capability }]
      : [],
  );
  const options = { seed, replicates, confidence };
  const group = (members: ReadonlySet<string>): GroupAgreement => {
    const own = pairs.filter(({ judge }) => members.has(judge));
    const on = (judgements: readonly Judgement[]): AgreementOn => ({
      w: kendallW(judgements),
      alpha: ordinalAlpha(judgements, options),
    });
    return {
      n: new Set(own.map(({ judge }) => judge)).size,
      N: members.size,
      importance: on(own.map(({ judge, item, importance }) => ({ judge, item, value: importance }))),
      discrepancy: on(
        own.map(({ judge, item, importance, capability }) => ({ judge, item, value: importance - capability })),
      ),
    };
  };
  const all = group(new Set(stratumOf.keys()));
  const names = [...new Set([...stratumOf.values()].filter((stratum) => stratum !== undefined))].sort(compareIds);
  return {
    provenance: {
      n: all.n,
      N: matrix.N,
      coverage: matrix.N === 0 ? null : all.n / matrix.N,
      method: "agreement/member-agreement",
      version: 1,
      parameters: { replicates, confidence, minimumForGroup: MINIMUM_FOR_GROUP },
      seed,
    },
    all,
    strata: names.map((stratum) => {
      const members = new Set([...stratumOf].filter(([, own]) => own === stratum).map(([member]) => member));
      const agreement = group(members);
      return {
        stratum,
        n: agreement.n,
        N: members.size,
        agreement: agreement.n >= MINIMUM_FOR_GROUP ? agreement : null,
      };
    }),
  };
}
