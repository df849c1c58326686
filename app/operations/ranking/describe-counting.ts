import type { GroupAgreement } from "~/analysis/agreement/member-agreement";
import type { RankingColumn } from "~/analysis/priorities/methods-side-by-side";
import type { Figure } from "~/analysis/result";
import type { Localized, RankingDocument } from "./ranking-document";

export interface CountedTopic {
  readonly id: string;
  readonly name: Localized;
  readonly places: readonly (number | null)[];
  readonly best: number;
  readonly worst: number;
  readonly flagged: boolean;
  /** Half ratings, half lists; and the share of weightings that put it among the first ten. */
  readonly composite: { readonly place: number; readonly topTen: number } | null;
}

export interface BoundedTopic {
  readonly id: string;
  readonly name: Localized;
  readonly score: number | null;
  readonly respondents: { readonly lower: number; readonly upper: number } | null;
  readonly all: { readonly lower: number; readonly upper: number } | null;
  readonly places: { readonly best: number; readonly worst: number } | null;
  readonly missing: number;
  readonly silent: number;
}

export interface AgreementRow {
  readonly id: string;
  readonly name: Localized | null;
  readonly n: number;
  readonly N: number;
  readonly importance: Agreement | null;
  readonly discrepancy: Agreement | null;
}

interface Agreement {
  /** Kendall's W over the members that rated everything, and how many they are. */
  readonly w: Figure;
  readonly judges: number;
  readonly alpha: Figure;
  readonly lower: Figure;
  readonly upper: Figure;
}

export interface CountingDescription {
  readonly columns: readonly Pick<RankingColumn, "method" | "weighting" | "tauB" | "topTenShared" | "reason">[];
  readonly topics: readonly CountedTopic[];
  readonly bounds: readonly BoundedTopic[];
  readonly agreement: readonly AgreementRow[];
  /** Best orders of the first places by pairwise preferences of the members. */
  readonly pairwise: readonly {
    readonly source: "lists" | "ratings";
    readonly optima: number;
    readonly order: readonly { readonly id: string; readonly name: Localized }[];
  }[];
  /** Expected number of the first places of all members that so many answers name; `null` if it cannot be told. */
  readonly concordance: {
    readonly n: number;
    readonly N: number;
    readonly shared: number;
    readonly places: number;
  } | null;
}

/** The same answers counted otherwise, what is missing let run, and how far the members agree. */
export function describeCounting(document: RankingDocument): CountingDescription {
  const { region, input, scoreBounds, rankBounds, agreement } = document;
  const names = new Map(input.topics.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): Localized => names.get(id) ?? { en: id };
  const { methods, composite, concordance } = region;
  const rows = new Map(methods.topics.map((id, row) => [id, row]));
  const shown = methods.columns.filter(({ reason }) => reason === null);
  const byPlace = region.ranking.topics.map(({ topic }) => topic);
  const marked = concordance.points.find(({ n }) => n === concordance.marked);
  return {
    columns: methods.columns.map(({ method, weighting, tauB, topTenShared, reason }) => ({
      method,
      weighting,
      tauB,
      topTenShared,
      reason,
    })),
    topics: byPlace.flatMap((id): CountedTopic[] => {
      const row = rows.get(id);
      const range = methods.ranges.find(({ topic }) => topic === id);
      if (row === undefined || !range) return [];
      const part = composite.topics.find(({ topic }) => topic === id);
      return [
        {
          id,
          name: nameOf(id),
          places: shown.map(({ ranks }) => ranks[row] ?? null),
          best: range.best,
          worst: range.worst,
          flagged: range.flags.length > 0,
          composite: part ? { place: part.rank, topTen: part.topTen } : null,
        },
      ];
    }),
    bounds: byPlace.flatMap((id): BoundedTopic[] => {
      const score = scoreBounds.topics.find(({ topic }) => topic === id);
      if (!score) return [];
      const { respondents, all, missing, silent } = score;
      const places = rankBounds.topics.find(({ topic }) => topic === id)?.all ?? null;
      return [{ id, name: nameOf(id), score: score.score, respondents, all, places, missing, silent }];
    }),
    agreement: [
      rowOf("region", null, agreement.all),
      ...agreement.strata.map((stratum) => ({
        ...rowOf(
          stratum.stratum,
          input.strata.find(({ id }) => id === stratum.stratum)?.name ?? { en: stratum.stratum },
          stratum.agreement,
        ),
        n: stratum.n,
        N: stratum.N,
      })),
    ],
    pairwise: region.pairwise.map(({ source, kemeny }) => ({
      source,
      optima: kemeny.optima,
      order: (kemeny.orders[0] ?? []).map((id) => ({ id, name: nameOf(id) })),
    })),
    concordance: marked
      ? { n: marked.n, N: input.members.length, shared: marked.shared, places: concordance.places }
      : null,
  };
}

function rowOf(id: string, name: Localized | null, group: GroupAgreement | null): AgreementRow {
  const on = (part: GroupAgreement["importance"]): Agreement => ({
    w: part.w.complete.w,
    judges: part.w.complete.judges,
    alpha: part.alpha.alpha,
    lower: part.alpha.lower,
    upper: part.alpha.upper,
  });
  return {
    id,
    name,
    n: group?.n ?? 0,
    N: group?.N ?? 0,
    importance: group && on(group.importance),
    discrepancy: group && on(group.discrepancy),
  };
}
