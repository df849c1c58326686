import { chiSquareUpperTail } from "../numeric/distributions/chi-square";
import { doubledMidranks, tieCorrection } from "../numeric/doubled-midranks";
import type { Figure, Provenance, UndefinedReason } from "../result";
import { type Judgement, tabulateJudgements } from "./judgement";
import { permutationTail } from "./permutation-tail";

/** One value of W with its tests. */
export interface Concordance {
  /** Judges counted. */
  readonly judges: number;
  /** 0 (no common order) to 1 (the same order). */
  readonly w: Figure;
  /** Mean Spearman correlation over the pairs of judges, (mW - 1)/(m - 1), if every judge orders anything at all. */
  readonly meanSpearman: Figure;
  /** Friedman's statistic m (k - 1) W on k - 1 degrees of freedom. */
  readonly chiSquare: Figure;
  readonly degreesOfFreedom: number;
  /** Its p-value, an approximation that is poor for few items and judges. */
  readonly pChiSquare: Figure;
  /** P(W at least as large) over all orders within the judges; "notTested" where there are too many. */
  readonly pExact: Figure;
}

export interface KendallW {
  readonly provenance: Provenance;
  readonly items: number;
  /** Judges with a value for every item. */
  readonly complete: Concordance;
  /** The same without judges that give every item the same value. */
  readonly withoutConstant: Concordance;
  /** Judges that give every item the same value: they add no order but lower what is possible. By id. */
  readonly constantJudges: readonly string[];
  /** Judges left out because a value is missing, by id. */
  readonly incompleteJudges: readonly string[];
}

/** At least this share of the judges must have all values; otherwise use the ordinal alpha. */
export const COMPLETE_SHARE = 0.7;

/**
 * Kendall's coefficient of concordance with midranks and correction for ties (Kendall & Babington Smith 1939; Kendall
 * 1948): do the judges put the items in the same order? Level does not count, only order within each judge.
 *
 * W = 12 S / (m²(k³ - k) - m T), S the squared deviations of the items' rank sums, T the sum of t³ - t over ties. A
 * constant judge leaves S as it is but takes away from the maximum: both values are given. Refused: one judge, fewer
 * than three items, nobody that orders anything ("allTied"), complete answers of less than 70 % ("tooFewAnswers").
 *
 * @param judgements in any order; a missing value has no row
 * @throws {RangeError} if a value is not finite, or a judge has two for an item
 * @see docs/methods/kendall-w.md
 */
export function kendallW(judgements: readonly Judgement[]): KendallW {
  const { judges, items, values } = tabulateJudgements(judgements);
  const whole = values.map((line) => line.filter((value) => value !== null));
  const isComplete = whole.map((line) => line.length === items.length);
  const ranked = whole.flatMap((line, index) => (isComplete[index] ? [{ index, ranks: doubledMidranks(line) }] : []));
  const isConstant = (ranks: readonly number[]) => ranks.every((rank) => rank === ranks[0]);
  const ordering = ranked.filter(({ ranks }) => !isConstant(ranks));
  const refused = whyRefused(judges.length, ranked.length, items.length);
  const ids = (rows: readonly { readonly index: number }[]) => rows.map(({ index }) => judges[index] ?? "");
  return {
    provenance: {
      n: ranked.length,
      N: judges.length,
      coverage: judges.length === 0 ? null : ranked.length / judges.length,
      method: "agreement/kendall-w",
      version: 1,
      parameters: { completeShare: COMPLETE_SHARE },
      seed: null,
    },
    items: items.length,
    complete: concordance(
      ranked.map(({ ranks }) => ranks),
      items.length,
      refused,
    ),
    withoutConstant: concordance(
      ordering.map(({ ranks }) => ranks),
      items.length,
      refused,
    ),
    constantJudges: ids(ranked.filter(({ ranks }) => isConstant(ranks))),
    incompleteJudges: judges.filter((_, index) => !isComplete[index]),
  };
}

function whyRefused(judges: number, complete: number, items: number): UndefinedReason | null {
  if (judges === 0) return "noRespondents";
  if (items < 3) return "tooFewItems";
  if (complete < COMPLETE_SHARE * judges) return "tooFewAnswers";
  return null;
}

function concordance(ranks: readonly (readonly number[])[], k: number, refused: UndefinedReason | null): Concordance {
  const m = ranks.length;
  const none = (reason: UndefinedReason): Figure => ({ value: null, reason });
  const reason = refused ?? (m === 0 ? "allTied" : m === 1 ? "oneRespondent" : null);
  const ties = ranks.reduce((sum, line) => sum + tieCorrection(line), 0);
  const most = m * m * (k ** 3 - k) - m * ties;
  const why = reason ?? (most === 0 ? "allTied" : null);
  if (why) {
    const figure = none(why);
    return {
      judges: m,
      w: figure,
      meanSpearman: figure,
      chiSquare: figure,
      degreesOfFreedom: Math.max(0, k - 1),
      pChiSquare: figure,
      pExact: figure,
    };
  }
  // Doubled ranks: S comes out four times too large.
  const sums = Array.from({ length: k }, (_, item) => ranks.reduce((sum, line) => sum + (line[item] ?? 0), 0));
  const mean = m * (k + 1);
  const squares = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const w = (3 * squares) / most;
  const statistic = m * (k - 1) * w;
  const tail = permutationTail(ranks);
  const constant = ranks.some((line) => line.every((rank) => rank === line[0]));
  return {
    judges: m,
    w: { value: w },
    // A constant judge correlates with nobody, so the mean over pairs does not exist.
    meanSpearman: constant ? none("zeroVariance") : { value: meanPairCorrelation(ranks) },
    chiSquare: { value: statistic },
    degreesOfFreedom: k - 1,
    pChiSquare: { value: chiSquareUpperTail(statistic, k - 1) },
    pExact: tail === null ? none("notTested") : { value: tail },
  };
}

/** Each judge's ranks standardised: the squared length of their sum gives the mean correlation of all pairs at once. */
function meanPairCorrelation(ranks: readonly (readonly number[])[]): number {
  const m = ranks.length;
  const k = ranks[0]?.length ?? 0;
  const total = new Array<number>(k).fill(0);
  for (const line of ranks) {
    const length = Math.sqrt(line.reduce((sum, rank) => sum + (rank - (k + 1)) ** 2, 0));
    line.forEach((rank, item) => {
      total[item] = (total[item] ?? 0) + (rank - (k + 1)) / length;
    });
  }
  return (total.reduce((sum, value) => sum + value * value, 0) - m) / (m * (m - 1));
}
