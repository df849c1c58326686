import { compareIds } from "~/analysis/compare-ids";
import type { Flag, UndefinedReason } from "../result";

/** A stratum that is counted with another, decided before the data were seen. */
export interface MergedStratum {
  readonly from: string;
  readonly into: string;
}

export interface StratumWeight {
  readonly stratum: string;
  /** Strata that are counted here besides the one that gives the name. */
  readonly merged: readonly string[];
  readonly n: number;
  readonly N: number;
  /** N / n, how many members each answer stands for; `null` without an answer. */
  readonly weight: number | null;
}

export interface StratumWeights {
  /** By id; strata without members are left out. */
  readonly strata: readonly StratumWeight[];
  /** Strata with members but no answer: with one of them nothing can be weighted. */
  readonly empty: readonly string[];
  /** Why there is no weighted figure, or `null` if there is. */
  readonly refused: UndefinedReason | null;
  /** Kish's n Σw² / (Σw)²: the factor by which unequal weights inflate a variance; `null` if refused. */
  readonly designEffect: number | null;
  /** Largest over smallest weight; `null` if refused. */
  readonly weightRatio: number | null;
  /** "designEffectHigh" above 1.25, "weightsUneven" above a ratio of 3, "mergedStratum". */
  readonly flags: readonly Flag[];
}

const DESIGN_EFFECT_LIMIT = 1.25;
const WEIGHT_RATIO_LIMIT = 3;

/**
 * Weights that let each stratum count as many members as it has.
 *
 * @param answered stratum of every member with an answer
 * @param asked stratum of every member that was asked
 * @throws {RangeError} if more answered than were asked, or a merger names a stratum that is not there, twice, or in a
 * chain
 */
export function stratumWeights(
  answered: readonly string[],
  asked: readonly string[],
  merges: readonly MergedStratum[] = [],
): StratumWeights {
  const target = mergeTargets(asked, merges);
  const count = (members: readonly string[]) => {
    const sizes = new Map<string, number>();
    for (const stratum of members) {
      const name = target.get(stratum) ?? stratum;
      sizes.set(name, (sizes.get(name) ?? 0) + 1);
    }
    return sizes;
  };
  const sizes = count(asked);
  const answers = count(answered);
  for (const [stratum, n] of answers) {
    if (n > (sizes.get(stratum) ?? 0))
      throw new RangeError(`${n} members of stratum "${stratum}" answered, ${sizes.get(stratum) ?? 0} were asked`);
  }
  const strata = [...sizes]
    .sort(([a], [b]) => compareIds(a, b))
    .map(([stratum, N]) => {
      const n = answers.get(stratum) ?? 0;
      const merged = merges.flatMap(({ from, into }) => (into === stratum ? [from] : [])).sort(compareIds);
      return { stratum, merged, n, N, weight: n > 0 ? N / n : null };
    });
  const empty = strata.filter(({ n }) => n === 0).map(({ stratum }) => stratum);
  const flags: Flag[] = merges.length > 0 ? ["mergedStratum"] : [];
  if (answered.length === 0 || empty.length > 0)
    return {
      strata,
      empty,
      refused: answered.length === 0 ? "noRespondents" : "emptyStratum",
      designEffect: null,
      weightRatio: null,
      flags,
    };
  const weights = strata.map(({ N, n }) => N / n);
  const sum = strata.reduce((total, { N }) => total + N, 0);
  const squares = strata.reduce((total, { N, n }) => total + (N * N) / n, 0);
  const designEffect = (answered.length * squares) / (sum * sum);
  const weightRatio = Math.max(...weights) / Math.min(...weights);
  if (designEffect > DESIGN_EFFECT_LIMIT) flags.push("designEffectHigh");
  if (weightRatio > WEIGHT_RATIO_LIMIT) flags.push("weightsUneven");
  return { strata, empty, refused: null, designEffect, weightRatio, flags };
}

/** The stratum under which each merged one is counted. */
export function mergeTargets(asked: readonly string[], merges: readonly MergedStratum[]): ReadonlyMap<string, string> {
  const known = new Set(asked);
  const target = new Map<string, string>();
  for (const { from, into } of merges) {
    if (!known.has(from) || !known.has(into))
      throw new RangeError(`cannot merge stratum "${from}" into "${into}": one of them has no members`);
    if (from === into || target.has(from)) throw new RangeError(`stratum "${from}" is merged twice or into itself`);
    target.set(from, into);
  }
  for (const [from, into] of target) {
    if (target.has(into)) throw new RangeError(`stratum "${from}" is merged into "${into}", which is merged itself`);
  }
  return target;
}
