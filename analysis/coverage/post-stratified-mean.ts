import { compareIds } from "~/analysis/compare-ids";
import type { Figure, Provenance, UndefinedReason } from "../result";
import { type MergedStratum, mergeTargets, type StratumWeights, stratumWeights } from "./stratum-weights";

/** One member's value. */
export interface MemberValue {
  readonly member: string;
  readonly value: number;
}

export interface PostStratifiedMean {
  readonly provenance: Provenance;
  /** Plain mean of the answers. */
  readonly raw: Figure;
  /** Each stratum's mean, weighted by the members that it has. */
  readonly mean: Figure;
  /** Given the numbers that answered in each stratum; the default. */
  readonly conditionalStandardError: Figure;
  /** Linearised, as R's survey package gives it after `postStratify`. */
  readonly linearisedStandardError: Figure;
  readonly weights: StratumWeights;
}

/**
 * Post-stratified mean (Holt & Smith 1979): Σ W_h ȳ_h with W_h = N_h / N, so that a sub-region in which few answered
 * counts as much as its members.
 *
 * Conditional standard error: √ Σ W_h² (1 - n_h/N_h) s_h² / n_h; a stratum that answered completely adds nothing.
 * Linearised: e = w (y - ȳ_h) / N, variance (1 - n/N) n/(n-1) Σ e². A stratum with one answer of several members has a
 * mean and no spread, so there is no standard error ("singleMemberStratum"); a stratum without an answer has no mean, so
 * there is no figure ("emptyStratum"): merge it with a named neighbour. If all answered nothing was sampled ("census").
 *
 * Weighted is not automatically right: it helps if the silent are like those of their stratum that answered.
 *
 * @param values at most one per member, in any order
 * @param members all that were asked
 * @throws {RangeError} if a value is not finite, a member unknown or given twice, or a merger impossible
 * @see docs/methods/post-stratified-mean.md
 */
export function postStratifiedMean(
  values: readonly MemberValue[],
  members: readonly { readonly member: string; readonly stratum: string }[],
  { merges = [] }: { readonly merges?: readonly MergedStratum[] } = {},
): PostStratifiedMean {
  const stratumOf = new Map(members.map(({ member, stratum }) => [member, stratum]));
  if (stratumOf.size !== members.length) throw new RangeError("a member is listed twice");
  const asked = members.map(({ stratum }) => stratum);
  const target = mergeTargets(asked, merges);
  const rows = [...values]
    .sort((a, b) => compareIds(a.member, b.member))
    .map(({ member, value }, index, sorted) => {
      const stratum = stratumOf.get(member);
      if (stratum === undefined) throw new RangeError(`unknown member "${member}"`);
      if (sorted[index + 1]?.member === member) throw new RangeError(`two values of member "${member}"`);
      if (!Number.isFinite(value)) throw new RangeError(`the value of member "${member}" is ${value}`);
      return { stratum: target.get(stratum) ?? stratum, value };
    });
  const weights = stratumWeights(
    rows.map(({ stratum }) => stratum),
    asked,
    merges,
  );
  const n = rows.length;
  const N = members.length;
  const refusal = (reason: UndefinedReason): Figure => ({ value: null, reason });
  const provenance: Provenance = {
    n,
    N,
    coverage: N === 0 ? null : n / N,
    method: "coverage/post-stratified-mean",
    version: 1,
    parameters: { merges: [...merges].sort((a, b) => compareIds(a.from, b.from)) },
    seed: null,
  };
  const raw: Figure = n === 0 ? refusal("noRespondents") : { value: meanOf(rows.map(({ value }) => value)) };
  if (weights.refused) {
    const none = refusal(weights.refused);
    return {
      provenance,
      raw,
      mean: none,
      conditionalStandardError: none,
      linearisedStandardError: none,
      weights,
    };
  }
  const strata = weights.strata.map(({ stratum, n: answered, N: size }) => {
    const own = rows.filter((row) => row.stratum === stratum).map(({ value }) => value);
    const mean = meanOf(own);
    return { answered, size, mean, squares: own.reduce((sum, value) => sum + (value - mean) ** 2, 0) };
  });
  const noError = whyNoError(weights, n, N);
  return {
    provenance,
    raw,
    mean: { value: strata.reduce((sum, { size, mean }) => sum + (size / N) * mean, 0) },
    conditionalStandardError: noError ? refusal(noError) : { value: conditional(strata, N) },
    linearisedStandardError: noError ? refusal(noError) : { value: linearised(strata, n, N) },
    weights,
  };
}

interface StratumSpread {
  readonly answered: number;
  readonly size: number;
  readonly mean: number;
  /** Sum of squared deviations from the stratum's mean. */
  readonly squares: number;
}

function whyNoError({ strata }: StratumWeights, n: number, N: number): UndefinedReason | null {
  if (n === N) return "census";
  if (n === 1) return "oneRespondent";
  return strata.some((stratum) => stratum.n === 1 && stratum.N > 1) ? "singleMemberStratum" : null;
}

function conditional(strata: readonly StratumSpread[], N: number): number {
  return Math.sqrt(
    strata.reduce((sum, { answered, size, squares }) => {
      if (answered === size) return sum;
      return sum + ((size / N) ** 2 * (1 - answered / size) * squares) / (answered - 1) / answered;
    }, 0),
  );
}

function linearised(strata: readonly StratumSpread[], n: number, N: number): number {
  const squares = strata.reduce((sum, { answered, size, squares: own }) => sum + (size / answered / N) ** 2 * own, 0);
  return Math.sqrt((1 - n / N) * (n / (n - 1)) * squares);
}

function meanOf(values: readonly number[]): number {
  // Scaled by the count first where the sum would overflow.
  const sum = values.reduce((total, value) => total + value, 0);
  return Number.isFinite(sum) ? sum / values.length : values.reduce((total, value) => total + value / values.length, 0);
}
